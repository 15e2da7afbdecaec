"""Statements and tables in, every mention of a number out: in which unit, for which years, among which words.

A cell is read with the words at the head of its column and of its row: 254 below `Water 2024 (hm³)` is so many cubic
metres, in 2024. The year of a figure in a sentence is one that no other figure of its kind stands before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from briefkit.evidence.beside import is_limit, is_outcome
from briefkit.evidence.stated import PROSE, Statement, known_by
from briefkit.evidence.tables import Cell, Grid, magnitudes_of, scaled
from briefkit.evidence.total_rows import total_rows
from briefkit.evidence.totals import OVER_TIME, SHARES
from briefkit.evidence.wrong import in_one_unit
from briefkit.evidence.yearly import YEAR, year_of
from briefkit.model import Place
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity
from briefkit.quantities.model import AMOUNTS
from briefkit.quantities.words import CURRENCIES, UNITS
from briefkit.text import WORD

MOST_CELLS = 4_000
MOST_TIMES = 8
"""How many times before and behind a figure it may be of."""

INDEX = regex(r"(?i)\b(?:index|indices|indice|índice)\b|= ?100\b")
"""What is counted in nothing, whatever the caption of its table says."""

HYPHENED = regex(r"\w+-[^\W\d_]{2,}")
"""Words that name no unit: the ten-year plan."""

ONE_TIME = frozenset(
    "minute minuto hour heure stunde hora day jour tag día dia week semaine woche semana month monat mes mês year an"
    " année jahr año ano decade décennie jahrzehnt década".split()
)
"""Words of one such time, which are no unit unless in brackets: the cases open at year end, the trial month."""

SIGN = regex("[$€£¥₹]")
PAUSE = regex(r"[,;:.()]")
BREAK = regex(r"[;:]|\. ")
REACH = 24
TIMED = regex(
    r"(?i)(?:^|[(,\u2013-] ?|\b(?:in|by|since|from|to|until|till|before|after|of|and|between|during|early|late|mid|end"
    r"|spring|summer|autumn|winter|fall|en|depuis|entre|et|de|d['\u2019]|à|avant|après|fin|im|jahr|jahre|seit|bis|ende"
    r"|anfang|mitte|von|und|zwischen|vor|nach|em|desde|hasta|até|y|e|a|del|año|ano|than|als|que)[ -])$"
)
"""What stands before a year in which something was; behind other words it is part of a name."""


COMPARED = regex(
    r"(?i)\b(?:than|as|like|versus|against|compared (?:with|to)|que|qu['\u2019]|contre|par rapport à|als|wie|gegenüber"
    r"|frente a|respecto a|do que|face a)(?: ?(?:in|en|em|im jahr|im jahre|a|au))?(?: [^\W\d_]+)? $"
)
"""What stands before the year that a figure is compared with: twice as long as in 2012."""


OPENS = regex(r"(?i)(?:, (?:(?:in|by|im jahr|en|em) )?| (?:and|et|und|y|e) (?:in|by|im jahr|en|em) )$")
"""What stands before a year with which a part of a sentence begins."""

UNTIL = regex(
    r"(?i)\b(?:by|until|till|bis|bis zum|jusqu['\u2019](?:en|à)|d['\u2019]ici|hasta|até)"
    r"(?: (?:à|en|em|the|of|end|fin|mid|ende))* $"
)
"""What stands before the year by which a figure is reached."""

BARE = regex(r" (?:auf|um|noch|wieder|rund|etwa|bei|mit|waren|wurden|wurde|lag|lagen|betrug|erst)\b")
"""What stands behind a year without a preposition, as in German: fielen 2020 auf 57 Millionen."""

WHEN = regex(r", (?:when|als|quand|lorsque|cuando|quando)\b")
"""What tells of something in a year that is a limit of something else: since 2021, when it was 40."""


class Mention(NamedTuple):
    """A number where it stands: in a sentence, or in a cell.

    `years` are those that it may be of, `near` the likeliest of them, and `limits` those by which it is reached;
    `sure` is whether the unit is known; `words` tell what it is about; `beside` are the numbers of its sentence or row.

    Of a cell `dated` is the place that tells its year, `where` what its row and column are called, and `label` and
    `head` are the words of these. It `is_alone` where no other cell of its `row` has a number of that kind.
    """

    quantity: Quantity
    words: frozenset[str]
    years: frozenset[int]
    near: frozenset[int]
    sure: bool
    held: Statement | Cell
    dated: Place | None = None
    where: str = ""
    beside: frozenset[Decimal] = frozenset()
    limits: frozenset[int] = frozenset()
    label: frozenset[str] = frozenset()
    head: frozenset[str] = frozenset()
    row: int = -1
    is_alone: bool = False
    is_total: bool = False

    @property
    def statement(self) -> Statement | None:
        """The sentence that it stands in; None in a cell."""
        return self.held if isinstance(self.held, Statement) else None

    @property
    def exhibit(self) -> int:
        """The number of the table that it stands in; -1 in a sentence."""
        return -1 if isinstance(self.held, Statement) else self.held.block.exhibit


def read_mentions(statements: Iterable[Statement], grids: Iterable[Grid], lang: str) -> Iterator[Mention]:
    """All numbers of the sentences, and those of the cells of tables and charts."""
    for statement in statements:
        if statement.block.kind in PROSE and statement.block.kind != "heading":
            yield from _in_sentence(statement)
    yield from islice((m for grid in grids for m in _in_grid(grid, lang)), MOST_CELLS)


def times_of(statement: Statement) -> list[Quantity]:
    """The years and dates of a sentence at which something was."""
    text = statement.sentence.plain
    times = [q for q in statement.quantities if q.kind in ("year", "date")]
    return [
        q
        for q in times
        if q.kind == "date" or TIMED.search(text[max(q.start - REACH, 0) : q.start]) or BARE.match(text, q.end)
    ]


def years_in(time: Quantity) -> frozenset[int]:
    """The years at both ends of a time."""
    part = 10_000 if time.kind == "date" else 1
    return frozenset((int(time.low) // part, int(time.high) // part)) - {0}


def _in_sentence(statement: Statement) -> Iterator[Mention]:
    text = statement.sentence.plain
    every = [t for t in times_of(statement) if not COMPARED.search(text[max(t.start - REACH, 0) : t.start])]
    times = [time for time in every if not is_limit(text, time.start) or WHEN.match(text, time.end)]
    until = [time for time in every if UNTIL.search(text[max(time.start - REACH, 0) : time.start])]
    beside = frozenset(q.written.normalize() for q in statement.quantities if q.kind in AMOUNTS)
    starts = {kind: [q.start for q in statement.quantities if q.kind == kind] for kind in AMOUNTS}
    begun, bound = ([time.start for time in some] for some in (times, until))
    for quantity in in_one_unit(statement).quantities:
        if quantity.kind in AMOUNTS and not (quantity.is_range or quantity.parts or quantity.spoken):
            around = [
                t for t in _around(times, begun, quantity) if not is_outcome(text, statement.quantities, t, quantity)
            ]
            may = [time for time in around if _is_of(text, quantity, time, (starts[quantity.kind],))]
            near = [time for time in may if _is_of(text, quantity, time, starts.values())]
            near = [time for time in near if _is_beside(statement, quantity, time)] or near
            ends = (time for time in _around(until, bound, quantity) if _is_of(text, quantity, time, starts.values()))
            sure = quantity.kind != "count" or quantity.low != quantity.written
            yield Mention(
                quantity,
                statement.words,
                _all(may),
                _all(near or may),
                sure,
                statement,
                beside=beside,
                limits=_all(ends),
            )


def _around(times: Sequence[Quantity], begun: Sequence[int], quantity: Quantity) -> Sequence[Quantity]:
    """The times before and behind a figure, of those that begin there."""
    here = bisect_left(begun, quantity.start)
    return times[max(here - MOST_TIMES, 0) : here + MOST_TIMES]


def _all(times: Iterable[Quantity]) -> frozenset[int]:
    return frozenset(year for time in times for year in years_in(time))


def _is_beside(statement: Statement, quantity: Quantity, time: Quantity) -> bool:
    """Whether a time follows a figure at once: 54 million in 2022."""
    between = statement.sentence.plain[quantity.end : time.start]
    return quantity.end <= time.start and len(between) <= REACH and not PAUSE.search(between)


def _is_of_next(text: str, quantity: Quantity, time: Quantity, starts: Iterable[Sequence[int]]) -> bool:
    """Whether a time begins a part of a sentence that has a figure of its own: 14% are bad, in 2015 it was 9%."""
    if not OPENS.search(text[quantity.end : time.start]):
        return False
    behind = (kind[at] for kind in starts if (at := bisect_left(kind, time.end)) < len(kind))
    return any(not compiled(r"[,;.]\s").search(text, time.end, start) for start in behind)


def _is_of(text: str, quantity: Quantity, time: Quantity, starts: Iterable[Sequence[int]]) -> bool:
    """Whether a figure may be of a time: none of those that start there stands between them, nor the end of a part."""
    first, last = sorted((quantity, time), key=lambda q: q.start)
    between = sum(bisect_left(kind, last.start) - bisect_left(kind, first.end) for kind in starts)
    if first is quantity and _is_of_next(text, quantity, time, starts):
        return False
    most = int(len(years_in(time)) > 1)  # from 400 to 280 between 2015 and 2024
    return between <= most and not BREAK.search(text, first.end, last.start)


# --- cells -----------------------------------------------------------------------------------


def _in_grid(grid: Grid, lang: str) -> Iterator[Mention]:
    caption = known_by(grid.caption, lang)
    heads = {column: known_by(grid.measure(column), lang) | caption for column in grid.columns}
    labels = {row: known_by(grid.label(row), lang) for row in grid.rows}
    told = frozenset(int(year) for year in compiled(YEAR).findall(grid.caption))
    dates = _dates(grid)
    totals = frozenset(total_rows(grid))
    for row in grid.rows:
        known = ((column, grid.cells.get((row, column))) for column in grid.columns[1:])
        held = [(column, c, c.quantity) for column, c in known if c and c.quantity and c.value is not None]
        beside = frozenset(quantity.written.normalize() for *_, quantity in held)
        read = [(column, cell, *_as_told(grid, row, column, quantity)) for column, cell, quantity in held]
        kinds = Counter(quantity.kind for _, _, quantity, _ in read)
        for column, cell, quantity, sure in (found for found in read if found[1].value):
            years, dated = _years(grid, row, column)
            by_column = not years and row in dates
            years, dated = dates[row] if by_column else (years or told, dated)
            yield Mention(
                quantity,
                labels[row] if by_column else heads[column] | labels[row],
                years,
                years,
                sure,
                cell,
                dated,
                f"{grid.label(row).strip()}, {grid.measure(column).strip()}",
                beside,
                label=labels[row],
                head=heads[column] - caption,
                row=row,
                is_alone=kinds[quantity.kind] == 1,
                is_total=row in totals,
            )


def _years(grid: Grid, row: int, column: int) -> tuple[frozenset[int], Place | None]:
    """The year of a cell by its row or column, with the place that says so."""
    ends: Sequence[Cell | None] = (
        grid.cells.get((row, grid.columns[0])),
        *(grid.cells.get((head, column)) for head in grid.heads),
    )
    found = [(year, end.place) for end in ends if end and (year := year_of(end.text))]
    return (frozenset(year for year, _ in found), found[0][1]) if found else (frozenset(), None)


def _dates(grid: Grid) -> dict[int, tuple[frozenset[int], Place | None]]:
    """The years of rows by the one column that holds years and nothing else: when schemes began."""
    for column in grid.columns[1:]:
        cells = [(row, cell) for row in grid.rows if (cell := grid.cells.get((row, column)))]
        if len(cells) == len(grid.rows) and all(cell.text.strip() == str(year_of(cell.text)) for _, cell in cells):
            return {row: (frozenset((year_of(cell.text),)), cell.place) for row, cell in cells}
    return {}


def _as_told(grid: Grid, row: int, column: int, held: Quantity) -> tuple[Quantity, bool]:
    """The number of a cell in the unit that the words at the head of its column, or of its row, give it."""
    if held.kind not in ("count", "year"):
        many = magnitudes_of(f"{grid.measure(column)} {grid.label(row)} {grid.caption}".lower())
        bare = held.kind == "money" and len(many) == 1 and held.low == held.written
        return (scaled(held, many[0], held.kind, held.unit) if bare else held), True
    own = (grid.measure(column), grid.label(row))
    if any(INDEX.search(words) for words in own):
        return held._replace(kind="count"), False
    for words in (*own, grid.caption):
        if told := _in_unit(held, words):
            return told, True
    return held._replace(kind="count"), False


def _in_unit(held: Quantity, words: str) -> Quantity | None:
    """A bare number in the one unit that some words name; nothing where they name none, or several."""
    low = HYPHENED.sub(" ", OVER_TIME.sub(" ", words.lower()))
    named = WORD.findall(low)
    many = magnitudes_of(low)
    factor = many[0] if len(many) == 1 else Decimal(1)
    currencies = {CURRENCIES[word] for word in (*named, *SIGN.findall(low)) if word in CURRENCIES}
    if currencies:
        return scaled(held, factor, "money", min(currencies)) if len(currencies) == 1 and len(many) < 2 else None
    if compiled(SHARES).search(low):
        return held._replace(kind="percent", unit="")
    if "(m)" in low:
        return None  # metres, or millions
    spelled = (w for w in named if (len(w) > 1 and w not in ONE_TIME) or f"({w})" in low)  # l'Anah is no litre
    units = {unit for word in spelled if (unit := UNITS.get(word)) and unit.kind in ("measure", "duration")}
    if len(units) == 1 and len(many) < 2:
        unit = min(units)
        return scaled(held, unit.factor * factor, unit.kind, unit.base)
    return scaled(held, factor, "count", "") if len(many) == 1 and not units else None
