"""The date of a source in, its parts out: a day, month, season or year, a span, or what keeps it from being a date.

The grammar is that of `dates`; what can be told though it is written otherwise (`May 2020`, `c. 1999`) is read too. For
BibTeX's `year`, `month` and `day` there is `read_issued`, and `write_date` writes a date as pandoc reads it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefkit.library.dates import (
    LAST_DAY,
    LONGEST,
    NO_YEAR,
    OPEN,
    POINT,
    UNDATED,
    clean,
    fault_of_date,
    mend_date,
    month_of,
    years_of,
)
from briefkit.library.month_names import NUMBERS
from briefkit.patterns import regex
from briefkit.values import Value, replace

_UNKNOWN = regex(r"[Xxu]")
_NUMBER = regex(r"-?\d{1,9}")
_BRACKETED = regex(r"\[\s*(?P<year>\d{4})\s*\??\s*\]\??")
_LETTERED = regex(r"(?P<year>\d{4})\s?[a-z]")
_UNDATED = regex(rf"{NO_YEAR}|n\.?\s?d\.?|no date|undated|s\.\s?[adf]\.?|o\.\s?J\.?|present|ongoing", re.IGNORECASE)
_PRINTED = regex(r"(?<![\w.-])(?:1[4-9]|20)\d\d(?![\w-])")
"""A year in which something was printed."""

_FIRST = regex(r"[(\[]?[cp\u00a9]?\s?(?P<year>(?:1[4-9]|20)\d\d)(?![\w-])", re.IGNORECASE)
"""The one of several years that comes first, be it that of a copyright: `c1998`, `1998 [1976]`."""

_ONGOING = regex(r"(?P<year>\d{4})\s*(?:--?-?|\u2013|\u2014)\s*(?:present|today|now|date|ongoing)?", re.IGNORECASE)
_BEFORE = regex(r"(?P<year>\d{1,4})\s*(?:BCE?|B\.\s?C\.(?:\s?E\.)?)")

_DAYS = regex(r"(?<!\d)\d{1,2}(?!\d)")
_LAST_SEASON = 24
_PARTS = regex(r"\s*(?:--?|\u2013|\u2014|/|\\slash\s?)\s*")


class Point(Value):
    """A day, a month, a season (21 to 24, and the other parts of a year up to 41) or a year; 0 for what is not said.

    The year -43 is written `-0043`: before the year 1 stands the year 0.
    """

    year: int
    month: int = 0
    day: int = 0
    is_circa: bool = False
    is_uncertain: bool = False


class Date(Value):
    """A point, or a span of which one end may be open. `199X` is the span from 1990 to 1999."""

    start: Point | None
    end: Point | None = None
    is_span: bool = False

    @property
    def is_circa(self) -> bool:
        """Whether one of its ends is only about right."""
        return any(point.is_circa for point in (self.start, self.end) if point)


class DateFault(Value):
    """A value that is no date: as typed, what is wrong with it, and what to do."""

    text: str
    what: str
    cure: str


def read_date(value: str) -> Date | DateFault:
    """Read a date as biblatex has it, or as it was meant."""
    text = clean(value[: LONGEST + 1].replace("~", "\0")).replace("\0", "~")
    if not text:
        return DateFault("", "it is empty", "write a date, or leave the field out")
    fault, cure = fault_of_date(text)
    if not fault or fault.startswith("it ends before"):
        return _read_span(text)
    plain = text.replace("~", " ")
    if mended := (mend_date(text) or mend_date(plain) or _mend_year(plain)):
        return _read_span(mended)
    return DateFault(text, fault, cure)


def read_issued(text: Callable[[str], str], prefix: str = "") -> Date | DateFault | None:
    """The date of a source by its `date`, else by `year`, `month` and `day`; nothing where it says none.

    `text` gives the value of a field; `prefix` is `event`, `orig` or `url` for the other dates.
    """
    given = text(f"{prefix}date")
    date = read_date(given) if given.strip() else None
    if isinstance(date, Date):
        return date
    year = text(f"{prefix}year")
    if not year.strip():
        return date
    return _read_year(clean(year), clean(text(f"{prefix}month")), clean(text(f"{prefix}day")))


def read_months(value: str) -> tuple[int, ...]:
    """The months that a value names, by number or by name: none, one, or both ends of a span."""
    ends = [_read_month(part) for part in _PARTS.split(clean(value))[:2]]
    return tuple(ends) if all(ends) and ends == sorted(ends) else tuple(ends[:1]) if ends[0] else ()


def write_date(date: Date) -> str:
    """A date as pandoc reads it: `1990/1999`, `2010/`, `2020-05~`."""
    start, end = (_write_point(point) if point else "" for point in (date.start, date.end))
    return f"{start}/{end}" if date.is_span else start


def state_of(fault: DateFault) -> str:
    """What stands for a date that is still to come, such as `in press`; nothing where it merely is not known."""
    text = fault.text.strip("[]() ")
    return text if UNDATED.fullmatch(fault.text) and not _UNDATED.fullmatch(text) else ""


def _read_span(text: str) -> Date:
    start, slash, end = (part.strip() for part in text.partition("/"))
    if slash:
        points = [None if point in OPEN else _read_point(point).start for point in (start, end)]
        return Date(points[0], points[1], is_span=True)
    return _read_point(start)


def _read_point(text: str) -> Date:
    match = POINT.fullmatch(text)
    if not match:
        return Date(None)
    year = match["year"].lstrip("Yy")
    month, day = _figure(match["month"]), _figure(match["day"])
    doubt = match["doubt"]
    point = Point(
        int(_UNKNOWN.sub("0", year)[:12]),
        month,
        day if month else 0,
        is_circa=doubt in ("~", "%"),
        is_uncertain=doubt in ("?", "%"),
    )
    if not _UNKNOWN.search(year):
        return Date(point)
    last = replace(point, year=int(_UNKNOWN.sub("9", year)))
    return Date(point, last, is_span=True)


def _figure(part: str | None) -> int:
    return int(part) if part and part.isdecimal() else 0


def _mend_year(text: str) -> str:
    """A year in brackets is a guess; one with a letter is the year, and so is the only or the first among words."""
    if match := _BRACKETED.fullmatch(text):
        return match["year"] + "?"
    if match := _LETTERED.fullmatch(text):
        return match["year"]
    if match := _ONGOING.fullmatch(text):
        return match["year"] + "/.."
    if match := _BEFORE.fullmatch(text):
        return f"{1 - int(match['year']):05}" if int(match["year"]) > 1 else "0000"
    years = set(years_of(text))
    if len(years) == 1 and _PRINTED.search(text):
        return str(years.pop())
    match = _FIRST.match(text)
    return match["year"] if match else ""


def _read_year(year: str, month: str, day: str) -> Date | DateFault:
    if _NUMBER.fullmatch(year):
        number = int(year)
        date: Date | DateFault = Date(Point(number + 1 if number < 0 else number))
    else:
        date = read_date(year)
    months = read_months(month)
    if not months or not isinstance(date, Date) or date.is_span or not date.start or date.start.month:
        return date
    days = [int(part) for part in _PARTS.split(day)[:2] if _DAYS.fullmatch(part)] or _days_in(month)
    points = [replace(date.start, month=number) for number in months]
    if days and points[0].month <= 12:
        points = [replace(points[0], day=days[0]), *(replace(points[-1], day=number) for number in days[1:])]
    return Date(points[0], points[1], is_span=True) if len(points) > 1 else Date(points[0])


def _days_in(month: str) -> list[int]:
    """The day that stands in the month, as in `jan # {~1}` and `abril 27`."""
    found = None if month.isdecimal() else _DAYS.search(month)
    return [int(found[0])] if found and 1 <= int(found[0]) <= LAST_DAY else []


def _read_month(value: str) -> int:
    words = re.findall(r"[^\W\d_]+", value)
    if not words:
        return int(value) if value.isdecimal() and (1 <= int(value[:4]) <= 12 or 21 <= int(value[:4]) <= 24) else 0
    return next((number for word in words if (number := month_of(word) or int(NUMBERS.get(word.lower(), "0")))), 0)


def _write_point(point: Point) -> str:
    year = f"{point.year:04}" if -1000 < point.year < 10_000 else f"{point.year}"
    year = f"-{-point.year:04}" if -10_000 < point.year < 0 else year
    year = f"y{point.year}" if abs(point.year) >= 10_000 else year
    month = f"-{point.month:02}" if 0 < point.month <= _LAST_SEASON else ""
    day = f"-{point.day:02}" if point.day and month else ""
    return year + month + day + ("~" if point.is_circa else "?" if point.is_uncertain else "")
