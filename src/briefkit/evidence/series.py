"""Statements and tables in, what a sentence says of a row over time, or of its share, that the cells do not give out.

A table with years at the head of its columns, or at the beginning of its rows, holds series: `Coal` has 48 in 2015 and 14
in 2025. A sentence speaks of a series when it has the words of its name. What it then gives as a change (`fell by 71%`), a
difference (`34 TWh less`) or a share of the total (`a tenth of generation`) is told when no two cells give it, and when
it can be of nothing else: a cell of the series stands beside it, or no word there is foreign to the table.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, islice, takewhile
from typing import NamedTuple

from briefkit.evidence.beside import BREAK
from briefkit.evidence.slips import is_slip
from briefkit.evidence.stated import PROSE, Statement, known_by
from briefkit.evidence.tables import Cell, Grid, factors_of, is_change
from briefkit.evidence.totals import SHARES
from briefkit.evidence.wrong import HUNDRED, as_points, is_qualified, plain_number
from briefkit.quantities import Quantity, bounds
from briefkit.text import WORD, compiled

YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
BRACKETED = r"\([^()]*\)"
MOST_SERIES = 60
MOST_NAMED = 4
MOST_FIGURES = 24
MOST_HELD = 20_000
MOST_YEARS = 12
"""How many series a table may have, how many a sentence may name, and how often sentences are held against tables."""

REACH = 70
CLOSE = 2
"""How many times one of two amounts may be the other and be meant for it."""

RISING = (
    r"rise|rises|rose|risen|rising|increas\w*|gain|gains|gained|grew|grow\w*|climb\w*|jump\w*|(?<!make )(?<!makes )(?<!made )(?<!making )up|expand\w*"
    r"|hausse|haussé|augment\w*|progress\w*|cr[ûo][iî]?t?|crû|gagné|anstieg|zuwachs|plus|stieg\w*|steig\w*|wuchs\w*|wachs\w*|wächst"
    r"|gewann\w*|aument\w*|subi\w*|crec\w*|cresc\w*|ganó|ganhou"
)
FALLING = (
    r"fall|falls|fell|fallen|drop\w*|declin\w*|decreas\w*|cut|cuts|shr[aiu]nk\w*|lose|loses|lost|reduc\w*|down|went down|baiss\w*"
    r"|recul\w*|diminu\w*|perdu\w*|chut\w*|rückgang|minus|sank\w*|sink\w*|fiel\w*|verlor\w*|ca[yí]\w*|ca[ií]\w*|descen\w*"
    r"|dismin\w*|perd\w*"
)
HEDGE = (
    r"(?: ?(?:about|around|some|nearly|almost|roughly|just|only|as much as|environ|près d[e\u2019']|presque|rund|etwa|knapp|gut"
    r"|fast|cerca de|casi|quase|another|further|over|more than|less than|plus d[e\u2019']|moins d[e\u2019']|mehr als|a|an)){0,2}"
)
CHANGED_BY = (
    rf"(?i)(?:\b(?:by|um)|\b(?:{RISING}|{FALLING})\b(?: (?:[^\W\d]+ )?(?:of|de|von|d[\u2019'])"
    rf"| d[e\u2019']| (?:von|of))?){HEDGE} ?[+\u2212-]?$"
)
LEVEL = r"(?i)\b(?:to|at|auf|bei|from|von|à|below|above|unter|über)(?: (?:the|about|some|nearly|almost|around|only|rund|etwa|knapp|environ|an?)){0,2} $"
MORE_THAN = (
    r"(?i)^ ?(?:[^\W\d]+ ){0,2}?(?:more|less|higher|lower|fewer|cheaper|above|below|unter|über|au-dess[ou]us|por encima|por debajo|mehr|weniger|höher|niedriger|de plus|de moins"
    r"|más|menos|increase|decrease|rise|fall|growth|decline|drop|gain|cut|reduction|jump)\b"
)
OPENED = r"[^\W\d] ?\( ?[+\u2212-]?$"
NEAR = 30
ONE = Decimal(1)
TO_CELL = r"(?i)(?: [^\W\d]+)?,? (?:to|auf|à|a|para)(?: (?:about|rund|environ))? [$€£]?"
FROM_TO = r"(?i)^[^.;()]{0,50}?\b(?:to|à|auf|a|para) (?:about |environ |rund )?[$€£]?\d"
FROM = r"(?i)\b(?:de|von|from|desde|d[\u2019'])(?: environ| rund| about)? ?$"
SHARED = 2
ROUNDED = 1.000001
LONGEST = 160
"""So many characters a part of a sentence may have on each side of a figure."""


NEUTRAL = (
    "rise rises rose risen fall falls fell fallen grow grows grew growth increase increased decrease decreased decline declined"
    " drop dropped gain gained gains lose loses lost went go goes gone come comes came make makes made take takes taken account accounts"
    " same past last previous earlier before after since between until within during again twice half third quarter fifth tenth ten five"
    " herd number numbers zahl nombre número three four six decade total whole all overall part share shares largest smallest largely rather well down up back further"
    " percent points billion million thousand respectively together alone even however thus hence therefore nonetheless"
    " by too yet now today currently far small smaller large larger big slightly sharply strongly quickly slowly faster slower fastest most"
    " among steadily nearly about compared with against instead while whereas but though although second first year years period end"
    " expected set planned projected due plan need needs must should will would can"
    " reculé recule reculer baisse baissé augmenté augmente augmentation hausse progressé progresse croît crû diminué diminution"
    " passé passe entre depuis avant après dernière dernières derniers années précédente même moitié tiers quart cinquième encore ainsi donc"
    " gestiegen steigt steigen stieg stiegen sank sinkt gesunken fiel wächst wachsen wuchs zugenommen abgenommen nimmt nehmen zu ab"
    " zurück gingen ging geht gehen seit zwischen letzten vergangenen gegenüber vorjahr hälfte drittel viertel fünftel damit somit macht"
    " machen entfällt entfallen beträgt anteil insgesamt gesamt davon größte größter größten rund knapp stark stärker schneller schnellsten"
)
"""Words that say how something changes, how much of it there is, or when, and never of what."""


@lru_cache(maxsize=1)
def neutral() -> frozenset[str]:
    return known_by(NEUTRAL, "en")


Span = tuple[Decimal, Decimal]


class Series(NamedTuple):
    """A row or column of a table: the words of its name and of what is measured, and its cells by years."""

    name: frozenset[str]
    measure: frozenset[str]
    label: str
    cells: Mapping[int, Cell]
    factors: tuple[Decimal, ...]
    percent: bool


class Said(NamedTuple):
    """What a sentence says with a figure: a change in per cent or a gap, in which part of it, and of which years.

    `year` is the one behind the figure, `long` over how many years; it goes `forward` where it leads from the earlier
    amount to the later one.
    """

    change: Quantity
    kind: str
    clause: str
    year: int
    years: frozenset[int]
    long: int
    forward: bool


Words = Sequence[tuple[int, frozenset[str]]]
"""The words of a sentence by which something is known, with their places."""

Held = frozenset[tuple[int, int]]
"""Cells by the number of their series and their year."""


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
        return next(iter(self.held[id(behind)]), 0) if compiled(TO_CELL).fullmatch(between) else 0

    def is_near(self) -> bool | None:
        """Whether a cell stands in the same part of the sentence as the figure; None where there is none at all."""
        begin, stop = _clause(self.statement.sentence.plain, self.quantity)
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
    prose = [s for s in statements if s.quantities and s.block.kind in PROSE and not s.advises]
    pairs = ((table, s) for table in tables for s in prose if table.is_spoken_of(s))
    for table, statement in islice(pairs, MOST_HELD):
        yield from table.off(statement)


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
        cells = [(n, year, abs(value_of(cell))) for n, s in enumerate(self.series) for year, cell in s.cells.items()]
        self.plain = sorted((float(value), n, year) for n, year, value in cells)
        self.scaled = sorted((float(v * f), n, year) for n, year, v in cells for f in self.series[n].factors[1:])
        self.measures = {s.measure for s in self.series}

    def is_spoken_of(self, statement: Statement) -> bool:
        """Whether a sentence has a word of a name of a series, or one of its years."""
        return not self.first_words.isdisjoint(statement.words) or not self.years.isdisjoint(statement.years)

    def cells_of(self, quantity: Quantity) -> Held:
        """The cells of series that a figure is, one that is not there by chance: number of series, and year."""
        if quantity.kind in ("year", "date") or not quantity.written or _digits(quantity) < SHARED:
            return frozenset()
        step = 10.0 ** -len(str(quantity.written).partition(".")[2])
        found = _within(self.plain, float(quantity.written), step / 2)
        return found | _within(self.scaled, float(quantity.low), float(quantity.step) / 2)

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
            percent = bool(compiled(SHARES).search(f"{said} {self.grid.unit}")) or _are_percent(cells.values())
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
        for quantity in statement.quantities:
            number = self._nearest(words, quantity, named) if words else named[0]
            if number is not None:
                own = {id(q): [year for n, year in held[id(q)] if n == number] for q in statement.quantities}
                beside = Beside(statement, quantity, own)
                if said := said_change(statement, quantity):
                    yield from self._change(said, beside, number, [self.series[n] for n in named])
                elif _may_be_level(quantity):
                    yield from self._level(beside, self.series[number])

    def _change(self, said: Said, beside: Beside, number: int, named: Sequence[Series]) -> Iterator[OffSeries]:
        """A change or difference that no two cells of the series give."""
        series = self.series[number]
        if (said.kind == "gap" and said.change.kind == "points") != series.percent:
            return
        anchors = beside.years()
        ending = beside.ending() if said.forward else 0
        pairs = _ending_in(series, ending) or _likely(series, said, anchors)
        sure = bool(ending) or (bool(anchors) and said.year in series.cells and len(pairs) == 1)
        if self._is_explained(said, [series] if sure else named, pairs if sure else None):
            return
        if self._is_of(said, series, beside=beside.is_near()) and (found := _closest(said, series, pairs)):
            value, one, two = found
            unit = "%" if said.kind == "percent" else " points" if said.change.kind == "points" else ""
            cells = f"{series.label.strip()}: {one.text.strip()} and {two.text.strip()}"
            should = f"the table in line {one.place.line} gives {plain_number(value)}{unit} ({cells})"
            yield OffSeries(beside.statement, beside.quantity, (one, two), should)

    def _level(self, beside: Beside, series: Series) -> Iterator[OffSeries]:
        """A figure that is the one of a year in a series, with a slip of the pen."""
        statement, quantity = beside.statement, beside.quantity
        if (quantity.kind == "percent") != series.percent:
            return
        year = _year_of_level(beside, series)
        cell = series.cells.get(year)
        if not cell or not _is_slip_of(quantity, cell, series) or any(year in years for years in beside.held.values()):
            return
        if any(holds(quantity, other, series.factors) for other in self.grid.cells.values()):
            return
        if self._is_of(_clause_of(statement, quantity), series, beside=beside.is_near()):
            told = f"{cell.text.strip()} ({series.label.strip()}, {year})"
            yield OffSeries(statement, quantity, (cell,), f"the table in line {cell.place.line} has {told}")

    def _named(self, statement: Statement, held: Mapping[int, Held]) -> list[int]:
        """The series that a sentence speaks of: with all words of their names, or one of them and a cell.

        It need not name one of which it gives figures with their years.
        """
        said, all_held = statement.words, frozenset[tuple[int, int]]().union(*held.values())
        named = [n for n, s in enumerate(self.series) if s.name <= said]
        named = [n for n in named if not any(self.series[n].name < self.series[other].name for other in named)]
        long = {n for q in statement.quantities if _digits(q) >= LONG_ENOUGH for n, _ in held.get(id(q), ())}
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
        low, high = bounds(change)
        if years:
            cells = named[0].cells
            pairs = [((value_of(cells[a]), cells[a].half), (value_of(cells[b]), cells[b].half)) for a, b in years]
        else:
            rows = {row for row in self.grid.rows if any(self.grid.label(row) == s.label for s in named)}
            if any(holds(change, cell) for (row, _), cell in self.grid.cells.items() if row in rows):
                return True
            sets = [[(value_of(c), c.half) for _, c in sorted(s.cells.items())] for s in named]
            for one, other in combinations(named, 2):
                both = [(c, other.cells[year]) for year, c in sorted(one.cells.items()) if year in other.cells]
                sets.append([(value_of(a) + value_of(b), a.half + b.half) for a, b in both])
                sets += ([(value_of(a), a.half), (value_of(b), b.half)] for a, b in both if said.kind == "gap")
            pairs = [pair for amounts in sets for pair in combinations(amounts, 2)]
        spans = (span for pair in pairs for span in _spans(said, *pair, named[0].factors))
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
        if beside is None and series.name.isdisjoint(clause):
            return False
        if change.kind == "measure" and change.written and change.low / change.written in series.factors[1:]:
            return True
        return not clause - series.name - series.measure - self.words - neutral()


# --- levels ----------------------------------------------------------------------------------

COMPARED = r"(?i)\b(?:from|after|against|compared with|than the|of|von|nach|gegenüber|contre|après|de|desde|tras) (?:the |about )?$"
TO_LEVEL = r"(?i)\b(?:to|at|auf|bei|à|reach|reached|reaching|was|were|is|stood at|erreich\w*|lag\w* bei|beträgt|atteint|s['\u2019]établit à)(?: (?:about|nearly))? $"
LONG_ENOUGH = 3


def _may_be_level(quantity: Quantity) -> bool:
    digits = _digits(quantity)
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
    if compiled(TO_LEVEL).search(text[max(start - REACH, 0) : start]):
        return years[0] if len(years) == 1 and not anchors else 0
    if len(anchors) == 1 and compiled(COMPARED).search(text[max(start - REACH, 0) : start]):
        known = sorted(series.cells)
        at = known.index(anchors[0])
        return known[at - 1] if at else 0
    return 0


def _is_slip_of(quantity: Quantity, cell: Cell, series: Series) -> bool:
    value = abs(value_of(cell))
    amounts = (value, *(value * factor for factor in series.factors))
    return is_slip(quantity.written, value) or any(is_slip(quantity.low, amount) for amount in amounts)


def _clause_of(statement: Statement, quantity: Quantity) -> Said:
    """The part of a sentence that a figure stands in."""
    begin, stop = _clause(statement.sentence.plain, quantity)
    text = statement.sentence.plain
    words = f"{text[begin : quantity.start]} {text[quantity.end : stop].partition(',')[0]}"
    return Said(quantity, "level", words, 0, frozenset(), 0, forward=False)


def _clause(text: str, quantity: Quantity) -> tuple[int, int]:
    """From where to where the part of a sentence goes that a figure stands in."""
    first = max(quantity.start - LONGEST, 0)
    begin = max((m.end() for m in compiled(BREAK).finditer(text[first : quantity.start].lower())), default=0)
    behind = compiled(BREAK).search(text[quantity.end : quantity.end + LONGEST].lower())
    return first + begin, quantity.end + (behind.start() if behind else LONGEST)


# --- amounts ---------------------------------------------------------------------------------


def bare(text: str) -> str:
    """A label without what stands in brackets."""
    return compiled(BRACKETED).sub(" ", text)


def year_of(text: str) -> int:
    """The one year in a label, else 0."""
    found = compiled(YEAR).findall(text)
    return int(found[0]) if len(found) == 1 else 0


def _are_percent(cells: Iterable[Cell]) -> bool:
    return all(cell.quantity and cell.quantity.kind == "percent" for cell in cells)


def said_change(statement: Statement, quantity: Quantity) -> Said | None:
    """What a sentence says with a figure, where it is a change or a difference."""
    change, text = as_points(quantity), statement.sentence.plain
    start, end = quantity.start, quantity.end
    if change.is_range or change.parts or change.kind in ("year", "date", "times", "duration"):
        return None
    before, after = text[max(start - REACH, 0) : start], text[end : end + REACH]
    is_level = compiled(LEVEL).search(before) or (compiled(FROM).search(before) and compiled(FROM_TO).match(after))
    if is_level or is_qualified(text, quantity):
        return None
    forward = bool(compiled(CHANGED_BY).search(before))
    bracket = not forward and change.kind == "percent" and _is_bracketed(text, start)
    if not forward and not bracket and not compiled(MORE_THAN).match(after):
        return None
    begin, stop = _clause(text, quantity)
    times = [q for q in statement.quantities if begin <= q.start < stop and not q.is_range]
    next_one = next((q for q in statement.quantities if end <= q.start < end + NEAR), None)
    near = int(next_one.low) if next_one and next_one.kind == "year" and not next_one.is_range else 0
    long = next((int(q.low) // 12 for q in times if q.kind == "duration" and q.unit == "month"), 0)
    years = frozenset(int(q.low) for q in times if q.kind == "year" and q.start < start)
    clause = f"{text[begin:start]} {text[end:stop].partition(',')[0]}"
    return Said(change, "percent" if change.kind == "percent" else "gap", clause, near, years, long, forward)


def _is_bracketed(text: str, start: int) -> bool:
    """Whether a figure stands in brackets behind a word, in a sentence that says what rose or fell."""
    opened = compiled(OPENED).search(text[max(start - REACH, 0) : start])
    return bool(opened and compiled(rf"(?i)\b(?:{RISING}|{FALLING}|faster|slower)\b").search(text[:start]))


def _digits(quantity: Quantity) -> int:
    """How many digits a number has as it is written."""
    return len(str(quantity.written).replace(".", "").lstrip("0"))


def _within(cells: Sequence[tuple[float, int, int]], amount: float, slack: float) -> Held:
    """The cells whose amounts are one that was rounded."""
    start = bisect_left(cells, (amount - slack * ROUNDED, -1, -1))
    near = takewhile(lambda cell: cell[0] <= amount + slack * ROUNDED, islice(cells, start, start + MOST_SERIES))
    return frozenset((number, year) for _, number, year in near)


def holds(quantity: Quantity, cell: Cell, factors: tuple[Decimal, ...] = ()) -> bool:
    """Whether a cell has the number of a figure, rounded as this is."""
    if cell.value is None or not quantity.written:
        return False
    step = Decimal(1).scaleb(min(int(quantity.written.as_tuple().exponent), 0))
    if abs(abs(cell.value) - quantity.written) <= step / 2:
        return True
    return any(abs(abs(cell.value) * factor - quantity.low) <= quantity.step / 2 for factor in factors)


def _spans(said: Said, one: Span, two: Span, factors: Sequence[Decimal]) -> Iterator[Span]:
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


def value_of(cell: Cell) -> Decimal:
    return cell.value if cell.value is not None else Decimal(0)


def _ending_in(series: Series, year: int) -> list[tuple[int, int]]:
    """The pairs of years of which one leads to a year, the nearest first."""
    return [(other, year) for other in sorted(series.cells, reverse=True) if other < year] if year else []


def _closest(said: Said, series: Series, pairs: Sequence[tuple[int, int]]) -> tuple[Decimal, Cell, Cell] | None:
    """What the cells of the years that a sentence names give, where its figure may be meant for it."""
    change = said.change
    for one, two in pairs:
        value = _amount(said.kind, series.cells[one], series.cells[two])
        factors = series.factors if said.kind == "gap" and change.kind != "points" else (ONE,)
        for factor in factors if value else ():
            low, high = sorted((change.low, value * factor))
            if (low > 0 and high <= low * CLOSE) or is_slip(change.low, round(value * factor, 1)):
                return value, series.cells[one], series.cells[two]
    return None


def _amount(kind: str, one: Cell, two: Cell) -> Decimal:
    a, b = value_of(one), value_of(two)
    if kind == "gap":
        return abs(b - a)
    return abs(b / a - 1) * HUNDRED if a > 0 and b > 0 else Decimal(0)


def _likely(series: Series, said: Said, anchors: Sequence[int]) -> list[tuple[int, int]]:
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
