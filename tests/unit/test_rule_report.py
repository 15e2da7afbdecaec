"""What is said of rules on a terminal keeps to its width; examples are shown as they are typed."""

from __future__ import annotations

from briefkit.report.rule_report import Listed, write_explanation, write_rules

LONG = "A sentence states something that a reader could check, and no source stands behind it at all."


def shown(text: str, width: int = 40) -> list[str]:
    return write_explanation(text, width).decode().split("\n")


def test_paragraphs_and_items_are_folded() -> None:
    lines = shown(f"# Head\n\n{LONG}\n\n- {LONG}\n  And more.\n- Short.")
    assert max(map(len, lines)) <= 40
    assert [line for line in lines if line.startswith("- ")] == [lines[6], "- Short."]
    assert lines[7].startswith("  ")


def test_an_example_stays_as_it_is_typed() -> None:
    assert shown(f"Text.\n\n    {LONG}")[2] == f"    {LONG}"


def test_a_table_that_is_too_wide_becomes_a_list() -> None:
    lines = shown(
        "| type | what | most |\n| --- | --- | --- |\n| `note` | the brief | 1,800 words of text |\n| `x` | | 2 |", 40
    )
    assert lines[:3] == ["- `note`: what: the brief; most: 1,800", "  words of text", "- `x`: most: 2"]


def test_a_table_that_fits_stays() -> None:
    table = "| a | b |\n| --- | --- |\n| 1 | 2 |"
    assert shown(table)[:3] == table.split("\n")


def test_a_rule_is_listed_with_what_it_finds_below() -> None:
    text = write_rules([Listed("CLM101", "error", "unsupported-claim", LONG)], 60).decode()
    assert text.startswith("CLM101  error    unsupported-claim\n        A sentence states")
    assert max(map(len, text.split("\n"))) <= 60


def test_a_heading_stays_on_a_line_of_its_own() -> None:
    lines = shown(f"## What it does\n{LONG}\n\n## Example\n    {LONG}")
    assert (lines[0], lines[1][:10]) == ("## What it does", "A sentence")
    assert lines[-3:-1] == ["## Example", f"    {LONG}"]
