"""A table in, its series out: rows or columns over time, with what a sentence names of them and what its figures are.

A table with years at the head of its columns, or at the beginning of its rows, holds series: `Coal` has 48 in 2015 and
14 in 2025. A sentence speaks of a series when it has the words of its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from briefkit.evidence.said import Said, clause_at, neutral
from briefkit.evidence.stated import Statement, known_by
from briefkit.evidence.tables import Cell, Grid, factors_of, is_change
from briefkit.evidence.totals import SHARES
from briefkit.evidence.yearly import (
    YEAR,
    Held,
    Series,
    are_percent,
    bare,
    cells_within,
    digits_of,
    year_of,
)
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity

MOST_SERIES = 60
MOST_HELD = 20_000
MOST_YEARS = 12
"""How many series a table may have, how often sentences are held against tables, and how long a series may be."""

PRONOUN = regex(
    r"(?:That|This|It|They|These|Those|Cela|C['\u2019]est|Ce sont|Ils?|Elles?|Das|Dies|Es|Sie|Esto|Eso|Isso|Isto)"
    r"(?:\b|(?<=['\u2019]))"
)
PRONOUNS = regex(
    r"(?i)\b(?:the |le |la |les |ce |cette )?(?:(?P<one>former|premiers?|première|erstere[nrsm]?|primer[oa]"
    r"|primeir[oa])"
    r"|(?P<two>latter|derniers?|dernière|letztere[nrsm]?|segund[oa]))\b(?= [\d$€£]| [^\W\d]+ [\d$€£])"
)
JOINED = regex(r"(?i)[,;]|\b(?:and|but|und|aber|et|mais|y|pero|e|mas)\b")
TO_CELL = regex(r"(?i)(?: [^\W\d]+)?,? (?:to|auf|à|a|para)(?: (?:about|rund|environ))? [$€£]?")
LONG_ENOUGH = 3
SHARED = 2
Words = Sequence[tuple[int, frozenset[str]]]
"""The words of a sentence by which something is known, with their places."""


class Beside(NamedTuple):
    """A figure and its sentence, with the years of the cells of one series that each figure is."""

    statement: Statement
    quantity: Quantity
    held: Mapping[int, Sequence[int]]

    def years(self) -> list[int]:
        """The years whose cells the sentence gives beside the figure."""
        others = (self.held[id(q)] for q in self.statement.quantities if q is not self.quantity)
        return sorted({year for years in others for year in years})

    def ending(self) -> int:
        """The year of the cell that a change leads to: by 5%, to 44; else 0."""
        behind = next((q for q in self.statement.quantities if q.start >= self.quantity.end), None)
        between = self.statement.sentence.plain[self.quantity.end : behind.start] if behind else "."
        return next(iter(self.held[id(behind)]), 0) if TO_CELL.fullmatch(between) else 0

    def ends(self) -> tuple[int, int] | None:
        """The two years right before the figure, between which something changed by it."""
        before = [q for q in self.statement.quantities if q.end <= self.quantity.start][-2:]
        years = [int(end) for q in before if q.kind == "year" for end in dict.fromkeys((q.low, q.high))]
        whole = before and before[-1].kind == "year" and (before[-1].is_range or before[0].kind == "year")
        between = self.statement.sentence.plain[before[-1].end : self.quantity.start] if before else ""
        told = whole and len(years) > 1 and years[-2] < years[-1] and not JOINED.search(between)
        return (years[-2], years[-1]) if told else None

    def is_near(self) -> bool | None:
        """Whether a cell stands in the same part of the sentence as the figure; None where there is none at all."""
        begin, stop = clause_at(self.statement.sentence.plain, self.quantity)
        found = [q for q in self.statement.quantities if q is not self.quantity and self.held[id(q)]]
        return any(begin <= q.start < stop for q in found) if found else None


class OffSeries(NamedTuple):
    """A figure of a sentence that the cells of a table do not give; `should` says what they give.

    `year` is the time that it is said to be of, where the cells have it of another one.
    """

    statement: Statement
    quantity: Quantity
    cells: tuple[Cell, ...]
    should: str
    year: Quantity | None = None


class SeriesTable:
    """A table by its series."""

    def __init__(self, grid: Grid, lang: str) -> None:
        self.grid, self.lang = grid, lang
        self.series = list(islice(self._series(), MOST_SERIES + 1))
        if len(self.series) > MOST_SERIES:
            self.series = []
        words = known_by(" ".join((grid.caption, *(grid.head(c) for c in grid.columns))), lang)
        self.words = words.union(*(s.name | s.measure for s in self.series))
        self.first_words = frozenset(word for s in self.series for word in s.name)
        self.years = frozenset(year for s in self.series for year in s.cells)
        cells = [(n, year, abs(cell.amount)) for n, s in enumerate(self.series) for year, cell in s.cells.items()]
        self.plain = sorted((float(value), n, year) for n, year, value in cells)
        self.scaled = sorted((float(v * f), n, year) for n, year, v in cells for f in self.series[n].factors[1:])
        self.measures = {s.measure for s in self.series}

    def is_spoken_of(self, statement: Statement) -> bool:
        """Whether a sentence has a word of a name of a series, or one of its years."""
        return not self.first_words.isdisjoint(statement.words) or not self.years.isdisjoint(statement.years)

    def cells_of(self, quantity: Quantity) -> Held:
        """The cells of series that a figure is, one that is not there by chance: number of series, and year."""
        if quantity.kind in ("year", "date") or not quantity.written or digits_of(quantity) < SHARED:
            return frozenset()
        step = 10.0 ** -len(str(quantity.written).partition(".")[2])
        found = cells_within(self.plain, float(quantity.written), step / 2)
        return found | cells_within(self.scaled, float(quantity.low), float(quantity.step) / 2)

    def named(self, statement: Statement, held: Mapping[int, Held]) -> list[int]:
        """The series that a sentence speaks of: with all words of their names, or one of them and a cell.

        It need not name one of which it gives figures with their years.
        """
        said, all_held = statement.words, frozenset[tuple[int, int]]().union(*held.values())
        named = [n for n, s in enumerate(self.series) if s.name <= said]
        named = [n for n in named if not any(self.series[n].name < self.series[other].name for other in named)]
        long = {n for q in statement.quantities if digits_of(q) >= LONG_ENOUGH for n, _ in held.get(id(q), ())}
        near = {n for n, _ in all_held if not self.series[n].name.isdisjoint(said)}
        for more in (near & long - set(named), near if not named else ()):
            names = {self.series[n].name for n in more}
            if len(names) == 1 and not any(self.series[n].name <= min(names) for n in named):
                named += sorted(more)
        if not named:
            years = statement.years
            dated = {n for n, year in all_held if year in years}
            known = [n for n in dated if n in long or sum(m == n for m, _ in all_held) > 1]
            named = known if len(known) == 1 else []
        measured = [n for n in named if not self.series[n].measure.isdisjoint(said)]
        return measured or (named if len(self.measures) == 1 else [])

    def nearest(self, words: Words, quantity: Quantity, numbers: Sequence[int]) -> int | None:
        """The series whose name stands nearest before a figure, else behind it; of several that whose measure does."""
        named = [self.series[n] for n in numbers]
        names = {s.name for s in named}
        own = [(at, name) for at, forms in words for name in names if forms <= name]
        own = [(at, name) for at, name in own if sum(at == other for other, _ in own) == 1]
        before = [name for at, name in own if at < quantity.start]
        name = before[-1] if before else next(iter(names)) if len(names) == 1 else None
        left = [n for n, s in zip(numbers, named, strict=True) if s.name == name]
        if len(left) > 1:
            near = [(abs(at - quantity.start), n) for at, f in words for n in left if f <= self.series[n].measure]
            left = [min(near)[1]] if near else []
        return left[0] if left else None

    def pronouns(self, text: str, words: Words, named: Sequence[int]) -> Iterator[tuple[int, frozenset[str]]]:
        """Where `the former` and `the latter` stand, with the names that they stand for."""
        names = {self.series[n].name for n in named}
        for match in PRONOUNS.finditer(text):
            told = [name for at, forms in words if at < match.start() for name in names if forms <= name]
            if len(told := list(dict.fromkeys(told))) == SHARED:
                yield match.start(), told[0] if match["one"] else told[1]

    def is_of(self, said: Said, series: Series, *, beside: bool | None) -> bool:
        """Whether a figure can be of nothing but a series: its part of the sentence has no word foreign to the table.

        It may have such words where a cell of the series stands `beside` it, and no name where one stands elsewhere.
        """
        clause, change = known_by(said.clause, self.lang), said.change
        if beside:
            return True
        if beside is None and series.name.isdisjoint(clause) and not PRONOUN.match(said.clause):
            return False
        if change.kind == "measure" and change.written and change.low / change.written in series.factors[1:]:
            return True
        return not clause - series.name - series.measure - self.words - neutral()

    def _series(self) -> Iterator[Series]:
        """The series of the table: its rows where columns have years, else its columns where rows have."""
        grid = self.grid
        heads = {column: year_of(grid.head(column)) for column in grid.columns[1:]}
        labels = {row: year_of(grid.label(row)) for row in grid.rows}
        if sum(map(bool, heads.values())) > 1:
            groups: dict[frozenset[str], list[int]] = {}
            for column, year in heads.items():
                if year:
                    words = known_by(compiled(YEAR).sub(" ", bare(grid.head(column))), self.lang)
                    groups.setdefault(words, []).append(column)
            for measure, columns in groups.items():
                for row in grid.rows:
                    cells = {heads[c]: cell for c in columns if (cell := self.grid.amount(row, c))}
                    yield from self._made(grid.label(row), measure, cells, f"{grid.head(columns[0])} {grid.label(row)}")
        elif sum(map(bool, labels.values())) > 1:
            for column in grid.columns[1:]:
                cells = {year: cell for row, year in labels.items() if year and (cell := self.grid.amount(row, column))}
                yield from self._made(grid.head(column), frozenset(), cells, grid.head(column))

    def _made(self, label: str, measure: frozenset[str], cells: Mapping[int, Cell], said: str) -> Iterator[Series]:
        name = known_by(bare(label), self.lang)
        if name and 1 < len(cells) <= MOST_YEARS and not is_change(said):
            corner = self.grid.head(self.grid.columns[0])
            words = f"{said} {corner} {self.grid.caption} {self.grid.unit}"
            percent = bool(compiled(SHARES).search(f"{said} {self.grid.unit}")) or are_percent(cells.values())
            yield Series(name, measure, label, cells, factors_of(words), percent)
