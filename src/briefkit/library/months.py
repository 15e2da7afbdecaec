"""A month that biblatex does not know in, its number out, where only one can be meant."""

from __future__ import annotations

from briefkit.library.dates import clean, month_of
from briefkit.library.month_names import NUMBERS
from briefkit.patterns import regex

_IN_YEAR = regex(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})|(?P<month_first>\d{1,2})[-/.](?P<year_last>\d{4})")


def number_of_month(value: str, year: str) -> str:
    """The number of a month in another language, or with its `year` beside it; an empty text where it is not sure."""
    word = clean(value)
    if number := NUMBERS.get(word.strip(" .,").lower(), ""):
        return number
    dated = _IN_YEAR.fullmatch(word)
    if dated and (dated["year"] or dated["year_last"]) == clean(year)[:4]:
        number = (dated["month"] or dated["month_first"]).lstrip("0")
        return number if number and int(number) <= 12 else ""
    named = word.split()
    if len(named) == 2 and clean(year)[:4] in named:
        name = next((part for part in named if part != clean(year)[:4]), "").strip(".,")
        month = month_of(name)
        return str(month) if 1 <= month <= 12 else NUMBERS.get(name.lower(), "")
    return ""
