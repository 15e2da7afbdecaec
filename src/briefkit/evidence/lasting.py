"""A sentence in, how long it says that something lasted and its two dates do not make out.

`Field work began on 3 March 2025 and ended on 11 April 2025, just under six weeks later`, `for twelve weeks, from 3
June to 26 August 2024`, `due in October 2020 and done in December 2022, 26 months late`. Whether the last day counts is
left open, and so is a week or month that is not whole.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from briefkit.evidence.stated import Statement
from briefkit.evidence.wrong import Wrong, plain_number
from briefkit.patterns import regex
from briefkit.quantities import Quantity

WEEK, DAY_OF_MONTH = 7, 100
MOST_FIGURES = 16
HALF = Decimal("0.5")
FAR = 4
"""How many times one length of time is another that is not meant for it."""

GAP = regex(
    r"(?i)(?=[^.:()\d]{0,60}(?:\b(?:to|until|till|through|and|ended|closed|finished|completed|concluded|bis|und|endete|au|et"
    r"|terminée?|achevée?|al?|y|terminó|ao?|e|terminou)\b|[-\u2013]))[^.:()\d]{1,60}"
)
"""What stands between the two dates of a time."""

OPENED = regex(
    r"(?i)\b(?:from|between|since|began?|begun|starte?d?|opened|launched|ran|running|due|planned|to end|approved|signed"
    r"|submitted|filed|received|du|entre|depuis|commencé|débuté|ouverte?|vom|von|zwischen|seit|begann|startete|del|desde"
    r"|comenzó|empezó|começou)\b[^.;:()\d]{0,30}$"
)
BEHIND = regex(
    r"(?i)(?:,|:| \(| \u2013|\u2014|\))? ?(?:(?:for|or|a total of|that is|i\.e\.|exactly|just|only|nearly|almost|about"
    r"|some|around|less than|more than|a little|under|over|a|full|in all|lasting|soit|pendant|durant|environ|près de"
    r"|un peu|plus de|moins de|also|das sind|und damit|rund|etwa|knapp|gut|fast|mehr als|durante|es decir|unos|casi"
    r"|ou seja|cerca de|quase|oder) ?){0,4}"
)
"""What stands between the second date and how long it was."""

BEFORE = regex(
    r"(?i)(?: later| long| late)?(?:,|:| \(| \u2013|\u2014)? ?(?:(?:from|between|starting|running|ran|du|entre|de|vom"
    r"|von|zwischen|del|desde|entre|on|the|le|el)? ?){0,2}(?:[^\W\d_]{3,12}(?:day|tag|woch|abend|di)? )?"
)
"""What stands between how long it was and the first date."""

NOT_THIS = regex(
    r"(?i)^(?: [^\W\d]+)? ?(?:before|earlier|ago|after|prior|of (?!work|field)|from|notice|avant|auparavant|nach|vor"
    r"|zuvor|antes|después|depois|to (?:reply|respond|vote|object)|each|per|a (?:week|month|year))\b|^-"
)
"""What makes a length of time one of something else."""

UNDER = regex(r"(?i)\b(?:under|nearly|almost|less than|knapp|fast|moins de|presque|près de|casi|quase) ?$")
WORKING = regex(
    r"(?i)^ (?:working|business|school|trading|ouvr\w+|arbeits\w*|werk\w*|hábiles|úteis)|arbeitstag|werktag"
)


def find_off_lasting(statement: Statement) -> Iterator[Wrong]:
    """The lengths of time in a sentence that are not those between its two dates."""
    known = statement.quantities
    if not 2 < len(known) <= MOST_FIGURES or sum(q.kind == "date" for q in known) < 2:
        return
    text = statement.sentence.plain
    for number, (one, two) in enumerate(pairwise(known)):
        if (one.kind, two.kind) != ("date", "date") or not _is_span(text, one, two):
            continue
        begin, end = _in_one_year(one, two)
        beside = [*_before(text, known[:number], one), *_behind(text, known[number + 2 :], two)]
        for long in beside:
            hedged = long._replace(about="under") if UNDER.search(text[: long.start]) else long
            if should := _fitting(text, hedged, begin, end):
                yield Wrong(long, (one, two), should)


def _is_span(text: str, one: Quantity, two: Quantity) -> bool:
    """Whether two dates are the beginning and the end of something."""
    gap = text[one.end : two.start]
    return bool(
        GAP.fullmatch(gap) and (OPENED.search(text[: one.start]) or gap.strip() in ("-", "\u2013", "to", "bis"))
    )


def _in_one_year(one: Quantity, two: Quantity) -> tuple[int, int]:
    """The numbers of two dates, the first in the year of the second where it has none."""
    begin, end = int(one.low), int(two.low)
    return (begin + end // 10_000 * 10_000 if begin < 10_000 <= end and begin <= end % 10_000 else begin), end


def _before(text: str, known: Sequence[Quantity], one: Quantity) -> Iterator[Quantity]:
    for long in known[-1:]:
        if long.kind == "duration" and BEFORE.fullmatch(text[long.end : one.start]):
            yield long


def _behind(text: str, known: Sequence[Quantity], two: Quantity) -> Iterator[Quantity]:
    for long in known[:1]:
        beside = long.kind == "duration" and BEHIND.fullmatch(text[two.end : long.start])
        if beside and not NOT_THIS.match(text[long.end :]):
            yield long


def _fitting(text: str, long: Quantity, begin: int, end: int) -> str:
    """What a length of time should be; nothing where it may be that."""
    if long.is_range or WORKING.search(text[long.start : long.end + 12]) or begin >= end or begin < 10_000:
        return ""
    first, last = _day(begin), _day(end)
    if long.unit == "day":
        return _days_or_weeks(long, (last - first).days) if first and last else ""
    months = Decimal((end // 10_000 - begin // 10_000) * 12 + end // 100 % 100 - begin // 100 % 100)
    if long.unit != "month" or long.low != long.written:
        return ""  # in years, which may be counted by their names
    return (
        ""
        if _is_near(long, months - 1, months + 1, months)
        else f"between the two dates it is {plain_number(months)} months"
    )


def _days_or_weeks(long: Quantity, days: int) -> str:
    """What a length of time in days or weeks should be."""
    if long.low == long.written:
        return "" if _is_near(long, Decimal(days), Decimal(days + 1)) else f"between the two dates it is {days} days"
    weeks, least, most = Decimal(days) / WEEK, Decimal(days // WEEK), Decimal(-(-days // WEEK))
    told = long._replace(low=long.low / WEEK, high=long.high / WEEK)
    return "" if _is_near(told, least, most, weeks) else f"between the two dates it is {plain_number(weeks)} weeks"


def _is_near(long: Quantity, least: Decimal, most: Decimal, exact: Decimal | None = None) -> bool:
    """Whether a length of time is between two others, or too far from them to be meant for them."""
    real = exact if exact is not None else least
    if real <= 0 or max(real, long.low) > FAR * min(real, long.low):
        return True
    if long.about == "under":
        return real - HALF <= long.low <= real + 2
    if long.about == "over":
        return real - 2 <= long.low <= (max(most, real + HALF) if exact is not None else real + HALF)
    slack = Decimal(1 if long.about else 0) + (long.low / 10 if long.about else 0)
    return least - slack <= long.low <= most + slack


def _day(number: int) -> date | None:
    """The day of a number such as 20250411; none where it is only a month, or no day of the calendar."""
    year, month, day = number // 10_000, number // DAY_OF_MONTH % 100, number % DAY_OF_MONTH
    return date(year, month, day) if 0 < day <= monthrange(year, month)[1] else None
