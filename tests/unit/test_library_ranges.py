"""Pages, editions, volumes and numbers of sources: what is wrong with them, and what to write instead."""

from __future__ import annotations

import pytest

from briefkit.library.numbers import judge_number
from briefkit.library.ranges import Fault, judge_pages, read_ranges


@pytest.mark.parametrize(
    ("typed", "mended"),
    [("pp. 12-14", "12--14"), ("12 --- 14", "12--14"), ("3, 12-14", "3, 12--14"), ("12\u201414", "12--14")],
)
def test_pages_are_mended_range_by_range(typed: str, mended: str) -> None:
    assert judge_pages(typed)[1] == mended


@pytest.mark.parametrize(
    ("typed", "ranges"),
    [
        ("12--14, 20", ((12, 14), (20, 20))),
        ("123--9", ((123, 129),)),
        ("1195\u2013203", ((1195, 1203),)),
        ("12--14, iv", ()),
        ("14--12", ()),
        ("", ()),
    ],
)
def test_ranges_are_read_with_their_ends_written_out(typed: str, ranges: tuple[tuple[int, int], ...]) -> None:
    assert read_ranges(typed) == ranges


@pytest.mark.parametrize(
    ("name", "typed", "cure"),
    [
        ("edition", "Third Edition", "edition = {3}"),
        ("edition", "2nd ed.", "edition = {2}"),
        ("edition", "Revised ed.", ""),
        ("volume", "12(4)", "volume = {12}, number = {4}"),
        ("number", "No. 3--4", "number = {3--4}"),
    ],
)
def test_the_cure_of_a_number_names_the_fields(name: str, typed: str, cure: str) -> None:
    assert judge_number(name, typed)[1] == cure


@pytest.mark.parametrize("typed", ["1" * 10_000, "-" * 10_000, "12--" * 5000, "p " * 5000, "ed " * 5000, "1," * 5000])
def test_endless_values_cost_nothing(typed: str) -> None:
    assert judge_pages(typed)[0] in Fault
    assert len(read_ranges(typed)) <= 1000
    assert all(len(judge_number(name, typed)[1]) < 200 for name in ("edition", "volume", "number"))


@pytest.mark.parametrize("typed", ["12-", "12 -", "{12}-"])
def test_a_range_without_an_end_is_told(typed: str) -> None:
    assert judge_pages(typed) == (Fault.OPEN, "")


@pytest.mark.parametrize("typed", ["12", "12+", "12ff.", "12--13", "-12", "12--"])
def test_pages_that_end_are_no_open_range(typed: str) -> None:
    assert judge_pages(typed)[0] is not Fault.OPEN
