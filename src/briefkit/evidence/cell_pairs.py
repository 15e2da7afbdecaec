"""Statements and tables in, the differences in the text that two cells of a table make otherwise.

`The limit was 1,300 tonnes above the advice, or 31%`: an amount that is the difference of two cells says which two are
meant, and what it is in per cent. `Sole was landed above its limit, by 600 tonnes`: an amount that is no difference of
a table at all, and that of two cells of the row which is named with a slip of the pen. Columns are compared that are
counted in the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, islice, pairwise
from typing import NamedTuple

from briefkit.evidence.against import known_time
from briefkit.evidence.said import CHANGED_BY, FALLING, HEDGE, MORE_THAN, REACH, RISING, clause_of, neutral
from briefkit.evidence.series_table import OffSeries
from briefkit.evidence.slips import is_slip
from briefkit.evidence.stated import PROSE, Statement, known_by
from briefkit.evidence.tables import Cell, Grid, factors_of, is_change
from briefkit.evidence.total_rows import total_rows
from briefkit.evidence.wrong import HUNDRED, factor_of, is_qualified, like, plain_number, undated, within
from briefkit.evidence.yearly import bare, digits_of, holds, year_of
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, bounds

MOST_ROWS, MOST_COLUMNS, MOST_FIGURES, MOST_TABLES = 24, 8, 16, 60
MOST_COMPARED = 300_000
"""With how many pairs of cells differences are compared: else many of both take the product of their numbers."""

MOST_CANDIDATES = 30
LONG_ENOUGH, SHORT = 3, 2
CLOSE = 3
"""How many times the share that two cells make another is that is meant for it."""

KINDS = ("count", "money", "measure", "duration")
OR = regex(rf"(?i)[^.;:()\d]{{0,50}}(?:,| \(|\b) ?(?:or|oder|soit|ou|o|das sind|es decir|that is),? ?{HEDGE} ?$")
LONGER = regex(
    r"(?i)^ ?(?:[^\W\d]+ ){0,2}?(?:longer|shorter|sooner|later|earlier|faster|slower|länger|kürzer|später|früher"
    r"|de plus|de moins|más|menos|mehr|weniger|more|less|fewer)\b"
)
ADDED = regex(
    r"(?i)\b(?:add(?:s|ed)?|gain(?:s|ed)?|los[et]s?|rose|grew|fell|stieg\w*|wuchs\w*|sank\w*|gewann\w*|verlor\w*)"
    r" [^.;:()\d]{0,24},? ?(?:with|mit|avec|con|com) $"
)
"""What makes a figure a change that has a rank: it added most, with 330,000."""

OF_THE = regex(r"(?i)^(?: [^\W\d]+)? (?:of|der|des|du|de|del|do|da) (?:the|which|a|den|dem|la|el|os|as|les|los|las)\b")


MORE_OR_LESS = regex(
    r"(?i) ?(?:[^\W\d]+ ){0,2}?(?:(?P<more>more|above|higher|longer|mehr|höher|über|de plus|más|mais)"
    r"|less|fewer|below|lower|shorter|weniger|niedriger|unter|de moins|menos)\b"
)


class Gap(NamedTuple):
    """An amount that says how far two others are apart, with the unit of time that it is in."""

    amount: Quantity
    times: frozenset[str]


class Pair(NamedTuple):
    """Two cells of a row or of a column of a table, the earlier first, with what their rows and columns are."""

    one: Cell
    two: Cell
    rows: tuple[int, ...]
    column: int
    other: int

    def gaps(self, factors: Sequence[Decimal]) -> Iterator[tuple[Decimal, Decimal]]:
        """From and to how far the cells may be apart, by what they are counted in."""
        gap, slack = abs(self.one.amount - self.two.amount), self.one.half + self.two.half
        slack = slack if slack < 1 else Decimal(0)
        return (((gap - slack) * factor, (gap + slack) * factor) for factor in factors)

    def rates(self, more: bool | None) -> list[Decimal]:
        """What one is more than the other, or less, in per cent; both where it is not known which."""
        low, high = sorted((self.one.amount, self.two.amount))
        bases = [base for base, known in ((low, more is not False), (high, more is not True)) if known and base > 0]
        return [(high - low) / base * HUNDRED for base in bases]


def find_off_pairs(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[OffSeries]:
    """The differences that two cells make otherwise, and the shares beside differences that they do not make."""
    told = [(s, gaps) for s in statements if (gaps := list(_gaps(s)))]
    small = (grid for grid in (grids if told else ()) if len(grid.rows) <= MOST_ROWS)
    tables = [_Pairs(grid, lang) for grid in islice(small, MOST_TABLES)]
    every, left = sum(len(table.pairs()) for table in tables), MOST_COMPARED
    prose = (s for s in (statements if tables else ()) if s.block.kind in PROSE)
    said = Counter(low for s in prose for low in {q.low for q in s.quantities})
    for statement, gaps in told if tables else ():
        left -= every * len(gaps)
        if left < 0:
            return
        near = [table for table in tables if not table.words.isdisjoint(statement.words)]
        for gap in gaps if near else ():
            rate = _rate(statement, gap.amount)
            found = rate and next(_off_rate(near, statement, gap, rate), None)
            if not found and said[gap.amount.low] == 1 and not _is_own(statement, gap.amount):
                found = _off_gap(tables, near, statement, gap)
            if found:
                yield found


def _gaps(statement: Statement) -> Iterator[Gap]:
    """The amounts of a sentence that say how far two others are apart."""
    if statement.block.kind not in PROSE or statement.advises or not 0 < len(statement.quantities) <= MOST_FIGURES:
        return
    text = statement.sentence.plain
    for quantity in statement.quantities:
        exact = not (quantity.is_range or quantity.parts or quantity.spoken or quantity.about in ("over", "under"))
        if quantity.kind in KINDS and exact and not is_qualified(text, quantity):
            before, after = text[max(quantity.start - REACH, 0) : quantity.start], text[quantity.end :][:REACH]
            more = LONGER.match(after) if quantity.kind == "duration" else MORE_THAN.match(after)
            if (CHANGED_BY.search(before) and not OF_THE.match(after)) or more or ADDED.search(before):
                yield Gap(quantity, known_time(text[quantity.start : quantity.end]))


def _rate(statement: Statement, gap: Quantity) -> Quantity | None:
    """The share beside a difference: 1,300 tonnes above the advice, or 45%."""
    text = statement.sentence.plain
    for one, two in pairwise(q for q in statement.quantities if q.kind not in ("duration", "year") or q is gap):
        told = one is gap and two.kind == "percent" and not (two.spoken or two.parts or two.is_range)
        if told and two.about not in ("over", "under") and OR.fullmatch(undated(text[one.end : two.start])):
            return None if is_qualified(text, two) else two
    return None


def _is_own(statement: Statement, gap: Quantity) -> bool:
    """Whether other figures of the sentence differ by an amount."""
    others = [q.low for q in statement.quantities if q is not gap and q.kind in (gap.kind, "count")]
    return any(abs(one - two) == gap.low for one, two in combinations(others, 2))


class _Pairs:
    """A table by the pairs of its cells that may be compared."""

    def __init__(self, grid: Grid, lang: str) -> None:
        self.grid, self.lang = grid, lang
        self.totals = frozenset(total_rows(grid))
        self.columns = [c for c in grid.columns[1 : MOST_COLUMNS + 1] if not is_change(grid.head(c))]
        self.labels = {row: known_by(bare(grid.label(row)), lang) for row in grid.rows}
        self.heads = {c: known_by(bare(grid.head(c)), lang) for c in self.columns}
        said = f"{grid.caption} {' '.join(grid.label(row) for row in grid.rows)}"
        self.factors = {c: factors_of(f"{grid.measure(c)} {said}") for c in self.columns}
        self.times = {c: known_time(f"{grid.measure(c)} {grid.caption}") for c in self.columns}
        self.words = frozenset[str]().union(*self.labels.values(), *self.heads.values())
        self.all_words = self.words | known_by(f"{grid.caption} {grid.head(grid.columns[0])}", lang)
        self.dated = sum(bool(year_of(grid.label(row))) for row in grid.rows) > 1
        self.made: list[Pair] | None = None

    def pairs(self) -> list[Pair]:
        """All pairs of cells of a row, or of a column."""
        if self.made is None:
            self.made = [*self._across(), *self._down()]
        return self.made

    def _across(self) -> Iterator[Pair]:
        units = {c: _unit(self.grid.head(c)) for c in self.columns}
        for row in self.grid.rows:
            cells = [(c, cell) for c in self.columns if (cell := self.grid.amount(row, c))]
            for (a, one), (b, two) in combinations(cells, 2):
                if units[a] == units[b]:
                    yield Pair(one, two, (row,), b, a)

    def _down(self) -> Iterator[Pair]:
        for column in self.columns:
            cells = [
                (r, cell) for r in self.grid.rows if r not in self.totals and (cell := self.grid.amount(r, column))
            ]
            yield from (Pair(one, two, (a, b), column, column) for (a, one), (b, two) in combinations(cells, 2))

    def fits(self, gap: Gap, pair: Pair) -> bool:
        """Whether an amount is the difference of two cells."""
        return self.is_of_kind(gap, pair) and within(gap.amount, list(pair.gaps(self.factors[pair.column])))

    def is_of_kind(self, gap: Gap, pair: Pair) -> bool:
        """Whether an amount may be one of a column: a length of time only where that is counted in it."""
        times = self.times[pair.column]
        return bool(gap.times & times) if gap.amount.kind == "duration" else not times or gap.amount.kind == "count"

    def named(self, statement: Statement, gap: Quantity) -> list[int]:
        """The rows that a sentence names: in the part around an amount, else anywhere; none where these are years."""
        clause = known_by(clause_of(statement, gap).clause, self.lang)
        return self._named(clause) or self._named(statement.words)

    def _named(self, words: frozenset[str]) -> list[int]:
        found = [row for row, label in self.labels.items() if label and label <= words]
        return [row for row in found if not any(self.labels[row] < self.labels[other] for other in found)]

    def explains(self, statement: Statement, gap: Gap) -> bool:
        """Whether two cells differ by an amount: of the rows that are named, where any are."""
        named = set(self.named(statement, gap.amount)) | self.totals
        pairs = (p for p in self.pairs() if named == self.totals or not named.isdisjoint(p.rows))
        return any(self.fits(gap, pair) for pair in pairs)

    def anchored(self, statement: Statement, gap: Gap, pair: Pair) -> bool:
        """Whether a sentence gives one of two cells beside how far they are apart."""
        others = [q for q in statement.quantities if q is not gap.amount and q.kind == gap.amount.kind]
        return any(holds(q, c, self.factors[pair.column]) for q in others for c in (pair.one, pair.two))

    def is_named(self, statement: Statement, pair: Pair, named: Sequence[int]) -> bool:
        """Whether a sentence names what a pair is of: its rows, or its column where rows are years."""
        if len(pair.rows) == 1:
            whole = pair.rows[0] in self.totals or not self.labels[pair.rows[0]]
            one, two = self.heads[pair.other], self.heads[pair.column]
            alike = one == two or not statement.words.isdisjoint(one ^ two)
            return alike and (pair.rows[0] in named or (whole and not named and bool(self.all_words & statement.words)))
        if self.dated:
            head = self.heads[pair.column]
            return bool(head) and head <= statement.words
        return set(pair.rows) <= set(named)

    def is_of(self, statement: Statement, gap: Quantity) -> bool:
        """Whether the part of a sentence around an amount has no word that is foreign to the table."""
        return not known_by(clause_of(statement, gap).clause, self.lang) - self.all_words - neutral()


def _unit(head: str) -> str:
    """In what a column is counted, by the brackets at its head."""
    found = compiled(r"\(([^()]*)\)").findall(head)
    return found[-1].casefold() if found else "%" if "%" in head else ""


def _off_rate(tables: Sequence[_Pairs], statement: Statement, gap: Gap, rate: Quantity) -> Iterator[OffSeries]:
    """A share beside the difference of two cells that no such cells make."""
    every = [(table, pair) for table in tables for pair in table.pairs() if pair.one.amount != pair.two.amount]
    found = [(table, pair) for table, pair in every if table.fits(gap, pair)]
    low, high = bounds(rate)
    more = _is_more(statement.sentence.plain, gap.amount)
    if digits_of(gap.amount) < SHORT or any(low <= real <= high for _, pair in found for real in pair.rates(more)):
        return
    named = {id(table): table.named(statement, gap.amount) for table in tables}
    meant = [(t, p) for t, p in found if t.is_named(statement, p, named[id(t)])]
    for _, pair in meant[:1]:
        real = pair.rates(more)
        if any(max(r, rate.low) <= CLOSE * min(r, rate.low) or is_slip(rate.low, round(r, 0)) for r in real):
            made = " or ".join(f"{plain_number(value)}%" for value in dict.fromkeys(real))
            yield OffSeries(statement, rate, (pair.one, pair.two), f"{_has(pair)}, which are {made} apart")


def _is_more(text: str, gap: Quantity) -> bool | None:
    """Whether words say that what a difference leads to is more, or less; None where neither is said."""
    behind = MORE_OR_LESS.match(text, gap.end)
    before = text[max(gap.start - REACH, 0) : gap.start]
    verbs = [bool(compiled(rf"(?i)\b(?:{words})\b").search(before)) for words in (RISING, FALLING)]
    if behind:
        return bool(behind["more"])
    return verbs[0] if sum(verbs) == 1 else None


def _off_gap(tables: Sequence[_Pairs], near: Sequence[_Pairs], statement: Statement, gap: Gap) -> OffSeries | None:
    """A difference that no two cells have, but two that are named with a slip of the pen."""
    if digits_of(gap.amount) < SHORT or any(_is_cell(table, gap.amount) for table in tables):
        return None
    if any(table.explains(statement, gap) for table in tables):
        return None
    for table in near:
        named = table.named(statement, gap.amount)
        meant = [p for p in table.pairs() if table.is_named(statement, p, named) and table.is_of_kind(gap, p)]
        if len(meant) > MOST_CANDIDATES:
            continue
        slips = [(p, real) for p in meant for real in _slips(table, statement, gap, p)[:1]]
        slips = [(p, real) for p, real in slips if _are_exchanged(gap.amount.low, real)] or slips
        if len({real for _, real in slips}) == 1:
            pair, real = slips[0]
            shown = like(statement.sentence.plain, gap.amount, real)
            return OffSeries(statement, gap.amount, (pair.one, pair.two), f"{_has(pair)}, which are {shown} apart")
    return None


def _has(pair: Pair) -> str:
    cells = f"{pair.one.text.strip()} and {pair.two.text.strip()}"
    return f"the table in line {pair.one.place.line} has {cells}"


def _slips(table: _Pairs, statement: Statement, gap: Gap, pair: Pair) -> list[Decimal]:
    """The differences of two cells, by what they are counted in, that an amount is with a slip of the pen.

    Two digits are one of others by chance, so that a cell must stand beside them, or no word that is foreign.
    """
    apart, low = abs(pair.one.amount - pair.two.amount), gap.amount.low
    own = factor_of(gap.amount)
    factors = (own,) if gap.amount.kind == "duration" else table.factors[pair.column]
    found = [apart * factor for factor in sorted(factors, key=lambda f: f != own)] if apart else []
    slips = [real for real in found if is_slip(low / own, real / own)]
    sure = digits_of(gap.amount) >= LONG_ENOUGH or any(_are_exchanged(low, real) for real in slips)
    sure = sure or table.anchored(statement, gap, pair)
    return slips if sure or (slips and table.is_of(statement, gap.amount)) else []


def _are_exchanged(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts have the same digits."""
    return sorted(f"{one:f}".replace("0", "")) == sorted(f"{other:f}".replace("0", "")) and one != other


def _is_cell(table: _Pairs, gap: Quantity) -> bool:
    cells = (cell for place, cell in table.grid.cells.items() if place[1] in table.factors and cell.value is not None)
    return any(cell.amount in (gap.low, gap.written) for cell in cells)
