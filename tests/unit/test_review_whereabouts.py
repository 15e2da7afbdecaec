"""The first page of the report says in which sections the open sentences stand."""

from __future__ import annotations

from typing import Any

from briefkit.model import EMPTY, Block, Brief, FrontMatter, Place, Section, Sentence
from briefkit.report.review_page.whereabouts import MOST, whereabouts


def place(line: int) -> Place:
    return Place("a.md", line, 1, line, 9)


def found(levels: str, sentences: str) -> dict[str, Any]:
    """Of sections of these levels, and a sentence in each of these sections (`-` is before the first)."""
    sections = tuple(Section(f"Part {n}", int(level), "", place(n)) for n, level in enumerate(levels, 1))
    where = [-1 if one == "-" else int(one) for one in sentences]
    said = [Sentence("It rose.", "It rose.", place(100 + n), 0) for n in range(len(where))]
    pairs = zip(said, where, strict=True)
    blocks = tuple(Block("para", "", one.place, (one,), section=section) for one, section in pairs)
    brief = Brief("a.md", "", FrontMatter(), sections, blocks, (), (), EMPTY)
    return whereabouts(brief, [one.place for one in said], "b1-")


def rows(levels: str, sentences: str) -> list[tuple[str, str, int]]:
    return [(row["id"], row["title"], row["number"]) for row in found(levels, sentences)["rows"]]


def test_sections_are_counted_in_the_order_of_the_text() -> None:
    assert rows("11", "1011") == [("b1-part-1", "Part 1", 1), ("b1-part-2", "Part 2", 3)]


def test_what_stands_in_a_section_below_counts_to_the_one_above() -> None:
    assert rows("121", "012") == [("b1-part-1", "Part 1", 2), ("b1-part-3", "Part 3", 1)]


def test_a_single_heading_above_all_others_is_no_main_section_for_all() -> None:
    assert rows("122", "12") == [("b1-part-2", "Part 2", 1), ("b1-part-3", "Part 3", 1)]


def test_what_stands_before_the_first_heading_has_no_title() -> None:
    assert rows("11", "-0") == [("b1-part-0", "", 1), ("b1-part-1", "Part 1", 1)]


def test_a_brief_of_one_section_and_one_with_nothing_open_have_none() -> None:
    assert rows("1", "000") == rows("", "-") == rows("11", "") == []


def test_of_many_sections_those_with_most_are_named_and_the_rest_is_counted() -> None:
    made = found("1" * 10, "0123456789" + "9")
    assert [row["number"] for row in made["rows"]] == [1] * (MOST - 1) + [2]
    assert (made["others"], made["rest"]) == (2, 2)
