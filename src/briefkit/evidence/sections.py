"""A table with several totals in, the totals that the rows above them do not make out.

In a budget `Total revenue` stands below the rows of revenue and `Total expenditure` below those of expenditure; a last
one without rows of its own is the sum of these. What holds for nearly all of them is wrong where it does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefkit.evidence.tables import Grid, is_change
from briefkit.evidence.total_rows import TOTAL_IN
from briefkit.evidence.totals import BROKEN_UP, OVER_TIME, RATES, SHARES, Off
from briefkit.evidence.wrong import plain_number
from briefkit.patterns import compiled, regex

FEWEST_ROWS = 2
FEWEST_RIGHT = 2
MOST_WRONG = 2
ALL = regex(r"(?i)\ball\b")
"""A row may begin with it that is no total: all other goods."""


def find_off_sections(grid: Grid) -> Iterator[Off]:
    """The totals of parts of a table that their rows do not make."""
    sections = list(_sections(grid))
    columns = [column for column in grid.columns[1:] if adds_up(grid.head(column))]
    if len(sections) < FEWEST_ROWS and not any(grid.rows[0] < total < grid.rows[-1] for total, _ in sections):
        return  # one total below or above all rows is no part
    right, wrong = 0, []
    for total, rows in sections:
        for column in columns:
            whole, *parts = (grid.cells.get((row, column)) for row in (total, *rows))
            known = [cell for cell in parts if cell and cell.value is not None]
            if not whole or whole.value is None or len(known) < max(len(rows), FEWEST_ROWS):
                continue
            amount = sum((cell.amount for cell in known), Decimal(0))
            slack = sum((cell.half for cell in (whole, *known)), Decimal(0))
            if abs(amount - whole.value) <= slack:
                right += 1
            else:
                wrong.append(Off(whole, tuple(known), f"the rows make {plain_number(amount)}"))
    if right >= max(FEWEST_RIGHT, 2 * len(wrong)) and len(wrong) <= MOST_WRONG:
        yield from wrong


def _sections(grid: Grid) -> Iterator[tuple[int, Sequence[int]]]:
    """The rows of totals, each with the rows that it is made of."""
    labels = {row: grid.label(row) for row in grid.rows}
    if any(compiled(BROKEN_UP).search(label) for label in labels.values()):
        return
    rows: list[int] = []
    totals: list[int] = []
    for row, label in labels.items():
        if compiled(TOTAL_IN).search(ALL.sub(" ", label)):
            yield row, tuple(rows or totals)
            rows, totals = [], [*totals, row]
        elif any(cell for cell in grid.values(row, grid.columns[1:])):
            rows.append(row)


def adds_up(head: str) -> bool:
    """Whether what a column holds adds up: no rates, no shares and no changes."""
    return not (RATES.search(OVER_TIME.sub(" ", head)) or compiled(SHARES).search(head) or is_change(head))
