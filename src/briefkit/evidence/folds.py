"""Statements and tables in, the folds that a sentence tells and the figures of the brief do not make out.

`Debt has more than tripled since 2019, to $642,000` is held against the cells of 2019 and of the year that has 642, and
against sentences with both amounts. A fold is told when nothing in the brief makes it, and two figures that are meant
make another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from briefkit.evidence.heads import OffHead
from briefkit.evidence.said import clause_at, clause_of
from briefkit.evidence.series_table import SeriesTable
from briefkit.evidence.slips import is_same_measure
from briefkit.evidence.stated import CELLS, PROSE, Stated, Statement, known_by
from briefkit.evidence.tables import Cell, Grid
from briefkit.evidence.wrong import MADE_UP, in_one_unit, plain_number
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, agree

MOST_NEAR, MOST_TOLD, MOST_FIGURES = 12, 60, 16
FEWEST_SHARED = 2
REACH = 40
FOLDS = (
    ("2", r"doubl(?:ed|es|ing)|verdoppel(?:t|te|ten|n)|doublé|duplic(?:ó|ado|ada|aron|a|an)|dobr(?:ou|aram|ado)"),
    ("3", r"tripl(?:ed|es|ing)|verdreifach(?:t|te|ten|en)|triplé|triplic(?:ó|ado|ada|aron|a|an|ou)|triplicaram"),
    ("4", r"quadrupl(?:ed|es|ing)|vervierfach(?:t|te|ten|en)|quadruplé|cuadruplic(?:ó|ado|ada|aron|a|an)"),
    ("0.5", r"halved|halbier(?:t|te|ten|en)"),
)
HINTS = ("doubl", "tripl", "quadrupl", "halved", "verdoppel", "verdreif", "vervierf", "duplic", "dobr", "halbier")
"""What a sentence has that tells a fold, in small letters."""

OVER = regex(r"(?i)\b(?:more than|over|well over|mehr als|plus que|más que|mais que|mais do que)(?: \w+)? $")
NEARLY = regex(r"(?i)\b(?:nearly|almost|about|roughly|fast|nahezu|knapp|presque|quasiment|casi|quase)(?: \w+)? $")
NO_CHANGE = regex(
    r"(?i)\b(?:should|must|could|would|will|to|soll\w*|würde\w*|wird|werden|doit|devrait|debería|deve)\b.{0,24}$"
)
"""What makes a fold one that is wanted."""


class Fold(NamedTuple):
    """How many times as much something is said to be, from and to, and where."""

    told: Quantity
    low: Decimal
    high: Decimal


class Ends(NamedTuple):
    """Two amounts of the brief, the earlier first, each with the statement that it stands in."""

    begin: tuple[Statement, Quantity]
    end: tuple[Statement, Quantity]
    ratio: Decimal


def find_off_folds(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[OffHead]:
    """The folds that the figures of the brief do not make, where two of them are meant."""
    told = [(s, fold) for s in statements if s.block.kind in PROSE and not s.advises and (fold := _fold(s))]
    if not told:
        return
    tables = [table for grid in grids if (table := SeriesTable(grid, lang)).series]
    cells = {id(s.block): s for s in statements if s.block.kind in CELLS}
    body = Stated(in_one_unit(s) for s in statements if s.block.kind in PROSE and not s.advises and s.quantities)
    for statement, fold in told[:MOST_TOLD]:
        ends = [*_in_tables(statement, fold, tables, cells), *_in_text(statement, fold, body)]
        if ends and not any(fold.low <= one.ratio <= fold.high for one in ends):
            one = ends[0]
            should = f"the figures make it {plain_number(one.ratio)} times as much"
            yield OffHead(statement, fold.told, (one.begin, one.end), should)


def _fold(statement: Statement) -> Fold | None:
    """The one fold of a sentence, unless it is wanted or its two ends stand beside it."""
    text = statement.sentence.plain
    low = text.lower()
    if not any(hint in low for hint in HINTS) or len(statement.quantities) > MOST_FIGURES or not statement.words:
        return None
    found = [(Decimal(n), m) for n, words in FOLDS for m in compiled(rf"(?i)\b(?:{words})\b").finditer(text)]
    if len(found) != 1 or NO_CHANGE.search(text[: found[0][1].start()]):
        return None
    number, match = found[0]
    before = text[: match.start()]
    least, most = ("0.87", "1.2")
    if OVER.search(before):
        least, most = ("0.97", "1.9")
    elif NEARLY.search(before):
        least, most = ("0.78", "1.1")
    told = Quantity(match.start(), match.end(), "times", number, number, written=number)
    return Fold(told, number * Decimal(least), number * Decimal(most))


def _amounts(statement: Statement) -> list[Quantity]:
    exact = (q for q in statement.quantities if q.kind in (*MADE_UP, "percent") and q.kind != "duration")
    return [q for q in exact if not (q.is_range or q.parts or q.spoken) and q.low > 0]


def _beside(statement: Statement, fold: Fold) -> list[Quantity]:
    """The amounts in the part of a sentence around its fold."""
    begin, stop = clause_at(statement.sentence.plain, fold.told)
    return [q for q in _amounts(statement) if begin <= q.start < stop]


def _years(statement: Statement) -> list[int]:
    """The years that a sentence names; of 2019-20 the first."""
    return [int(q.low) for q in statement.quantities if q.kind == "year"]


def _in_tables(
    statement: Statement, fold: Fold, tables: Sequence[SeriesTable], cells: dict[int, Statement]
) -> Iterator[Ends]:
    """The first and last amount of the series that is named beside a fold, or of which a sentence gives the last."""
    years, given = _years(statement), _beside(statement, fold)
    clause = clause_of(statement, fold.told).clause
    for table in tables:
        known = {(n, year) for q in given for n, year in table.cells_of(q)}
        said = known_by(clause, table.lang)
        named = {n for n, series in enumerate(table.series) if series.name | series.measure <= said}
        for number in sorted(named) or sorted({n for n, _ in known}):
            series = table.series[number]
            ends = sorted(year for n, year in known if n == number) or [max(series.cells)]
            begins = [year for year in years if year in series.cells and year < ends[-1]]
            begin = begins[0] if begins else 0 if years else min(series.cells)
            one, two = series.cells.get(begin), series.cells.get(ends[-1])
            if one and two and (number in named or begins) and one.amount > 0 and begin != ends[-1]:
                yield from _made(cells, one, two)


def _made(cells: dict[int, Statement], one: Cell, two: Cell) -> Iterator[Ends]:
    holders = [(cells.get(id(cell.block)), cell.quantity) for cell in (one, two)]
    known = [(statement, quantity) for statement, quantity in holders if statement and quantity]
    if len(known) == len(holders):
        yield Ends(known[0], known[1], two.amount / one.amount)


def _in_text(statement: Statement, fold: Fold, body: Stated) -> Iterator[Ends]:
    """Two amounts of a sentence on the same matter: of the year since which something grew, and of the last."""
    years, given = _years(statement), _beside(statement, fold)
    for shared, other in islice(body.near(statement.words), MOST_NEAR):
        if other.sentence.place == statement.sentence.place or shared < FEWEST_SHARED:
            continue
        amounts = _amounts(other)
        if not 1 < len(amounts) <= MOST_FIGURES or not all(is_same_measure(amounts[0], q) for q in amounts):
            continue
        dated = {_year_of(other, q): q for q in amounts}
        ends = [q for q in amounts if any(is_same_measure(q, g) and agree(q, g) for g in given)]
        if given and not ends:
            continue
        begin = dated.get(years[0]) if years else None
        if begin is None and len(amounts) == FEWEST_SHARED and not given and (not years or set(years) & other.years):
            begin = min(amounts, key=lambda q: (_year_of(other, q) or 0, q.low))
        last = ends[-1] if ends else max(amounts, key=lambda q: (_year_of(other, q), q.start))
        if begin and begin is not last:
            yield Ends((other, begin), (other, last), last.low / begin.low)


def _year_of(statement: Statement, quantity: Quantity) -> int:
    """The year that stands beside an amount, before it or behind it."""
    text = statement.sentence.plain
    years = [q for q in statement.quantities if q.kind == "year" and not q.is_range]
    behind = [q for q in years if 0 <= q.start - quantity.end < REACH and IN.fullmatch(text[quantity.end : q.start])]
    before = [q for q in years if 0 <= quantity.start - q.end < REACH]
    found = behind or before[-1:]
    return int(found[0].low) if found else 0


IN = regex(r"(?i)\)?(?: [^\W\d]+){0,2}? (?:in|en|im jahr|im jahre|em|for|of|at the end of|ende|fin)? ?\(?")
"""What stands between an amount and its year."""
