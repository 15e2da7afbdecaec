"""A statement and those of the body that are most like it in, the figure that one of its own should be out.

That is the figure of a sentence which says nearly the same and gives another value: none that the statement gives as
well, and none that follows from its figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import permutations

from briefkit.evidence.beside import EACH_YEAR, is_limit
from briefkit.evidence.restated import form_of
from briefkit.evidence.slips import FEWEST_CITED, FEWEST_SHARED, is_same_measure, same_years
from briefkit.evidence.stated import Statement, comparable, same_unit
from briefkit.evidence.twice import are_swapped, one_differing, others_agree
from briefkit.evidence.wrong import MADE_UP
from briefkit.quantities import Quantity, agree

MOST_PAIRED = 6
REACH = 60
MOST_FIGURES = 24
"""A sentence with more figures is a list: none of them is looked for in another sentence."""

ORDER = 20
"""How many times one amount may be the other and still be the same one, mistaken."""

IN_WORDS = 2
"""The same for a share in words: one in six is not meant for 61%."""

BASIS = frozenset("basis basispunkt basispunkte basispunkten base básicos".split())
"""What tells basis points from points: they are hundredths of them."""

APART_OF_TIME = ("caption", "heading", "cell", "header-cell", "chart")
"""Where a year may be that of something else: children born in 2022."""

TIMING = (
    "quarter quarters first second third fourth earlier later before previous preceding period same trimestre"
    " trimestres"
    " précédent précédente tôt période quartal quartale zuvor vorjahr vorigen zeitraum antes anterior período"
)
"""Words that say when something was, and never what."""

NEARLY = Decimal("0.7")
"""What part of its words a sentence shares with one that says the same."""


@cache
def timing() -> frozenset[str]:
    """The forms of words that say when something was."""
    return frozenset(map(form_of, TIMING.split()))


Near = Sequence[tuple[int, Statement]]
"""Statements of the body, each with how many words it shares, the nearest first."""


class Counterparts:
    """The figures of one statement beside those of the statements near it, compared once."""

    def __init__(self, statement: Statement, near: Near) -> None:
        few = len(statement.quantities) <= MOST_FIGURES
        self.statement = statement
        self.near = [(shared, s) for shared, s in near if few and len(s.quantities) <= MOST_FIGURES]
        self.agreeing: dict[int, list[tuple[Quantity, Quantity]]] = {}

    @property
    def cost(self) -> int:
        """How many pairs of figures there are."""
        return len(self.statement.quantities) * sum(len(s.quantities) for _, s in self.near)

    def contradicted(self) -> tuple[Quantity, Statement, Quantity] | None:
        """The one figure of the statement that differs from a sentence of the body which says nearly the same."""
        for shared, other in self.near:
            if shared < FEWEST_SHARED or shared < NEARLY * len(self.statement.words):
                return None
            pair = one_differing(self.statement, other)
            if pair is None and others_agree(self.statement, other):
                return None
            if pair and self.fits(pair[0], other, pair[1]):
                return pair[0], other, pair[1]
        return None

    def twin(self, quantity: Quantity) -> tuple[int, Statement, Quantity] | None:
        """The statement of the body that says nearly the same, with its figure of that kind, where it differs."""
        for every, other in self.near:
            if 2 * every < len(self.statement.words):
                return None
            shared = len(self.statement.words & other.words - timing())
            if 2 * shared < len(self.statement.words - timing()):
                continue
            cited = shared < FEWEST_SHARED
            if cited and (shared < FEWEST_CITED or not same_citation(self.statement, other)):
                continue
            apart = quantity.kind == "year" and other.block.kind in APART_OF_TIME
            for theirs in other.quantities if not apart else ():
                if cited:
                    differs = is_same_measure(quantity, theirs) and are_swapped(quantity, theirs)
                else:
                    differs = comparable(quantity, theirs) and not agree(quantity, theirs)
                    differs = differs and same_order(quantity, theirs)
                if differs and same_years(self.statement, other, quantity) and self.fits(quantity, other, theirs):
                    return shared, other, theirs
        return None

    def fits(self, quantity: Quantity, other: Statement, theirs: Quantity) -> bool:
        """Whether a figure of the body can be what another should be: none which the statement gives as well, or makes.

        Where both sentences have more figures, one of these has to be the same.
        """
        mine = [q for q in self.statement.quantities if q is not quantity and not q.parts]
        same = [(one, two) for one, two in self.agreeing_with(other) if one is not quantity]
        given = any(two is theirs and comparable(one, two) for one, two in same)
        if given or (mine and follows(theirs, self.statement)) or self.is_yearly(quantity, other, theirs):
            return False
        pairs = ((self.statement, quantity), (other, theirs)) if quantity.kind == "year" else ()
        if len({is_limit(s.sentence.plain, q.start) for s, q in pairs}) > 1:
            return False
        rest = any(q is not theirs and not q.parts for q in other.quantities)
        return not mine or not rest or any(two is not theirs and not two.parts for _, two in same)

    def is_yearly(self, quantity: Quantity, other: Statement, theirs: Quantity) -> bool:
        """Whether one of two figures is what is done each year, and the other is not."""
        ends = ((self.statement, quantity), (other, theirs)) if quantity.kind in MADE_UP else ()
        return len({bool(EACH_YEAR.match(s.sentence.plain[q.end :][:REACH])) for s, q in ends}) > 1

    def agreeing_with(self, other: Statement) -> list[tuple[Quantity, Quantity]]:
        """The figures of the statement, shares of two counts left out, with those of another that may be the same."""
        if id(other) not in self.agreeing:
            mine = [q for q in self.statement.quantities if not q.parts]
            pairs = ((one, two) for one in mine for two in other.quantities if one.is_range == two.is_range)
            self.agreeing[id(other)] = [(one, two) for one, two in pairs if agree(one, two)]
        return self.agreeing[id(other)]


def same_citation(one: Statement, other: Statement) -> bool:
    """Whether two statements cite the same place of a source."""
    return bool(places_of(one) & places_of(other))


def places_of(statement: Statement) -> frozenset[tuple[str, str]]:
    """The places of sources that a statement cites."""
    return frozenset((c.key, c.locator) for c in statement.sentence.citations if c.locator)


def same_order(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts may be one, mistaken: one is not many times the other, or they have the same digits."""
    if one.kind in ("year", "date"):
        return True
    low, high = sorted((abs(one.low), abs(other.low)))
    most = IN_WORDS if one.spoken or other.spoken else ORDER
    return high <= low * most or bool(one.written and one.written == other.written)


def follows(quantity: Quantity, statement: Statement) -> bool:
    """Whether a figure is the difference, share, change or sum of two in one sentence."""
    if quantity.kind == "count" and BASIS & set(quantity.noun[:3]):
        quantity = quantity._replace(kind="points", **{n: getattr(quantity, n) / 100 for n in ("low", "high", "step")})
    known = [q for q in statement.quantities if q.kind not in ("year", "date") and not q.is_range][:MOST_PAIRED]
    for one, two in permutations([q for q in known if q is not quantity], 2):
        is_part = (
            two.kind == "percent" and quantity.kind == one.kind != "percent" and same_unit(quantity.unit, one.unit)
        )
        if is_part and agree(quantity, as_amount(quantity, one.low * two.low / 100)):
            return True
        if one.kind != two.kind or not same_unit(one.unit, two.unit):
            continue
        if quantity.kind in (one.kind, "points") and agree(quantity, as_amount(quantity, abs(one.low - two.low))):
            return True
        if quantity.kind == one.kind and agree(quantity, as_amount(quantity, one.low + two.low)):
            return True
        if quantity.kind in ("percent", "times") and two.low and _is_ratio(quantity, one.low / two.low):
            return True
    return False


def is_product(quantity: Quantity, statement: Statement) -> bool:
    """Whether a figure is what so many of a thing make at so much for each, in one sentence."""
    known = [q for q in statement.quantities if q is not quantity and not q.is_range][:MOST_PAIRED]
    counts = [q for q in known if q.kind == "count"]
    each = [q for q in known if q.kind == quantity.kind and same_unit(q.unit, quantity.unit)]
    return any(agree(quantity, as_amount(quantity, a.low * b.low)) for a in counts for b in each if a is not b)


def as_amount(quantity: Quantity, amount: Decimal) -> Quantity:
    """An amount as a quantity like another one."""
    return Quantity(0, 0, quantity.kind, amount, amount, Decimal("0.1") ** 9, quantity.unit)


def _is_ratio(quantity: Quantity, ratio: Decimal) -> bool:
    if quantity.kind == "times":
        return agree(quantity, as_amount(quantity, ratio)._replace(about="about"))
    return agree(quantity, as_amount(quantity, ratio * 100)) or agree(
        quantity, as_amount(quantity, abs(ratio - 1) * 100)
    )
