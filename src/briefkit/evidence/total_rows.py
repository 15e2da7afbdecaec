"""A table in, its rows that are the sum of others out, and which of its rows are the rest."""

from __future__ import annotations

from decimal import Decimal

from briefkit.evidence.tables import Grid, is_change
from briefkit.patterns import compiled, regex

MOST_ROWS, SEVERAL = 60, 3
HALF = Decimal("0.5")

TOTAL_IN = r"(?i)\b(?:totals?|sum|insgesamt|gesamt|summe|ensemble|totaux|totales|totais|soma|all)\b"
OTHERS = regex(r"(?i)^\W*(?:all )?(?:others?|rest|sonstige\w*|übrige\w*|andere\w*|autres?|otr[oa]s|outr[oa]s|resto)\b")
"""What the rest is called at the beginning of a row."""


def total_rows(grid: Grid) -> list[int]:
    """The rows of totals: those that are called so, else the last one where it is the sum of the others."""
    return [row for row in grid.rows if compiled(TOTAL_IN).search(grid.label(row))] or _summed(grid)


def _summed(grid: Grid) -> list[int]:
    """The last row of a table, whatever it is called, where it is the sum of all others in a column."""
    *rows, last = grid.rows or (0,)
    for column in grid.columns[1:] if SEVERAL <= len(rows) <= MOST_ROWS else ():
        (whole,) = grid.values(last, (column,))
        parts = [cell for row in rows for cell in grid.values(row, (column,))]
        amounts = [cell.amount for cell in parts if cell]
        if whole and len(amounts) == len(rows) and min(amounts) > 0 and not is_change(grid.head(column)):
            slack = sum((cell.half for cell in parts if cell and cell.half != HALF), Decimal(0)) / 2
            if abs(sum(amounts, Decimal(0)) - whole.amount) <= slack:
                return [last]
    return []
