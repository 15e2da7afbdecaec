"""A month that biblatex does not know in, its number out, where only one can be meant."""

from __future__ import annotations

from briefkit.library.dates import clean, month_of
from briefkit.patterns import regex

# fmt: off
_ELSEWHERE = (
    ("janvier", "enero", "januar", "jänner", "janeiro", "gennaio", "januari"),
    ("février", "fevrier", "febrero", "februar", "fevereiro", "febbraio", "februari"),
    ("mars", "marzo", "märz", "maerz", "março", "marco", "maart"), ("avril", "abril", "aprile"),
    ("mai", "mayo", "maio", "maggio", "mei"), ("juin", "junio", "juni", "junho", "giugno"),
    ("juillet", "julio", "juli", "julho", "luglio"), ("août", "aout", "agosto", "augustus", "augusti"),
    ("septembre", "septiembre", "setembro", "settembre"), ("octobre", "octubre", "oktober", "outubro", "ottobre"),
    ("novembre", "noviembre", "novembro"), ("décembre", "decembre", "diciembre", "dezember", "dezembro", "dicembre"),
)
# fmt: on
"""The months in French, Spanish, German, Portuguese, Italian, Dutch and Swedish."""

_NUMBERS = {name: str(number) for number, names in enumerate(_ELSEWHERE, 1) for name in names}
_ACCENTS = {r"\'e": "é", r"\c{c}": "ç", r"\c c": "ç", r"\"a": "ä", r"\^u": "û"}
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
