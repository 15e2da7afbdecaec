"""Statements and tables in, shares in words out that the counts of the brief do not make.

`Half of the 926 owners` is held against the row of a table that the sentence names, below a total of 926; `two in three
of the 46 fires` against a sentence on the same matter that has 46 and a part of them. A share is told when no figure
near its matter gives it, and the one part that is meant makes another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise
from typing import NamedTuple

from briefkit.evidence.heads import OffHead
from briefkit.evidence.stated import CELLS, PROSE, Stated, Statement, known_by, nouns
from briefkit.evidence.tables import Cell, Grid
from briefkit.evidence.total_rows import total_rows
from briefkit.evidence.wrong import HUNDRED, plain_number
from briefkit.patterns import regex
from briefkit.quantities import Quantity

MOST_NEAR, MOST_TOLD, MOST_FIGURES, MOST_ROWS = 24, 60, 12, 60
FEWEST_SHARED = 2
OF_SO_MANY = regex(r"(?i) ?(?:of|des?|der|von|del?|d[ao]s)(?: (?:the|all|les|los|las|os|as|den|allen))* $")
"""What stands between a share in words and the whole that it is of."""

BOUNDS = {
    "over": (Decimal("0.97"), Decimal("1.9")),
    "under": (Decimal("0.5"), Decimal("1.03")),
}
ABOUT = (Decimal("0.84"), Decimal("1.19"))
"""From and to how many times a share in words what it is told of may be, by the word before it."""

FAR = Decimal("3.5")


class Part(NamedTuple):
    """A part and the whole that it is of, with what it is in per cent."""

    part: tuple[Statement, Quantity]
    whole: tuple[Statement, Quantity]
    real: Decimal


def find_off_worded(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[OffHead]:
    """The shares in words of a count that the brief has with one part which makes another share."""
    prose = [s for s in statements if s.block.kind in PROSE and s.quantities]
    told = [(s, share, whole) for s in prose if not s.advises for share, whole in _shares(s)]
    if not told:
        return
    brief = _Counted(statements, prose, grids, lang)
    for statement, share, whole in told[:MOST_TOLD]:
        parts = [*brief.in_tables(statement, whole), *brief.in_text(statement, whole)]
        reals = {round(part.real, 1) for part in parts}
        if len(reals) != 1 or brief.is_given(statement, share):
            continue
        part = parts[0]
        low, high = sorted((share.low, part.real))
        if not _fits(share, part.real) and high <= FAR * low:
            figures = " of ".join(s.sentence.plain[q.start : q.end].strip() for s, q in (part.part, part.whole))
            should = f"{figures} is {plain_number(part.real)}%"
            yield OffHead(statement, share, (part.part, part.whole), should)


def _shares(statement: Statement) -> Iterator[tuple[Quantity, Quantity]]:
    """The shares in words of a sentence with the count that they are of: half of the 926 owners."""
    text = statement.sentence.plain
    if len(statement.quantities) <= MOST_FIGURES:
        for share, whole in pairwise(statement.quantities):
            is_share = share.kind == "percent" and share.spoken and not share.is_range
            if is_share and _is_count(whole) and OF_SO_MANY.fullmatch(text, share.end, whole.start):
                yield share, whole


def _is_count(quantity: Quantity) -> bool:
    return (
        quantity.kind == "count" and not (quantity.is_range or quantity.parts or quantity.spoken) and quantity.low > 1
    )


def _fits(share: Quantity, real: Decimal) -> bool:
    """Whether a share in words may be told of a part."""
    least, most = BOUNDS.get(share.about, ABOUT)
    return share.low * least <= real <= share.low * most


class _Counted:
    """The counts of a brief, in its text and in the columns of tables that have a total."""

    def __init__(
        self, statements: Sequence[Statement], prose: Sequence[Statement], grids: Iterable[Grid], lang: str
    ) -> None:
        self.before = {id(two): one for one, two in pairwise(statements) if one.block is two.block}
        self.stated = Stated(prose)
        self.cells = {id(s.block): s for s in statements if s.block.kind in CELLS}
        totalled = ((grid, rows[-1]) for grid in grids if len(grid.rows) <= MOST_ROWS and (rows := total_rows(grid)))
        self.tables = [
            (grid, total, {row: known_by(grid.label(row), lang) for row in grid.rows if row != total})
            for grid, total in totalled
        ]

    def in_text(self, statement: Statement, whole: Quantity) -> Iterator[Part]:
        """The parts that sentences on the same matter give behind a whole, or right after the sentence of it."""
        for shared, other in islice(self.stated.near(statement.words), MOST_NEAR):
            if shared < FEWEST_SHARED or other.sentence.place == statement.sentence.place:
                continue
            before = self.before.get(id(other))
            known = [(s, q) for s in (before, other) if s for q in s.quantities[:MOST_FIGURES] if _is_count(q)]
            for holder, theirs in known:
                if theirs.low == whole.low:
                    behind = ((other, q) for s, q in known if s is other and (holder is before or q.start > theirs.end))
                    smaller = (part for part in behind if part[1].low < whole.low)
                    yield from (Part(part, (holder, theirs), _percent(part[1].low, whole.low)) for part in smaller)

    def in_tables(self, statement: Statement, whole: Quantity) -> Iterator[Part]:
        """The cells of the one row that a sentence names, in columns with that total."""
        for grid, total, labels in self.tables:
            named = [row for row, words in labels.items() if not words.isdisjoint(statement.words - nouns(whole))]
            for column in grid.columns[1:] if len(named) == 1 else ():
                part, every = (grid.cells.get((row, column)) for row in (named[0], total))
                if part and every and part.value and every.value == whole.low and 0 < part.value < every.value:
                    real = _percent(part.value, every.value)
                    yield from (
                        Part(one, two, real) for one, two in [(self.held(part), self.held(every))] if one and two
                    )

    def held(self, cell: Cell) -> tuple[Statement, Quantity] | None:
        """The statement and the quantity of a cell."""
        holder = self.cells.get(id(cell.block))
        return (holder, cell.quantity) if holder and cell.quantity else None

    def is_given(self, statement: Statement, share: Quantity) -> bool:
        """Whether a sentence on the matter gives a share: as such, or by two of its counts."""
        for shared, other in islice(self.stated.near(statement.words), MOST_NEAR):
            if shared < FEWEST_SHARED or other.sentence.place == statement.sentence.place:
                continue
            if any(q.kind == "percent" and _fits(share, q.low) for q in other.quantities):
                return True
        return False


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return part / whole * HUNDRED
