"""Dates of sources: their parts, and how they are written for pandoc."""

from __future__ import annotations

import pytest

from briefkit.library.edtf import Date, DateFault, Point, read_date, read_issued, read_months, state_of, write_date


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2020", Date(Point(2020))),
        ("2020-05-12", Date(Point(2020, 5, 12))),
        ("2020-05-12T10:00:00Z", Date(Point(2020, 5, 12))),
        ("2020-21", Date(Point(2020, 21))),
        ("2020~", Date(Point(2020, is_circa=True))),
        ("2020?", Date(Point(2020, is_uncertain=True))),
        ("2020%", Date(Point(2020, is_circa=True, is_uncertain=True))),
        ("-0043", Date(Point(-43))),
        ("Y12345", Date(Point(12345))),
        ("2020/2021-03", Date(Point(2020), Point(2021, 3), is_span=True)),
        ("2020/..", Date(Point(2020), None, is_span=True)),
        ("/2020", Date(None, Point(2020), is_span=True)),
        ("199X", Date(Point(1990), Point(1999), is_span=True)),
        ("2020-XX", Date(Point(2020))),
        ("2021/2020", Date(Point(2021), Point(2020), is_span=True)),
        ("12 May 2020", Date(Point(2020, 5, 12))),
        ("09.03.2016", Date(Point(2016, 3, 9))),
        ("3/15/2016", Date(Point(2016, 3, 15))),
        ("03/04/2016", Date(Point(2016))),
        ("12. März 2014", Date(Point(2014, 3, 12))),
        ("27 de abril de 2023", Date(Point(2023, 4, 27))),
        ("4 stycznia 2025", Date(Point(2025, 1, 4))),
        ("12. Murz 2014", Date(Point(2014))),
        ("c.~1999", Date(Point(1999, is_circa=True))),
        ("2020a", Date(Point(2020))),
        (r"{\noopsort{1973b}}1973", Date(Point(1973))),
        (r"May\,2020", Date(Point(2020, 5))),
        ("c1998", Date(Point(1998))),
        ("1998 [1976]", Date(Point(1998))),
        ("1976 (1998)", Date(Point(1976))),
        ("2001, 2010", Date(Point(2001))),
        ("1995-present", Date(Point(1995), None, is_span=True)),
        ("2014--", Date(Point(2014), None, is_span=True)),
        ("350 BC", Date(Point(-349))),
        ("1 B.C.", Date(Point(0))),
    ],
)
def test_a_date_has_its_parts(typed: str, date: Date) -> None:
    assert read_date(typed) == date


@pytest.mark.parametrize("typed", ["in press", "2020-13", "2020-02-30", "", "x" * 1000, "/", "no. 4079", "4079, 5080"])
def test_what_is_no_date_says_why(typed: str) -> None:
    fault = read_date(typed)
    assert isinstance(fault, DateFault)
    assert fault.what
    assert fault.cure


@pytest.mark.parametrize(
    ("month", "written"),
    [
        ("jan", "2020-01"),
        ("January", "2020-01"),
        ("05", "2020-05"),
        ("Jan.--Feb.", "2020-01/2020-02"),
        ("dec/jan", "2020-12"),
        ("jan~1", "2020-01-01"),
        ("Fall", "2020-23"),
        ("Nowember", "2020"),
        ("avril", "2020-04"),
        ("abril 27", "2020-04-27"),
        ("27 de abril", "2020-04-27"),
        ("abril 99", "2020-04"),
        ("April 2020", "2020-04"),
        ("13", "2020"),
        ("", "2020"),
    ],
)
def test_a_month_is_a_name_a_number_or_a_span(month: str, written: str) -> None:
    fields = {"year": "2020", "month": month}
    date = read_issued(lambda name: fields.get(name, ""))
    assert isinstance(date, Date)
    assert write_date(date) == written


def test_a_year_before_christ_is_counted_without_a_year_0() -> None:
    fields = {"year": "-44"}
    assert read_issued(lambda name: fields.get(name, "")) == Date(Point(-43))


def test_a_date_that_is_none_gives_way_to_the_year() -> None:
    fields = {"date": "soon", "year": "2020"}
    assert read_issued(lambda name: fields.get(name, "")) == Date(Point(2020))


def test_what_is_to_come_has_a_state_and_what_is_not_known_has_none() -> None:
    states = [
        state_of(fault)
        for typed in ("in press", "n.d.", "-", "unknown")
        if isinstance(fault := read_date(typed), DateFault)
    ]
    assert states == ["in press", "", "", ""]


@pytest.mark.parametrize("typed", ["1" * 100_000, "jan" * 100_000, "-" * 100_000, "~" * 100_000, "/" * 100_000])
def test_endless_values_cost_nothing(typed: str) -> None:
    assert isinstance(read_date(typed), DateFault)
    assert len(read_months(typed)) < 2
