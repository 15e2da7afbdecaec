"""Tokens after a number in, its unit out: magnitude words and the unit as one factor."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from briefkit.quantities.numbers import Number, magnitudes, ones
from briefkit.quantities.tokens import Tokens
from briefkit.quantities.words import (
    ATTACHED,
    CURRENCIES,
    DOLLARS,
    PER,
    PERCENT,
    POINTS,
    SQUARED,
    SURE_PER,
    UNITS,
    Unit,
)
from briefkit.text import primary

SIGNS = ("$", "€", "£", "¥", "₹")
OF = ("of", "de", "d", "'", "\u2019", "us", "u", "s", ".")
OF_UNIT = ("de", "d", "'", "\u2019")
LETTERS = frozenset("m g t l h w a o".split())
"""Units of one letter: only with a number in digits."""


@lru_cache(maxsize=8)
def _power(power: int) -> Decimal:
    return Decimal(10) ** power


def currency_before(tokens: Tokens, at: int) -> tuple[str, int]:
    """The code of the currency before a number, and where the quantity then begins."""
    before = tokens.at(at - 1)
    if before.low in SIGNS:
        named = tokens.at(at - 2)
        if before.low == "$" and named.end == before.start and named.low in DOLLARS:
            return DOLLARS[named.low], named.start
        return CURRENCIES[before.low], before.start
    code = CURRENCIES.get(before.low, "") if before.kind == "word" and len(before.low) == 3 else ""
    return (code, before.start) if code and code.lower() == before.low else ("", tokens[at].start)


def read_unit(tokens: Tokens, at: int, number: Number, lang: str, code: str = "") -> tuple[Unit, int] | None:
    """The unit from a token on, and the index after it; `code` is that of a currency before the number."""
    own = primary(lang)
    factor, after = _magnitude(tokens, at, own, code)
    if sign := _money(tokens, after, code):
        code, after = sign
    if code:
        return _per(tokens, Unit("money", code, factor), after, own)
    if after == at and (share := _percent(tokens, at, own)):
        return Unit(share[0], "", Decimal(1)), share[1]
    if after > at and tokens.at(after).low in OF_UNIT:
        after = _behind_of(tokens, after)
    if area := _area(tokens, after, factor):
        return _per(tokens, area[0], area[1], own)
    unit = UNITS.get(tokens.at(after).low if tokens.at(after).low != "-" else tokens.at(after + 1).low)
    hyphen = tokens.at(after).low == "-"
    if unit and hyphen and unit.kind not in ("duration", "measure", "times"):
        unit = None
    if _is_formula(tokens, after) or tokens.at(after).low in ones(own):
        unit = None  # between 25 and 60 an account, in English: a year is one word in French
    if unit and not (number.worded and tokens.at(after + hyphen).low in LETTERS):
        scaled = unit._replace(factor=unit.factor * factor)
        return _per(tokens, scaled, after + hyphen + 1, own)
    return (Unit("count", "", factor), after) if after > at else None


def _behind_of(tokens: Tokens, at: int) -> int:
    """The index behind `de` where a unit stands there: millions de mètres cubes, millones de toneladas."""
    index = at
    while index < at + 3 and tokens.at(index).low in OF_UNIT:
        index += 1
    unit = UNITS.get(tokens.at(index).low)
    return index if unit and unit.kind == "measure" and len(tokens.at(index).low) > 2 else at


def _is_formula(tokens: Tokens, at: int) -> bool:
    """Whether a letter is one of a formula, as in 2 H2O."""
    after = tokens.at(at + 1)
    return tokens.at(at).low in LETTERS and after.kind in ("number", "word") and after.start == tokens.at(at).end


def _area(tokens: Tokens, at: int, factor: Decimal) -> tuple[Unit, int] | None:
    """The area or volume that a length and the word before or behind it make, and the index after both."""
    first, second = tokens.at(at).low, tokens.at(at + 1).low
    if first in SQUARED:
        index = at + 1 + (second == ".")
        power, name, after = SQUARED[first], tokens.at(index).low, index + 1
    elif second in SQUARED:
        power, name, after = SQUARED[second], first, at + 2
    else:
        return None
    length = UNITS.get(name)
    if not length or length.base != "m":
        return None
    return Unit("measure", f"m{power}", factor * length.factor**power), after


def _magnitude(tokens: Tokens, at: int, own: str, code: str) -> tuple[Decimal, int]:
    """The factor of the magnitude words from a token on, and the index after them."""
    power, after, known = 0, at, magnitudes(own)
    low = tokens.at(at).low
    letters = (own in ("fr", "es", "pt", "de") and tokens.at(at + 1).low == "€") or code
    if letters and low in ATTACHED and at > 0:
        return _power(ATTACHED[low]), at + 1
    while (word := tokens.at(after).low) in known and after < at + 2:
        if after > at and known[tokens.at(at).low] != 3:
            break
        power, after = power + known[word], after + 1
        if tokens.at(after).low == "." and len(word) <= 3 and tokens.at(after).start == tokens.at(after - 1).end:
            after += 1
    return _power(power), after


def _money(tokens: Tokens, at: int, code: str) -> tuple[str, int] | None:
    """The currency after a number, and the index after it."""
    index = at
    while index < at + 4 and tokens.at(index).low in OF:
        index += 1
    token = tokens.at(index)
    named = CURRENCIES.get(token.low)
    if not named or token.low in ("a", "") or (index > at and token.kind != "word"):
        return None
    return (code or named), index + 1


def _percent(tokens: Tokens, at: int, own: str) -> tuple[str, int] | None:
    low = tokens.at(at).low
    for kind, words in _shares(own).get(low, ()):
        if tokens.words(at, words):
            return kind, at + len(words)
    return ("percent", at + 1) if low == "%" else None


@lru_cache(maxsize=8)
def _shares(own: str) -> Mapping[str, list[tuple[str, tuple[str, ...]]]]:
    """The words for per cent and percentage points by the first of them."""
    made: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for kind, table in (("points", POINTS), ("percent", PERCENT)):
        for words in table.get(own, table["en"]):
            made.setdefault(words[0], []).append((kind, words))
    return made


def _per(tokens: Tokens, unit: Unit, after: int, own: str) -> tuple[Unit, int]:
    """The unit of a rate, if `per` and a word follow: euros per month."""
    word, over = tokens.at(after).low, tokens.at(after + 1)
    slash = word == "/" and over.kind == "word"
    if slash or (word in PER.get(own, ()) and over.kind == "word" and (word in SURE_PER or over.low in UNITS)):
        return unit._replace(base=f"{unit.base}/{over.low.removesuffix('s')[:5]}"), after + 2
    return unit, after
