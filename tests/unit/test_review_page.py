"""What the report for reviewers gathers of a brief: numbers, statuses, what is behind a sentence, what to do first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from briefkit.model import (
    EMPTY,
    Account,
    Allowance,
    Block,
    Brief,
    Checked,
    Citation,
    Field,
    Finding,
    FrontMatter,
    Mark,
    Place,
    Related,
    Section,
    Sentence,
    Severity,
    Source,
)
from briefkit.report.counts import Counts, count
from briefkit.report.review import Exhibit, Reviewed
from briefkit.report.review_page.brief_page import brief_values, source_words, year_of
from briefkit.report.review_page.indexed import captions_first
from briefkit.report.review_page.words import beginning, verdict
from briefkit.values import replace


def make_sentence(line: int, text: str = "It rose.", *keys: str, column: int = 1) -> Sentence:
    place = Place("a.md", line, column, line, column + len(text))
    cited = tuple(Citation(key, "p. 3", "", "", place) for key in keys)
    return Sentence(text, text, place, line - 1, cited)


def make_account(sentence: Sentence, status: str = "unsupported", **more: Any) -> Account:
    return Account(sentence, status, more.pop("kind", "event"), more.pop("score", 0.8), "strict", **more)


def make_finding(line: int, severity: Severity = Severity.ERROR, column: int = 1, path: str = "a.md") -> Finding:
    return Finding(Place(path, line, column, line, column + 1), "CLM102", "unsupported-statistic", severity, "Wrong")


def make_source(key: str, **fields: str) -> Source:
    return Source(key, "book", {name: Field(value, 1) for name, value in fields.items()}, Place("r.bib", 1, 1, 2, 1))


def values_of(
    accounts: Sequence[Account],
    findings: Sequence[Finding] = (),
    keys: Sequence[str] = (),
    blocks: Sequence[Block] = (),
    **more: Any,
) -> Mapping[str, Any]:
    """The values of a brief with a block for each account, unless others are given."""
    made = tuple(blocks) or tuple(Block("paragraph", "", a.sentence.place, (a.sentence,), section=0) for a in accounts)
    sections = more.pop("sections", (Section("Costs", 1, "", Place("a.md", 1, 1, 1, 6)),))
    brief = Brief("a.md", "", FrontMatter(title="T", **more.pop("front", {})), sections, made, (), (), EMPTY)
    exhibits = more.pop("exhibits", ())
    brief = replace(brief, **more)
    sources = {key: make_source(key, title="T", date="2020-05") for key in keys}
    references = {key: f"Reference {key}." for key in keys}
    return brief_values(
        Reviewed(Checked(brief, tuple(accounts), tuple(findings)), sources, references, {}, None, exhibits), ""
    )


def sentences(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [s for section in values["sections"] for part in section["parts"] for s in part["sentences"]]


# --- the draft -------------------------------------------------------------------------------


def test_sentences_that_count_are_numbered_and_the_others_are_shown() -> None:
    counted, silent = make_sentence(1), make_sentence(2, "A cell")
    blocks = [Block("paragraph", "", s.place, (s,)) for s in (counted, silent)]
    shown = sentences(values_of([make_account(counted)], blocks=blocks))
    assert [(s["number"], s["text"]) for s in shown] == [(1, "It rose."), (0, "A cell")]


def test_a_finding_goes_to_the_sentence_in_which_it_begins() -> None:
    accounts = [make_account(make_sentence(1, "It rose.")), make_account(make_sentence(1, "It fell.", column=10))]
    values = values_of(accounts, [make_finding(1, column=12), make_finding(1, column=9), make_finding(9)])
    assert [finding["sentence"] for finding in values["findings"]] == [2, 0, 0]


def test_a_finding_in_the_library_belongs_to_no_sentence() -> None:
    values = values_of([make_account(make_sentence(1))], [make_finding(1, path="r.bib")])
    assert values["findings"][0]["sentence"] == 0


def test_what_is_found_in_the_library_stands_at_the_sentence_that_it_names_and_is_counted() -> None:
    account = make_account(make_sentence(3, "It rose.", "a"), "sourced")
    found = replace(make_finding(1, path="r.bib"), related=(Related(Place("a.md", 3, 2, 3, 3), "cited here"),))
    brief = Brief("a.md", "", FrontMatter(title="T"), (), (), (), (), EMPTY)
    reviewed = Reviewed(Checked(brief, (account,), ()), {}, {}, {})
    values = brief_values(reviewed, "", (found,), (found,))
    assert values["severities"] == "1 error"
    assert (values["open"], values["kinds"][0]["open"], values["in_library"][found]["sentence"]) == (1, 1, 1)
    assert [first["finding"] for first in values["first"]] == ["Wrong"]


def test_a_note_stands_at_the_end_of_its_section() -> None:
    first, second, note = make_sentence(1), make_sentence(2), make_sentence(3, "In 2020.")
    sections = tuple(Section(title, 1, "", Place("a.md", 1, 1, 1, 2)) for title in ("One", "Two"))
    blocks = [
        Block("paragraph", "", first.place, (first,), section=0),
        Block("paragraph", "", second.place, (second,), section=1),
        Block("note", "", note.place, (note,), section=0),
    ]
    values = values_of([make_account(s) for s in (first, second, note)], blocks=blocks, sections=sections)
    assert [(s["title"], len(s["parts"])) for s in values["sections"]] == [("One", 2), ("Two", 1)]


def test_only_the_first_sentence_of_an_item_is_shown_with_its_mark() -> None:
    first, second = make_sentence(1), make_sentence(2, "In 2020.")
    blocks = [Block("item", "", first.place, (first, second), mark="2.")]
    (part,) = values_of([make_account(s) for s in (first, second)], blocks=blocks)["sections"][0]["parts"]
    assert [sentence["mark"] for sentence in part["sentences"]] == ["2.", ""]


def test_the_cells_of_a_line_are_a_row() -> None:
    cells = [make_sentence(line, text, column=column) for line, text, column in ((1, "A", 1), (1, "B", 5), (2, "1", 1))]
    kinds = ("header-cell", "header-cell", "cell")
    blocks = [Block(k, "", c.place, (c,), exhibit=1, counts=False) for k, c in zip(kinds, cells, strict=True)]
    (part,) = values_of([], blocks=blocks)["sections"][0]["parts"]
    assert [(row["head"], len(row["cells"])) for row in part["rows"]] == [(True, 2), (False, 1)]
    assert not part["even"]


def test_the_data_of_a_chart_stands_below_its_caption() -> None:
    words = make_sentence(1, "Heat deaths")
    said = {"unit": "deaths", "source": "@a, table 3"}
    data = Block("chart", "", Place("a.md", 1, 1, 1, 9), (), said, exhibit=1)
    caption = Block("caption", "", words.place, (words,), said, exhibit=1)
    exhibits = (Exhibit("Figure 1", (("Year", "Deaths"), ("2025", "1,860"))),)
    first, table = values_of([], blocks=[data, caption], exhibits=exhibits)["sections"][0]["parts"]
    assert (first["label"], table["label"]) == ("Figure 1", "data of Figure 1, deaths")
    assert [[cell[0]["text"] for cell in row["cells"]] for row in table["rows"]] == [
        ["Year", "Deaths"],
        ["2025", "1,860"],
    ]
    assert table["below"] == "Source: @a, table 3"


def test_a_table_of_a_review_has_widths_and_knows_its_figures() -> None:
    data = Block("chart", "", Place("a.md", 1, 1, 1, 9), (), {}, exhibit=1)
    rows = (("Place", "Deaths", "Day"), ("Rindfleischmarkt", "1,860", "2025-01-02"))
    (table,) = values_of([], blocks=[data], exhibits=(Exhibit("", rows),))["sections"][0]["parts"]
    assert [column["figures"] for column in table["columns"]] == [False, True, False]
    assert table["columns"][0]["width"] > table["columns"][1]["width"]
    assert table["size"].split() == ["short"]


def test_the_first_column_of_a_table_is_no_figures_and_a_word_among_figures_makes_none_of_them_words() -> None:
    data = Block("chart", "", Place("a.md", 1, 1, 1, 9), (), {}, exhibit=1)
    rows = (("Year", "Fines", "Help"), ("2024", "3", "Vouchers"), ("2025", "none", "3 of 4 pay"), ("2026", "14", "9"))
    (table,) = values_of([], blocks=[data], exhibits=(Exhibit("", rows),))["sections"][0]["parts"]
    assert [column["figures"] for column in table["columns"]] == [False, True, False]


def test_what_stands_in_one_box_is_labelled_once() -> None:
    said = [("front", "key-messages")] * 2 + [
        ("front", "funding"),
        ("item", "recommendation"),
        ("item", "recommendation"),
    ]
    items = [(kind, role, make_sentence(line)) for line, (kind, role) in enumerate(said, 1)]
    blocks = [Block(kind, role, one.place, (one,)) for kind, role, one in items]
    labels = [part["label"] for part in values_of([], blocks=blocks)["sections"][0]["parts"]]
    assert labels == ["key messages", "", "funding", "recommendation", "recommendation"]


def test_a_table_of_a_review_that_needs_the_page_is_wide() -> None:
    data = Block("chart", "", Place("a.md", 1, 1, 1, 9), (), {}, exhibit=1)
    made = [
        values_of([], blocks=[data], exhibits=(Exhibit("", (("Wasserverband",) * columns,)),))["sections"][0]["parts"]
        for columns in (6, 9)
    ]
    assert [part[0]["size"] for part in made] == ["wide short", "wide dense short"]


def test_a_table_is_called_as_it_is_printed() -> None:
    cell = make_sentence(1, "A")
    blocks = [Block("cell", "", cell.place, (cell,), exhibit=2, cell=(1, 1), counts=False)]
    (part,) = values_of([], blocks=blocks, exhibits=(Exhibit("Figure 1"), Exhibit("Table 1")))["sections"][0]["parts"]
    assert (part["label"], part["name"]) == ("", "cells of Table 1")


def test_the_cells_of_a_table_stand_below_its_caption() -> None:
    cell, caption = make_sentence(1, "Cell"), make_sentence(3, "Pumps by district")
    blocks = [
        Block("cell", "", cell.place, (cell,), exhibit=1, cell=(1, 1), counts=False),
        Block("paragraph", "", Place("a.md", 2, 1, 2, 9), (make_sentence(2),)),
        Block("caption", "", caption.place, (caption,), exhibit=1),
    ]
    assert [block.kind for block in captions_first(blocks)] == ["caption", "cell", "paragraph"]


def test_a_finding_on_a_cell_marks_it_and_is_told_below_its_table_with_the_row() -> None:
    name, figure = make_sentence(5, "Total"), make_sentence(5, "-430", column=9)
    blocks = [
        Block("cell", "", s.place, (s,), exhibit=1, cell=(1, n), counts=False) for n, s in enumerate((name, figure), 1)
    ]
    values = values_of([], [make_finding(5, column=9)], blocks=blocks)
    (part,) = values["sections"][0]["parts"]
    assert [cell[0]["flawed"] for cell in part["rows"][0]["cells"]] == [False, True]
    assert [flaw["words"] for flaw in part["flaws"]] == ["Total \u00b7 \u200e-430"]


def test_a_finding_names_its_section_and_quotes_its_words() -> None:
    account = make_account(make_sentence(3, "Pumps cost 40 euros."))
    findings = [make_finding(3), make_finding(1)]
    values = values_of([account], findings, text="---\n\nPumps cost 40 euros.\n")
    sentence, head = values["findings"]
    assert (sentence["section"], sentence["words"], sentence["typed"]) == ("Costs", "Pumps cost 40 euros.", "")
    assert (head["words"], head["typed"]) == ("", "---")


def test_a_finding_on_the_whole_brief_quotes_nothing() -> None:
    whole = replace(make_finding(1), place=Place("a.md", 1, 1, 1, 1))
    assert values_of([], [whole], text="# Pumps\n")["findings"][0]["typed"] == ""


@pytest.mark.parametrize(
    ("front", "state", "mark"),
    [
        ({"status": "draft"}, "draft", "Draft"),
        ({"status": "in-review"}, "in-review", ""),
        (
            {"status": "embargoed", "embargo_until": "2026-12-01T06:00+01:00"},
            "Not for release before 1 December 2026, 06:00 (UTC+1)",
            "Not for release before 1 December 2026, 06:00 (UTC+1)",
        ),
        (
            {"status": "draft", "embargo": "2026-12-01"},
            "draft \u00b7 Not for release before 1 December 2026",
            "Not for release before 1 December 2026",
        ),
        ({"status": "embargoed"}, "Embargoed", "Embargoed"),
        ({"status": "published", "embargo": "2026-12-01"}, "published", ""),
    ],
)
def test_until_when_a_brief_is_not_public_is_told(front: dict[str, str], state: str, mark: str) -> None:
    values = values_of([], front=front)
    assert (values["state"], values["mark"]) == (state, mark)


def test_a_citation_that_is_part_of_the_words_is_shown_by_its_key() -> None:
    sentence = replace(make_sentence(1, "Author argues that it rose.", "a"), source="@a argues that it rose [@b].")
    assert sentences(values_of([make_account(sentence, "sourced")], keys=["a"]))[0]["text"] == "@a argues that it rose."


def test_a_formula_is_shown_as_it_is_typed() -> None:
    sentence = replace(make_sentence(1, "The gap of \u2025 is \u2025."), source="The gap of $i$ is $\\frac{1}{2}$.")
    assert sentences(values_of([make_account(sentence)]))[0]["text"] == "The gap of i is \\frac{1}{2}."


def test_a_figure_above_or_below_the_line_is_shown_there() -> None:
    sentence = replace(make_sentence(1, "It fell to 10-3 t of CO2."), source="It fell to 10^-3^ t of CO~2~.")
    assert sentences(values_of([make_account(sentence)]))[0]["text"] == "It fell to 10\u207b\u00b3 t of CO\u2082."


def test_a_formula_among_sums_of_money_is_shown_as_it_is_typed() -> None:
    sentence = replace(make_sentence(1, "From $5 to $6 it is \u2025."), source="From $5 to $6 it is $x$.")
    assert sentences(values_of([make_account(sentence)]))[0]["text"] == "From $5 to $6 it is x."


def test_a_formula_among_dollars_of_another_kind_is_an_ellipsis() -> None:
    sentence = replace(make_sentence(1, "The shell sets $k$ to \u2025."), source="The shell sets `$k$` to $x$.")
    assert sentences(values_of([make_account(sentence)]))[0]["text"] == "The shell sets $k$ to \u2026."


def test_a_citation_among_the_words_is_shown_where_it_stands() -> None:
    sentence = make_sentence(1, " shows it, and so.", "a", "b")
    first, last = sentence.citations
    sentence = replace(sentence, citations=(replace(first, at=0), replace(last, at=17)))
    (shown,) = sentences(values_of([make_account(sentence, "sourced")], keys=["a", "b"]))
    pieces = [([cite["key"] for cite in piece["cites"]], piece["text"]) for piece in shown["pieces"]]
    assert pieces == [([], ""), (["a"], " shows it, and so.")]
    assert [cite["key"] for cite in shown["cites"]] == ["b"]


def test_words_that_run_the_other_way_are_told_apart() -> None:
    apart = values_of([], front={"lang": "ar"})["apart"]
    assert apart("قال (World Bank [2020]) ذلك") == [("قال (", ""), ("World Bank [2020]", "ltr"), (") ذلك", "")]


def test_the_word_author_of_the_brief_itself_stays() -> None:
    sentence = replace(make_sentence(1, "Author Smith agrees with Author."), source="Author Smith agrees with @a.")
    assert sentences(values_of([make_account(sentence)]))[0]["text"] == "Author Smith agrees with @a."


def test_a_note_that_only_cites_shows_its_citation_without_a_full_stop() -> None:
    assert sentences(values_of([make_account(make_sentence(1, ".", "a"), "sourced")], keys=["a"]))[0]["text"] == ""


def test_behind_a_sentence_are_its_references_and_where_in_them() -> None:
    account = make_account(make_sentence(1, "It rose.", "a", "lost"), "unresolved")
    behind = sentences(values_of([account], keys=["a"]))[0]["behind"]
    assert [(b["key"], b["reference"], b["where"]) for b in behind] == [
        ("a", "Reference a.", "p. 3"),
        ("lost", "", "p. 3"),
    ]


def test_a_sentence_covered_from_elsewhere_names_the_sentence_that_cites() -> None:
    citing, covered = make_sentence(1, "It rose.", "a"), make_sentence(2)
    accounts = [
        make_account(citing, "sourced", covered_by=("a",), covered_at=(citing.place,)),
        make_account(covered, "sourced", covered_by=("a",), covered_at=(citing.place,), scope="paragraph"),
    ]
    (behind,) = sentences(values_of(accounts, keys=["a"]))[1]["behind"]
    assert (behind["from"]["number"], behind["where"]) == (1, "")


def test_a_restated_sentence_leads_to_the_one_that_it_says_again() -> None:
    body = make_sentence(2, "It rose.", "a")
    again = make_account(make_sentence(1), "restated", covered_by=("It rose.",), covered_at=(body.place,))
    (behind,) = sentences(values_of([again, make_account(body, "sourced")], keys=["a"]))[0]["behind"]
    assert behind["again"]["id"] == "s-2"


def test_a_table_with_an_empty_cell_keeps_its_columns() -> None:
    made = [make_sentence(line, text) for line, text in ((1, "A"), (1, "B"), (2, "2"))]
    at = ((1, 1), (1, 2), (2, 2))
    blocks = [Block("cell", "", s.place, (s,), exhibit=1, counts=False, cell=c) for s, c in zip(made, at, strict=True)]
    (part,) = values_of([], blocks=blocks)["sections"][0]["parts"]
    assert [[len(cell) for cell in row["cells"]] for row in part["rows"]] == [[1, 1], [0, 1]]
    assert part["even"]


def test_a_finding_that_a_baseline_knows_says_so() -> None:
    values = values_of([make_account(make_sentence(1))], [replace(make_finding(1), standing="known")])
    assert sentences(values)[0]["findings"][0]["standing"] == "known"


# --- the first page --------------------------------------------------------------------------


def test_the_gravest_open_claims_come_first_then_those_before_others() -> None:
    accounts = [make_account(make_sentence(line)) for line in range(1, 6)]
    findings = [make_finding(2, Severity.WARNING), make_finding(4), make_finding(5)]
    assert [one["number"] for one in values_of(accounts, findings)["first"]] == [4, 5, 2]


def test_what_concerns_no_sentence_is_told_where_room_is_left() -> None:
    values = values_of([make_account(make_sentence(1), "sourced")], [make_finding(9), make_finding(9, Severity.INFO)])
    assert [(one["number"], one["id"]) for one in values["first"]] == [(0, "findings")]


def test_a_sourced_sentence_with_a_warning_is_open_and_one_with_a_remark_is_not() -> None:
    accounts = [make_account(make_sentence(line, "It rose.", "a"), "sourced") for line in (1, 2)]
    values = values_of(accounts, [make_finding(1, Severity.WARNING), make_finding(2, Severity.INFO)], ["a"])
    assert [s["open"] for s in sentences(values)] == [True, False]


def test_the_parts_of_the_bar_fill_it_without_a_gap() -> None:
    statuses = ("unsupported", "sourced", "sourced", "opinion", "not-a-claim", "waived", "restated")
    bars = values_of([make_account(make_sentence(n), status) for n, status in enumerate(statuses, 1)])["statuses"]
    ends = [bar["at"] + bar["width"] for bar in bars]
    assert [bar["at"] for bar in bars] == [0, *ends[:-1]]
    assert ends[-1] == 1000


def counts_of(*statuses: str) -> Counts:
    return count([make_account(make_sentence(1), status) for status in statuses], ())


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        ((), "There is nothing to judge: no sentence of it counts."),
        (("opinion",), "It makes no claim that needs a source."),
        (("sourced",), "The one claim is sourced."),
        (("unsupported",), "The one claim is not sourced."),
        (("sourced", "restated"), "All 2 claims are sourced."),
        (("unsupported", "unresolved"), "None of the 2 claims is sourced."),
        (("sourced", "waived"), "1 of 2 claims is sourced."),
        (
            ("sourced", "sourced", "unsupported"),
            "2 of 3 claims are sourced. One has no source that a reader could follow.",
        ),
    ],
)
def test_the_verdict_is_said_in_words(statuses: Sequence[str], said: str) -> None:
    assert verdict(counts_of(*statuses)) == said


# --- sources and exemptions ------------------------------------------------------------------


def test_a_source_carries_sentences_alone_or_with_others() -> None:
    keys = (("a",), ("a", "b"))
    accounts = [make_account(make_sentence(n, "It rose.", *k), "sourced", covered_by=k) for n, k in enumerate(keys, 1)]
    accounts = [replace(a, covered_at=(a.sentence.place,) * len(a.covered_by)) for a in accounts]
    sources = values_of(accounts, keys=["a", "b"])["sources"]
    told = {s["key"]: ([n["number"] for n in s["alone"]], [n["number"] for n in s["shared"]]) for s in sources}
    assert told == {"a": ([1], [2]), "b": ([], [2])}


def test_exemptions_are_the_comments_and_the_marks_with_their_reasons() -> None:
    sentence = make_sentence(2)
    marked = replace(sentence, marks=(Mark("opinion", "", sentence.place),))
    allowance = Allowance(("unsupported-claim",), "well known", Place("a.md", 1, 1, 1, 9), sentence.place)
    exemptions = values_of([make_account(marked, "opinion")], allowances=(allowance,))["exemptions"]
    assert [(e["what"], e["reason"], e["number"]) for e in exemptions] == [
        ("allows unsupported-claim", "well known", 1),
        ("marked as opinion", "the authors’ own view", 1),
    ]


def test_a_waived_sentence_says_why() -> None:
    sentence = make_sentence(2)
    allowance = Allowance(("unsupported-claim",), "well known", Place("a.md", 1, 1, 1, 9), sentence.place)
    values = values_of([make_account(sentence, "waived")], allowances=(allowance,))
    assert sentences(values)[0]["reason"] == "well known"


@pytest.mark.parametrize(("date", "year"), [("2020-05-01", 2020), ("1648", 1648), ("no date", 0), ("12345", 0)])
def test_the_year_of_a_source_is_read_off_its_date(date: str, year: int) -> None:
    assert year_of(make_source("a", date=date)) == year


def test_an_entry_without_a_reference_is_told_by_its_fields_and_else_by_its_key() -> None:
    assert source_words(make_source("a", author="{Office}", title="On {W}ells")) == "Office. On Wells"
    assert source_words(make_source("a")) == "a"
    assert (
        source_words(make_source("a", author="Drezner, D. W.", title="How?", date="2011"))
        == "Drezner, D. W. 2011. How?"
    )


def test_a_long_sentence_is_cut_between_words() -> None:
    assert beginning("word " * 100).endswith("word …")


def test_a_language_that_is_none_is_not_passed_on() -> None:
    assert values_of([], front={"lang": '"><b'})["lang"] == "und"
