"""Dates, years and months of sources: what is wrong with them, and what to write instead."""

from __future__ import annotations

import pytest

from briefkit.library.dates import fault_of_date, is_month, is_yearlike, mend_date, month_of


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("2020-2-3", "write 2020-02-03"),
        ("2020/05/12", "write 2020-05-12"),
        ("May 2020", "write 2020-05"),
        ("May 12, 2020", "write 2020-05-12"),
        ("12 Sept. 2020", "write 2020-09-12"),
        ("Spring 2020", "write 2020-21"),
        ("2020--2021", "write 2020/2021"),
        ("2019\u201320", "write 2019/2020"),
        ("2019-20", "write 2019/2020"),
        ("09.03.2016", "write 2016-03-09"),
        ("c. 1999", "write 1999~"),
        ("2021/2020", "write 2020/2021, or correct one of them"),
    ],
)
def test_the_cure_writes_the_date_out(typed: str, cure: str) -> None:
    assert fault_of_date(typed)[1] == cure


@pytest.mark.parametrize("typed", ["12/05/2020", "31 February 2020", "May", "2020-13", "/", "x" * 1000])
def test_a_date_that_cannot_be_told_gets_no_invented_cure(typed: str) -> None:
    assert fault_of_date(typed)[1].startswith("write it as year-month-day")


def test_the_message_names_the_day_that_never_was() -> None:
    assert fault_of_date("2021-02-30")[0] == "2021-02 has no day 30"


def test_two_months_by_number_have_a_long_dash_between_them() -> None:
    assert [is_month(typed) for typed in ("7--8", "7\u20138", "07-08", "7/8", "8--7")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_three_letters_make_a_month_and_two_do_not() -> None:
    assert (month_of("Sept."), month_of("ju"), month_of("Fall")) == (9, 0, 23)


@pytest.mark.parametrize("typed", ["1" * 5000, "jan" * 5000, "(" * 5000, "1999-" * 5000, " " * 5000 + "x"])
def test_endless_values_are_no_dates_and_cost_nothing(typed: str) -> None:
    assert fault_of_date(typed)[0]
    assert not is_month(typed)
    assert not is_yearlike(typed)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("01.10.2018 - 05.10.2018", "2018-10-01/2018-10-05"),
        ("10/17/2007 -- 10/20/2007", "2007-10-17/2007-10-20"),
        ("01.2012", "2012-01"),
        ("10-15 May 1999", "1999-05-10/1999-05-15"),
        ("June 8-11, 2005", "2005-06-08/2005-06-11"),
        ("3/4/2016 - 3/9/2016", ""),
        ("05.10.2018 - 01.10.2018", ""),
        ("15-10 May 1999", ""),
        ("13.2012", ""),
        ("1-2 Foo 1999", ""),
    ],
)
def test_the_days_of_a_conference_are_read_as_exports_write_them(typed: str, mended: str) -> None:
    assert mend_date(typed) == mended
