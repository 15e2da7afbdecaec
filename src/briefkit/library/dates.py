"""What is wrong with a date, a year or a month of a source; an empty answer where nothing is.

Dates are those of biblatex (its manual, 2.3.8), a part of the Extended Date/Time Format of the Library of Congress,
levels 0 and 1 (ISO 8601-2):

    date    = point | point "/" [point] | [point] "/" point       "..", "open" and "unknown" stand for no point
    point   = year ["-" month ["-" day ["T" time [zone]]]] ["?" | "~" | "%"]
    year    = ["-"] four digits, of which the last may be X, | "Y" ["-"] five digits and more
    month   = 01 to 12 | a season or another part of the year, 21 to 41 | XX
    day     = 01 to 31 | XX
"""

from __future__ import annotations

import re
from calendar import monthrange

from briefkit.library.braces import drop_braces
from briefkit.library.latex import decode
from briefkit.library.month_names import NUMBERS
from briefkit.months import MONTHS
from briefkit.patterns import regex

LONGEST = 200
"""No date is longer: of a longer value nothing is looked at but that."""

OPEN = ("", "..", "open", "unknown", "*")
"""What stands for an end of a span that there is not."""
POINT = regex(
    r"(?P<year>-?\d{2}(?:\d[\dXxu]|[Xxu]{2})|[Yy]-?\d{5,})"
    r"(?:-(?P<month>\d\d|[Xxu]{2})(?:-(?P<day>\d\d|[Xxu]{2})(?:T(?P<time>[\d:.]{2,15})(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?"
    r"(?P<doubt>[?~%]?)"
)
"""A year with what may follow it, and whether it is sure."""

_NO_TIME = regex(r"(?<=-\d\d)T[\d:.+Z-]{0,20}\Z")
"""A time that is none: `2019-03-24TZ`."""

_TIME = regex(r"(?:[01]\d|2[0-3])(?::?[0-5]\d(?::?(?:[0-5]\d|60)(?:\.\d+)?)?)?|24:00(?::00)?")
_SLIPS = regex(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?")
_SPAN = regex(r"(?P<start>\d{4})\s*(?:--?|\u2013|/|\u2014)\s*(?P<end>\d{4}|\d\d)")
_NAMED = regex(
    r"(?:(?P<day>\d{1,2})(?:\.|\u00ba)?\s+(?:de\s+)?)?(?P<name>[^\W\d_]+)\.?,?\s+(?:del?\s+)?"
    r"(?:(?P<after>\d{1,2}),\s*)?(?P<year>\d{4})(?:\s*(?:\u0433|r)\.)?",
    re.IGNORECASE,
)
_DAY_FIRST = regex(r"(?P<first>\d{1,2})(?P<sign>[./-]) ?(?P<second>\d{1,2})(?P=sign) ?(?P<year>\d{4})")
_MONTH_FIRST = regex(r"(?P<month>\d{1,2})[./](?P<year>\d{4})")
LAST_DAY = 31
_BETWEEN_DAYS = regex(r"\s*(?:--?|\u2013|\u2014|\b(?:to|bis)\b)\s*")
_SAME_MONTH = regex(
    r"(?:(?P<first>\d{1,2})\.?\s*(?:--?|\u2013)\s*(?P<second>\d{1,2})\.?\s+(?P<name>[a-z]+)\.?"
    r"|(?P<before>[a-z]+)\.?\s+(?P<third>\d{1,2})\s*(?:--?|\u2013)\s*(?P<fourth>\d{1,2})),?\s+(?P<year>\d{4})",
    re.IGNORECASE,
)
_ABOUT = regex(r"(?:c|ca|circa|about|approx)\b\.?\s*(?P<year>\d{4})", re.IGNORECASE)

_MONTHS = MONTHS["en"].lower().split("|")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

NO_YEAR = r"[-?\u2013\u2014]{1,4}|n\.?/?\s?a\.?|unkn?own|unbekannt|inconnue?|desconocid[oa]"
"""What people and programs write where a year is not known."""

UNDATED = regex(
    rf"[(\[]?(?:{NO_YEAR}|n\.\s?d\.?|nd|no date|undated|s\.\s?[adf]\.?|o\.\s?J\.?|in print|in press"
    r"|in preparation|in review|under review|forthcoming|to appear|to be published|submitted|accepted|unpublished"
    r"|preprint|ongoing|present"
    r"|(?:im )?erscheint|im erscheinen|im druck|sous presse|à paraître|en prensa|próximamente)[)\]]?\.?",
    re.IGNORECASE,
)
"""What is written for a year where there is none (yet)."""

_COMING = regex(
    r"(?:in (?:press|print|preparation|review)|under review|forthcoming|to (?:appear|be published)|submitted"
    r"|accepted)\b",
    re.IGNORECASE,
)
"""What a note says of a source that is still to appear."""

_YEARLIKE = regex(
    r"[(\[]?(?:(?:c|ca|circa|about|approx|after|before|um|vers|hacia)\b\.?\s*)?\[?[~-]?\d{3}(?:\d|[Xx?s])[a-z]?[?~%]?[)\]]?"
    r"(?:\s*(?:--?|/|\u2013|,)\s*(?:\d{4}|\d\d|present)?[)\]]?)?|\d{1,4}\s*(?:AD|BC|BCE|CE)|-\d{4}"
    r"|[cp\u00a9]\d{4}|\d{4}-\d\d(?:-\d\d)?|\d{4}\s*\[\d{4}\]|\d{4}\s*\(\d{4}\)",
    re.IGNORECASE,
)


_STAND_IN = regex(r"(?:2099|9999|0000|[yY]{4}|[xX]{4}|20[xy]{2})(?![0-9a-z])|year$")
_LONG_DASH = regex(r"--|\u2013")
_DAY = regex(r"\d{1,2}(?:st|nd|rd|th)")
_BESIDE = ("and", "to", "st", "nd", "rd", "th", "quarter", "first", "second", "third", "fourth")
_FORM = "write it as year-month-day, like 2021-05-12, 2021-05 or 2021"


def clean(value: str) -> str:
    """A short value as it is printed, without the braces and blanks around and in it."""
    value = decode(value[: LONGEST + 1]) if "\\" in value else value
    return " ".join(drop_braces(value[: LONGEST + 1]).replace("~", " ").split())


def fault_of_date(value: str) -> tuple[str, str]:
    """What is wrong with a date, and what to do; two empty strings where nothing is."""
    value = value.strip()
    if len(value) > LONGEST:
        return "it is too long for a date", _FORM
    value = decode(value) if "\\" in value else value
    value = " ".join(drop_braces(value).split())
    if not value:
        return "", ""
    if UNDATED.fullmatch(value):
        return "it is no date", "leave the date out; 'pubstate = {forthcoming}' says what is to appear"
    points = [point.strip() for point in value.split("/")]
    if len(points) > 2 or all(point in OPEN for point in points):
        return "it is no date", _cure(value)
    faults = (_fault_of_point(point) for point in points if len(points) == 1 or point not in OPEN)
    if fault := next((fault for fault in faults if fault), ""):
        return fault, _cure(value)
    if len(points) == 2 and _is_backwards(points[0], points[1]):
        return "it ends before it starts", f"write {points[1]}/{points[0]}, or correct one of them"
    return "", ""


def _fault_of_point(point: str) -> str:
    match = POINT.fullmatch(point)
    if not match:
        return "it is no date of the form year-month-day"
    month, day, time = match["month"] or "", match["day"] or "", match["time"] or ""
    if month.isdecimal() and not (1 <= int(month) <= 12 or 21 <= int(month) <= 41):
        return f"there is no month {month}"
    if month.isdecimal() and int(month) > 12 and day:
        return f"the season {month} has no days"
    if day.isdecimal() and not 1 <= int(day) <= _days(match["year"], month):
        return f"{match['year']}-{month} has no day {day}"
    return "" if not time or _TIME.fullmatch(time) else f"there is no time {time}"


def _days(year: str, month: str) -> int:
    """How many days the month has, as far as both are known; before the year 1 nobody counts."""
    if not month.isdecimal():
        return 31
    return monthrange(int(year) if year.isdecimal() and int(year) else 2000, int(month))[1]


def _is_backwards(start: str, end: str) -> bool:
    """Whether an end lies before a start, as far as both are given in figures."""
    pairs = zip(_figures(start), _figures(end), strict=False)
    return next((last < first for first, last in pairs if first != last), False)


def _figures(point: str) -> tuple[int, ...]:
    match = POINT.fullmatch(point)
    parts = (match["year"].lstrip("Yy"), match["month"], match["day"]) if match else ()
    known: list[int] = []
    for part in parts:
        if not part or not part.lstrip("-").isdecimal() or (known and int(part) > 31) or len(part) > LONGEST:
            break
        if len(known) == 1 and int(part) > 12:
            break
        known.append(int(part))
    return tuple(known)


def _cure(value: str) -> str:
    cure = mend_date(value)
    return f"write {cure}" if cure else _FORM


def mend_date(value: str) -> str:
    """What to write for a value that is no date, where it can be told; else nothing."""
    for form in (_cure_slip, _cure_span, _cure_named, _cure_about, _cure_day_first, _cure_month_first, _cure_days):
        if (cure := form(value)) and not _fault_of_any(cure):
            return cure
    return ""


def _fault_of_any(cure: str) -> str:
    return next((fault for point in cure.split("/") if (fault := _fault_of_point(point))), "")


def _cure_slip(value: str) -> str:
    match = _SLIPS.fullmatch(_NO_TIME.sub("", value))
    if not match or (match["day"] is None and "/" in value):
        return ""
    return "-".join((match["year"], *(part.zfill(2) for part in (match["month"], match["day"]) if part)))


def _cure_span(value: str) -> str:
    match = _SPAN.fullmatch(value)
    if not match:
        return ""
    start, end = match["start"], match["end"]
    end = start[: 4 - len(end)] + end
    return f"{start}/{end}" if end > start else ""


def _cure_named(value: str) -> str:
    match = _NAMED.fullmatch(value)
    month = (month_of(match["name"]) or int(NUMBERS.get(match["name"].lower(), "0"))) if match else 0
    if not match or not month:
        return ""
    day = match["day"] or match["after"] or ""
    return f"{match['year']}-{month:02}" + (f"-{day.zfill(2)}" if day else "")


def _cure_about(value: str) -> str:
    match = _ABOUT.fullmatch(value)
    return f"{match['year']}~" if match else ""


def _cure_day_first(value: str) -> str:
    """`09.03.2016`, and `3/15/2016`; of `3/4/2016` nobody knows whether it is in March."""
    match = _DAY_FIRST.fullmatch(value)
    if not match:
        return ""
    day, month = int(match["first"]), int(match["second"])
    if month > 12:
        day, month = month, day
    elif match["sign"] != "." and day <= 12 and day != month:
        return ""
    return f"{match['year']}-{month:02}-{day:02}"


def _cure_month_first(value: str) -> str:
    """`01.2012` and `3/2016`."""
    match = _MONTH_FIRST.fullmatch(value)
    return f"{match['year']}-{match['month'].zfill(2)}" if match else ""


def _cure_days(value: str) -> str:
    """`01.10.2018 - 05.10.2018`, as Citavi has the days of a conference; `10-15 May 1999` and `June 8-11, 2005`."""
    if match := _SAME_MONTH.fullmatch(value):
        month = month_of(match["name"] or match["before"])
        first, last = (match["first"] or match["third"]), (match["second"] or match["fourth"])
        ends = [f"{match['year']}-{month:02}-{day.zfill(2)}" if 0 < month < 13 else "" for day in (first, last)]
    else:
        ends = [_cure_day_first(end) for end in _BETWEEN_DAYS.split(value)]
    return "/".join(ends) if len(ends) == 2 and "" < ends[0] < ends[1] else ""


def month_of(name: str) -> int:
    """The number of a month by its English name, of which three letters will do; of a season its 21 to 24; else 0."""
    word = name.strip(" .").lower()
    if word in _SEASONS:
        return _SEASONS[word]
    return next((n for n, month in enumerate(_MONTHS, 1) if len(word) >= 3 and month.startswith(word)), 0)


def is_month(value: str) -> bool:
    """Whether a value gives a month: its number or its English name; several, and days beside them, count as well."""
    words = re.findall(r"\w+", clean(value))
    named = [word for word in words if not word.isdecimal()]
    if not named:
        months = [int(word) for word in words if len(word) <= 4]
        is_plain = len(words) == 2 and (max(map(len, words)) == 2 or bool(_LONG_DASH.search(value)))
        is_span = is_plain and months[0] < months[1]
        return len(months) == len(words) and (len(words) == 1 or is_span) and all(1 <= month <= 12 for month in months)
    if any(len(word) <= 2 and not 1 <= int(word) <= LAST_DAY for word in words if word.isdecimal()):
        return False
    return all(month_of(word) or word.lower() in _BESIDE or _DAY.fullmatch(word) for word in named)


def is_stand_in(value: str) -> bool:
    """Whether a value stands where a year belongs and is none that a source can have, such as `YYYY` or `9999`."""
    return bool(_STAND_IN.match(value[:LONGEST].strip(" {}")))


def start_of(value: str) -> str:
    """The day, month or year with which a date begins, as far as it is given in figures; empty for what is no date."""
    match = POINT.match(value[:LONGEST].strip())
    if not match or not match["year"].isdecimal():
        return ""
    parts = [match["year"]]
    for part in (match["month"], match["day"]):
        if not part or not part.isdecimal():
            break
        parts.append(part)
    return "-".join(parts)


def is_yearlike(value: str) -> bool:
    """Whether a value says of which year a source is, though in more or other words than four digits."""
    return bool(_YEARLIKE.fullmatch(value))


def state_in(note: str) -> str:
    """The words with which a note begins when it says that the source is still to appear; else nothing."""
    found = _COMING.match(note[:LONGEST].lstrip(" {(["))
    return found[0] if found else ""


def years_of(value: str) -> tuple[int, ...]:
    """The years (of four digits) that a value names."""
    return tuple(int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", value[:LONGEST]))


def month_in(date: str) -> int:
    """The month of a date, or of the start of a span; 0 where it has none."""
    match = POINT.match(date[:LONGEST].strip())
    return int(match["month"]) if match and match["month"] and match["month"].isdecimal() else 0
