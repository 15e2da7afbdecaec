"""A text in that should be a day, what to write in its place out: `29 November 2026` becomes `2026-11-29`."""

from __future__ import annotations

import datetime

from briefkit.months import MONTHS
from briefkit.patterns import regex

YEAR_FIRST = regex(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
YEAR_LAST = regex(r"(?P<first>\d{1,2})(?P<sign>[-/.]) ?(?P<second>\d{1,2})[-/.] ?(?P<year>\d{4})")
WITHOUT_DAY = regex(r"(?P<year>\d{4})(?:[-/.](?P<month>0?[1-9]|1[0-2]))?")
NUMBER = regex(r"\d+")
WORD = regex(r"[^\W\d_]{3,12}")
LONGEST, SHORTEST = 60, 3

FORM = "write the day as 2026-11-23: year, month, day"


def day_hint(text: str) -> str:
    """What to write for a day that is written otherwise, or that no calendar has."""
    text = text[:LONGEST].strip()
    if match := YEAR_FIRST.fullmatch(text):
        return _write(match["year"], int(match["month"]), int(match["day"]))
    if match := YEAR_LAST.fullmatch(text):
        first, second, year = int(match["first"]), int(match["second"]), match["year"]
        if match["sign"] == "." or first > 12 or first == second:
            return _write(year, second, first)
        return _write(year, first, second) if second > 12 else f"{FORM}; {first:02}/{second:02} may be either"
    if match := WITHOUT_DAY.fullmatch(text):
        return _month(match["year"], int(match["month"] or 0))
    return _in_words(text) or FORM


def _in_words(text: str) -> str:
    """What to write for a day whose month is a word, in whatever language."""
    month = next(filter(None, map(_month_of, WORD.findall(text.casefold()))), 0)
    numbers = NUMBER.findall(text)
    years = [number for number in numbers if len(number) == 4]
    days = [int(number) for number in numbers if len(number) < 3]
    if not month or len(years) != 1 or len(days) > 1:
        return ""
    return _write(years[0], month, days[0]) if days else _month(years[0], month)


def _month_of(word: str) -> int:
    """The number of a month by its name or the first letters of it; 0 for another word, or where languages differ."""
    found = {
        number
        for months in MONTHS.values()
        for number, month in enumerate(months.casefold().split("|"), 1)
        if month.startswith(word)
    }
    return found.pop() if len(found) == 1 else 0


def _month(year: str, month: int) -> str:
    return f"write the day too, such as {year}-{month or 11:02}-01"


def _write(year: str, month: int, day: int) -> str:
    try:
        return f"write {datetime.date(int(year), month, day).isoformat()}"
    except ValueError:
        return f"no calendar has that day; {FORM}"
