"""Statements and tables in, the figures in the text that differ from the cell which their sentence speaks of out.

A sentence speaks of a cell when it has the words of its row and of its column. What it then gives is compared only when
it can be nothing else: of the kind and order of what the cell holds, beside the words of the column, and no difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from briefkit.evidence.beside import EACH_YEAR, is_step, names_another, stands_with, was_earlier
from briefkit.evidence.stated import MOST_TRIED, PROSE, Statement, known_by, nouns, same_unit
from briefkit.evidence.tables import Cell, Grid, is_change, may_be_rate
from briefkit.evidence.total_rows import OTHERS, total_rows
from briefkit.evidence.totals import OVER_TIME
from briefkit.evidence.yearly import year_of
from briefkit.patterns import regex
from briefkit.quantities import Quantity, agree
from briefkit.quantities.words import UNITS
from briefkit.text import WORD

YEAR_DIGITS = 4
REACH = 60
TOTAL_IN_TEXT = regex(
    r"(?i)\b(?:total\w*|sum|all|overall|altogether|whole|entire|insgesamt|gesamt\w*|alle[nrs]?|summe"
    r"|ensemble|tou(?:s|tes?)|totaux|tod[oa]s?|conjunto|conjuntamente)\b"
)
"""What says that a sentence speaks of a row of totals, whose label may name no more than what is counted."""

MOST_HELD = 20_000
"""How often a sentence is held against a table: else many of both take the product of their numbers."""

MOST_ROWS = 60
SMALL = 12
LARGE = 100
MOST_OF_A_KIND = 3
FEWEST_DIGITS = 3
ORDER = 8
"""How many times one amount may be the other and still be the same one, mistaken."""


_OF = r"(?:of|der|des|du|de|del|do|da|dos|das|los|las|les)(?: (?:the|all|its|their|la|les|los|las|alle[nr]?|el|os|as))*"
OF_WHAT = regex(rf"(?i) ?{_OF} (?P<whole>[^\W\d][^,.;:()]{{1,40}})")
PERCENT_OF = regex(rf"(?i)(?:%|per ?cent|prozent|pour cent|por ?ciento|por cento) {_OF} (?P<whole>[^,;()]{{2,60}})")
"""Of what a share is, in a sentence and at the head of a table or as the unit of a chart."""


class Against(NamedTuple):
    """A figure that disagrees with a cell: `cell` has `value`, in the row `label`; `where` names row and column.

    `unit` is that of a chart.
    """

    statement: Statement
    quantity: Quantity
    cell: Cell
    value: Decimal
    label: str
    where: str
    unit: str = ""


def find_against_tables(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[Against]:
    """The figures in the text that differ from the cell which their sentence speaks of."""
    original = {}
    for statement in statements:
        if statement.quantities and statement.block.kind in PROSE and not statement.advises:
            named = _with_option(statement, lang)
            original[id(named)] = named, statement
    prose = [named for named, _ in original.values()]
    tables = [_Table(grid, lang) for grid in grids] if prose else []
    labelled: dict[str, list[tuple[_Table, int]]] = {}
    for table in tables:
        for row in table.grid.rows:
            labelled.setdefault(table.grid.label(row), []).append((table, row))
    told: set[int] = set()
    pairs = ((table, statement) for table in tables for statement in prose if table.is_spoken_of(statement))
    for table, statement in islice(pairs, MOST_HELD):
        found = table.differing(statement) if id(statement) not in told else None
        if found and not any(t.holds(found.quantity, row) for t, row in labelled[found.label][:MOST_TRIED]):
            told.add(id(statement))
            yield found._replace(statement=original[id(statement)][1])


def _with_option(statement: Statement, lang: str) -> Statement:
    """A statement with the words of the option that it stands in: what it says, it says of that."""
    name = statement.block.attributes.get("name", "") if statement.block.role == "option" else ""
    return statement._replace(words=statement.words | known_by(name, lang)) if name else statement


class _Table:
    """A table by the words of its rows and columns."""

    def __init__(self, grid: Grid, lang: str) -> None:
        self.grid, self.lang = grid, lang
        self.totals = frozenset(total_rows(grid))
        self.rows: dict[str, dict[frozenset[str], list[int]]] = {}
        self.dated: dict[int, int] = {}
        self.labelled: Counter[str] = Counter()
        for row in grid.rows:
            label = grid.label(row).strip()
            words = known_by(label, lang)
            self.labelled.update(words if row not in self.totals else ())
            if words and not (len(words) == 1 and OTHERS.match(label)):
                self.rows.setdefault(min(words), {}).setdefault(words, []).append(row)
            elif not words and label.isdecimal() and len(label) == YEAR_DIGITS:
                self.dated[int(label)] = row
        self.heads = {column: known_by(grid.head(column), lang) for column in grid.columns[1:]}
        every = frozenset.intersection(*self.heads.values()) if len(self.heads) > 1 else frozenset()
        self.heads = {column: words - every for column, words in self.heads.items()}
        self.every = every
        said = (grid.caption, grid.head(grid.columns[0]), grid.unit)
        self.shared = every.union(*(known_by(text, lang) for text in said))
        self.measures = {column: grid.measure(column) for column in grid.columns[1:]}
        named = WORD.findall(" ".join((*said, *self.measures.values())).lower())
        self.units = {unit.base for word in named if (unit := UNITS.get(word)) and unit.kind == "measure"}
        self.known = [(c, grid.measure(column)) for (_, column), c in grid.cells.items() if c.value is not None]

    def differing(self, statement: Statement) -> Against | None:
        """The figure of a sentence that differs from the one cell it speaks of."""
        said = statement.words
        labels = {words: rows for word in said for words, rows in self.rows.get(word, {}).items() if words <= said}
        labels = {words: rows for words, rows in labels.items() if not any(words < other for other in labels)}
        label = frozenset(word for words in labels for word in words)
        numbers = [row for rows in labels.values() for row in rows]
        parts = [row for row in numbers if row not in self.totals]
        said_all = TOTAL_IN_TEXT.search(statement.sentence.plain) and not self.names_parts(said)
        numbers = parts or (numbers if said_all else [])  # of a part a sentence speaks, and not of all ports
        if not labels and len(statement.years) == 1:
            numbers = [row for year, row in self.dated.items() if year in statement.years]
        if not 0 < len(numbers) <= MOST_OF_A_KIND:
            return None
        columns = self.columns(statement, label)
        choices = [[column] for column in columns] + ([columns] if len(columns) > 1 else [])
        for choice in choices:
            cells = [(row, column) for row in numbers for column in choice]
            if found := self.compared(statement, cells, sure=len(columns) == 1):
                return found
        return None

    def names_parts(self, said: frozenset[str]) -> bool:
        """Whether words name several rows by a part of their labels: all freight, where express and other freight are.

        Then their sum is meant, and no total.
        """
        known = self.shared.union(*self.heads.values())
        every = len(self.grid.rows) - len(self.totals)
        return any(1 < self.labelled[word] < every for word in said - known)

    def compared(self, statement: Statement, places: Sequence[tuple[int, int]], *, sure: bool) -> Against | None:
        """The one figure of a sentence that no cell has, where all others stand in the cells that are spoken of."""
        cells = [(cell, row, column) for row, column in places if (cell := self.grid.cells.get((row, column)))]
        cells = [found for found in cells if found[0].value is not None]
        told = [q for q in statement.quantities if any(self.could_be(statement, q, c, k) for c, _, k in cells)]
        if len(told) != len(cells) or not told or len(told) > MOST_OF_A_KIND or (len(told) == 1 and not sure):
            return None
        left = list(cells)
        odd: list[Quantity] = []
        for quantity in told:
            fitting = next((f for f in left if _is_amount(quantity, f[0], self.measures[f[2]])), None)
            if fitting:
                left.remove(fitting)
            else:
                odd.append(quantity)
        if len(odd) != 1 or any(_is_amount(odd[0], c, head) for c, head in self.known):
            return None
        cell, row, column = left[0]
        if not self.is_meant(statement, odd[0], row, column):
            return None
        label, head = self.grid.label(row), self.grid.head(column)
        where = label if self.grid.unit and len(self.heads) == 1 else f"{label}, {head}"
        return Against(statement, odd[0], cell, cell.value or Decimal(0), label, where, self.grid.unit)

    def is_meant(self, statement: Statement, quantity: Quantity, row: int, column: int) -> bool:
        """Whether a figure that no cell has stands for a certain one: of its order, beside the words of its column."""
        cell, text, measure = self.grid.cells[row, column], statement.sentence.plain, self.measures[column]
        if any(_is_amount(q, cell, measure) for q in statement.quantities if not q.parts):
            return False
        if not _same_order(quantity, cell, measure) or self.is_difference(quantity, row, column):
            return False
        if self.is_gap(quantity, column) or self.is_of_another(quantity, text, column):
            return False
        if EACH_YEAR.match(text[quantity.end :][:REACH]) and not OVER_TIME.search(f"{measure} {self.grid.caption}"):
            return False
        words = self.heads[column] | self.shared
        return stands_with(text, quantity.start, quantity.end, words) and not names_another(text, quantity.start, words)

    def is_of_another(self, quantity: Quantity, text: str, column: int) -> bool:
        """Whether a share is one of something else than the table's: 75% of the litter, where it has % of bottles."""
        if quantity.kind != "percent":
            return False
        mine = OF_WHAT.match(text, quantity.end)
        theirs = PERCENT_OF.search(f"{self.measures[column]} {self.grid.unit}")
        words = [known_by(match["whole"], self.lang) for match in (mine, theirs) if match]
        return len(words) > 1 and all(words) and words[0].isdisjoint(words[1])

    def is_difference(self, quantity: Quantity, row: int, column: int) -> bool:
        """Whether a figure is how far a cell is from another one of its row or column."""
        cell = self.grid.cells[row, column]
        beside = (*((row, other) for other in self.grid.columns), *((other, column) for other in self.grid.rows))
        others = (self.grid.cells.get(place) for place in beside if place != (row, column))
        values = [other.value for other in others if other and other.value is not None]
        gaps = (cell._replace(value=abs(value - (cell.value or 0))) for value in values)
        return any(_is_amount(quantity, gap, self.measures[column]) for gap in gaps)

    def is_gap(self, quantity: Quantity, column: int) -> bool:
        """Whether a figure is how far a cell of a column is from another one of its row."""
        cells, measure = self.grid.cells, self.measures[column]
        rows = [(cell, row) for row in self.grid.rows[:MOST_ROWS] if (cell := cells.get((row, column)))]
        pairs = ((cell, cells.get((row, other))) for cell, row in rows for other in self.measures if other != column)
        known = ((one, abs(one.value - two.value)) for one, two in pairs if two and one.value and two.value)
        return any(_is_amount(quantity, one._replace(value=gap), measure) for one, gap in known)

    def is_spoken_of(self, statement: Statement) -> bool:
        """Whether a sentence may speak of a row: it has a word of its label, or its year."""
        return not self.rows.keys().isdisjoint(statement.words) or (bool(self.dated) and bool(statement.years))

    def holds(self, quantity: Quantity, row: int) -> bool:
        """Whether a cell of a row is a figure of the text: two tables may give one item for two cases."""
        cells = ((self.grid.cells.get((row, column)), measure) for column, measure in self.measures.items())
        return any(_is_amount(quantity, cell, measure) for cell, measure in cells if cell)

    def could_be(self, statement: Statement, quantity: Quantity, cell: Cell, column: int) -> bool:
        """Whether a figure of the text is of the kind that a cell holds, and a count of what the table counts."""
        head, text = self.measures[column], statement.sentence.plain
        if not _could_be(quantity, cell, head) or (not is_change(head) and is_step(text, quantity.start, quantity.end)):
            return False
        if was_earlier(text, quantity.start) or not may_be_rate(quantity.unit, f"{head} {self.grid.caption}"):
            return False
        if quantity.kind not in ("count", "measure", "duration"):
            return True
        words = known_by(head, "") | self.shared
        if quantity.kind == "duration":
            return bool(known_time(text[quantity.start : quantity.end]) & known_time(f"{head} {self.grid.caption}"))
        if quantity.kind == "measure":
            return not self.units or quantity.unit.partition("/")[0] in self.units
        small = quantity.low <= SMALL and not text[quantity.start].isdigit()
        return not small and (bool(nouns(quantity) & words) or quantity.written >= LARGE)

    def columns(self, statement: Statement, label: frozenset[str]) -> list[int]:
        """The columns that a sentence speaks of."""
        said = statement.words - label
        years = {str(year) for year in statement.years}
        heads = [(column, words) for column, words in self.heads.items()]
        dated = [column for column, _ in heads if self.grid.head(column).strip() in years]
        if dated:
            return dated if len(statement.years) == 1 and self.shared & said else []
        full = [column for column, words in heads if words and 2 * len(words & said) >= len(words)]
        if not full and self.every & said:
            full = [column for column, words in heads if not words]
        full = [c for c in full if year_of(self.grid.head(c)) in statement.years] or full
        alone = len(heads) == 1 and (bool(self.grid.unit) or not heads[0][1])
        if not full and alone and len(self.shared & said) > 1:
            return [heads[0][0]]
        return [column for column in full if (self.shared | self.heads[column]) & said]


def known_time(text: str) -> frozenset[str]:
    """The units of time that a text names: in what a column counts its cells."""
    return frozenset(
        f"{unit.base}{unit.factor}"
        for word in WORD.findall(text.lower())
        if (unit := UNITS.get(word)) and unit.kind == "duration"
    )


PERCENT_HEADS = ("%", "per cent", "percent", "share", "part ", "anteil", "prozent", "pour cent")
MONEY_HEADS = (
    "€",
    "$",
    "£",
    "euro",
    "dollar",
    "cost",
    "coût",
    "kosten",
    "price",
    "prix",
    "spending",
    "budget",
    "usd",
    "eur",
)
FACTORS = (
    ("million", Decimal(10**6)),
    ("bn", Decimal(10**9)),
    ("billion", Decimal(10**9)),
    ("thousand", Decimal(10**3)),
)


def _could_be(quantity: Quantity, cell: Cell, head: str) -> bool:
    """Whether a figure of the text is of the kind that a cell holds."""
    if quantity.parts or quantity.is_range or quantity.kind in ("date", "year", "times") or not cell.quantity:
        return False
    held, low = cell.quantity.kind, head.lower()
    if held in ("count", "year"):
        wanted = (
            "percent"
            if any(w in low for w in PERCENT_HEADS[:4])
            else "money"
            if any(w in low for w in MONEY_HEADS)
            else ""
        )
        return quantity.kind == wanted if wanted else quantity.kind in ("count", "measure", "duration")
    return quantity.kind == held and same_unit(quantity.unit, cell.quantity.unit)


def _is_amount(quantity: Quantity, cell: Cell, head: str) -> bool:
    """Whether a figure of the text is what a cell holds, rounding understood."""
    if cell.value is None or not cell.quantity:
        return False
    value, step = abs(cell.value), cell.quantity.step
    if cell.quantity.kind in ("count", "year"):
        alone = cell.quantity._replace(kind=quantity.kind, unit=quantity.unit, low=value, high=value)
        last = Decimal(1).scaleb(min(int(quantity.written.as_tuple().exponent), 0))
        written = quantity._replace(low=quantity.written, high=quantity.written, step=last, parts=None)
        if quantity.written and agree(written, alone):
            return True
    for factor in _factors(head):
        held = Quantity(0, 0, quantity.kind, value * factor, value * factor, step * factor, quantity.unit)
        if agree(quantity, held):
            return True
    return False


def _factors(head: str) -> tuple[Decimal, ...]:
    """By what the words at the head of a column may multiply its cells."""
    low = head.lower()
    return (Decimal(1), *(factor for word, factor in FACTORS if word in low))


def _same_order(quantity: Quantity, cell: Cell, head: str) -> bool:
    """Whether a figure of the text may be what a cell holds, mistaken: of its order, or with the same digits."""
    value = abs(cell.value or Decimal(0))
    if cell.quantity and quantity.written and quantity.written == cell.quantity.written:
        return True
    amounts = {quantity.low, quantity.written} if cell.quantity and cell.quantity.kind == "count" else {quantity.low}
    pairs = [sorted((abs(amount), value * factor)) for amount in amounts for factor in _factors(head)]
    return any(high <= low * ORDER for low, high in pairs)
