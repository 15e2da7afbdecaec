"""Statements and tables in, the figures and years of a list that its series has otherwise out.

`Yield fell: 82.0% in 2019, 81.2% in 2020 and 80.4% in 2022` gives three figures with their years. One row, column or
chart of the brief has two of them, so the list is of that series: where the third is the figure of no year of it, or of
another year, one of the two is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from briefkit.evidence.beside import DATED
from briefkit.evidence.series_table import MOST_HELD, OffSeries, SeriesTable
from briefkit.evidence.stated import PROSE, Statement
from briefkit.evidence.tables import Grid
from briefkit.evidence.wrong import MADE_UP
from briefkit.evidence.yearly import Series, digits_of, holds
from briefkit.quantities import Quantity

FEWEST_RIGHT, FEWEST_DIGITS, MOST_PAIRS = 2, 2, 12


class Dated(NamedTuple):
    """A figure and the year that stands behind it."""

    figure: Quantity
    year: Quantity

    def is_in(self, series: Series) -> bool:
        """Whether a series has the figure for that year."""
        cell = series.cells.get(int(self.year.low))
        return cell is not None and holds(self.figure, cell, series.factors)

    def years_in(self, series: Series) -> list[int]:
        """The years for which a series has the figure."""
        return [year for year, cell in series.cells.items() if holds(self.figure, cell, series.factors)]


def find_off_lists(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[OffSeries]:
    """The one figure of a list with years, or its year, that the series of all its others does not have."""
    told = [
        (s, pairs)
        for s in statements
        if s.block.kind in PROSE and not s.advises and len(pairs := list(_pairs(s))) > FEWEST_RIGHT
    ]
    tables = [table for grid in grids if (table := SeriesTable(grid, lang)).series] if told else []
    every = [(table, series) for table in tables for series in table.series]
    for statement, pairs in islice(told, max(MOST_HELD // max(len(every), 1), 1)):
        found = [(table, series, odd) for table, series in every if (odd := _odd(pairs, series))]
        if len(found) == 1 and not any(found[0][2].is_in(series) for _, series in every):
            yield from _told(statement, pairs, *found[0])


def _pairs(statement: Statement) -> Iterator[Dated]:
    """The figures of a sentence that have their years behind them, at most so many."""
    text = statement.sentence.plain
    every = pairwise(statement.quantities[: 2 * MOST_PAIRS])
    for figure, year in every:
        exact = not (figure.is_range or figure.parts or figure.spoken or figure.about or year.is_range)
        known = exact and figure.kind in (*MADE_UP, "percent") and year.kind == "year"
        if known and digits_of(figure) >= FEWEST_DIGITS and DATED.fullmatch(text, figure.end, year.start):
            yield Dated(figure, year)


def _odd(pairs: Sequence[Dated], series: Series) -> Dated | None:
    """The one of some figures that a series has not, where it has all others, at least two."""
    odd = [pair for pair in pairs if not pair.is_in(series)]
    return odd[0] if len(odd) == 1 and len(pairs) > FEWEST_RIGHT else None


def _told(
    statement: Statement, pairs: Sequence[Dated], table: SeriesTable, series: Series, odd: Dated
) -> Iterator[OffSeries]:
    """What is wrong in the odd one: its figure, where the series has that year, else its year."""
    others = {int(pair.year.low) for pair in pairs if pair is not odd}
    meant = [year for year in odd.years_in(series) if year not in others]
    at = int(odd.year.low)
    kind = "chart" if table.grid.unit else "table"
    if len(meant) == 1:
        cell = series.cells[meant[0]]
        should = f"the {kind} in line {cell.place.line} has {cell.text.strip()} for {meant[0]}"
        yield OffSeries(statement, odd.year, (cell,), should)
    elif at in series.cells:
        cell = series.cells[at]
        yield OffSeries(
            statement, odd.figure, (cell,), f"the {kind} in line {cell.place.line} has {cell.text.strip()} for {at}"
        )
