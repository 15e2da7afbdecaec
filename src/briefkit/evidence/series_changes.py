"""A change that a sentence gives of a series in, why the cells of the series do not give it out.

It is told when no two cells give it, and only when it can be of nothing else: a cell of the series stands beside it, or
no word there is foreign to the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from briefkit.evidence.said import FALLING, REACH, RISING, Said, clause_at
from briefkit.evidence.series_table import SHARED, Beside, OffSeries, SeriesTable
from briefkit.evidence.wrong import HUNDRED, plain_number
from briefkit.evidence.yearly import (
    Series,
    closest,
    ending_in,
    holds,
    likely_years,
    spans_of,
)
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, bounds

OF_A_CHANGE = regex(
    r"(?i)\b(?:of|in|to|de|der|des|von|zu|del|al|da|do)(?: (?:the|this|that|an?|l['\u2019]|la|cette|diesem|el|o))?"
    r" ?(?:total |overall |whole )?(?:rise|increase|gain|growth|fall|drop|decline|decrease|cut|reduction"
    r"|hausse|augmentation|baisse|recul|diminution|anstiegs?|zuwachs(?:es)?|rückgangs?|aumento|subida|caída|descenso|queda)"
    r" (?:of|de|von|um)(?: (?:about|some|nearly|almost|environ|rund))? ?[$€£]?$"
)
"""What stands before a change of which something else is a part: £8 million of the increase of £14 million."""
THOUSAND = Decimal(1000)
MOST_BESIDE = 12
"""How many other cells of its row a change may lead to or come from."""


def find_off_changes(
    table: SeriesTable, said: Said, beside: Beside, number: int, named: Sequence[Series]
) -> Iterator[OffSeries]:
    """A change or difference that no two cells of the series give."""
    series = table.series[number]
    text, at = beside.statement.sentence.plain, beside.quantity.start
    if OF_A_CHANGE.search(text[max(at - REACH, 0) : at]):
        return
    if (said.kind == "gap" and said.change.kind == "points") != series.percent:
        yield from _as_per_cent(table, said, beside, series) if series.percent else ()
        return
    anchors = beside.years()
    ending = beside.ending() if said.forward else 0
    pairs = ending_in(series, ending) or likely_years(series, said, anchors)
    sure = bool(ending) or (bool(anchors) and said.year in series.cells and len(pairs) == 1)
    if (ends := beside.ends()) and series.cells.keys() >= set(ends) and said.forward and not said.year:
        pairs, sure = [ends], True
    if _is_explained(table, said, [series] if sure else named, pairs if sure else None):
        yield from _turned(table, said, beside, series)
        return
    if _is_given_across(table, said, series):
        return
    if _is_of_one_named(table, said, series):
        return
    exchanged = sure and len(named) == 1 and _is_of_another(table, said, series, pairs)
    found = closest(said, series, pairs, any_size=exchanged)
    if found and table.is_of(said, series, beside=beside.is_near()):
        value, one, two = found
        unit = "%" if said.kind == "percent" else " points" if said.change.kind == "points" else ""
        cells = f"{series.label.strip()}: {one.text.strip()} and {two.text.strip()}"
        should = f"the table in line {one.place.line} gives {plain_number(value)}{unit} ({cells})"
        yield OffSeries(beside.statement, beside.quantity, (one, two), should)


def _as_per_cent(table: SeriesTable, said: Said, beside: Beside, series: Series) -> Iterator[OffSeries]:
    """Percentage points between the shares of two years that are told as per cent."""
    low, high = bounds(said.change)
    if said.kind != "percent" or said.change.spoken or not table.is_of(said, series, beside=beside.is_near()):
        return
    known = sorted(series.cells)
    years = beside.ends() or ((known[0], known[-1]) if len(known) == SHARED else None)
    if not years or not series.cells.keys() >= set(years):
        return
    one, two = (series.cells[year] for year in years)
    points = abs(two.amount - one.amount)
    if low <= points <= high and one.amount > 0 and not low <= points / one.amount * HUNDRED <= high:
        cells = f"{series.label.strip()}: {one.text.strip()} and {two.text.strip()}"
        should = f"the table in line {one.place.line} gives {plain_number(points)} percentage points ({cells})"
        yield OffSeries(beside.statement, beside.quantity, (one, two), should)


def _turned(table: SeriesTable, said: Said, beside: Beside, series: Series) -> Iterator[OffSeries]:
    """A rise by what the cells fell, or a fall by what they rose, between the only two years there can be."""
    text, start = beside.statement.sentence.plain, beside.quantity.start
    clause = text[clause_at(text, beside.quantity)[0] : start]
    verbs = [bool(compiled(rf"(?i)\b(?:{words})\b").search(clause)) for words in (RISING, FALLING)]
    years = sorted(series.cells.keys() & beside.statement.years)
    years = years if len(years) == SHARED else sorted(series.cells)
    if not said.forward or sum(verbs) != 1 or len(years) != SHARED:
        return
    one, two = (series.cells[year] for year in years)
    low, high = _about(said.change)
    ends = ((one.amount, one.half), (two.amount, two.half))
    spans = spans_of(said, *ends, series.factors)
    fits = any(low <= most and least <= high for least, most in spans)
    if not fits or one.amount == two.amount or min(one.amount, two.amount) < 0:
        return
    if verbs[0] != (two.amount > one.amount) and table.is_of(said, series, beside=beside.is_near()):
        told = "a rise" if two.amount > one.amount else "a fall"
        cells = f"{series.label.strip()}: {one.text.strip()} and then {two.text.strip()}"
        should = f"in the table in line {one.place.line} that is {told} ({cells})"
        yield OffSeries(beside.statement, beside.quantity, (one, two), should)


def _is_of_one_named(table: SeriesTable, said: Said, series: Series) -> bool:
    """Whether a change is that of a column with fewer words, so named as well: of all roads, and rural roads."""
    low, high = bounds(said.change)
    others = (s for s in table.series if s.name and s.name < series.name and s.measure == series.measure)
    ends = ([(c.amount, c.half) for _, c in sorted(s.cells.items())] for s in others)
    spans = (
        span for cells in ends for pair in combinations(cells, 2) for span in spans_of(said, *pair, series.factors)
    )
    return low > 0 and any(low <= most and least <= high for least, most in spans)


def _is_of_another(table: SeriesTable, said: Said, series: Series, pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether a change is exactly that of another row of the table in the same years."""
    others = (s for s in table.series if s.measure == series.measure and s.label != series.label)
    known = [(s, pair) for s in others for pair in pairs[:1] if s.cells.keys() >= set(pair)]
    low, high = bounds(said.change)
    ends = (((s.cells[y].amount, s.cells[y].half) for y in pair) for s, pair in known)
    spans = (span for one, two in ends for span in spans_of(said, one, two, series.factors))
    return low > 0 and any(low <= most and least <= high for least, most in spans)


def _is_given_across(table: SeriesTable, said: Said, series: Series) -> bool:
    """Whether a change is that from a cell of one column to one of another: the plan, and what was spent."""
    held = {id(cell) for cell in series.cells.values()}
    grid = table.grid
    rows = [row for row in grid.rows if grid.label(row) == series.label]
    row = [c for r in rows for column in grid.columns[1:] if (c := grid.amount(r, column)) and id(c) not in held]
    cells, own = ([(c.amount, c.half) for c in found] for found in (row[:MOST_BESIDE], series.cells.values()))
    low, high = _about(said.change)
    pairs = ((one, two) for one in cells for two in own)
    spans = (
        span for one, two in pairs for a, b in ((one, two), (two, one)) for span in spans_of(said, a, b, series.factors)
    )
    return any(low <= most and least <= high for least, most in spans)


def _is_explained(
    table: SeriesTable, said: Said, named: Sequence[Series], years: Sequence[tuple[int, int]] | None
) -> bool:
    """Whether a figure is what two cells of a named series give, how far two of these are apart, or a cell.

    Where it is known which years a sentence compares, only these are asked.
    """
    change = said.change
    low, high = _about(change)
    if years:
        cells = named[0].cells
        pairs = [((cells[a].amount, cells[a].half), (cells[b].amount, cells[b].half)) for a, b in years]
    else:
        rows = {row for row in table.grid.rows if any(table.grid.label(row) == s.label for s in named)}
        if any(holds(change, cell) for (row, _), cell in table.grid.cells.items() if row in rows):
            return True
        sets = [[(c.amount, c.half) for _, c in sorted(s.cells.items())] for s in named]
        for one, other in combinations(named, 2):
            both = [(c, other.cells[year]) for year, c in sorted(one.cells.items()) if year in other.cells]
            sets.append([(a.amount + b.amount, a.half + b.half) for a, b in both])
            sets += ([(a.amount, a.half), (b.amount, b.half)] for a, b in both if said.kind == "gap")
        pairs = [pair for amounts in sets for pair in combinations(amounts, 2)]
    spans = (span for pair in pairs for span in spans_of(said, *pair, named[0].factors))
    return any(low <= most and least <= high for least, most in spans)


def _about(change: Quantity) -> tuple[Decimal, Decimal]:
    """From and to what a change may be: one that ends with 000 is in thousands."""
    low, high = bounds(change)
    half = THOUSAND / 2 if change.low and change.kind != "percent" and not change.low % THOUSAND else Decimal(0)
    return min(low, change.low - half), max(high, change.high + half)
