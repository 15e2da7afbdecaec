"""The cells of a row by their years, and what two of them give: a change, a gap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, islice, takewhile
from typing import NamedTuple

from briefkit.evidence.said import Said
from briefkit.evidence.slips import is_slip
from briefkit.evidence.tables import Cell
from briefkit.evidence.wrong import HUNDRED
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity

MOST_CELLS = 60
YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)(?! ?= ?1)"
"""A year, but not that of which an index is 100."""

BRACKETED = regex(r"\([^()]*\)")
CLOSE = Decimal("2.001")
"""How many times one of two amounts may be the other and be meant for it."""

ONE = Decimal(1)
ROUNDED = 1.000001
Span = tuple[Decimal, Decimal]


class Series(NamedTuple):
    """A row or column of a table: the words of its name and of what is measured, and its cells by years."""

    name: frozenset[str]
    measure: frozenset[str]
    label: str
    cells: Mapping[int, Cell]
    factors: tuple[Decimal, ...]
    percent: bool


Held = frozenset[tuple[int, int]]
"""Cells by the number of their series and their year."""


def is_slip_of_cell(quantity: Quantity, cell: Cell, series: Series) -> bool:
    """Whether a figure is a cell with a slip of the pen, in its number or in its amount."""
    value = abs(cell.amount)
    amounts = (value, *(value * factor for factor in series.factors))
    return is_slip(quantity.written, value) or any(is_slip(quantity.low, amount) for amount in amounts)


def bare(text: str) -> str:
    """A label without what stands in brackets."""
    return BRACKETED.sub(" ", text)


def year_of(text: str) -> int:
    """The one year in a label, else 0."""
    found = compiled(YEAR).findall(text)
    return int(found[0]) if len(found) == 1 else 0


def are_percent(cells: Iterable[Cell]) -> bool:
    """Whether all of some cells are percentages."""
    return all(cell.quantity and cell.quantity.kind == "percent" for cell in cells)


def digits_of(quantity: Quantity) -> int:
    """How many digits a number has as it is written."""
    return len(str(quantity.written).replace(".", "").lstrip("0"))


def cells_within(cells: Sequence[tuple[float, int, int]], amount: float, slack: float) -> Held:
    """The cells whose amounts are one that was rounded."""
    start = bisect_left(cells, (amount - slack * ROUNDED, -1, -1))
    near = takewhile(lambda cell: cell[0] <= amount + slack * ROUNDED, islice(cells, start, start + MOST_CELLS))
    return frozenset((number, year) for _, number, year in near)


def holds(quantity: Quantity, cell: Cell, factors: tuple[Decimal, ...] = ()) -> bool:
    """Whether a cell has the number of a figure, rounded as this is."""
    if cell.value is None or not quantity.written:
        return False
    step = Decimal(1).scaleb(min(int(quantity.written.as_tuple().exponent), 0))
    if abs(abs(cell.value) - quantity.written) <= step / 2:
        return True
    return any(abs(abs(cell.value) * factor - quantity.low) <= quantity.step / 2 for factor in factors)


def spans_of(said: Said, one: Span, two: Span, factors: Sequence[Decimal]) -> Iterator[Span]:
    """From and to what the change of an amount to another may be, or how far they are apart; each has its rounding."""
    if said.kind == "gap":
        factors = (ONE,) if said.change.kind == "points" else factors
        gap, slack = abs(one[0] - two[0]), one[1] + two[1]
        yield from (((gap - slack) * factor, (gap + slack) * factor) for factor in factors)
        return
    low, high, least, most = one[0] - one[1], one[0] + one[1], two[0] - two[1], two[0] + two[1]
    ratios = ((least / high, most / low), (low / most, high / least)) if low > 0 and least > 0 else ()
    for a, b in ratios[:1] if said.forward else ratios:
        ends = sorted((abs(a - 1) * HUNDRED, abs(b - 1) * HUNDRED))
        yield ends[0], ends[1]


def ending_in(series: Series, year: int) -> list[tuple[int, int]]:
    """The pairs of years of which one leads to a year, the nearest first."""
    return [(other, year) for other in sorted(series.cells, reverse=True) if other < year] if year else []


def closest(
    said: Said, series: Series, pairs: Sequence[tuple[int, int]], *, any_size: bool
) -> tuple[Decimal, Cell, Cell] | None:
    """What the cells of the years that a sentence names give, where its figure may be meant for it.

    One that is known to be of something else may be of any size.
    """
    change = said.change
    for one, two in pairs:
        value = _amount(said.kind, series.cells[one], series.cells[two])
        factors = series.factors if said.kind == "gap" and change.kind != "points" else (ONE,)
        for factor in factors if value else ():
            low, high = sorted((change.low, value * factor))
            rounded = round(value * factor, max(-int(change.written.as_tuple().exponent), 0))
            slip = is_slip(change.low, rounded) or is_slip(change.low, round(value * factor, 1))
            if any_size or (low > 0 and high <= low * CLOSE) or slip:
                return value, series.cells[one], series.cells[two]
    return None


def _amount(kind: str, one: Cell, two: Cell) -> Decimal:
    a, b = one.amount, two.amount
    if kind == "gap":
        return abs(b - a)
    return abs(b / a - 1) * HUNDRED if a > 0 and b > 0 else Decimal(0)


def likely_years(series: Series, said: Said, anchors: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs of years that a sentence may speak of, the likeliest first."""
    known = sorted(series.cells)
    if said.year in known:
        others = [year for year in anchors if year != said.year] or [known[-1]]
        return [(min(said.year, year), max(said.year, year)) for year in others if year != said.year]
    named = [year for year in known if year in said.years or year in anchors]
    if said.long:
        return [(a, b) for a, b in combinations(known, 2) if b - a == said.long]
    if len(named) > 1:
        return [(named[0], named[-1])]
    if named:
        year, at = named[0], known.index(named[0])
        pairs = [(known[at - 1], year)] if at else []
        return [*pairs, (year, known[-1])] if year != known[-1] else [*pairs, (known[0], year)]
    return [(known[-2], known[-1]), (known[0], known[-1])] if not said.years else []
