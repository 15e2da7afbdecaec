"""Statements and tables in, the shares beside an amount of a table that its total does not give out.

`Havsby handled 971,000 TEU, or 57% of the total` has the amount of a cell, and says what share that is: of the total of
its column, or of its row. It is told when the cell is that share of no other cell of its row or column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise
from typing import NamedTuple

from briefkit.evidence.portions import OF_ALL, PRONOUNS
from briefkit.evidence.sections import adds_up
from briefkit.evidence.series_table import MOST_HELD, OffSeries
from briefkit.evidence.stated import PROSE, Statement, known_by
from briefkit.evidence.tables import Cell, Grid, factors_of
from briefkit.evidence.total_rows import TOTAL_IN, total_rows
from briefkit.evidence.wrong import HUNDRED, plain_number
from briefkit.evidence.yearly import digits_of, holds
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, bounds

MOST_LINES, REACH, FEWEST_DIGITS = 60, 60, 3
FAR = Decimal("1.9")
HALF = Decimal("0.5")
BETWEEN = regex(
    r"(?i)(?: [^\W\d]+){0,4}(?: (?:in|en|em|im jahr) (?:19|20)\d\d)?(?:,| or| oder| ou| o| \()"
    r"(?: (?:or|that is|oder|also|soit|es decir|o|ou seja|ou))?"
    r"(?: (?:about|some|nearly|almost|rund|etwa|knapp|environ|près de|unos|casi|cerca de))? ?"
)
"""What stands between an amount and the share that it is: in 2023, or about."""


class Anchored(NamedTuple):
    """A share of a sentence with the amount before it, which says what it is a share of."""

    statement: Statement
    amount: Quantity
    share: Quantity
    whole: str


def find_off_anchored(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[OffSeries]:
    """The shares that are not those of the cell whose amount stands before them."""
    told = [a for s in statements if s.block.kind in PROSE and not s.advises for a in _anchored(s)]
    tables = [_Totals(grid, lang) for grid in grids if len(grid.rows) <= MOST_LINES] if told else []
    for one in told:
        pairs = ((table, place) for table in tables for place in table.holding(one.amount))
        found = [off for table, place in islice(pairs, MOST_HELD) if (off := table.off(one, place))]
        if found and all(off.cells for off in found):
            yield found[0]


def _anchored(statement: Statement) -> Iterator[Anchored]:
    """The shares of a sentence that stand behind an amount, and of what they are."""
    text = statement.sentence.plain
    amounts = [q for q in statement.quantities if q.kind not in ("year", "date")]
    for amount, share in pairwise(amounts):
        if share.kind != "percent" or share.is_range or share.parts or share.spoken or amount.is_range or amount.parts:
            continue
        whole = OF_ALL.match(text[share.end : share.end + REACH])
        if whole and amount.kind in ("count", "money", "measure") and BETWEEN.fullmatch(text[amount.end : share.start]):
            yield Anchored(statement, amount, share, "" if whole["all"] else whole["whole"].casefold())


class _Totals:
    """A table with the rows and columns of totals that it has."""

    def __init__(self, grid: Grid, lang: str) -> None:
        self.grid, self.lang = grid, lang
        self.rows = total_rows(grid)
        heads = {column: grid.head(column) for column in grid.columns[1:]}
        self.columns = [c for c, head in heads.items() if compiled(TOTAL_IN).search(head) and adds_up(head)]
        self.words = known_by(f"{grid.caption} {grid.head(grid.columns[0])} {' '.join(heads.values())}", lang)
        self.held = {
            (row, column): (cell, factors_of(f"{heads[column]} {grid.label(row)} {grid.caption}"))
            for row in grid.rows
            for column in heads
            if (self.rows or self.columns) and (cell := grid.cells.get((row, column))) and cell.value
        }

    def holding(self, amount: Quantity) -> Iterator[tuple[int, int]]:
        """The cells that are an amount; one of few digits may be any."""
        if digits_of(amount) >= FEWEST_DIGITS:
            yield from (place for place, (cell, factors) in self.held.items() if holds(amount, cell, factors))

    def off(self, one: Anchored, place: tuple[int, int]) -> OffSeries | None:
        """What is told of a share whose amount is a cell; without cells where some cell gives it."""
        if one.whole and one.whole not in PRONOUNS and not known_by(one.whole, self.lang) & self.words:
            return None
        row, column = place
        part, _ = self.held[place]
        wholes = [self.held[r, column][0] for r in self.rows if r != row and (r, column) in self.held]
        wholes += [self.held[row, c][0] for c in self.columns if c != column and (row, c) in self.held]
        beside = [cell for (r, c), (cell, _) in self.held.items() if (r == row) != (c == column)]
        if not wholes:
            return None
        if any(_is_share(one.share, part, cell) for cell in beside) or any(holds(one.share, cell) for cell in beside):
            return OffSeries(one.statement, one.share, (), "")
        real = abs(part.amount / wholes[0].amount) * HUNDRED
        low, high = sorted((one.share.low, real))
        if high > low * FAR:
            return None
        said = f"{part.text.strip()} of {wholes[0].text.strip()}"
        should = f"the table in line {part.place.line} gives {plain_number(real)}% ({said})"
        return OffSeries(one.statement, one.share, (part, wholes[0]), should)


def _is_share(share: Quantity, part: Cell, whole: Cell) -> bool:
    """Whether one cell is a share of another, rounding understood."""
    low, high = bounds(share)
    least, most = abs(whole.amount) - whole.half, abs(whole.amount) + whole.half
    amount, half = abs(part.amount), part.half
    return (
        least > 0
        and low - HALF <= (amount + half) / least * HUNDRED
        and (amount - half) / most * HUNDRED <= high + HALF
    )
