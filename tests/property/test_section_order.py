"""Sections in any order: those that are told have to move, and no fewer will do."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefkit.model import Place, Section
from briefkit.rules.section_order import find_misplaced

RANKS = st.lists(st.integers(0, 4), max_size=12)


def sections(ranks: list[int]) -> list[Section]:
    return [Section(str(rank), 1, "", Place("a.md", line, 1, line, 1)) for line, rank in enumerate(ranks, 1)]


def longest(ranks: list[int]) -> int:
    """The length of the longest run in order, by trying each end."""
    lengths: list[int] = []
    for number, rank in enumerate(ranks):
        lengths.append(1 + max((lengths[n] for n in range(number) if ranks[n] <= rank), default=0))
    return max(lengths, default=0)


@given(RANKS)
def test_what_is_not_told_stands_in_order(ranks: list[int]) -> None:
    told = {section.place.line for section, _, _ in find_misplaced(sections(ranks), ranks)}
    left = [rank for line, rank in enumerate(ranks, 1) if line not in told]
    assert all(one <= other for one, other in pairwise(left))
    assert len(left) == longest(ranks)


@given(RANKS)
def test_each_is_told_with_one_that_it_stands_on_the_wrong_side_of(ranks: list[int]) -> None:
    for section, other, word in find_misplaced(sections(ranks), ranks):
        behind = section.place.line > other.place.line
        assert word == ("after" if behind else "before")
        assert (int(section.title) < int(other.title)) == behind


@given(st.lists(st.integers(0, 4), max_size=12).map(sorted))
def test_sections_in_order_are_silent(ranks: list[int]) -> None:
    assert list(find_misplaced(sections(ranks), ranks)) == []


def test_many_sections_take_no_square_of_time() -> None:
    ranks = [n * 7919 % 20 for n in range(100_000)]
    assert sum(1 for _ in find_misplaced(sections(ranks), ranks)) > 0
