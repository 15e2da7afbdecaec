"""Tokens in, shares in words out: a third, two thirds, half of; one in ten, 29 of the 37."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from briefkit.quantities.dates import YEARS
from briefkit.quantities.model import Quantity
from briefkit.quantities.numbers import Number, cardinals, ones, read_digits, read_worded
from briefkit.quantities.tokens import Tokens
from briefkit.quantities.words import (
    AFTER_SHARE,
    BARE_RATIO,
    BEFORE_SHARE,
    EVERY_NTH,
    HALVES,
    LABELS,
    RATIO,
    SHARES,
    UNITS,
)
from briefkit.text import primary

HUNDRED = Decimal(100)
SMALL = 20
PLAIN_OF = ("of", "des", "der", "dos", "das", "de")
OF_WHICH = ("dont", "davon")
"""What stands before an article and a half, whatever follows: dont la moitié en ville."""

FARTHEST = 3
"""How many words may stand between the numbers of a share: one pump in four."""


@lru_cache(maxsize=8)
def denominators(lang: str) -> Mapping[str, int]:
    """The words for equal parts."""
    items = SHARES.get(lang, "").split()
    return dict(zip(items[::2], map(int, items[1::2]), strict=True))


def read_fraction(tokens: Tokens, at: int, lang: str) -> tuple[Quantity, int] | None:
    """A share in words that begins at a token, and the index after it."""
    word, known = tokens[at].low, denominators(lang)
    if lang == "de" and word.startswith("jede") and (nth := EVERY_NTH.get(tokens.at(at + 1).low.rstrip("nr"), 0)):
        return _spoken(tokens, at, at + 2, Decimal(1) / nth)
    if word in HALVES and word in known:
        is_share = tokens.at(at - 2).low in OF_WHICH or _is_share(tokens, at + 1)
        return _spoken(tokens, at, at + 1, Decimal("0.5")) if is_share else None
    top = 1 if word in ones(lang) else cardinals(lang).get(word, 0)
    hyphen = tokens.at(at + 1).low == "-"
    below = known.get(tokens.at(at + 1 + hyphen).low, 0)
    if not top or not below or top >= below or top > SMALL:
        return None
    if tokens.at(at - 1).low not in BEFORE_SHARE and not _is_share(tokens, at + 2 + hyphen):
        return None
    return _spoken(tokens, at, at + 2 + hyphen, Decimal(top) / below)


def _is_share(tokens: Tokens, after: int) -> bool:
    """Whether what follows lets a word be a share: `a third option` is none."""
    token = tokens.at(after)
    return (token.kind in ("end", "sign") and token.low != "-") or token.low in AFTER_SHARE


def _spoken(tokens: Tokens, at: int, after: int, share: Decimal) -> tuple[Quantity, int]:
    value = share * HUNDRED
    return Quantity(tokens[at].start, tokens[after - 1].end, "percent", value, value, spoken=True), after


@lru_cache(maxsize=8)
def _links(lang: str) -> frozenset[str]:
    """The first words of what may stand between the numbers of a share."""
    return frozenset(words[0] for words in RATIO.get(lang, ()))


MEASURING = ("%", "per", "percent", "million", "billion", "thousand")
LARGE, LONGEST_COUNT = 1000, 5
"""What a few in so many has at most: the whole, and the characters of its first number."""

POINTS = ("prozent", "punkt", "percent", "point", "ponto", "punto", "pp")
"""What begins a word for points behind a number: a plus of six points is no share of six."""


def read_ratio(
    tokens: Tokens, text: str, found: list[Quantity], after: int, lang: str
) -> tuple[list[Quantity], int] | None:
    """The share that a number begins: with the two counts it is made of, but for `one in ten`."""
    first, own = _counted(text, found[0]), primary(lang)
    if len(found) != 1 or first.kind != "count" or first.is_range:
        return None
    for start in range(after, after + FARTHEST + 1):
        if start > after and tokens.at(start - 1).kind != "word":
            return None
        if tokens.at(start).kind == "number":
            return None
        if tokens.at(start).low not in _links(own):
            continue
        words = next((w for w in RATIO.get(own, ()) if tokens.words(start, w)), None)
        if words and words[0] == "von" and start > after and first.low == 1:
            return None  # eine Spanne von 180.000
        if words:
            return _ratio(tokens, text, first, start + len(words), words, lang)
    return None


def _counted(text: str, first: Quantity) -> Quantity:
    """One of a measure as a count, for it may be one in so many: one litre in five."""
    if first.kind not in ("measure", "duration") or first.written != 1:
        return first
    end = first.start + len(text[first.start : first.end].split()[0])
    return Quantity(first.start, end, "count", first.written, first.written, written=first.written)


def _ratio(
    tokens: Tokens, text: str, first: Quantity, at: int, words: tuple[str, ...], lang: str
) -> tuple[list[Quantity], int] | None:
    """The share of a count in the number at an index."""
    token = tokens.at(at)
    whole = _whole(tokens, text, at, lang)
    if not whole or whole.value <= first.low or _is_measured(tokens, whole.after):
        return None
    by_words = words[0] in BARE_RATIO
    if by_words and not whole.grouped and int(whole.value) in YEARS:
        return None
    each = "cada" in words or "every" in words
    small = first.low < SMALL and whole.value <= LARGE and first.end - first.start <= LONGEST_COUNT
    if by_words and not (small or words[-1] in ("every", "cada")):
        return None
    if first.low == 1 and words[0] in PLAIN_OF and "cada" not in words:
        return None  # one of the three
    value, end = first.low / whole.value * HUNDRED, tokens[whole.after - 1].end
    bare = by_words or each or (whole.worded and whole.value <= SMALL)
    share = Quantity(first.start, end, "percent", value, value, parts=(first.low, whole.value), spoken=bare)
    if bare:
        return [share], whole.after
    counted = Quantity(token.start, end, "count", whole.value, whole.value)
    return [share, first, counted], whole.after


def _whole(tokens: Tokens, text: str, at: int, lang: str) -> Number | None:
    """The number at an index, in digits or in words."""
    kind = tokens.at(at).kind
    if kind == "number":
        return read_digits(tokens, text, at, lang)
    return read_worded(tokens, at, primary(lang)) if kind == "word" else None


def _is_measured(tokens: Tokens, after: int) -> bool:
    """Whether a number is an amount of something, or of millions, by the word behind it: no count has parts in it."""
    word = tokens.at(after).low
    return word in UNITS or word in MEASURING or word in LABELS or word.startswith(POINTS)
