"""Statements and tables in, how far a sentence says that two rows lie apart and their cells do not.

In `A school in the North needs £650,000, £191,000 more than one in the West` the amount and the name behind `than` tell
two rows and a column. Where the amount stands in several columns of the rows that are named, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from briefkit.evidence.series_table import MOST_HELD, OffSeries
from briefkit.evidence.slips import is_slip
from briefkit.evidence.stated import PROSE, Statement, known_by
from briefkit.evidence.tables import Cell, Grid, factors_of, is_change
from briefkit.evidence.wrong import HUNDRED, as_points, factor_of, like, plain_number, within
from briefkit.evidence.yearly import bare, digits_of, holds
from briefkit.patterns import regex
from briefkit.quantities import Quantity

MOST_ROWS = 60
FEWEST_DIGITS = 2
CLOSE = 2
"""How many times the distance of two cells another may be that is meant for it."""

BESIDE = regex(r"(?i)[^.;:()\d]{0,50}, (?:(?:or|some|about|nearly|almost|soit|rund|etwa|environ|that is) )?")
THAN = regex(
    r"(?i)(?: (?:percentage )?points?)?(?: [^\W\d]+)? ?\b(?:more|less|fewer|higher|lower|longer|shorter|above|below"
    r"|mehr|weniger|höher|niedriger|de plus|de moins|más|menos|mais)(?: [^\W\d]+)? (?:than|als|que|do que|qu['\u2019])"
    r"(?P<other>[^.;:()\d,]{1,50})"
)


def find_off_across(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[OffSeries]:
    """The distances of two rows that their cells do not give."""
    told = [s for s in statements if s.block.kind in PROSE and len(s.quantities) > 1]
    pairs = [(s, pair) for s in told for pair in pairwise(s.quantities) if _is_told(s, *pair)]
    tables = [(grid, _rows(grid, lang)) for grid in grids] if pairs else []
    every = ((grid, rows, s, pair) for grid, rows in tables for s, pair in pairs if len(rows) <= MOST_ROWS)
    for grid, rows, statement, (amount, gap) in islice(every, MOST_HELD):
        yield from _off(grid, rows, statement, (amount, gap), lang)


def _rows(grid: Grid, lang: str) -> dict[int, frozenset[str]]:
    """The rows of a table by the words that they are known by."""
    return {row: words for row in grid.rows if (words := known_by(bare(grid.label(row)), lang))}


def _is_told(statement: Statement, amount: Quantity, gap: Quantity) -> bool:
    """Whether two figures are an amount and how far it is from another."""
    text = statement.sentence.plain
    known = all(q.kind in ("count", "money", "measure", "percent", "points", "duration") for q in (amount, gap))
    exact = known and not any(q.is_range or q.parts or q.spoken or q.about for q in (amount, gap))
    return exact and bool(BESIDE.fullmatch(text[amount.end : gap.start]) and THAN.match(text, gap.end))


def _off(
    grid: Grid, rows: dict[int, frozenset[str]], statement: Statement, told: tuple[Quantity, Quantity], lang: str
) -> Iterator[OffSeries]:
    amount, gap = told
    text = statement.sentence.plain
    than = THAN.match(text, gap.end)
    behind = known_by(than["other"], lang) if than else frozenset[str]()
    others = [row for row, words in rows.items() if words <= behind]
    named = [row for row, words in rows.items() if words <= known_by(text[: gap.start], lang)]
    found = [(r, c) for r in named for c in grid.columns[1:] if _holds(grid, (r, c), amount)]
    same = len({column for _, column in found}) == 1 and len({grid.cells[place].value for place in found}) == 1
    if len(others) != 1 or not same or others[0] in dict(found) or digits_of(amount) < FEWEST_DIGITS:
        return
    one, two = grid.cells[found[0]], grid.cells.get((others[0], found[0][1]))
    if two and two.value is not None and not is_change(grid.head(found[0][1])):
        yield from _wrong(statement, told, one, two)


def _holds(grid: Grid, place: tuple[int, int], amount: Quantity) -> bool:
    cell = grid.cells.get(place)
    factors = factors_of(f"{grid.measure(place[1])} {grid.caption}")
    return cell is not None and cell.value is not None and holds(amount, cell, factors)


def _wrong(statement: Statement, told: tuple[Quantity, Quantity], one: Cell, two: Cell) -> Iterator[OffSeries]:
    """The distance that two cells do not have, but may be meant for."""
    amount, gap = told[0], as_points(told[1])
    factor = amount.low / one.amount if one.amount > 0 else factor_of(amount)
    slack = (one.half + two.half) * factor
    real = abs(one.amount - two.amount) * factor
    alike = gap.kind == amount.kind or (gap.kind == "points" and amount.kind == "percent")
    if gap.kind == "percent" and amount.kind != "percent":
        real = abs(one.amount / two.amount - 1) * HUNDRED if two.amount > 0 else real
        slack = gap.step if two.amount > 0 else slack
    elif not alike:
        return
    near = is_slip(gap.low, real) or (real > 0 and max(real, gap.low) <= CLOSE * min(real, gap.low))
    if near and not within(gap, [(real - slack, real + slack)]):
        percent = gap.kind == "percent" and amount.kind != "percent"
        shown = f"{plain_number(real)}%" if percent else like(statement.sentence.plain, told[1], real)
        cells = f"{one.text.strip()} and {two.text.strip()}"
        should = f"the table in line {one.place.line} gives {shown} ({cells})"
        yield OffSeries(statement, told[1], (one, two), should)
