"""A table in, the balances in it that do not follow from what came in and went out.

In a table with an opening and a closing balance each closing one is the opening one with what stands between them
added or taken off, the same in every row, and the next opening balance is this closing one. The balances may stand in
columns, a row for each year, or in rows, a column for each year. What holds in all rows but one is broken in that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, product
from typing import NamedTuple

from briefkit.evidence.tables import Cell, Grid
from briefkit.evidence.totals import Off
from briefkit.evidence.wrong import plain_number
from briefkit.patterns import regex

OPENING = regex(
    r"(?i)\b(?:opening|beginning|start|initial|brought forward|anfang\w*|eröffnung\w*|beginn|ouverture|début|initiale?"
    r"|apertura|inicial|inicio|início|abertura)\b"
)
CLOSING = regex(
    r"(?i)\b(?:closing|end|ending|final|carried forward|ende|end(?:be)?stand|endbestand|schluss\w*|clôture|fin|finale?"
    r"|cierre|fim|encerramento|fecho)\b"
)
MOST_BETWEEN = 4
MOST_LINES = 200
FEWEST_FITS = 2
"""In so many rows a balance must follow before it is wrong in another."""


class Line(NamedTuple):
    """A balance at first, what stands between, and the balance in the end."""

    opening: Cell
    between: tuple[Cell, ...]
    closing: Cell

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What the closing balance follows from."""
        return self.opening, *self.between


def find_off_balances(grid: Grid) -> Iterator[Off]:
    """The balances of a table that do not follow, each once."""
    lines = _by_rows(grid) or _by_columns(grid)
    if not FEWEST_FITS < len(lines) <= MOST_LINES:
        return
    signs = max(product((1, -1), repeat=len(lines[0].between)), key=lambda s: sum(_fits(line, s) for line in lines))
    broken = [n for n, line in enumerate(lines) if not _fits(line, signs)]
    apart = [n for n, (one, two) in enumerate(pairwise(lines)) if abs(one.closing.amount - two.opening.amount) > 0]
    if len(lines) - len(broken) < FEWEST_FITS or max(len(broken), len(apart)) > 1:
        return
    for n in apart:
        one, two = lines[n], lines[n + 1]
        if n in broken:
            yield Off(one.closing, (two.opening,), f"the next opens with {two.opening.text.strip()}")
        else:
            yield Off(two.opening, (one.closing,), f"the one before closes with {one.closing.text.strip()}")
    for n in broken:
        if not {n, n - 1} & set(apart):
            yield Off(lines[n].closing, lines[n].cells, f"the others make {plain_number(_made(lines[n], signs))}")


def _by_rows(grid: Grid) -> list[Line]:
    """The lines of a table with a row for each time."""
    heads = [grid.head(column) for column in grid.columns]
    return _lines(heads, [grid.values(row, grid.columns) for row in grid.rows])


def _by_columns(grid: Grid) -> list[Line]:
    """The lines of a table with a column for each time."""
    labels = [grid.label(row) for row in grid.rows[:MOST_LINES]]
    return _lines(labels, [[grid.values(row, (c,))[0] for row in grid.rows[:MOST_LINES]] for c in grid.columns[1:]])


def _lines(heads: Sequence[str], found: Sequence[Sequence[Cell | None]]) -> list[Line]:
    """Rows or columns that have a balance at each end, and all that stands between; else none."""
    first = [n for n, head in enumerate(heads) if OPENING.search(head)]
    last = [n for n, head in enumerate(heads) if CLOSING.search(head)]
    if len(first) != 1 or len(last) != 1 or not 1 < last[0] - first[0] <= MOST_BETWEEN + 1:
        return []
    made = []
    for cells in found:
        known = [
            cell for cell in cells[first[0] : last[0] + 1] if cell and cell.quantity and cell.quantity.kind != "year"
        ]
        if len(known) == last[0] - first[0] + 1:
            made.append(Line(known[0], tuple(known[1:-1]), known[-1]))
    return made


def _made(line: Line, signs: Sequence[int]) -> Decimal:
    """The closing balance that the others make."""
    return line.opening.amount + sum(sign * cell.amount for sign, cell in zip(signs, line.between, strict=True))


def _fits(line: Line, signs: Sequence[int]) -> bool:
    slack = sum((cell.half for cell in (*line.cells, line.closing)), Decimal(0))
    exact = all(cell.quantity and cell.quantity.step == 1 for cell in (*line.cells, line.closing))
    return abs(_made(line, signs) - line.closing.amount) <= (Decimal(1) if exact else slack)
