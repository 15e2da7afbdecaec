"""Tokens in, the number that begins at one of them out: in digits by the separators of a language, or in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from briefkit.patterns import compiled, regex
from briefkit.quantities.tokens import Tokens
from briefkit.quantities.words import CARDINALS, COMMA_DECIMALS, JOINERS, MAGNITUDES, ONES, POINT_REGIONS
from briefkit.text import primary

GROUPED = {
    mark: rf"\d{{1,3}}(?:{mark}\d{{3}}){{1,7}}(?P<rest>{other}\d{{1,9}})?"
    for mark, other in ((",", r"\."), (r"\.", ","), ("['\u2019]", r"[.,]"))
}
INDIAN = regex(r"\d{1,2}(?:,\d\d){1,5},\d{3}")
LONGEST = 18
WITH_DECIMALS = {mark: rf"\d{{1,15}}{mark}\d{{1,9}}" for mark in (r"\.", ",")}
BLANKS = "\u00a0\u202f\u2009"
THREE = regex(r"\d{3}(?:[.,]\d{1,9})?")


class Number(NamedTuple):
    """A number and the index after its last token; `grouped` when separators stood in it, `worded` when words did."""

    value: Decimal
    step: Decimal
    after: int
    grouped: bool = False
    worded: bool = False


@lru_cache(maxsize=8)
def has_decimal_comma(lang: str) -> bool:
    """Whether a language writes 1.248,5."""
    return primary(lang) in COMMA_DECIMALS and lang not in POINT_REGIONS


def read_numeral(text: str, lang: str) -> tuple[Decimal, Decimal, bool] | None:
    """The value of digits with separators, what its last digit is worth, and whether it is grouped.

    None when the separators are not those of the language.
    """
    comma = has_decimal_comma(lang)
    if text.isdecimal():
        if len(text) > LONGEST:
            return None
        return Decimal(text), Decimal(1), False
    group, point = (r"\.", ",") if comma else (",", r"\.")
    for mark in (group, "['\u2019]"):
        if (match := compiled(GROUPED[mark]).fullmatch(text)) and not text.startswith("0"):
            rest = match["rest"] or ""
            whole = re.sub(r"\D", "", text[: len(text) - len(rest)])
            return (*_decimal(whole + rest.replace(",", ".")), True)
    if compiled(WITH_DECIMALS[point]).fullmatch(text):
        return (*_decimal(text.replace(",", ".")), False)
    if INDIAN.fullmatch(text):
        return (*_decimal(text.replace(",", "")), True)
    other = compiled(WITH_DECIMALS[r"\." if comma else ","]).fullmatch(text)
    if other and len(re.split("[.,]", text)[1]) != 3 and comma:
        return (*_decimal(text), False)  # 12.5 in a French text
    return None


def _decimal(text: str) -> tuple[Decimal, Decimal]:
    places = len(text.partition(".")[2])
    return Decimal(text), Decimal(1).scaleb(-places)


def read_digits(tokens: Tokens, text: str, at: int, lang: str) -> Number | None:
    """The number in digits that begins at a token, groups of three after a blank included."""
    last, written = at, tokens[at].low
    if len(written) <= 3 and written.isdigit() and written[0] != "0":
        while _goes_on(tokens, text, last, lang):
            last += 1
            written += tokens[last].low
            if not tokens[last].low.isdigit():
                break
    read = read_numeral(written, lang) if last == at else (*_decimal(written.replace(",", ".")), True)
    return Number(read[0], read[1], last + 1, read[2]) if read else None


def _goes_on(tokens: Tokens, text: str, last: int, lang: str) -> bool:
    """Whether the next token is a group of three digits of the same number."""
    after = tokens.at(last + 1)
    if after.kind != "number" or after.start - tokens[last].end != 1:
        return False
    blank = text[after.start - 1]
    plain = blank == " " and not lang.startswith("en")
    return (plain or blank in BLANKS) and THREE.fullmatch(after.low) is not None


# --- in words --------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def cardinals(lang: str) -> Mapping[str, int]:
    """The number words of a language."""
    items = CARDINALS.get(lang, "").split()
    return dict(zip(items[::2], map(int, items[1::2]), strict=True))


@lru_cache(maxsize=8)
def magnitudes(lang: str) -> Mapping[str, int]:
    """The magnitude words of a language, as powers of ten."""
    items = MAGNITUDES.get(lang, "").split()
    return dict(zip(items[::2], map(int, items[1::2]), strict=True))


@lru_cache(maxsize=8)
def ones(lang: str) -> frozenset[str]:
    """The words for one."""
    return frozenset(ONES.get(lang, "").split())


def read_worded(tokens: Tokens, at: int, lang: str) -> Number | None:
    """The number below a thousand in words that begins at a token: twenty-five, quatre-vingt-dix, veinte y cinco.

    The word for one is a number only within one, or before a magnitude.
    """
    known, small = cardinals(lang), ones(lang)
    word = tokens[at].low
    first = known.get(word) or (german(word) if lang == "de" else 0)
    if not first and word in small:
        after = tokens.at(at + 1).low
        first = int(after in magnitudes(lang) or after == "hundred")
    if not first:
        return None
    total, at = first, at + 1
    while grown := _grow(tokens, at, total, lang):
        total, at = grown
    return Number(Decimal(total), Decimal(1), at, worded=True)


def _grow(tokens: Tokens, at: int, total: int, lang: str) -> tuple[int, int] | None:
    """The number with the next word of it, if one follows, perhaps after a hyphen or a joining word."""
    joined = tokens.at(at).low in ("-", JOINERS.get(lang))
    word = tokens.at(at + joined).low
    value = cardinals(lang).get(word, int(joined and word in ones(lang) and total % 10 == 0 and total >= 20))
    if not value or (tokens.at(at).low == JOINERS.get(lang) and not _joins(total, value, lang)):
        return None
    if value == 100 and total < 10 and lang in ("en", "fr"):
        return total * 100, at + joined + 1
    if value == 20 and total == 4 and lang == "fr":
        return 80, at + joined + 1
    room = 100 if total % 100 == 0 else 20 if lang == "fr" and total % 100 in (60, 80) else 10 * (total % 10 == 0)
    return (total + value, at + joined + 1) if value < room and total >= 20 else None


def _joins(total: int, value: int, lang: str) -> bool:
    """Whether the joining word stands where a number has one; `twenty and five` are two."""
    if lang == "en":
        return total % 100 == 0
    return lang in ("es", "pt") or value in (1, 11)


TENS = "zwanzig dreißig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig".split()


@lru_cache(maxsize=256)
def german(word: str) -> int:
    """The value of a German number in one word, up to 999: zweihundertfünfundzwanzig; 0 when it is none."""
    known = {"ein": 1, **cardinals("de"), "dreissig": 30}
    if len(word) > 40:
        return 0
    before, hundred, after = word.partition("hundert")
    if hundred:
        rest = after.removeprefix("und")
        above = known.get(before or "ein", 0)
        below = german(rest) or known.get(rest, 0) if rest else 0
        return above * 100 + below if 0 < above < 10 and (not rest or below) else 0
    ten = next((t for t in TENS if word.endswith("und" + t)), "")
    unit = known.get(word.removesuffix("und" + ten), 0) if ten else 0
    return known[ten] + unit if 0 < unit < 10 else known.get(word, 0) * (word != "ein")
