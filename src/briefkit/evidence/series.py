"""Statements and tables in, what a sentence says of a row over time that the cells do not give out.

A table with years at the head of its columns, or at the beginning of its rows, holds series: `Coal` has 48 in 2015 and
14 in 2025. A sentence speaks of a series when it has the words of its name. What it then gives as a change (`fell by
71%`) or a difference (`34 TWh less`) is told when no two cells give it, and a figure of a year when it is that of the
table with a slip of the pen; but only when it can be of nothing else: a cell of the series stands beside it, or no word
there is foreign to the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, islice
from typing import NamedTuple

from briefkit.evidence.said import (
    FALLING,
    NEAR,
    REACH,
    RISING,
    Said,
    clause_at,
    clause_of,
    neutral,
    said_change,
)
from briefkit.evidence.stated import PROSE, Statement, known_by
from briefkit.evidence.tables import Cell, Grid, factors_of, is_change
from briefkit.evidence.totals import SHARES
from briefkit.evidence.wrong import HUNDRED, plain_number
from briefkit.evidence.yearly import (
    YEAR,
    Held,
    Series,
    are_percent,
    bare,
    cells_within,
    closest,
    digits_of,
    ending_in,
    holds,
    is_slip_of_cell,
    likely_years,
    spans_of,
    year_of,
)
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, bounds
from briefkit.text import WORD

MOST_SERIES = 60
MOST_NAMED = 4
MOST_FIGURES = 24
MOST_HELD = 20_000
MOST_YEARS = 12
"""How many series a table may have, how many a sentence may name, and how often sentences are held against tables."""

OF_A_CHANGE = regex(
    r"(?i)\b(?:of|in|to|de|der|des|von|zu|del|al|da|do)(?: (?:the|this|that|an?|l['\u2019]|la|cette|diesem|el|o))?"
    r" ?(?:total |overall |whole )?(?:rise|increase|gain|growth|fall|drop|decline|decrease|cut|reduction"
    r"|hausse|augmentation|baisse|recul|diminution|anstiegs?|zuwachs(?:es)?|rückgangs?|aumento|subida|caída|descenso|queda)"
    r" (?:of|de|von|um)(?: (?:about|some|nearly|almost|environ|rund))? ?[$€£]?$"
)
"""What stands before a change of which something else is a part: £8 million of the increase of £14 million."""

PRONOUN = regex(
    r"(?:That|This|It|They|These|Those|Cela|C['\u2019]est|Ce sont|Ils?|Elles?|Das|Dies|Es|Sie|Esto|Eso|Isso|Isto)"
    r"(?:\b|(?<=['\u2019]))"
)
IN_THE_YEAR = regex(
    r"(?i)\)?(?: [^\W\d]+){0,2}? (?:in|at the end of|by the end of|en|fin|à la fin de|im jahr|im jahre|ende|em|no fim"
    r" de) (?=\d{4}\b)"
)
"""What says that a figure is of the year behind it."""

PRONOUNS = regex(
    r"(?i)\b(?:the |le |la |les |ce |cette )?(?:(?P<one>former|premiers?|première|erstere[nrsm]?|primer[oa]"
    r"|primeir[oa])"
    r"|(?P<two>latter|derniers?|dernière|letztere[nrsm]?|segund[oa]))\b(?= [\d$€£]| [^\W\d]+ [\d$€£])"
)
LAST_NAMED = regex(r"(?i)\b(?:former|latter|erstere[nrsm]?|letztere[nrsm]?)(?: [^\W\d]+)? $")
JOINED = regex(r"(?i)[,;]|\b(?:and|but|und|aber|et|mais|y|pero|e|mas)\b")
TO_CELL = regex(r"(?i)(?: [^\W\d]+)?,? (?:to|auf|à|a|para)(?: (?:about|rund|environ))? [$€£]?")
SHARED = 2
THOUSAND = Decimal(1000)
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
    """A figure of a sentence that the cells of a table do not give; `should` says what they give."""

    statement: Statement
    quantity: Quantity
    cells: tuple[Cell, ...]
    should: str


def find_off_series(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[OffSeries]:
    """The changes, differences and shares in the text that the cells of the row which they are of do not give."""
    tables = [table for grid in grids if (table := _Table(grid, lang)).series]
    if not tables:
        return
    known = (_with_before(before, s) for before, s in zip((None, *statements), statements, strict=False))
    prose = [s for s in known if s.quantities and s.block.kind in PROSE and not s.advises]
    pairs = ((table, s) for table in tables for s in prose if table.is_spoken_of(s))
    for table, statement in islice(pairs, MOST_HELD):
        yield from table.off(statement)


def _with_before(before: Statement | None, statement: Statement) -> Statement:
    """A statement that begins with `That` or `It`, with the words of the one before it: it is about the same."""
    opened = before and before.block is statement.block and PRONOUN.match(statement.sentence.plain)
    return statement._replace(words=statement.words | before.words) if before and opened else statement


def _about(change: Quantity) -> tuple[Decimal, Decimal]:
    """From and to what a change may be: one that ends with 000 is in thousands."""
    low, high = bounds(change)
    half = THOUSAND / 2 if change.low and change.kind != "percent" and not change.low % THOUSAND else Decimal(0)
    return min(low, change.low - half), max(high, change.high + half)


class _Table:
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
                    cells = {heads[c]: cell for c in columns if (cell := self._cell(row, c))}
                    yield from self._made(grid.label(row), measure, cells, f"{grid.head(columns[0])} {grid.label(row)}")
        elif sum(map(bool, labels.values())) > 1:
            for column in grid.columns[1:]:
                cells = {year: cell for row, year in labels.items() if year and (cell := self._cell(row, column))}
                yield from self._made(grid.head(column), frozenset(), cells, grid.head(column))

    def _made(self, label: str, measure: frozenset[str], cells: Mapping[int, Cell], said: str) -> Iterator[Series]:
        name = known_by(bare(label), self.lang)
        if name and 1 < len(cells) <= MOST_YEARS and not is_change(said):
            corner = self.grid.head(self.grid.columns[0])
            words = f"{said} {corner} {self.grid.caption} {self.grid.unit}"
            percent = bool(compiled(SHARES).search(f"{said} {self.grid.unit}")) or are_percent(cells.values())
            yield Series(name, measure, label, cells, factors_of(words), percent)

    def _cell(self, row: int, column: int) -> Cell | None:
        cell = self.grid.cells.get((row, column))
        return cell if cell and cell.value is not None else None

    def off(self, statement: Statement) -> Iterator[OffSeries]:
        """The figures of a sentence that the series which it names do not give."""
        if len(statement.quantities) > MOST_FIGURES:
            return
        held = {id(q): self.cells_of(q) for q in statement.quantities}
        named = self._named(statement, held)
        if not 0 < len(named) <= MOST_NAMED:
            return
        words: Words = ()
        if len(named) > 1:
            found = ((m.start(), known_by(m[0], self.lang)) for m in WORD.finditer(statement.sentence.plain))
            words = [(at, forms) for at, forms in found if forms]
            words = sorted((*words, *self._pronouns(statement.sentence.plain, words, named)), key=lambda w: w[0])
        for quantity in statement.quantities:
            number = self._nearest(words, quantity, named) if words else named[0]
            if number is not None:
                own = {id(q): [year for n, year in held[id(q)] if n == number] for q in statement.quantities}
                beside = Beside(statement, quantity, own)
                if said := said_change(statement, quantity):
                    yield from self._change(said, beside, number, [self.series[n] for n in named])
                elif _may_be_level(quantity):
                    yield from self._level(beside, self.series[number])

    def _pronouns(self, text: str, words: Words, named: Sequence[int]) -> Iterator[tuple[int, frozenset[str]]]:
        """Where `the former` and `the latter` stand, with the names that they stand for."""
        names = {self.series[n].name for n in named}
        for match in PRONOUNS.finditer(text):
            told = [name for at, forms in words if at < match.start() for name in names if forms <= name]
            if len(told := list(dict.fromkeys(told))) == SHARED:
                yield match.start(), told[0] if match["one"] else told[1]

    def _change(self, said: Said, beside: Beside, number: int, named: Sequence[Series]) -> Iterator[OffSeries]:
        """A change or difference that no two cells of the series give."""
        series = self.series[number]
        text, at = beside.statement.sentence.plain, beside.quantity.start
        if OF_A_CHANGE.search(text[max(at - REACH, 0) : at]):
            return
        if (said.kind == "gap" and said.change.kind == "points") != series.percent:
            yield from self._as_per_cent(said, beside, series) if series.percent else ()
            return
        anchors = beside.years()
        ending = beside.ending() if said.forward else 0
        pairs = ending_in(series, ending) or likely_years(series, said, anchors)
        sure = bool(ending) or (bool(anchors) and said.year in series.cells and len(pairs) == 1)
        if (ends := beside.ends()) and series.cells.keys() >= set(ends) and said.forward and not said.year:
            pairs, sure = [ends], True
        if self._is_explained(said, [series] if sure else named, pairs if sure else None):
            yield from self._turned(said, beside, series)
            return
        if self._is_given_across(said, series):
            return
        exchanged = sure and len(named) == 1 and self._is_of_another(said, series, pairs)
        found = closest(said, series, pairs, any_size=exchanged)
        if found and self._is_of(said, series, beside=beside.is_near()):
            value, one, two = found
            unit = "%" if said.kind == "percent" else " points" if said.change.kind == "points" else ""
            cells = f"{series.label.strip()}: {one.text.strip()} and {two.text.strip()}"
            should = f"the table in line {one.place.line} gives {plain_number(value)}{unit} ({cells})"
            yield OffSeries(beside.statement, beside.quantity, (one, two), should)

    def _as_per_cent(self, said: Said, beside: Beside, series: Series) -> Iterator[OffSeries]:
        """Percentage points between the shares of two years that are told as per cent."""
        low, high = bounds(said.change)
        if said.kind != "percent" or said.change.spoken or not self._is_of(said, series, beside=beside.is_near()):
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

    def _turned(self, said: Said, beside: Beside, series: Series) -> Iterator[OffSeries]:
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
        if verbs[0] != (two.amount > one.amount) and self._is_of(said, series, beside=beside.is_near()):
            told = "a rise" if two.amount > one.amount else "a fall"
            cells = f"{series.label.strip()}: {one.text.strip()} and then {two.text.strip()}"
            should = f"in the table in line {one.place.line} that is {told} ({cells})"
            yield OffSeries(beside.statement, beside.quantity, (one, two), should)

    def _is_of_another(self, said: Said, series: Series, pairs: Sequence[tuple[int, int]]) -> bool:
        """Whether a change is exactly that of another row of the table in the same years."""
        others = (s for s in self.series if s.measure == series.measure and s.label != series.label)
        known = [(s, pair) for s in others for pair in pairs[:1] if s.cells.keys() >= set(pair)]
        low, high = bounds(said.change)
        ends = (((s.cells[y].amount, s.cells[y].half) for y in pair) for s, pair in known)
        spans = (span for one, two in ends for span in spans_of(said, one, two, series.factors))
        return low > 0 and any(low <= most and least <= high for least, most in spans)

    def _is_given_across(self, said: Said, series: Series) -> bool:
        """Whether a change is that from a cell of one column to one of another: the plan, and what was spent."""
        held = {id(cell) for cell in series.cells.values()}
        rows = [row for row in self.grid.rows if self.grid.label(row) == series.label]
        row = [
            c for r in rows for column in self.grid.columns[1:] if (c := self._cell(r, column)) and id(c) not in held
        ]
        cells, own = ([(c.amount, c.half) for c in found] for found in (row[:MOST_YEARS], series.cells.values()))
        low, high = _about(said.change)
        pairs = ((one, two) for one in cells for two in own)
        spans = (
            span
            for one, two in pairs
            for a, b in ((one, two), (two, one))
            for span in spans_of(said, a, b, series.factors)
        )
        return any(low <= most and least <= high for least, most in spans)

    def _level(self, beside: Beside, series: Series) -> Iterator[OffSeries]:
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
            if called or self._is_of(clause_of(statement, quantity), series, beside=beside.is_near()):
                told = f"{cell.text.strip()} for {year} ({series.label.strip()}), and this for {own[0]}"
                yield OffSeries(statement, quantity, (cell,), f"the table in line {cell.place.line} has {told}")
            return
        if (
            not cell
            or not is_slip_of_cell(quantity, cell, series)
            or any(year in years for years in beside.held.values())
        ):
            return
        if any(holds(quantity, other, series.factors) for other in self.grid.cells.values()):
            return
        if self._is_of(clause_of(statement, quantity), series, beside=beside.is_near()):
            told = f"{cell.text.strip()} ({series.label.strip()}, {year})"
            yield OffSeries(statement, quantity, (cell,), f"the table in line {cell.place.line} has {told}")

    def _named(self, statement: Statement, held: Mapping[int, Held]) -> list[int]:
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

    def _is_explained(self, said: Said, named: Sequence[Series], years: Sequence[tuple[int, int]] | None) -> bool:
        """Whether a figure is what two cells of a named series give, how far two of these are apart, or a cell.

        Where it is known which years a sentence compares, only these are asked.
        """
        change = said.change
        low, high = _about(change)
        if years:
            cells = named[0].cells
            pairs = [((cells[a].amount, cells[a].half), (cells[b].amount, cells[b].half)) for a, b in years]
        else:
            rows = {row for row in self.grid.rows if any(self.grid.label(row) == s.label for s in named)}
            if any(holds(change, cell) for (row, _), cell in self.grid.cells.items() if row in rows):
                return True
            sets = [[(c.amount, c.half) for _, c in sorted(s.cells.items())] for s in named]
            for one, other in combinations(named, 2):
                both = [(c, other.cells[year]) for year, c in sorted(one.cells.items()) if year in other.cells]
                sets.append([(a.amount + b.amount, a.half + b.half) for a, b in both])
                sets += ([(a.amount, a.half), (b.amount, b.half)] for a, b in both if said.kind == "gap")
            pairs = [pair for amounts in sets for pair in combinations(amounts, 2)]
        spans = (span for pair in pairs for span in spans_of(said, *pair, named[0].factors))
        return any(low <= most and least <= high for least, most in spans)

    def _nearest(self, words: Words, quantity: Quantity, numbers: Sequence[int]) -> int | None:
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

    def _is_of(self, said: Said, series: Series, *, beside: bool | None) -> bool:
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


# --- levels ----------------------------------------------------------------------------------

COMPARED = regex(
    r"(?i)\b(?:from|after|against|compared with|than the|of|von|nach|gegenüber|contre|après|de|desde|tras) (?:the "
    r"|about )?$"
)
TO_LEVEL = regex(
    r"(?i)\b(?:to|at|auf|bei|à|reach|reached|reaching|was|were|is|stood at|erreich\w*|lag\w* bei|beträgt|atteint"
    r"|s['\u2019]établit à)(?: (?:about|nearly))? $"
)
LONG_ENOUGH = 3


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
