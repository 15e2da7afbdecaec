"""A month that biblatex does not know in, its number out, where only one can be meant."""

from __future__ import annotations

from briefkit.library.dates import clean, month_of
from briefkit.patterns import regex

# fmt: off
_ELSEWHERE = (
    ("janvier", "enero", "januar", "jänner"), ("février", "fevrier", "febrero", "februar"),
    ("mars", "marzo", "märz", "maerz"), ("avril", "abril"), ("mai", "mayo"), ("juin", "junio", "juni"),
    ("juillet", "julio", "juli"), ("août", "aout", "agosto"), ("septembre", "septiembre"),
    ("octobre", "octubre", "oktober"), ("novembre", "noviembre"), ("décembre", "decembre", "diciembre", "dezember"),
)
# fmt: on
"""The months in French, Spanish and German."""

_NUMBERS = {name: str(number) for number, names in enumerate(_ELSEWHERE, 1) for name in names}
_ACCENTS = {r"\'e": "é", r"\"a": "ä", r"\^u": "û"}
_IN_YEAR = regex(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})|(?P<month_first>\d{1,2})[-/.](?P<year_last>\d{4})")


def number_of_month(value: str, year: str) -> str:
    """The number of a month in another language, or with its `year` beside it; an empty text where it is not sure."""
    word = clean(value)
    for typed, sign in _ACCENTS.items():
        word = word.replace(typed, sign)
    if number := _NUMBERS.get(word.strip(" .,").lower(), ""):
        return number
    dated = _IN_YEAR.fullmatch(word)
    if dated and (dated["year"] or dated["year_last"]) == clean(year)[:4]:
        number = (dated["month"] or dated["month_first"]).lstrip("0")
        return number if number and int(number) <= 12 else ""
    named = word.split()
    if len(named) == 2 and clean(year)[:4] in named:
        name = next((part for part in named if part != clean(year)[:4]), "").strip(".,")
        month = month_of(name)
        return str(month) if 1 <= month <= 12 else _NUMBERS.get(name.lower(), "")
    return ""
