"""A month in another language becomes its number, and none that could be two."""

from __future__ import annotations

from collections import defaultdict

import pytest

from briefkit.library.month_names import NUMBERS
from briefkit.library.months import number_of_month
from briefkit.months import MONTHS


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("MARS", "3"),
        ("Mai.", "5"),
        (r"d\'ecembre", "12"),
        (r"mar\c{c}o", "3"),
        (r"{M\"arz}", "3"),
        ("aout", "8"),
        ("giugno", "6"),
        ("mei", "5"),
        ("avril 2020", "4"),
        ("2020-03", "3"),
        ("03.2020", "3"),
        ("13.2020", ""),
        ("03.2021", ""),
        ("avril 2021", ""),
        ("printemps", ""),
    ],
)
def test_a_month_in_another_language_or_with_its_year_is_its_number(typed: str, number: str) -> None:
    assert number_of_month(typed, "2020") == number


def test_no_name_is_that_of_two_months() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for months in MONTHS.values():
        for number, name in enumerate(months.lower().split("|"), 1):
            found[name] |= {str(number), NUMBERS[name]}
    assert [name for name, numbers in found.items() if len(numbers) > 1] == []
