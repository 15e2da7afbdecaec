"""`briefkit claims` as a user runs it: its three forms, and rows of sentences from elsewhere."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.command import UNSOURCED, Ran, briefkit, copy_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def rows(ran: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.out.splitlines()]


def judge(project: Path, *lines: object) -> Ran:
    """The answer to rows of sentences on standard input."""
    stdin = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    return briefkit("claims", "--sentences", "-", cwd=project, stdin=stdin.encode())


def test_claims_are_listed_as_text(project: Path) -> None:
    ran = briefkit("claims", cwd=project)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("briefs/pumps.md\n   10:14   sourced")


def test_claims_are_rows_of_json(project: Path) -> None:
    found = rows(briefkit("claims", "--format", "jsonl", cwd=project))
    assert {row["path"] for row in found} == {"briefs/pumps.md"}
    assert {row["status"] for row in found} == {"sourced", "not-a-claim"}


def test_the_place_of_a_row_points_at_its_text(project: Path) -> None:
    lines = (project / "briefs" / "pumps.md").read_text(encoding="utf-8").split("\n")
    for row in rows(briefkit("claims", "--format", "jsonl", cwd=project)):
        assert lines[row["line"] - 1][row["column"] - 1 :].startswith(row["text"].split("\n")[0])


def test_claims_are_cells_of_csv(project: Path) -> None:
    ran = briefkit("claims", "--format", "csv", cwd=project)
    found = list(csv.DictReader(io.StringIO(ran.out.lstrip("\ufeff"), newline="")))
    assert found[0]["citations"] == "census2024"


def test_cells_of_csv_steer_no_terminal_and_keep_the_joiners_of_letters(project: Path) -> None:
    brief = (
        "---\ntitle: T\n---\n\nPrices \x1b]0;x\x07 \x9b31m \u202e \u0645\u06cc\u200c\u0634\u0648\u062f [@census2024].\n"
    )
    ran = briefkit("claims", "-", "--format", "csv", cwd=project, stdin=brief.encode())
    words = "Prices \\u001b]0;x\\u0007 \\u009b31m \\u202e \u0645\u06cc\u200c\u0634\u0648\u062f"
    assert words in ran.out
    assert not set("\x1b\x07\x9b\u202e") & set(ran.out)


def test_the_setting_for_the_scope_of_citations_is_heeded(project: Path) -> None:
    (project / "briefkit.toml").write_text('citation-scope = "following"\n', encoding="utf-8")
    brief = b"---\ntitle: T\n---\n\nPrices rose by 3% [@census2024]. Wages fell by 9%.\n"
    second = rows(briefkit("claims", "-", "--format", "jsonl", cwd=project, stdin=brief))[1]
    assert (second["status"], second["covered_by"]) == ("sourced", [{"key": "census2024", "line": 5, "column": 20}])
    checked = briefkit("check", "-", cwd=project, stdin=brief)
    assert checked.out == (
        "1 brief checked: 2 sentences, 2 claims, 2 sourced (100%), 1 of them by a\n"
        "  citation of another sentence, 0 unsupported;\n  no findings\n"
    )


def test_claims_go_to_a_file(project: Path) -> None:
    ran = briefkit("claims", "--format", "jsonl", "--output", "claims.jsonl", cwd=project)
    assert (ran.code, ran.out) == (0, "")
    assert (project / "claims.jsonl").stat().st_size > 0


def test_claims_without_a_source_exit_with_0(project: Path) -> None:
    ran = briefkit("claims", "-", "--format", "jsonl", cwd=project, stdin=UNSOURCED.encode())
    assert ran.code == 0
    assert [row["status"] for row in rows(ran)] == ["sourced", "unsupported"]


def test_a_brief_that_cannot_be_read_exits_with_3_and_the_others_are_listed(project: Path) -> None:
    (project / "wrong.md").write_bytes(b"\xff")
    ran = briefkit("claims", "wrong.md", "briefs", "--format", "jsonl", cwd=project)
    assert ran.code == 3
    assert len(rows(ran)) == 8
    assert "wrong.md is not UTF-8" in ran.err


def test_no_briefs_exits_with_2(tmp_path: Path) -> None:
    assert briefkit("claims", cwd=tmp_path).code == 2


def test_an_unknown_form_exits_with_2(project: Path) -> None:
    assert briefkit("claims", "--format", "xml", cwd=project).code == 2


# --- --sentences -----------------------------------------------------------------------------


SURE = "The World Bank estimated that emissions in India and China fell by 12% in 2020."


def test_each_row_has_its_answer_in_order(project: Path) -> None:
    ran = judge(project, {"id": "b", "text": SURE}, {"id": "a", "text": "Why is that so?"})
    assert (ran.code, ran.err) == (0, "")
    assert [(row["id"], row["level"], row["gate"]) for row in rows(ran)] == [
        ("b", "strict", ""),
        ("a", "none", "question"),
    ]


def test_an_answer_has_exactly_these_keys_in_this_order(project: Path) -> None:
    (row,) = rows(judge(project, {"id": 1, "text": "Emissions fell 12% in 2020."}))
    assert list(row) == ["id", "score", "level", "gate", "signs"]


def test_the_signs_of_an_answer_are_names(project: Path) -> None:
    (row,) = rows(judge(project, {"id": 1, "text": "Emissions fell 12% in 2020."}))
    assert "percent" in row["signs"]


def test_a_score_lies_between_0_and_1(project: Path) -> None:
    found = rows(judge(project, *({"id": n, "text": t} for n, t in enumerate(("It rose 12%.", "Why?", "")))))
    assert all(0 <= row["score"] <= 1 for row in found)


@pytest.mark.parametrize("name", ["x", 7, None, ["a"]])
def test_an_id_comes_back_as_it_came(name: object, project: Path) -> None:
    (row,) = rows(judge(project, {"id": name, "text": "It rose."}))
    assert row["id"] == name


def test_the_section_of_a_row_is_seen(project: Path) -> None:
    text = "Publish the full list of wells."
    ran = judge(project, {"id": 1, "text": text, "section": "Recommendations"}, {"id": 2, "text": text})
    assert [row["gate"] for row in rows(ran)] == ["recommended", "instruction"]


def test_other_keys_of_a_row_are_passed_over(project: Path) -> None:
    ran = judge(project, {"id": 1, "text": "It rose.", "before": None, "extra": {"doc": "x"}})
    assert ran.code == 0


def test_blank_lines_between_rows_are_passed_over(project: Path) -> None:
    assert len(rows(judge(project, {"id": 1, "text": "It rose."}, "", {"id": 2, "text": "It fell."}))) == 2


def test_no_rows_have_no_answers(project: Path) -> None:
    ran = judge(project)
    assert (ran.code, ran.out) == (0, "")


def test_rows_come_from_a_file(project: Path) -> None:
    (project / "rows.jsonl").write_text('{"id": 1, "text": "It rose."}\n', encoding="utf-8")
    assert len(rows(briefkit("claims", "--sentences", "rows.jsonl", cwd=project))) == 1


def test_rows_are_read_in_a_language(project: Path) -> None:
    stdin = b'{"id": 1, "text": "Wir glauben nicht an diesen Plan."}\n'
    ran = briefkit("claims", "--sentences", "-", "--lang", "de", cwd=project, stdin=stdin)
    assert rows(ran)[0]["gate"] == "opinion"


@pytest.mark.parametrize(
    "line", ["no json", "[]", "3", '"id text"', '{"id": 1}', '{"text": "x"}', "null", '{"id": 1e999, "text": "x"}']
)
def test_a_line_that_is_no_row_exits_with_3_and_names_the_line(line: str, project: Path) -> None:
    ran = judge(project, {"id": 1, "text": "It rose."}, line)
    assert ran.code == 3
    assert "-:2 is no row" in ran.err


def test_a_file_of_rows_that_is_missing_exits_with_3(project: Path) -> None:
    assert briefkit("claims", "--sentences", "none.jsonl", cwd=project).code == 3


def test_no_project_is_needed_to_judge_rows(tmp_path: Path) -> None:
    assert judge(tmp_path, {"id": 1, "text": "It rose."}).code == 0


def test_a_line_to_explain_without_a_sentence_is_a_fault_of_the_command_line(project: Path) -> None:
    (project / "a.md").write_text("---\ntitle: T\n---\n\nPrices rose.\n")
    ran = briefkit("claims", "--explain", "a.md:999", cwd=project)
    assert (ran.code, ran.err.split("\n")[0]) == (2, "Error: no sentence that counts stands at a.md:999")


def test_a_line_to_explain_of_thousands_of_digits_is_one_too(project: Path) -> None:
    ran = briefkit("claims", "--explain", f"a.md:{'9' * 5000}", cwd=project)
    assert (ran.code, ran.err.split("\n")[1]) == (2, "Hint: write --explain PATH:LINE, as reports do")
