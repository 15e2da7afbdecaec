"""Statements and tables in, the amounts in the text that a table has a thousand times as large or small out.

A table counts its cells in what the head of a column says. Where figures of the text have the digits of cells but are
millions where the head says billions, and none of them is as large as the head says, either the head is wrong or they.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice

from briefkit.evidence.against import Against
from briefkit.evidence.stated import PROSE, Statement
from briefkit.evidence.tables import Cell, Grid, magnitudes_of
from briefkit.quantities import Quantity

FEWEST_DIGITS = 3
FEWEST = 2
MOST_HELD = 20_000
MOST_NEAR = 8
OFF = (Decimal(1000), Decimal("0.001"))
KINDS = ("count", "money")

Held = list[tuple[float, Cell, int, int]]
"""The amounts of a table in full, with their cells."""


def find_off_magnitudes(statements: Sequence[Statement], grids: Iterable[Grid]) -> Iterator[Against]:
    """The first figure of the text that differs from the cells of a table by a thousand, for each such table."""
    tables = [(grid, held) for grid in grids if (held := _held(grid))]
    prose = [s for s in statements if tables and s.block.kind in PROSE and not s.advises]
    told = [(s, q) for s in prose for q in s.quantities if q.kind in KINDS and _is_told(q)]
    most = max(MOST_HELD // max(len(tables), 1), FEWEST)
    for grid, held in tables:
        off: dict[Decimal, Against] = {}
        for statement, quantity in islice(told, most):
            if _near(held, quantity, Decimal(1)):
                off = {}
                break
            found = next((cell for times in OFF for cell in _near(held, quantity, times)), None)
            if found:
                cell, row, column = found
                where = f"{grid.label(row).strip()}, {grid.head(column).strip()}"
                against = Against(statement, quantity, cell, cell.value or Decimal(0), grid.label(row), where)
                off.setdefault(quantity.low, against)
        if len(off) >= FEWEST:
            yield next(iter(off.values()))


def _is_told(quantity: Quantity) -> bool:
    """Whether a figure is in millions or more and has enough digits to be known by them."""
    digits = len(quantity.written.normalize().as_tuple().digits)
    exact = not (quantity.is_range or quantity.about or quantity.parts)
    return exact and quantity.written != quantity.low and digits >= FEWEST_DIGITS


def _held(grid: Grid) -> Held:
    """The amounts of a table whose heads or caption say in what they are counted, in order."""
    made: Held = []
    for column in grid.columns[1:]:
        many = magnitudes_of(f"{grid.measure(column)} {grid.caption}".lower())
        for row in grid.rows if len(many) == 1 else ():
            cell = grid.cells.get((row, column))
            if cell and cell.value and cell.quantity and cell.quantity.kind in KINDS:
                made.append((float(abs(cell.value) * many[0]), cell, row, column))
    return sorted(made, key=lambda held: held[0])


def _near(held: Held, quantity: Quantity, times: Decimal) -> list[tuple[Cell, int, int]]:
    """The cells that a figure is so many times, rounded as it is."""
    low, half = float(quantity.low * times), float(quantity.step * times) / 2
    at = bisect_left(held, low - half, key=lambda item: item[0])
    return [item[1:] for item in islice(held, at, at + MOST_NEAR) if item[0] <= low + half]
