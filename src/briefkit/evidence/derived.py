"""The statements and tables of a body in, asked whether a change that a summary tells is what its two ends make.

A summary gives one end and the change (`fell by 3,100 to 46,900`), the body both ends (`from 48,200 to 46,900`, or two
cells of a row). The change is told when no such pair makes it and one makes it but for a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice, permutations
from typing import NamedTuple

from briefkit.evidence.said import FALLING, MORE_THAN, RISING, said_change
from briefkit.evidence.slips import is_same_measure, is_slip
from briefkit.evidence.stated import CELLS, Statement
from briefkit.evidence.tables import Cell, Grid
from briefkit.evidence.wrong import HUNDRED, as_points, factor_of, plain_number
from briefkit.evidence.yearly import year_of
from briefkit.patterns import regex
from briefkit.quantities import Quantity, agree, bounds

MOST_COMPARED = 20_000
MOST_FIGURES = 8
MOST_NEAR = 12
MOST_ROWS = 400
MOST_CELLS = 8
FEWEST_DIGITS = 2
KINDS = ("count", "money", "measure", "percent")
REACH = 70
CHANGED = regex(rf"(?i)\b(?:{RISING}|{FALLING})\b")
TO = regex(r"(?i)(?: [^\W\d]+){0,2},? (?:to|auf|à|a|para) (?:about |rund |environ )?")

Near = Sequence[tuple[int, Statement]]


class Made(NamedTuple):
    """What two ends of a change make, and where one of them stands."""

    statement: Statement
    quantity: Quantity
    should: str


class Derived:
    """The ends of changes in the body of a brief."""

    def __init__(self, own: Sequence[Statement], grids: Iterable[Grid]) -> None:
        cells = {id(s.block): s for s in own if s.block.kind in CELLS}
        self.left = MOST_COMPARED
        self.rows: dict[Decimal, list[list[tuple[Quantity, Statement]]]] = {}
        for known in islice((line for grid in grids for line in _lines(grid)), MOST_ROWS):
            found = [(c.quantity, cells[id(c.block)]) for c in known if c.quantity and id(c.block) in cells]
            for quantity, _ in found:
                self.rows.setdefault(quantity.written.normalize(), []).append(found)

    def find(self, statement: Statement, quantity: Quantity, near: Near) -> Made | None:
        """What the body makes of a change that is told with one of its ends."""
        said = said_change(statement, quantity)
        if not said or len(statement.quantities) > MOST_FIGURES:
            return None
        text = statement.sentence.plain
        before, behind = text[max(quantity.start - REACH, 0) : quantity.start], text[quantity.end :][:REACH]
        if not CHANGED.search(before) and not MORE_THAN.match(behind):
            return None  # the House voted by 61 to 34
        self.left -= sum(len(s.quantities) for _, s in near[:MOST_NEAR])
        if self.left < 0:
            return None
        change = as_points(quantity)
        found = [m for one, two in self._ends(statement, quantity, near) for m in _made(statement, change, one, two)]
        if any(made.should == "" for made in found):
            return None
        told = next((made for made in found if made.should), None)
        return told or next(_in_points(statement, change, near), None)

    def _ends(
        self, statement: Statement, change: Quantity, near: Near
    ) -> Iterator[tuple[tuple[Quantity, Statement], tuple[Quantity, Statement]]]:
        """The pairs of amounts of one sentence or row of which the statement gives the first."""
        given = [q for q in statement.quantities if q is not change and q.kind in KINDS and not (q.parts or q.spoken)]
        for _, other in near[:MOST_NEAR]:
            amounts = [q for q in other.quantities if q.kind in KINDS and not (q.is_range or q.parts or q.spoken)]
            for one, two in permutations(amounts[:MOST_FIGURES], 2):
                if is_same_measure(one, two) and any(is_same_measure(q, one) and agree(q, one) for q in given):
                    yield (one, other), (two, other)
        for quantity in given:
            if len(quantity.written.normalize().as_tuple().digits) > FEWEST_DIGITS:
                for row in self.rows.get(quantity.written.normalize(), ()):
                    ends = [f for f in row if f[0].written == quantity.written]
                    scaled = (
                        (_as(end, quantity), _as(other, quantity)) for end in ends for other in row if other is not end
                    )
                    yield from scaled


def _in_points(statement: Statement, change: Quantity, near: Near) -> Iterator[Made]:
    """What two shares of a sentence that says nearly the same differ by, where that is told in per cent."""
    if change.kind != "percent" or change.spoken or change.parts or change.about in ("over", "under"):
        return
    for shared, other in near[:MOST_NEAR]:
        shares = [q for q in other.quantities if q.kind == "percent" and not (q.is_range or q.spoken or q.parts)]
        if 2 * shared < len(statement.words) or len(shares) != 2 or min(q.low for q in shares) <= 0:
            continue
        one, two = shares
        low, high = bounds(change)
        points, rate = abs(two.low - one.low), abs(two.low / one.low - 1) * HUNDRED
        if low <= points <= high and not low - change.step <= rate <= high + change.step:
            yield Made(other, one, f"{plain_number(points)} percentage points")


def _lines(grid: Grid) -> Iterator[list[Cell]]:
    """The cells that stand side by side for several years: of a row, else of a column."""
    dated = [column for column in grid.columns[1:] if year_of(grid.head(column))]
    rows = [row for row in grid.rows if year_of(grid.label(row))]
    if len(dated) > 1:
        yield from ([c for c in grid.values(row, dated[:MOST_CELLS]) if c] for row in grid.rows)
    elif len(rows) > 1:
        columns = ([grid.values(row, (column,))[0] for row in rows[:MOST_CELLS]] for column in grid.columns[1:])
        yield from ([c for c in cells if c] for cells in columns)


def _as(found: tuple[Quantity, Statement], quantity: Quantity) -> tuple[Quantity, Statement]:
    """A cell in the unit of a figure that gives another one of its row."""
    cell, factor = found[0], factor_of(quantity)
    low, step = cell.low * factor, cell.step * factor
    return cell._replace(kind=quantity.kind, unit=quantity.unit, low=low, high=low, step=step), found[1]


def _made(
    statement: Statement, change: Quantity, one: tuple[Quantity, Statement], two: tuple[Quantity, Statement]
) -> Iterator[Made]:
    """What the change from an amount to the one that is given is, where a figure may be meant for it."""
    (end, _), (begin, holder) = one, two
    if not begin.low or begin.low == end.low:
        return
    if change.kind == "percent" and end.kind != "percent":
        value, unit = abs(end.low / begin.low - 1) * HUNDRED, "%"
    elif change.kind == "points" and end.kind == "percent":
        value, unit = abs(end.low - begin.low), " points"
    elif is_same_measure(change, end) and change.kind != "percent":
        value, unit = abs(end.low - begin.low), ""
    else:
        return
    low, high = bounds(change)
    slack = (begin.step + end.step) / 2 if unit != "%" else HUNDRED * (begin.step + end.step) / begin.low
    if low - slack <= value <= high + slack:
        yield Made(holder, begin, "")
    elif (change.spoken and _leads_to(statement, change, end)) or _is_slip(change, value):
        shown = value / factor_of(change) if not unit else value
        yield Made(holder, begin, f"{plain_number(shown)}{unit}")


def _is_slip(change: Quantity, value: Decimal) -> bool:
    factor = factor_of(change)
    places = max(-int(change.written.as_tuple().exponent), 0)
    digits = len(change.written.normalize().as_tuple().digits)
    return not change.spoken and digits >= FEWEST_DIGITS and is_slip(change.written, round(value / factor, places))


def _leads_to(statement: Statement, change: Quantity, end: Quantity) -> bool:
    """Whether the amount that a change in words leads to stands behind it: by a third to 100."""
    behind = next((q for q in statement.quantities if q.start >= change.end), None)
    between = statement.sentence.plain[change.end : behind.start] if behind else ""
    return behind is not None and behind.low == end.low and bool(TO.fullmatch(between))
