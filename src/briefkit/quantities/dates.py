"""Tokens in, the date that begins at one of them out: 18 December 2024, December 18, 2024, 2024-12-18."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from briefkit.quantities.model import Quantity
from briefkit.quantities.tokens import Tokens
from briefkit.quantities.words import MONTHS, SHORT_MONTHS, WEEKDAYS

YEARS = range(1500, 2100)
MOST_BETWEEN = 6
"""How far before a date its day of the week may stand: segunda-feira, dia 3."""


@lru_cache(maxsize=8)
def months(lang: str) -> Mapping[str, int]:
    """The names of the months and their short forms."""
    whole = MONTHS.get(lang, "").lower().split("|")
    short = SHORT_MONTHS.get(lang, "").split()
    return {name: n for names in (short, whole) for n, name in enumerate(names, 1) if name} | (
        {"sept": 9} if lang == "en" else {}
    )


@lru_cache(maxsize=8)
def weekdays(lang: str) -> Mapping[str, int]:
    """The names of the days, from Monday at 0."""
    named = {name: n for n, name in enumerate(WEEKDAYS.get(lang, "").split())}
    return named | {"sonnabend": 5} if lang == "de" else named


def read_date(tokens: Tokens, at: int, lang: str) -> tuple[Quantity, int] | None:
    """The date that begins at a token, and the index after it; a month alone needs its year."""
    token = tokens[at]
    if token.kind == "number":
        found = _day_first(tokens, at, lang) or _iso(tokens, at)
    elif token.low in months(lang):
        found = _month_first(tokens, at, lang)
    else:
        return None
    if not found:
        return None
    year, month, day, after = found
    weekday = _weekday(tokens, at, lang)
    value = Decimal(year * 10_000 + month * 100 + day)
    return Quantity(token.start, tokens[after - 1].end, "date", value, value, weekday=weekday), after


def _number(tokens: Tokens, at: int, among: range) -> int:
    """The plain number at an index, if it is one of these, else 0."""
    token = tokens.at(at)
    known = token.kind == "number" and token.low.isdigit() and len(token.low) <= 4 and int(token.low) in among
    return int(token.low) if known else 0


def _day_first(tokens: Tokens, at: int, lang: str) -> tuple[int, int, int, int] | None:
    day = _number(tokens, at, range(1, 32))
    after = at + 1
    if not day:
        return None
    if tokens.at(after).low in ("st", "nd", "rd", "th", "er", ".", "º"):
        after += 1
    if tokens.at(after).low in ("of", "de"):
        after += 1
    month = months(lang).get(tokens.at(after).low, 0)
    if not month:
        return None
    after = _over_stop(tokens, after + 1)
    if tokens.at(after).low in ("de", "del") or (tokens.at(after).low == "," and _number(tokens, after + 1, YEARS)):
        after += bool(_number(tokens, after + 1, YEARS))
    year = _number(tokens, after, YEARS)
    return year, month, day, after + bool(year)


def _month_first(tokens: Tokens, at: int, lang: str) -> tuple[int, int, int, int] | None:
    month = months(lang)[tokens[at].low]
    after = _over_stop(tokens, at + 1)
    if lang == "en" and (day := _number(tokens, after, range(1, 32))):
        after += 1
        if tokens.at(after).low in ("st", "nd", "rd", "th"):
            after += 1
        comma = tokens.at(after).low == ","
        year = _number(tokens, after + comma, YEARS)
        if not year and tokens.at(after).kind in ("word", "number"):
            return 0, month, day, after
        return year, month, day, after + (comma + 1 if year else 0)
    after += tokens.at(after).low in ("de", "del", "of")
    year = _number(tokens, after, YEARS)
    return (year, month, 0, after + 1) if year else None


def _over_stop(tokens: Tokens, at: int) -> int:
    """The index after the full stop of a shortened month."""
    short = tokens.at(at).low == "." and tokens.at(at).start == tokens[at - 1].end and len(tokens[at - 1].low) <= 5
    return at + short


def _iso(tokens: Tokens, at: int) -> tuple[int, int, int, int] | None:
    if tokens.at(at + 1).low != "-" or len(tokens[at].low) != 4:
        return None
    dashes = [tokens.at(at + n) for n in (1, 3)]
    glued = all(d.low == "-" and d.end == tokens.at(at + 2 * n + 2).start for n, d in enumerate(dashes))
    year, month, day = _number(tokens, at, YEARS), *(_number(tokens, at + n, range(1, 32)) for n in (2, 4))
    return (year, month, day, at + 5) if glued and year and 0 < month < 13 and day else None


def _weekday(tokens: Tokens, at: int, lang: str) -> int:
    """The day of the week before a date: Monday 18, Monday, the 18th, lundi le 18; -1 when there is none."""
    for back in range(1, MOST_BETWEEN):
        word = tokens.at(at - back).low
        if word in weekdays(lang):
            return weekdays(lang)[word]
        if word not in (",", "the", "le", "den", "dem", "el", "feira", "-", "dia", "día", "."):
            return -1
    return -1
