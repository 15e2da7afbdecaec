"""Statements and tables in, the years that a sentence gives to the figure of another year out.

`Spending will peak in 2028, at £165 million` is told where a table has 165 in the row or column of 2027 and nowhere
else, and no other sentence has that figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from briefkit.evidence.beside import is_outcome
from briefkit.evidence.series_table import OffSeries
from briefkit.evidence.stated import PROSE, Statement, known_by
from briefkit.evidence.tables import Cell, Grid, factors_of
from briefkit.evidence.yearly import digits_of, holds, year_of
from briefkit.patterns import regex
from briefkit.quantities import Quantity

FEWEST_DIGITS, MOST_CELLS, MOST_TOLD = 3, 1_000, 400
KINDS = ("count", "money", "measure", "percent")
AT = regex(
    r"(?i)\)?,? ?(?:at|with|to|reaching|mit|auf|bei|à|avec|con|com)(?: (?:about|some|nearly|rund|etwa|environ))?"
    r" [$€£]?$"
)
"""What stands between a year and the figure that it has: in 2027, at £165 million."""

IN = regex(r"(?i)\b(?:in|im jahr|im jahre|en|em)(?: [^\W\d]+)? $")


ITS_OWN = regex(r"(?i) (?:in|im jahr|im jahre|en|em) (?:19|20)\d\d\b")
"""What stands behind a figure that has a year of its own: from 6,200 in 2020 to 23,600 in 2024."""


class Dated(NamedTuple):
    """A cell of a year, with what it is counted in and the words of its table."""

    cell: Cell
    year: int
    factors: tuple[Decimal, ...]
    words: frozenset[str]


def find_off_years(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[OffSeries]:
    """The years beside figures that a table has for one other year."""
    told = [(s, pair) for s in statements if s.block.kind in PROSE and not s.advises for pair in _pairs(s)]
    cells = [dated for grid in grids for dated in _cells(grid, lang)][:MOST_CELLS] if told else []
    years = {dated.year for dated in cells}
    prose = (s for s in (statements if cells else ()) if s.block.kind in PROSE)
    said = Counter(low for s in prose for low in {q.low for q in s.quantities})
    for statement, (year, figure) in told[:MOST_TOLD] if cells else ():
        found = [d for d in cells if holds(figure, d.cell, d.factors)]
        one = found[0] if len({d.year for d in found}) == 1 and said[figure.low] == 1 else None
        near = one and (one.cell.block.section == statement.block.section or not one.words.isdisjoint(statement.words))
        if one and near and one.year != year.low and int(year.low) in years:
            should = f"the table in line {one.cell.place.line} has {one.cell.text.strip()} for {one.year}"
            yield OffSeries(statement, year, (one.cell,), should)


def _pairs(statement: Statement) -> Iterator[tuple[Quantity, Quantity]]:
    """The years of a sentence with the figure that is said to be theirs."""
    text = statement.sentence.plain
    for year, figure in pairwise(statement.quantities):
        exact = not (figure.is_range or figure.parts or figure.spoken or figure.about in ("over", "under"))
        if year.kind == "year" and not year.is_range and figure.kind in KINDS and exact:
            beside = IN.search(text[: year.start]) and AT.fullmatch(text[year.end : figure.start])
            own = ITS_OWN.match(text, figure.end) or is_outcome(text, statement.quantities, year, figure)
            if beside and not own and digits_of(figure) >= FEWEST_DIGITS:
                yield year, figure


def _cells(grid: Grid, lang: str) -> Iterator[Dated]:
    """The cells of a table that are of a year, by its rows or else its columns."""
    rows = {row: year for row in grid.rows if (year := year_of(grid.label(row)))}
    heads = {column: year for column in grid.columns[1:] if (year := year_of(grid.head(column)))}
    by_rows = len(rows) > 1
    if not by_rows and len(heads) < len(grid.columns) - 1:
        return  # another column may have the figure for a year that is not named
    for (row, column), cell in grid.cells.items():
        known = rows.get(row, 0) if by_rows else heads.get(column, 0)
        if known and row in grid.rows and column in grid.columns[1:] and cell.value is not None:
            factors = factors_of(f"{grid.measure(column)} {grid.label(row)} {grid.caption}")
            words = known_by(f"{grid.head(column)} {grid.label(row)} {grid.caption}", lang)
            yield Dated(cell, known, factors, words)
