"""A table in, the cells of its columns of totals that the columns beside them do not make out.

A column called `Total` or `All ports` is the sum of those that stand next to it, before or behind it; which ones these
are nearly all rows tell. In the others the total is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefkit.evidence.sections import adds_up
from briefkit.evidence.tables import Grid
from briefkit.evidence.total_rows import TOTAL_IN
from briefkit.evidence.totals import Off
from briefkit.evidence.wrong import plain_number
from briefkit.patterns import compiled

FEWEST_COLUMNS, FEWEST_RIGHT, MOST_COLUMNS = 2, 2, 12
MANY = 10
"""How many times its rounding a sum is that is none by chance."""


def find_off_runs(grid: Grid) -> Iterator[Off]:
    """The cells of columns of totals that do not add up where nearly all others of their column do."""
    columns = grid.columns[1:]
    for at, column in enumerate(columns):
        head = grid.head(column)
        if compiled(TOTAL_IN).search(head) and adds_up(head):
            told = [_held(grid, column, run) for run in _runs(columns, at)]
            right, wrong = max(told, key=lambda found: (found[0], -len(found[1])), default=(0, []))
            if right >= FEWEST_RIGHT and len(wrong) <= max(right // 3, 1):
                yield from wrong


def _runs(columns: Sequence[int], at: int) -> Iterator[Sequence[int]]:
    """The columns next to one that may be its parts, many first."""
    for start in range(max(at - MOST_COLUMNS, 0), at - 1):
        yield columns[start:at]
    for end in range(min(at + MOST_COLUMNS, len(columns)), at + FEWEST_COLUMNS, -1):
        yield columns[at + 1 : end]


def _held(grid: Grid, total: int, run: Sequence[int]) -> tuple[int, list[Off]]:
    """In how many rows some columns make a total, and the cells in which they do not."""
    right, wrong = 0, []
    for row in grid.rows:
        whole, *parts = grid.values(row, (total, *run))
        known = [cell for cell in parts if cell]
        if not whole or len(known) < len(run):
            continue
        amount = sum((cell.amount for cell in known), Decimal(0))
        slack = sum((cell.half for cell in (whole, *known)), Decimal(0))
        if abs(amount - whole.amount) > slack:
            wrong.append(Off(whole, tuple(known), f"the row makes {plain_number(amount)}", certain=True))
        else:
            right += amount >= MANY * slack
    return right, wrong
