"""A report becomes text, JSON, JSON lines or CSV: what is underlined, cut, escaped and counted."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest

from briefkit.model import (
    EMPTY,
    Account,
    Block,
    Brief,
    Checked,
    Citation,
    Finding,
    FrontMatter,
    Place,
    Related,
    Report,
    Section,
    Sentence,
    Severity,
    Sign,
    Unreadable,
    Verdict,
)
from briefkit.report import REPORTERS, doctor_report, text_report
from briefkit.report.claims_report import CLAIM_FORMS, write_claims_text, write_csv, write_jsonl, write_verdicts
from briefkit.report.counts import count
from briefkit.report.json_report import VERSION, write_json
from briefkit.report.text_report import write_text
from briefkit.values import replace


def make_brief(text: str = "It rose.", path: str = "a.md") -> Brief:
    return Brief(path, text, FrontMatter(title="T"), (), (), (), (), EMPTY)


def make_finding(
    place: Place,
    severity: Severity = Severity.ERROR,
    message: str = "It is wrong",
    hint: str = "",
    related: tuple[Related, ...] = (),
) -> Finding:
    return Finding(place, "CLM102", "unsupported-statistic", severity, message, hint, related)


def make_account(text: str = "It rose.", status: str = "unsupported", path: str = "a.md", section: int = -1) -> Checked:
    """A brief of one sentence with its account."""
    place = Place(path, 3, 5, 3, 5 + len(text))
    citation = Citation("a2020", "p. 3", "see", "", Place(path, 3, 9, 3, 15))
    sentence = Sentence(text.replace("*", ""), text, place, 0, (citation,))
    block = Block("paragraph", "", place, (sentence,), section=section)
    sections = (Section("Costs", 1, "", place),) if section >= 0 else ()
    brief = Brief(path, text, FrontMatter(title="T"), sections, (block,), (), (), EMPTY)
    account = Account(sentence, status, "event", 0.75, "strict", (Sign("trend", 1.0, "rose"), Sign("was", 0.5)), "")
    return Checked(brief, (account,), ())


def shown(line: str, start: int, end: int, width: int = 80) -> tuple[str, str]:
    """The line of an excerpt and the line of marks below it, for the columns from `start` to `end`."""
    report = Report((Checked(make_brief(line), (), (make_finding(Place("a.md", 1, start, 1, end)),)),))
    lines = write_text(report, width, False).decode().split("\n")
    (at,) = [n for n, one in enumerate(lines) if one.startswith("     1 | ")]
    return lines[at], lines[at + 1]


def text_of(*findings: Finding, text: str = "It rose.", width: int = 80, colours: bool = False) -> str:
    return write_text(Report((Checked(make_brief(text), (), findings),)), width, colours).decode()


# --- text: the excerpt -----------------------------------------------------------------------


def test_the_words_are_underlined() -> None:
    assert shown("It rose. It fell.", 10, 18) == ("     1 | It rose. It fell.", "       |          ^^^^^^^^")


def test_an_empty_place_is_one_mark() -> None:
    assert shown("It rose.", 4, 4)[1] == "       |    ^"


def test_marks_stand_under_their_words_behind_wide_characters() -> None:
    assert shown("水泵 rose", 4, 8) == ("     1 | 水泵 rose", "       |      ^^^^")


def test_marks_under_wide_characters_are_twice_as_wide() -> None:
    assert shown("水泵 rose", 1, 3)[1] == "       | ^^^^"


def test_combining_characters_take_no_column() -> None:
    assert shown("Cafe\u0301 rose", 7, 11)[1] == "       |      ^^^^"


def test_marks_stand_under_their_words_behind_a_tab() -> None:
    line, marks = shown("\tIt rose", 5, 9)
    assert marks.index("^") == line.index("rose")


def test_marks_stand_under_their_words_behind_an_escaped_character() -> None:
    line, marks = shown("It\x1b rose", 5, 9)
    assert marks.index("^") == line.index("rose")


def test_a_place_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    report = Report((Checked(make_brief("It rose\nand fell."), (), (make_finding(Place("a.md", 1, 4, 2, 9)),)),))
    assert "       |    ^^^^\n" in write_text(report, 80, False).decode()


@pytest.mark.parametrize("start", [1, 30, 60, 100, 150, 190])
def test_a_long_line_is_cut_to_the_width_around_the_words(start: int) -> None:
    words = "abcdefghi " * 20
    line, marks = shown(words, start, start + 9)
    assert len(line) <= 80
    assert len(marks) <= 80
    assert line[marks.index("^") : marks.rindex("^") + 1] in words


@pytest.mark.parametrize("start", [11, 101, 191])
def test_the_marks_of_a_cut_line_stand_under_the_very_words(start: int) -> None:
    words = "".join(f"word{n:05} " for n in range(20))
    line, marks = shown(words, start, start + 9)
    assert line[marks.index("^") : marks.rindex("^") + 1] == words[start - 1 : start + 8]


def test_a_cut_is_shown_at_both_ends() -> None:
    line, _ = shown("abcdefghi " * 20, 101, 110)
    assert (line[9], line.endswith(" …")) == ("…", True)


def test_a_finding_longer_than_the_line_is_marked_as_far_as_is_shown() -> None:
    line, marks = shown("abcdefghi " * 20, 1, 201)
    assert len(marks) <= len(line)


def test_long_lines_of_wide_characters_are_cut_to_the_width() -> None:
    line, _ = shown("水泵" * 60, 1, 3)
    assert sum(2 if ord(c) > 0x2E80 else 1 for c in line) <= 80


def test_a_narrow_terminal_is_written_as_if_it_had_40_columns() -> None:
    line, _ = shown("abcdefghi " * 20, 1, 10, width=5)
    assert len(line) <= 40


def test_a_wide_terminal_is_written_as_if_it_had_400_columns() -> None:
    line = "it rose " * 10_000
    written, marks = shown(line, 40_001, 40_005, 99_999_999)
    assert len(written) <= 400
    assert written[marks.index("^") :].startswith("it r")


def test_a_finding_in_a_file_that_is_no_brief_has_no_excerpt() -> None:
    report = Report((), (make_finding(Place("refs.bib", 3, 1, 3, 5)),))
    assert " | " not in write_text(report, 80, False).decode()


# --- text: the rest of a finding -------------------------------------------------------------

HERE = Place("a.md", 1, 1, 1, 3)


def test_a_finding_starts_with_its_place_severity_code_and_name() -> None:
    assert text_of(make_finding(HERE)).split("\n")[0] == "a.md:1:1: error CLM102 unsupported-statistic"


def test_a_message_is_wrapped_at_the_width() -> None:
    lines = text_of(make_finding(HERE, message="word " * 40)).split("\n")
    assert max(map(len, lines)) <= 80


def test_a_word_longer_than_the_width_is_kept_whole() -> None:
    assert "x" * 100 in text_of(make_finding(HERE, message="x" * 100))


def test_a_hint_is_shown_as_help() -> None:
    assert "\n  help: cite it\n" in text_of(make_finding(HERE, hint="cite it"))


def test_a_related_place_is_shown() -> None:
    related = (Related(Place("refs.bib", 7, 1, 7, 2), "the entry"),)
    assert "\n  see refs.bib:7: the entry\n" in text_of(make_finding(HERE, related=related))


@pytest.mark.parametrize("part", ["message", "hint", "text"])
def test_what_could_steer_a_terminal_is_escaped(part: str) -> None:
    evil = "a\x1b[2Jb\u202e"
    out = text_of(
        make_finding(HERE, message=evil if part == "message" else "m", hint=evil if part == "hint" else ""),
        text=evil if part == "text" else "t",
    )
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_the_name_of_a_file_is_escaped() -> None:
    report = Report(
        (), (make_finding(Place("a\x1b.bib", 1, 1, 1, 1), related=(Related(Place("b\x1b.md", 1, 1, 1, 1), "m"),)),)
    )
    assert "\x1b" not in write_text(report, 80, False).decode()


def test_a_brief_that_could_not_be_read_is_told_with_its_hint() -> None:
    report = Report((), (), (Unreadable("b.md", Place("b.md", 8, 1, 8, 1), "b.md is not UTF-8, line 8", "save it"),))
    out = write_text(report, 80, False).decode()
    assert out.startswith("b.md:8: not checked: b.md is not UTF-8, line 8\n  help: save it\n")


def test_a_brief_that_could_not_be_read_is_counted() -> None:
    report = Report((), (), (Unreadable("b.md", Place("b.md", 8, 1, 8, 1), "why"),))
    assert write_text(report, 80, False).decode().endswith("1 brief not checked\n")


# --- text: colours ---------------------------------------------------------------------------


def test_without_colours_there_is_no_escape() -> None:
    assert "\x1b" not in text_of(make_finding(HERE))


def test_what_is_said_of_the_same_words_again_is_told_once_with_the_lines() -> None:
    text = "\n".join(["[TODO] a"] * 4 + ["[tbd] b"])
    found = [make_finding(Place("a.md", line, 1, line, 7), Severity.WARNING) for line in (1, 2, 3, 4)]
    told = text_of(*found, make_finding(Place("a.md", 5, 1, 5, 6), Severity.WARNING), text=text)
    assert told.count("It is wrong") == 2
    assert "  the same stands in 3 more places: lines 2, 3, 4\n" in told
    assert "5 warnings" in told


def test_what_is_said_of_other_words_or_twice_only_is_told_each_time() -> None:
    text = "One.\nTwo.\nSix.\nOne."
    found = [make_finding(Place("a.md", line, 1, line, 5)) for line in (1, 2, 3, 4)]
    assert text_of(*found, text=text).count("It is wrong") == 4


def test_with_colours_the_severity_is_coloured() -> None:
    assert "\x1b[31;1merror\x1b[0m" in text_of(make_finding(HERE), colours=True)


def test_colours_can_be_read_in_a_light_terminal() -> None:
    light = {"33", "33;1", "36;1", "32;1", "37", "37;1"}
    assert light.isdisjoint({*text_report.COLOURS.values(), *doctor_report.COLOURS.values()})


def test_colours_change_nothing_but_colours() -> None:
    import re

    coloured = text_of(make_finding(HERE), colours=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == text_of(make_finding(HERE))


# --- text: the last lines --------------------------------------------------------------------


def test_the_last_line_counts() -> None:
    checked = make_account()
    report = Report((Checked(checked.brief, checked.accounts, (make_finding(HERE),)),))
    last = write_text(report, 80, False).decode().split("\n")[-2]
    assert last == "1 brief checked: 1 sentence, 1 claim, 0 sourced (0%), 1 unsupported; 1 error"


def test_a_report_without_findings_says_so() -> None:
    assert text_of().endswith("0 sentences, 0 claims, 0 sourced, 0 unsupported; no findings\n")


def test_several_briefs_are_counted_one_by_one_and_together() -> None:
    report = Report((make_account(path="a.md"), make_account(path="b.md", status="sourced")))
    lines = write_text(report, 80, False).decode().split("\n")
    assert [line.split(":")[0] for line in lines[:3]] == ["a.md", "b.md", "2 briefs checked"]


def test_the_authors_own_is_counted_apart() -> None:
    out = write_text(Report((make_account(status="opinion"),)), 80, False).decode()
    assert "1 marked as the authors' own" in out.replace("\n ", "")


def test_infos_have_no_plural() -> None:
    assert text_of(*[make_finding(HERE, Severity.INFO)] * 2).endswith("; 2 info\n")


def test_warnings_have_a_plural() -> None:
    assert text_of(*[make_finding(HERE, Severity.WARNING)] * 2).endswith("; 2 warnings\n")


def test_the_share_is_rounded_down() -> None:
    accounts = [a for status in ["sourced"] * 199 + ["unsupported"] for a in make_account(status=status).accounts]
    assert count(accounts, ()).share == "99%"


def test_without_claims_there_is_no_share() -> None:
    assert count((), ()).share == "-"


# --- JSON ------------------------------------------------------------------------------------


def json_of(report: Report) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(write_json(report))
    return loaded


def test_json_has_its_keys_in_a_fixed_order() -> None:
    assert list(json_of(Report(()))) == ["version", "tool", "counts", "briefs", "library", "unreadable"]


def test_json_says_its_version() -> None:
    assert json_of(Report(()))["version"] == VERSION


def test_a_finding_in_json_has_all_its_parts() -> None:
    related = (Related(Place("refs.bib", 7, 1, 7, 2), "the entry"),)
    report = Report((Checked(make_brief(), (), (make_finding(HERE, hint="cite", related=related),)),))
    assert json_of(report)["briefs"][0]["findings"] == [
        {
            "path": "a.md",
            "line": 1,
            "column": 1,
            "end_line": 1,
            "end_column": 3,
            "code": "CLM102",
            "name": "unsupported-statistic",
            "severity": "error",
            "message": "It is wrong",
            "hint": "cite",
            "related": [
                {"path": "refs.bib", "line": 7, "column": 1, "end_line": 7, "end_column": 2, "message": "the entry"}
            ],
            "fix": None,
            "fingerprint": "fdf060be0e825ba62fa1:1",
        }
    ]


def test_a_brief_in_json_has_its_title_and_its_counts() -> None:
    brief = json_of(Report((make_account(),)))["briefs"][0]
    assert (list(brief), brief["title"]) == (["path", "title", "counts", "findings", "covered"], "T")


def test_the_counts_of_json_name_every_status() -> None:
    counts = json_of(Report((make_account(status="waived"),)))["counts"]
    assert counts == {
        "sentences": 1,
        "claims": 1,
        "sourced": 0,
        "by_scope": 0,
        "statuses": {
            "unresolved": 0,
            "opinion": 0,
            "own-analysis": 0,
            "waived": 1,
            "sourced": 0,
            "restated": 0,
            "unsupported": 0,
            "not-a-claim": 0,
        },
        "errors": 0,
        "warnings": 0,
        "infos": 0,
    }


def test_the_findings_of_the_library_stand_apart_in_json() -> None:
    report = json_of(Report((), (make_finding(Place("refs.bib", 3, 1, 3, 5)),)))
    assert [f["path"] for f in report["library"]] == ["refs.bib"]


def test_the_findings_of_the_library_are_counted_in_json() -> None:
    assert json_of(Report((), (make_finding(HERE),)))["counts"]["errors"] == 1


def test_an_unreadable_brief_stands_apart_in_json() -> None:
    report = json_of(Report((), (), (Unreadable("b.md", Place("b.md", 8, 1, 8, 1), "why", "how"),)))
    assert report["unreadable"] == [
        {"path": "b.md", "line": 8, "column": 1, "end_line": 8, "end_column": 1, "message": "why", "hint": "how"}
    ]


def test_json_is_utf_8_and_ends_in_a_newline() -> None:
    out = write_json(Report((Checked(make_brief(path="é.md"), (), ()),)))
    assert "é.md" in out.decode()
    assert out.endswith(b"}\n")


def test_every_reporter_writes_bytes() -> None:
    assert all(isinstance(reporter(Report(()), 80, False), bytes) for reporter in REPORTERS.values())


# --- claims: JSON lines ----------------------------------------------------------------------


def test_a_row_has_exactly_these_keys_in_this_order() -> None:
    (line,) = write_jsonl([make_account()]).decode().splitlines()
    assert list(json.loads(line)) == [
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "text",
        "section",
        "status",
        "kind",
        "score",
        "level",
        "gate",
        "signs",
        "citations",
        "covered_by",
        "number",
        "sources",
    ]


def test_a_row_holds_what_is_known_of_a_sentence() -> None:
    (line,) = write_jsonl([make_account("It *rose*.", section=0)]).decode().splitlines()
    assert json.loads(line) == {
        "path": "a.md",
        "line": 3,
        "column": 5,
        "end_line": 3,
        "end_column": 15,
        "text": "It *rose*.",
        "section": "Costs",
        "status": "unsupported",
        "kind": "event",
        "score": 0.75,
        "level": "strict",
        "gate": "",
        "signs": ["trend", "was"],
        "citations": [{"key": "a2020", "locator": "p. 3", "line": 3, "column": 9}],
        "covered_by": [],
        "number": 1,
        "sources": [{"key": "a2020", "locator": "p. 3", "reference": ""}],
    }


def test_a_row_has_the_reference_as_it_is_printed() -> None:
    (line,) = write_jsonl([make_account()], 0, {"a.md": {"a2020": "An Author. 2020. A Title."}}).decode().splitlines()
    assert [source["reference"] for source in json.loads(line)["sources"]] == ["An Author. 2020. A Title."]


def test_a_row_has_the_reference_of_what_covers_it_from_elsewhere() -> None:
    row = json.loads(write_jsonl([covered()], 0, {"a.md": {"a2020": "An Author. 2020. A Title."}}))
    assert row["sources"] == [{"key": "a2020", "locator": "", "reference": "An Author. 2020. A Title."}]


def test_a_spreadsheet_has_locators_and_references() -> None:
    data = write_csv([make_account()], 0, {"a.md": {"a2020": "=Author. 2020. A Title."}})
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    assert (row["number"], row["locators"], row["sources"]) == ("1", "a2020, p. 3", "'=Author. 2020. A Title.")


def covered(scope: str = "following", status: str = "sourced", *names: str) -> Checked:
    """A brief of one sentence that something at line 2, column 7, covers."""
    checked = make_account(status=status)
    sentence = replace(checked.accounts[0].sentence, citations=())
    at = (Place("a.md", 2, 7, 2, 9),)
    account = replace(
        checked.accounts[0], sentence=sentence, covered_by=names or ("a2020",), covered_at=at, scope=scope
    )
    return replace(checked, accounts=(account,))


def test_a_row_says_by_which_citation_at_which_place_it_is_covered() -> None:
    row = json.loads(write_jsonl([covered()]))
    assert row["covered_by"] == [{"key": "a2020", "line": 2, "column": 7}]


def test_what_says_another_sentence_again_is_covered_by_a_place_without_a_key() -> None:
    row = json.loads(write_jsonl([covered("", "restated", "a.md:2:7")]))
    assert row["covered_by"] == [{"key": "", "line": 2, "column": 7}]


def test_a_cell_says_by_which_citation_it_is_covered() -> None:
    assert "a2020:2:7" in write_csv([covered()]).decode()


@pytest.mark.parametrize(
    ("checked", "told"),
    [
        (covered(), "(covered by @a2020 2:7) It rose."),
        (covered("", "restated", "a.md:2:7"), "(says 2:7 again) It rose."),
        (covered(""), "0.75  It rose."),
    ],
)
def test_a_line_says_what_covers_a_sentence_from_elsewhere(checked: Checked, told: str) -> None:
    assert told in write_claims_text([checked]).decode()


def test_json_lists_the_sentences_that_something_else_covers() -> None:
    (brief,) = json_of(Report((covered(),)))["briefs"]
    place = {"line": 3, "column": 5, "end_line": 3, "end_column": 13}
    by = [{"key": "a2020", "line": 2, "column": 7}]
    assert brief["covered"] == [{**place, "status": "sourced", "scope": "following", "covered_by": by}]
    assert brief["counts"]["by_scope"] == 1


@pytest.mark.parametrize("colours", [False, True])
def test_the_last_line_keeps_to_the_width(colours: bool) -> None:
    lines = write_text(Report((covered(),)), 40, colours).decode().split("\n")
    assert max(len(re.sub("\033\\[[0-9;]*m", "", line)) for line in lines) <= 40


def test_the_last_line_says_how_many_are_covered_by_another_sentence() -> None:
    last = write_text(Report((covered(),)), 200, False).decode().split("\n")[-2]
    assert "1 sourced (100%), 1 of them by a citation of another sentence, 0 unsupported" in last


def test_a_sentence_before_any_heading_has_no_section() -> None:
    (line,) = write_jsonl([make_account(section=-1)]).decode().splitlines()
    assert json.loads(line)["section"] == ""


def test_a_sentence_over_two_lines_is_one_row() -> None:
    assert len(write_jsonl([make_account("It\nrose.\u2028")]).decode().split("\n")) == 2


def test_no_claims_are_no_rows() -> None:
    assert write_jsonl([]) == b""


# --- claims: CSV -----------------------------------------------------------------------------


def cells(checked: Checked) -> dict[str, str]:
    (row,) = csv.DictReader(io.StringIO(write_csv([checked]).decode("utf-8-sig"), newline=""))
    return row


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_a_cell_that_a_spreadsheet_would_run_is_text(start: str) -> None:
    assert cells(make_account(f"{start}HYPERLINK(1)"))["text"] == f"'{start}HYPERLINK(1)"


@pytest.mark.parametrize(("start", "escape"), [("\t", "\\u0009"), ("\r", "\\u000d"), ("\x1b[2J", "\\u001b[2J")])
def test_a_control_in_a_cell_is_written_as_its_escape(start: str, escape: str) -> None:
    assert cells(make_account(f"{start}HYPERLINK(1)"))["text"] == f"{escape}HYPERLINK(1)"


def test_a_cell_of_plain_words_is_as_it_is() -> None:
    assert cells(make_account("It rose - @once."))["text"] == "It rose - @once."


def test_the_name_of_a_file_is_text_too() -> None:
    assert cells(make_account(path="=a.md"))["path"] == "'=a.md"


def test_lists_are_joined_by_blanks_in_a_cell() -> None:
    row = cells(make_account())
    assert (row["signs"], row["citations"]) == ("trend was", "a2020")


def test_csv_has_the_keys_of_a_row_as_its_head() -> None:
    (line,) = write_jsonl([make_account()]).decode().splitlines()
    assert list(cells(make_account())) == [*json.loads(line), "locators"]


def test_csv_starts_with_a_byte_order_mark_for_spreadsheets() -> None:
    assert write_csv([make_account()]).startswith(b"\xef\xbb\xbf")


def test_csv_of_nothing_has_no_rows() -> None:
    assert write_csv([]).decode("utf-8-sig").strip() == ""


# --- claims: text ----------------------------------------------------------------------------


def test_a_sentence_is_a_line_with_place_status_and_score() -> None:
    assert write_claims_text([make_account()]).decode() == "a.md\n    3:5    unsupported  0.75  It rose.\n"


def test_a_long_sentence_is_cut_at_the_width() -> None:
    lines = write_claims_text([make_account("word " * 40)], 80).decode().split("\n")
    assert (len(lines[1]), lines[1][-1]) == (80, "…")


def test_claims_as_text_are_escaped() -> None:
    assert "\x1b" not in write_claims_text([make_account("It \x1b[2J rose.", path="a\x1b.md")]).decode()


def test_every_form_of_claims_writes_bytes() -> None:
    assert all(isinstance(write([make_account()], 80, EMPTY), bytes) for write in CLAIM_FORMS.values())


# --- claims --sentences ----------------------------------------------------------------------


def test_a_verdict_is_a_row_with_exactly_these_keys_in_this_order() -> None:
    verdict = Verdict(0.75, "strict", "event", (Sign("trend", 1.0, "rose"),), "")
    assert json.loads(write_verdicts([("x", verdict)])) == {
        "id": "x",
        "score": 0.75,
        "level": "strict",
        "gate": "",
        "signs": ["trend"],
    }


@pytest.mark.parametrize("name", [7, "7", None, [1], {"a": 1}, "é"])
def test_an_id_comes_back_as_it_came(name: object) -> None:
    assert json.loads(write_verdicts([(name, Verdict(0.1, "none", "general"))]))["id"] == name


# --- text: groups, links, writing of other scripts -----------------------------------------------


def section(title: str, line: int) -> Section:
    return Section(title, 1, "", Place("a.md", line, 1, line, 5))


def test_findings_are_grouped_under_the_headings_of_a_brief() -> None:
    brief = replace(make_brief("x\n# A\nb\n# C\nd\ne"), sections=(section("A", 2), section("C", 4)))
    findings = tuple(make_finding(Place("a.md", line, 1, line, 2)) for line in (1, 3, 5, 6))
    text = write_text(Report((Checked(brief, (), findings),)), 80, False, grouped=True).decode()
    assert [line for line in text.split("\n") if line.startswith("==")] == [
        "== a.md, before the first heading: 1 finding",
        "== a.md, A: 1 finding",
        "== a.md, C: 2 findings",
    ]


def test_a_heading_of_a_group_is_escaped() -> None:
    brief = replace(make_brief("x"), sections=(section("\x1b[2J", 1),))
    report = Report((Checked(brief, (), (make_finding(HERE),)),))
    assert "\x1b" not in write_text(report, 80, False, grouped=True).decode()


def test_a_place_is_a_link_where_the_terminal_knows_links() -> None:
    report = Report((Checked(make_brief(path="a b.md"), (), (make_finding(Place("a b.md", 1, 1, 1, 2)),)),))
    text = write_text(report, 80, False, links="file://host/home").decode()
    assert text.startswith("\x1b]8;;file://host/home/a%20b.md\x1b\\a b.md:1:1: \x1b]8;;\x1b\\error")


def test_a_file_elsewhere_is_a_link_to_where_it_lies() -> None:
    report = Report((), (make_finding(Place("/tmp/a.bib", 1, 1, 1, 2)),))
    assert write_text(report, 80, False, links="file://host/home").startswith(b"\x1b]8;;file:///tmp/a.bib\x1b\\")


def test_a_name_cannot_end_its_link() -> None:
    report = Report((), (make_finding(Place("a\x1b\\\x07.bib", 1, 1, 1, 2)),))
    assert write_text(report, 80, False, links="file://h/x").count(b"\x1b") == 4


def test_marks_without_a_width_of_their_own_move_nothing() -> None:
    assert shown("\u0e17\u0e35\u0e48 rose", 5, 9)[1] == "       |   ^^^^"


def test_words_in_a_line_that_runs_from_right_to_left_are_said_again() -> None:
    line = "\u05de\u05d7\u05d9\u05e8\u05d9\u05dd \u05e2\u05dc\u05d5 12%."
    assert shown(line, 8, 11)[1] == "       | ^ \u05e2\u05dc\u05d5"


def test_many_words_from_right_to_left_are_cut_at_the_width() -> None:
    line = "\u05d0\u05d1\u05d2 " * 60
    assert len(shown(line, 1, 241)[1]) <= 80


def test_a_message_in_wide_characters_keeps_to_the_width() -> None:
    lines = text_of(make_finding(HERE, message="\u6c34\u6cf5 " * 40)).split("\n")
    wide = [sum(2 if c > "\u2fff" else 1 for c in line) for line in lines]
    assert max(wide) <= 80


def test_a_known_finding_is_marked() -> None:
    text = text_of(replace(make_finding(HERE), standing="known"))
    assert "error CLM102 unsupported-statistic [known]\n" in text
    assert text.endswith("1 finding of these is known\n")
