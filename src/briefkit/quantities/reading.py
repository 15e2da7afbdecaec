"""A text in, its quantities out: each token is asked once whether a date or a number begins there."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from briefkit.patterns import regex
from briefkit.quantities.dates import YEARS, months, read_date
from briefkit.quantities.model import Quantity, alike
from briefkit.quantities.numbers import Number, cardinals, magnitudes, ones, read_digits, read_worded
from briefkit.quantities.shares import denominators, read_fraction, read_ratio
from briefkit.quantities.tokens import Tokens, read_tokens
from briefkit.quantities.units import currency_before, read_unit
from briefkit.quantities.words import (
    ABOUT,
    AFTER_OVER,
    BETWEEN,
    BY,
    DASHES,
    FROM,
    JOINERS,
    LABELS,
    OVER,
    PEOPLE,
    SHARES,
    STATISTICS,
    TO,
    UNDER,
)
from briefkit.text import primary

DIGIT = regex(r"\d")
WORD = regex(r"[^\W\d_]+")
AFTER_LABEL = ("/", ":", *DASHES, "and", "et", "und", "y", "e", "to")
HUNDRED = ("hundred", "hundert")
SEVERAL = frozenset("several few many couple of einige mehrere viele paar".split())
"""What stands before a hundred that nobody counted."""

NUMBERED = ("section", "chapter", "option", "step", "part")
"""What a number in words counts off: option two."""

GLUING = ("-", "/", ":", "#", "_", "\\", ".", "@", "=", "§", "'", "^")
JOINING = ("/", ":", "_", "\\", "@", "=")
"""Signs that join a number to what stands before it, and to what stands behind it."""

CURRENCIES = ("us", "eur", "usd", "gbp", "chf")
"""Words of money that stand before a number without a blank."""

MOST_VERSIONS = 100
APOSTROPHES = ("'", "\u2019")
"""Before an s these make no page of it: the county's 214 schools."""

THAN = ("than", "als", "que")
YEAR_DIGITS = 4
MOST_NOUNS = 3
LANGUAGES = ("en", "fr", "de", "es", "pt")
REACH = 18
"""How many characters before a quantity are looked at for `about` and the like."""


def find_quantities(text: str, lang: str = "en") -> tuple[Quantity, ...]:
    """The quantities of a text in the order of their places."""
    lang = lang.lower()
    own = primary(lang)
    if not (DIGIT.search(text) or _has_number_word(text, own)):
        return ()
    return tuple(sorted(_Reading(text, lang).quantities(), key=lambda q: (q.start, q.end)))


@lru_cache(maxsize=8)
def _number_words(lang: str) -> frozenset[str]:
    return frozenset((*cardinals(lang), *SHARES.get(lang, "").split()[::2], *ones(lang))) - {"a", "an"}


def _has_number_word(text: str, lang: str) -> bool:
    if lang not in LANGUAGES:
        return False
    return lang == "de" or not _number_words(lang).isdisjoint(WORD.findall(text.lower()))


class _Reading:
    """One pass over the tokens of a text."""

    def __init__(self, text: str, lang: str) -> None:
        self.text, self.lang, self.own = text, lang, primary(lang)
        self.low = text.lower()
        self.tokens: Tokens = read_tokens(text)
        self.worded = self.own in LANGUAGES
        self.months, self.starts = months(self.own), _number_words(self.own) | ones(self.own)

    def quantities(self) -> Iterator[Quantity]:
        """The quantities in order, shares of two counts beside the counts."""
        at, tokens = 0, self.tokens
        while at < len(tokens):
            kind, low = tokens[at][:2]
            if kind == "word" and low not in self.starts and low not in self.months and self.own != "de":
                at += 1
                continue
            if kind == "sign" or (low in ("a", "an") and not self.may_be_one(at + 1)):
                at += 1
                continue
            found, at = self.begin(at)
            yield from found

    def may_be_one(self, after: int) -> bool:
        """Whether a word follows that makes the article before it a number: a third, a hundred, a million."""
        word = self.tokens.at(after).low
        return word == "hundred" or word in denominators(self.own) or word in magnitudes(self.own)

    def begin(self, at: int) -> tuple[list[Quantity], int]:
        """What begins at a token, and the index to go on from."""
        if dated := read_date(self.tokens, at, self.own):
            return [dated[0]], dated[1]
        if share := self.worded and read_fraction(self.tokens, at, self.own):
            return [self.hedged(share[0])], share[1]
        number = self.number(at) or self.one(at)
        if not number:
            return [], at + 1
        if self.is_label(at, number):
            return [], self.after_label(number.after)
        found, after = self.amounts(at, number)
        is_one = number.value == 1 and number.worded and found[0].kind == "count"
        if self.worded and (ratio := read_ratio(self.tokens, self.text, found, after, self.lang)):
            return [self.hedged(q) for q in ratio[0]], ratio[1]
        return ([], at + 1) if is_one else (found, after)

    def one(self, at: int) -> Number | None:
        """The word for one, which is a number only in `one in ten`."""
        is_one = self.worded and self.tokens[at].low in ones(self.own) - {"a", "an"}
        return Number(Decimal(1), Decimal(1), at + 1, worded=True) if is_one else None

    def number(self, at: int) -> Number | None:
        """The number that begins at a token."""
        if self.tokens[at].kind == "number":
            return read_digits(self.tokens, self.text, at, self.lang)
        if self.tokens[at].low in HUNDRED and self.tokens.at(at - 1).low in SEVERAL:
            return None
        return read_worded(self.tokens, at, self.own) if self.worded else None

    def is_label(self, at: int, number: Number) -> bool:
        """Whether a number in digits only names something: Table 2, Agni-5, E.O. 13382, 34th, 3:1."""
        before, start = self.tokens.at(at - 1), self.tokens[at].start
        if number.worded:
            return before.low in NUMBERED
        if self.follows_name(at, number):
            return not self.worded or before.low not in self.prepositions()
        labelling = self.tokens.at(at - 2) if before.low == "." and before.end >= start - 1 else before
        owned = labelling.low == "s" and self.text[max(labelling.start - 1, 0)] in APOSTROPHES
        if labelling.low in LABELS and not number.grouped and labelling.kind == "word" and not owned:
            return True
        return self.is_glued_before(at) or self.is_glued_after(number)

    def follows_name(self, at: int, number: Number) -> bool:
        """Whether a number may be the version of what a word with a capital names: Python 3.11."""
        before = self.tokens.at(at - 1)
        if before.kind != "word" or len(before.low) < 2 or before.low in STATISTICS:
            return False
        small = number.step < 1 and number.value < MOST_VERSIONS and self.text[before.start].isupper()
        return small and not read_unit(self.tokens, number.after, number, self.lang)

    def is_glued_before(self, at: int) -> bool:
        """Whether a number goes on with what stands before it without a blank: Agni-5, v2, #3."""
        before = self.tokens.at(at - 1)
        if before.end != self.tokens[at].start:
            return False
        if before.kind == "word":
            return before.low not in CURRENCIES
        further = self.tokens.at(at - 2)
        return before.low in GLUING and (before.low != "-" or (further.kind == "word" and further.end == before.start))

    def is_glued_after(self, number: Number) -> bool:
        """Whether what stands behind a number without a blank goes on with it, and is no unit: 34th, 3:1."""
        tokens = self.tokens
        after = tokens.at(number.after)
        if after.start != tokens[number.after - 1].end:
            return False
        if after.low in JOINING:
            return tokens.at(number.after + 1).start == after.end
        return after.kind == "word" and not read_unit(tokens, number.after, number, self.lang)

    def prepositions(self) -> frozenset[str]:
        """Words that may stand before a number at the beginning of a sentence."""
        words = (*FROM[self.own], BETWEEN[self.own], *ABOUT[self.own], *OVER[self.own], *UNDER[self.own])
        return frozenset(word for ending in words for word in ending.split()) | {"in", "the", "of", "by", "only", "at"}

    def after_label(self, after: int) -> int:
        """The index after a label, the second half of `3/4` and the like included."""
        tokens = self.tokens
        while tokens.at(after).low in AFTER_LABEL and tokens.at(after + 1).kind == "number":
            if tokens.at(after + 2).low in ("%", "per", "percent", "million", "billion"):
                break
            after += 2
        return after

    def amounts(self, at: int, number: Number) -> tuple[list[Quantity], int]:
        """The quantity that a number makes with its unit; with a second number, a range or two quantities."""
        first, after = self.with_unit(at, number)
        link = self.tokens.at(after).low
        if not self.is_link(link):
            return [self.hedged(first)], after
        begin = after + 1
        if self.is_money_sign(begin):
            begin += 1
        second = self.number(begin) if begin < len(self.tokens) else None
        if not second or read_date(self.tokens, begin, self.own):
            return [self.hedged(first)], after
        if self.is_label(begin, second) and link not in DASHES:
            return [self.hedged(first)], after
        other, end = self.with_unit(begin, second)
        return self.joined(first, other, link, (after, end))

    def joined(self, first: Quantity, other: Quantity, link: str, ends: tuple[int, int]) -> tuple[list[Quantity], int]:
        """A range, or two quantities of which the first may take the unit of the second."""
        after, end = ends
        between = link == JOINERS.get(self.own) and self.stands_before(first.start, (BETWEEN.get(self.own, "\0"),))
        whole = first.kind != "count" or first.low != first.written
        first = _shared(first, other)
        if link != JOINERS.get(self.own) or between:
            first = _magnified(first, other)
        if first.kind == "year" and link in DASHES:
            other = _full_year(first, other)
        if not alike(first, other):
            return [self.hedged(first)], after
        far = other.high > SAME_ORDER * first.low if whole else other.high > THOUSAND and other.high > FAR * first.low
        by = link not in DASHES and (far or link == "auf")
        if by and self.stands_before(first.start, BY.get(self.own, ())):
            return [self.hedged(first)], after  # up by 5 million euros to 77 million euros
        to = link in DASHES or (link in TO[self.own] and not self.stands_before(first.start, FROM[self.own]))
        if (between or to) and first.low < other.high:
            both = other._replace(start=first.start, low=first.low, step=max(first.step, other.step))
            return [self.hedged(both)], end
        return [self.hedged(first)], after  # the second is read on its own

    def is_link(self, link: str) -> bool:
        """Whether a word or dash may stand between the numbers of a range."""
        if link in DASHES:
            return True
        return self.worded and (link in TO[self.own] or link == JOINERS[self.own])

    def is_money_sign(self, at: int) -> bool:
        return self.tokens.at(at).low in ("$", "€", "£")

    def with_unit(self, at: int, number: Number) -> tuple[Quantity, int]:
        """The quantity of a number: currency before, magnitude, unit, what it counts."""
        tokens = self.tokens
        code, start = currency_before(tokens, at)
        unit, after = read_unit(tokens, number.after, number, self.lang, code) or (None, number.after)
        value, step, kind, base = number.value, number.step, "count", ""
        if unit:
            value, step, kind, base = value * unit.factor, step * unit.factor, unit.kind, unit.base
        end = tokens[after - 1].end
        quantity = Quantity(start, end, kind, value, value, step, base, written=number.value)
        if kind != "count":
            return quantity, after
        noun = self.noun(after)
        if self.is_year(at, number, after, noun):
            return quantity._replace(kind="year"), after
        return quantity._replace(noun=noun), after

    def is_year(self, at: int, number: Number, after: int, noun: tuple[str, ...]) -> bool:
        plain = not (number.grouped or number.worded) and number.step == 1 and after == number.after
        if not plain or len(self.tokens[at].low) != 4 or int(number.value) not in YEARS:
            return False
        start = self.tokens[at].start
        counted = not PEOPLE.isdisjoint(noun) or self.hedge(start) in ("about", "over")
        return not counted or self.is_compared(at)

    def is_compared(self, at: int) -> bool:
        """Whether so much more than a year is said: 150 more than 2022, 5% more than 2022."""
        before, earlier = self.tokens.at(at - 3), self.tokens.at(at - 4)
        amount = earlier if before.low in ("%", "percent", "prozent") else before
        return self.tokens.at(at - 1).low in THAN and amount.kind == "number" and len(amount.low) != YEAR_DIGITS

    def noun(self, after: int) -> tuple[str, ...]:
        """The words after a number, up to one that ends what is counted."""
        found: list[str] = []
        for index in range(after, after + MOST_NOUNS):
            token = self.tokens.at(index)
            if token.kind != "word":
                break
            found.append(token.low)
        return tuple(found)

    def hedged(self, quantity: Quantity) -> Quantity:
        """The quantity with the word before or after it that says how exact it is."""
        about = self.hedge(quantity.start)
        if not about and self.low.startswith(AFTER_OVER, quantity.end):
            about = "over"
        return quantity._replace(about=about) if about else quantity

    def hedge(self, start: int) -> str:
        """What the words before a place say of how exact a quantity is."""
        for name, table in (("about", ABOUT), ("over", OVER), ("under", UNDER)):
            if self.stands_before(start, table.get(self.own, ())):
                return name
        return ""

    def stands_before(self, start: int, endings: tuple[str, ...]) -> bool:
        """Whether the text before a place ends with one of these, at the beginning of a word."""
        before = self.low[max(start - REACH, 0) : start]
        for ending in endings if before.endswith(endings) else ():
            if before.endswith(ending):
                at = len(before) - len(ending)
                if at == 0 or not before[at - 1].isalnum():
                    return True
        return False


THOUSAND = 1000
FAR = 10
SAME_ORDER = 5
"""How many times the second of two amounts the first may be and still be meant in its millions."""


def _shared(first: Quantity, other: Quantity) -> Quantity:
    """The first of two with the unit of the second, where it has none: 19 to 25 days, 2 to 3 million."""
    if first.kind != "count" or other.kind in ("count", "year", "date"):
        return first
    factor = _factor(other)
    if other.kind == "money" and first.low >= THOUSAND and first.low * factor > other.high:
        factor = Decimal(1)  # 800,000 to 2 million euros
    return first._replace(
        kind=other.kind,
        unit=other.unit,
        low=first.low * factor,
        high=first.high * factor,
        step=first.step * factor,
    )


def _magnified(first: Quantity, other: Quantity) -> Quantity:
    """A count in the millions of the one behind it: 2 to 3 million, from 16.1 to 15.9 billion."""
    factor = _factor(other)
    small = first.kind == other.kind == "count" and first.low == first.written < THOUSAND <= factor
    if not small or first.low * factor > other.high * SAME_ORDER:
        return first
    return first._replace(low=first.low * factor, high=first.high * factor, step=first.step * factor)


def _factor(quantity: Quantity) -> Decimal:
    """By what a unit or a magnitude multiplied the number that is written."""
    return quantity.high / quantity.written if quantity.written else Decimal(1)


def _full_year(first: Quantity, other: Quantity) -> Quantity:
    """The second year of 2020-24 in full."""
    if other.kind != "count" or not 0 < other.low < 100 or other.end - other.start != 2:
        return other
    year = first.low // 100 * 100 + other.low
    return other._replace(kind="year", low=year, high=year, noun=())
