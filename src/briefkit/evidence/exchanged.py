"""The body of a brief in, asked which of its figures one is with its digits exchanged or in another unit.

A summary has 45 million where the text has 54 million, 1.8 million where it has 1.8 billion, or euros for dollars. That
is asked only of a figure that the text does not have, and needs words in common: of a sentence or, for a cell, of its
row, the head of its column and the caption. A sentence may begin with `They` or `It`, so that the words of the one
before it count as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from briefkit.evidence.counterparts import places_of
from briefkit.evidence.slips import gives
from briefkit.evidence.stated import CELLS, Statement, known_by, nouns, same_unit
from briefkit.evidence.tables import Grid, magnitudes_of
from briefkit.evidence.totals import SHARES
from briefkit.evidence.twice import are_swapped
from briefkit.patterns import compiled
from briefkit.quantities import Quantity

KINDS = ("percent", "money", "count", "measure")
MOST_ALIKE = 60
"""How many figures with the same digits are looked at."""

SHORT = 2
"""Numbers of so many digits have a twin by chance, and need two words in common."""

TEN = Decimal(10)
MAGNITUDES = (Decimal(10**3), Decimal(10**6))


class Held(NamedTuple):
    """A figure of the body, and what it is known by; the cell of a table may be so many times its number."""

    statement: Statement
    quantity: Quantity
    words: frozenset[str]
    factor: int = 1


class Exchanged:
    """The figures of the body by their digits."""

    def __init__(self, own: Sequence[Statement], grids: Sequence[Grid], lang: str) -> None:
        self.own, self.grids, self.lang = own, grids, lang

    @cached_property
    def by_digits(self) -> Mapping[str, list[Held]]:
        """The figures by their digits in order."""
        made: dict[str, list[Held]] = {}
        for held in (*self._in_text(), *self._in_tables()):
            if digits := _digits(held.quantity):
                made.setdefault(digits, []).append(held)
        return made

    @cached_property
    def currencies(self) -> frozenset[str]:
        """The currencies of the body."""
        return frozenset(q.unit.partition("/")[0] for s in self.own for q in s.quantities if q.kind == "money")

    def _in_text(self) -> Iterator[Held]:
        for statement in self.own:
            if statement.block.kind not in (*CELLS, "heading", "chart"):
                yield from (Held(statement, q, statement.words) for q in statement.quantities if q.kind in KINDS)

    def _in_tables(self) -> Iterator[Held]:
        holders = {id(s.block): s for s in self.own if s.block.kind in CELLS}
        for grid in self.grids:
            caption = known_by(grid.caption, self.lang)
            heads = {c: known_by(grid.measure(c), self.lang) | caption for c in grid.columns}
            factors = {c: magnitudes_of(f"{grid.measure(c)} {grid.caption}".lower()) for c in grid.columns}
            labels = {row: known_by(grid.label(row), self.lang) for row in grid.rows}
            for (row, column), cell in grid.cells.items():
                holder = holders.get(id(cell.block))
                if holder and cell.quantity and row in labels and cell.quantity.kind in (*KINDS, "year"):
                    said = f"{grid.measure(column)} {grid.label(row)} {grid.unit}"
                    percent = cell.quantity.kind == "count" and compiled(SHARES).search(said)
                    held = cell.quantity._replace(kind="percent") if percent else cell.quantity
                    factor = int(factors[column][-1]) if factors[column] else 1
                    yield Held(holder, held, heads[column] | labels[row], factor)

    def find(
        self, statement: Statement, quantity: Quantity, before: Statement | None
    ) -> tuple[Statement, Quantity] | None:
        """The figure of the body that one may be, that with most words in common."""
        if quantity.kind not in KINDS or quantity.spoken or quantity.is_range or quantity.parts:
            return None
        words = statement.words | (before.words if before else frozenset())
        found: list[tuple[int, int, Held]] = []
        for number, held in enumerate(self.by_digits.get(_digits(quantity), ())[:MOST_ALIKE]):
            shared = len(words & held.words)
            named = bool(nouns(quantity) & (nouns(held.quantity) | held.words))
            swapped = are_swapped(quantity, held.quantity._replace(kind=quantity.kind))
            fewest = 1 if named or (swapped and len(_digits(quantity)) > SHORT) else SHORT
            fewest = 0 if self._is_foreign(quantity) and len(_digits(quantity)) > SHORT else fewest
            by_chance = statement.advises and not named and len(_digits(quantity)) <= SHORT
            if by_chance or self._are_apart(statement, held.statement):
                continue
            if shared >= fewest and self._may_be(quantity, held, named=named) and not gives(statement, held.quantity):
                found.append((shared, -number, held))
        best = max(found)[2] if found else None
        return (best.statement, best.quantity) if best else None

    def _is_foreign(self, quantity: Quantity) -> bool:
        """Whether an amount of money is in a currency that the body never has, while it has another."""
        own = self.currencies
        return quantity.kind == "money" and bool(own) and quantity.unit.partition("/")[0] not in own

    def _are_apart(self, statement: Statement, other: Statement) -> bool:
        """Whether two statements cite different pages."""
        mine, theirs = places_of(statement), places_of(other)
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    def _may_be(self, quantity: Quantity, held: Held, *, named: bool) -> bool:
        """Whether a figure is one of the body, mistaken."""
        theirs, in_table = held.quantity, held.statement.block.kind in CELLS
        if in_table and theirs.kind in ("count", "year") and quantity.kind != "percent":
            low = theirs.low * (held.factor if quantity.low > theirs.low else 1)
            theirs = theirs._replace(kind=quantity.kind, unit=quantity.unit, low=low)
            if held.factor > 1 and quantity.low > quantity.written > 0:  # 5,050 thousand are 5.05 million
                theirs = theirs._replace(written=(low * quantity.written / quantity.low).normalize())
        if theirs.kind != quantity.kind or theirs.low <= 0:
            return False
        if not same_unit(quantity.unit, theirs.unit):
            return self._is_foreign(quantity) and quantity.low == theirs.low
        if in_table and self._is_foreign(quantity):
            return quantity.low == theirs.low
        ratio = max(quantity.low, theirs.low) / min(quantity.low, theirs.low)
        if are_swapped(quantity, theirs):
            return ratio < TEN
        same = quantity.written == theirs.written and quantity.kind != "percent"
        return (same and ratio in MAGNITUDES) or (named and ratio == TEN and quantity.kind == "count")


def _digits(quantity: Quantity) -> str:
    """The digits of a number in order, without zeros; nothing for one digit."""
    digits = "".join(map(str, quantity.written.as_tuple().digits)).replace("0", "")
    return "".join(sorted(digits)) if len(digits) > 1 else ""
