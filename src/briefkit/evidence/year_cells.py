"""Statements and tables in, the years of a sentence that a column of years has otherwise out.

In a table a column may say when works are ready or a scheme began. `The link to Kallvik will be ready in 2034` is told
where the row of that link has 2032 below `Ready`: the sentence names one row, by words that no other row has, and has
one year, with a word of the column beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from briefkit.evidence.series_table import MOST_HELD, OffSeries
from briefkit.evidence.stated import PROSE, Statement, known_by
from briefkit.evidence.tables import Grid
from briefkit.evidence.yearly import year_of
from briefkit.patterns import regex
from briefkit.quantities import Quantity

FEWEST_ROWS, MOST_ROWS, REACH, FAR = 2, 60, 40, 20
MARK = regex(r"\W*(?P<mark>[A-Z]|\d{1,2})[.):]\s")
"""By what the row of an option may be known: B. Ten-year plan."""


def find_off_year_cells(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[OffSeries]:
    """The years of sentences that differ from the one in the row which they name."""
    tables = [(table, column) for grid in grids for table, column in _year_columns(grid, lang)]
    told = [s for s in statements if tables and s.block.kind in PROSE and not s.advises and len(s.years) == 1]
    for (table, column), statement in islice(((t, s) for t in tables for s in told), MOST_HELD):
        row, year = table.named(statement), _year_beside(statement, table.heads[column], lang)
        cell = table.grid.cells.get((row, column)) if row is not None and year else None
        meant = year_of(cell.text) if cell else 0
        if cell and year and row is not None and meant not in statement.years and abs(int(year.low) - meant) <= FAR:
            where = f"{table.grid.label(row).strip()}, {table.grid.head(column).strip()}"
            should = f"the table in line {cell.place.line} has {meant} ({where})"
            yield OffSeries(statement, year, (cell,), should)


class _Rows:
    """A table by the words that only one of its rows has, and by the marks of its rows."""

    def __init__(self, grid: Grid, lang: str) -> None:
        self.grid = grid
        self.labels = {row: known_by(grid.label(row), lang) for row in grid.rows}
        self.heads = {column: known_by(grid.head(column), lang) for column in grid.columns}
        holders: dict[str, list[int]] = {}
        for row, words in self.labels.items():
            for word in words:
                holders.setdefault(word, []).append(row)
        self.own = {word: rows[0] for word, rows in holders.items() if len(rows) == 1}
        marks = {row: match["mark"] for row in grid.rows if (match := MARK.match(grid.label(row)))}
        kind = grid.head(grid.columns[0]).strip()
        self.marks = {f"{kind} {mark}": row for row, mark in marks.items() if kind}

    def named(self, statement: Statement) -> int | None:
        """The one row that a sentence names, by its mark or by half of its words."""
        text = f"{statement.sentence.plain} "
        marked = {row for name, row in self.marks.items() if name in text and not text.split(name, 1)[1][0].isalnum()}
        rows = marked or {self.own[word] for word in statement.words if word in self.own}
        row = min(rows, default=None)
        words = self.labels[row] if row is not None else frozenset()
        is_named = len(rows) == 1 and (bool(marked) or 2 * len(words & statement.words) >= len(words))
        return row if is_named else None


def _year_columns(grid: Grid, lang: str) -> Iterator[tuple[_Rows, int]]:
    """The columns of a table that hold years and nothing else, with its rows."""
    if not FEWEST_ROWS <= len(grid.rows) <= MOST_ROWS:
        return
    rows: _Rows | None = None
    for column in grid.columns[1:]:
        texts = [c.text.strip() for row in grid.rows if (c := grid.cells.get((row, column))) and c.text.strip()]
        if len(texts) >= FEWEST_ROWS and all(text == str(year_of(text)) for text in texts):
            rows = rows or _Rows(grid, lang)
            if rows.heads[column]:
                yield rows, column


def _year_beside(statement: Statement, head: frozenset[str], lang: str) -> Quantity | None:
    """The one year of a sentence where a word of the head of a column stands beside it."""
    text = statement.sentence.plain
    years = [q for q in statement.quantities if q.kind == "year" and not q.is_range]
    if len(years) != 1:
        return None
    near = text[max(years[0].start - REACH, 0) : years[0].start], text[years[0].end : years[0].end + REACH]
    return years[0] if any(known_by(part, lang) & head for part in near) else None
