"""Statements and tables in, what a sentence says of a row over time that the cells do not give out.

What a sentence that speaks of a series gives as a change (`fell by 71%`) or a difference (`34 TWh less`) is held
against the cells of the series, and so is a figure of a year that is that of the table with a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from briefkit.evidence.said import NEAR, REACH, clause_of, said_change
from briefkit.evidence.series_changes import find_off_changes
from briefkit.evidence.series_table import MOST_HELD, PRONOUN, SHARED, Beside, OffSeries, SeriesTable, Words
from briefkit.evidence.stated import PROSE, Statement, known_by
from briefkit.evidence.tables import Grid
from briefkit.evidence.yearly import (
    Series,
    digits_of,
    holds,
    is_slip_of_cell,
)
from briefkit.patterns import regex
from briefkit.quantities import Quantity
from briefkit.text import WORD

MOST_NAMED = 4
MOST_FIGURES = 24
"""How many series a sentence may name, and how many figures it may have."""

IN_THE_YEAR = regex(
    r"(?i)\)?(?: (?!(?:and|und|et|y|e)\b)[^\W\d]+){0,2}? "
    r"(?:in|at the end of|by the end of|en|fin|à la fin de|im jahr|im jahre|ende|em|no fim"
    r" de) (?=\d{4}\b)"
)
"""What says that a figure is of the year behind it."""
LAST_NAMED = regex(r"(?i)\b(?:former|latter|erstere[nrsm]?|letztere[nrsm]?)(?: [^\W\d]+)? $")
COMPARED = regex(
    r"(?i)\b(?:from|after|against|compared with|than the|of|von|nach|gegenüber|contre|après|de|desde|tras) (?:the "
    r"|about )?$"
)
TO_LEVEL = regex(
    r"(?i)\b(?:to|at|auf|bei|à|reach|reached|reaching|was|were|is|stood at|erreich\w*|lag\w* bei|beträgt|atteint"
    r"|s['\u2019]établit à)(?: (?:about|nearly))? $"
)


def find_off_series(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[OffSeries]:
    """The changes, differences and shares in the text that the cells of the row which they are of do not give."""
    tables = [table for grid in grids if (table := SeriesTable(grid, lang)).series]
    if not tables:
        return
    known = (_with_before(before, s) for before, s in zip((None, *statements), statements, strict=False))
    prose = [s for s in known if s.quantities and s.block.kind in PROSE and not s.advises]
    pairs = ((table, s) for table in tables for s in prose if table.is_spoken_of(s))
    for table, statement in islice(pairs, MOST_HELD):
        yield from _off(table, statement)


def _with_before(before: Statement | None, statement: Statement) -> Statement:
    """A statement that begins with `That` or `It`, with the words of the one before it: it is about the same."""
    opened = before and before.block is statement.block and PRONOUN.match(statement.sentence.plain)
    return statement._replace(words=statement.words | before.words) if before and opened else statement


def _off(table: SeriesTable, statement: Statement) -> Iterator[OffSeries]:
    """The figures of a sentence that the series which it names do not give."""
    if len(statement.quantities) > MOST_FIGURES:
        return
    held = {id(q): table.cells_of(q) for q in statement.quantities}
    named = table.named(statement, held)
    if not 0 < len(named) <= MOST_NAMED:
        return
    words: Words = ()
    if len(named) > 1:
        found = ((m.start(), known_by(m[0], table.lang)) for m in WORD.finditer(statement.sentence.plain))
        words = [(at, forms) for at, forms in found if forms]
        words = sorted((*words, *table.pronouns(statement.sentence.plain, words, named)), key=lambda w: w[0])
    for quantity in statement.quantities:
        number = table.nearest(words, quantity, named) if words else named[0]
        if number is not None:
            own = {id(q): [year for n, year in held[id(q)] if n == number] for q in statement.quantities}
            beside = Beside(statement, quantity, own)
            if said := said_change(statement, quantity):
                yield from find_off_changes(table, said, beside, number, [table.series[n] for n in named])
            elif _may_be_level(quantity):
                yield from _level(table, beside, table.series[number])


def _level(table: SeriesTable, beside: Beside, series: Series) -> Iterator[OffSeries]:
    """A figure that is the one of a year in a series, with a slip of the pen."""
    statement, quantity = beside.statement, beside.quantity
    if (quantity.kind == "percent") != series.percent:
        return
    year = _year_of_level(beside, series)
    cell = series.cells.get(year)
    own = beside.held.get(id(quantity), ())
    text = statement.sentence.plain
    called = LAST_NAMED.search(text[max(quantity.start - REACH, 0) : quantity.start])
    if cell and own and year not in own and (called or IN_THE_YEAR.match(text, quantity.end)):
        if called or table.is_of(clause_of(statement, quantity), series, beside=beside.is_near()):
            told = f"{cell.text.strip()} for {year} ({series.label.strip()}), and this for {own[0]}"
            time = next((q for q in statement.quantities if q.kind == "year" and q.start >= quantity.end), None)
            of = time if time and time.low == year else None
            yield OffSeries(statement, quantity, (cell,), f"the table in line {cell.place.line} has {told}", of)
        return
    if not cell or not is_slip_of_cell(quantity, cell, series) or any(year in years for years in beside.held.values()):
        return
    if any(holds(quantity, other, series.factors) for other in table.grid.cells.values()):
        return
    if table.is_of(clause_of(statement, quantity), series, beside=beside.is_near()):
        told = f"{cell.text.strip()} ({series.label.strip()}, {year})"
        yield OffSeries(statement, quantity, (cell,), f"the table in line {cell.place.line} has {told}")


def _may_be_level(quantity: Quantity) -> bool:
    digits = digits_of(quantity)
    known = quantity.kind in ("count", "money", "measure", "percent")
    return known and digits >= SHARED and not (quantity.is_range or quantity.spoken or quantity.parts or quantity.about)


def _year_of_level(beside: Beside, series: Series) -> int:
    """The year that a figure is of: the one behind it, or beside a figure of the series the one before."""
    statement, quantity, anchors = beside.statement, beside.quantity, beside.years()
    text, start, end = statement.sentence.plain, quantity.start, quantity.end
    after = next((q for q in statement.quantities if end <= q.start < end + NEAR), None)
    if after and after.kind == "year" and not after.is_range:
        return int(after.low)
    years = sorted(statement.years & series.cells.keys())
    before = text[max(start - REACH, 0) : start]
    if TO_LEVEL.search(before) or LAST_NAMED.search(before):
        return years[0] if len(years) == 1 and not anchors else 0
    if len(anchors) == 1 and COMPARED.search(text[max(start - REACH, 0) : start]):
        known = sorted(series.cells)
        at = known.index(anchors[0])
        return known[at - 1] if at else 0
    return 0
