"""Statements and tables in, the figures that the brief gives twice with different values out.

Two sentences speak of the same when one has hardly a word that the other has not, when their years, names and labels
are the same, and when all their other figures agree. That finds few of them and is seldom wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from briefkit.evidence.stated import MOST_TRIED, Statement, comparable, known_by, nouns
from briefkit.evidence.tables import Cell, Grid
from briefkit.model import Place
from briefkit.quantities import Quantity, agree
from briefkit.quantities.words import UNITS
from briefkit.text import WORD

FEWEST_WORDS = 3
YEAR_DIGITS = 4
MOST_HELD = 20_000
"""How often a sentence is held against a table: else many of both take the product of their numbers."""

SMALL = 12
LARGE = 100
FEWEST_LISTED = 3
"""So many values beside a first one make a list."""

FEWEST_DIGITS = 4
"""Counts of fewer digits are the same digits in another order by chance."""

MOST_EXTRA = 2
MOST_OF_A_KIND = 3
STOPS = (".", "!", "?", ".\u201d", '."', ".)")
KINDS = ("count", "percent", "points", "money", "measure", "duration")
PROSE = ("paragraph", "item", "quote", "note", "caption", "front", "definition", "title", "heading")


class Twice(NamedTuple):
    """A figure that disagrees with another one: `other` is the place of that, `told` its words."""

    statement: Statement
    quantity: Quantity
    other: Place
    told: str
    where: str = ""
    holder: str = "table"
    label: str = ""
    value: Decimal = Decimal(0)


class Pair(NamedTuple):
    """Two statements of the same with one figure that differs."""

    first: Statement
    one: Quantity
    second: Statement
    two: Quantity


# --- in two sentences ------------------------------------------------------------------------


def find_pairs(statements: Sequence[Statement]) -> Iterator[Pair]:
    """The pairs of sentences that give one thing two values: each sentence with the first such before it.

    One that has several after it, all with other values, stands for a list of things that are not told apart.
    """
    found = list(_pairs(statements))
    values: dict[int, set[Decimal]] = {}
    for pair in found:
        values.setdefault(id(pair.first), set()).add(pair.two.low)
    lasting = [pair for pair in found if len(values[id(pair.first)]) < FEWEST_LISTED]
    told = {id(pair.second) for pair in lasting}
    yield from lasting
    yield from (pair for pair in _swapped(statements) if id(pair.second) not in told)


def _swapped(statements: Iterable[Statement]) -> Iterator[Pair]:
    """The counts of one thing of which one has two digits of the other in each other's place: 1,240 and 1,420 homes."""
    seen: dict[tuple[frozenset[str], str], tuple[Statement, Quantity]] = {}
    for statement in statements:
        if statement.block.kind not in PROSE or statement.advises or statement.block.kind == "title":
            continue
        for quantity in statement.quantities:
            digits = str(quantity.written)
            if quantity.kind != "count" or quantity.is_range or quantity.about or not digits.isdecimal():
                continue
            if len(digits) < FEWEST_DIGITS or not (counted := nouns(quantity)):
                continue
            first = seen.setdefault((counted, "".join(sorted(digits))), (statement, quantity))
            same_year = first[0].years == statement.years or not (first[0].years and statement.years)
            if same_year and first[1].low != quantity.low and _is_swap(str(first[1].written), digits):
                yield Pair(first[0], first[1], statement, quantity)
                break


def _is_swap(one: str, other: str) -> bool:
    """Whether two digits side by side are exchanged, and nothing else differs."""
    odd = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(odd) == 2 and odd[1] == odd[0] + 1


def _pairs(statements: Iterable[Statement]) -> Iterator[Pair]:
    by_word: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.block.kind not in PROSE or not _can_differ(statement):
            continue
        rarest = min((by_word.get(word, []) for word in statement.words), key=len)
        tried = [*rarest[:MOST_TRIED], *_by_next(by_word, statement, rarest)]
        found = (pair for other in tried if (pair := _pair(other, statement)))
        if first := next(found, None):
            yield first
        for word in statement.words:
            by_word.setdefault(word, []).append(statement)


def _by_next(by_word: dict[str, list[Statement]], statement: Statement, rarest: Sequence[Statement]) -> list[Statement]:
    """The statements with the second rarest word, where the rarest is in none."""
    if rarest:
        return []
    counts = sorted((found for word in statement.words if (found := by_word.get(word))), key=len)
    return counts[0][:MOST_TRIED] if counts and len(statement.words) >= 2 * FEWEST_WORDS else []


def _can_differ(statement: Statement) -> bool:
    return len(statement.words) >= FEWEST_WORDS and any(q.kind in KINDS for q in statement.quantities)


def _pair(first: Statement, second: Statement) -> Pair | None:
    """The one figure in which two statements of the same differ, if they are such."""
    if (
        _are_labels(first, second)
        or first.lead != second.lead
        or first.advises != second.advises
        or not _same_matter(first, second)
    ):
        return None
    pair = one_differing(first, second)
    if pair and pair[0].kind == "count" and not all(_tells(*f) for f in zip((first, second), pair, strict=True)):
        return None
    return Pair(first, pair[0], second, pair[1]) if pair else None


def _are_labels(first: Statement, second: Statement) -> bool:
    """Whether two items are no sentences: in lists that are built alike each stands for something else."""
    return all(s.block.kind == "item" and not s.sentence.plain.rstrip().endswith(STOPS) for s in (first, second))


def _tells(statement: Statement, quantity: Quantity) -> bool:
    """Whether a count is large enough to be one of the matter, and no version of what a name stands for."""
    before = statement.sentence.plain[: quantity.start].rstrip().rpartition(" ")[2]
    return quantity.low > SMALL and not (before[:1].isupper() and statement.sentence.plain.startswith(before) is False)


def one_differing(first: Statement, second: Statement) -> tuple[Quantity, Quantity] | None:
    """The one figure of a statement that differs from its counterpart in another, where all others agree."""
    found = _differing(first, second)
    if found is None or len(found) != 1 or not comparable(*found[0]) or _is_bound(*found[0]):
        return None
    return found[0]


def others_agree(first: Statement, second: Statement) -> bool:
    """Whether two statements have figures in common and none that differ."""
    return _differing(first, second) == []


def _differing(first: Statement, second: Statement) -> list[tuple[Quantity, Quantity]] | None:
    """The figures of two statements that differ, kind by kind; None where they are not as many, or none are shared."""
    differing: list[tuple[Quantity, Quantity]] = []
    shared = False
    for kind in (*KINDS, "year", "date"):
        mine, theirs = ([q for q in s.quantities if q.kind == kind and not q.parts] for s in (first, second))
        if not (mine and theirs):
            continue
        if len(mine) != len(theirs) or len(mine) > MOST_OF_A_KIND:
            return None
        shared = True
        differing += ((a, b) for a, b in zip(mine, theirs, strict=True) if not agree(a, b))
    return differing if shared else None


def _same_matter(first: Statement, second: Statement) -> bool:
    if first.years != second.years or first.labels != second.labels:
        return False
    small, large = sorted((first, second), key=lambda s: len(s.words))
    missing, extra = small.words - large.words, large.words - small.words
    if len(missing) > len(small.words) // 6 or len(extra) > MOST_EXTRA or (missing and extra):
        return False
    return not (large.names - small.names) & {word for word in large.names if word[:5] in extra}


def _is_bound(one: Quantity, two: Quantity) -> bool:
    """Whether one of two is more, or less, than the other and says so."""
    for bound, other in ((one, two), (two, one)):
        if (bound.about == "over" and other.low >= bound.low) or (bound.about == "under" and other.low <= bound.low):
            return True
    return False


# --- in a table and in the text --------------------------------------------------------------


def find_against_tables(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[Twice]:
    """The figures in the text that differ from the cell which their sentence speaks of."""
    prose = [s for s in statements if s.quantities and s.block.kind in PROSE and not s.advises]
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
            yield found


class _Table:
    """A table by the words of its rows and columns."""

    def __init__(self, grid: Grid, lang: str) -> None:
        self.grid = grid
        self.rows: dict[str, list[tuple[int, frozenset[str]]]] = {}
        self.dated: dict[int, int] = {}
        for row in grid.rows:
            label = grid.label(row).strip()
            if words := known_by(label, lang):
                self.rows.setdefault(min(words), []).append((row, words))
            elif label.isdecimal() and len(label) == YEAR_DIGITS:
                self.dated[int(label)] = row
        self.heads = {column: known_by(grid.head(column), lang) for column in grid.columns[1:]}
        every = frozenset.intersection(*self.heads.values()) if len(self.heads) > 1 else frozenset()
        self.heads = {column: words - every for column, words in self.heads.items()}
        self.every = every
        self.shared = every | known_by(grid.caption, lang) | known_by(grid.head(grid.columns[0]), lang)
        self.known = [(c, grid.head(column)) for (_, column), c in grid.cells.items() if c.value is not None]

    def differing(self, statement: Statement) -> Twice | None:
        """The figure of a sentence that differs from the one cell it speaks of."""
        rows = [
            (r, words) for word in statement.words for r, words in self.rows.get(word, ()) if words <= statement.words
        ]
        rows = [(row, words) for row, words in rows if not any(words < other for _, other in rows)]
        label = frozenset(word for _, words in rows for word in words)
        numbers = [row for row, _ in rows]
        if not rows and len(statement.years) == 1:
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

    def compared(self, statement: Statement, places: Sequence[tuple[int, int]], *, sure: bool) -> Twice | None:
        """The one figure of a sentence that no cell has, where all others stand in the cells that are spoken of."""
        cells = [(cell, row, column) for row, column in places if (cell := self.grid.cells.get((row, column)))]
        cells = [found for found in cells if found[0].value is not None]
        given = [q for q in statement.quantities if not _is_step(statement, q)]
        told = [q for q in given if any(self.could_be(statement, q, c, self.grid.head(k)) for c, _, k in cells)]
        if len(told) != len(cells) or not told or len(told) > MOST_OF_A_KIND or (len(told) == 1 and not sure):
            return None
        left = list(cells)
        odd: list[Quantity] = []
        for quantity in told:
            fitting = next((f for f in left if _is_amount(quantity, f[0], self.grid.head(f[2]))), None)
            if fitting:
                left.remove(fitting)
            else:
                odd.append(quantity)
        if len(odd) != 1 or any(_is_amount(odd[0], c, head) for c, head in self.known):
            return None
        cell, row, column = left[0]
        where = f"{self.grid.label(row)}, {self.grid.head(column)}"
        holder = "chart" if cell.block.kind == "chart" else "table"
        value = cell.value or Decimal(0)
        return Twice(statement, odd[0], cell.place, cell.text, where, holder, self.grid.label(row), value)

    def is_spoken_of(self, statement: Statement) -> bool:
        """Whether a sentence may speak of a row: it has a word of its label, or its year."""
        return not self.rows.keys().isdisjoint(statement.words) or (bool(self.dated) and bool(statement.years))

    def holds(self, quantity: Quantity, row: int) -> bool:
        """Whether a cell of a row is a figure of the text: two tables may give one item for two cases."""
        cells = ((self.grid.cells.get((row, column)), self.grid.head(column)) for column in self.grid.columns[1:])
        return any(_is_amount(quantity, cell, head) for cell, head in cells if cell)

    def could_be(self, statement: Statement, quantity: Quantity, cell: Cell, head: str) -> bool:
        """Whether a figure of the text is of the kind that a cell holds, and a count of what the table counts."""
        if not _could_be(quantity, cell, head):
            return False
        if quantity.kind not in ("count", "measure", "duration"):
            return True
        words = known_by(head, "") | self.shared
        if quantity.kind == "duration":
            typed = statement.sentence.plain[quantity.start : quantity.end]
            return bool(known_time(typed) & known_time(f"{head} {self.grid.caption}"))
        if quantity.kind == "measure":
            return True
        small = quantity.low <= SMALL and not statement.sentence.plain[quantity.start].isdigit()
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
        if not full and len(heads) == 1 and not heads[0][1] and len(self.shared & said) > 1:
            return [heads[0][0]]
        return [column for column in full if (self.shared | self.heads[column]) & said]


def known_time(text: str) -> frozenset[str]:
    """The units of time that a text names: in what a column counts its cells."""
    return frozenset(
        f"{unit.base}{unit.factor}"
        for word in WORD.findall(text.lower())
        if (unit := UNITS.get(word)) and unit.kind == "duration"
    )


def _is_step(statement: Statement, quantity: Quantity) -> bool:
    """Whether a figure says by how much something changed."""
    return statement.sentence.plain[: quantity.start][-5:].lower().endswith(("by ", "um ", " up ", "down "))


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
    return quantity.kind == held and quantity.unit == cell.quantity.unit


def _is_amount(quantity: Quantity, cell: Cell, head: str) -> bool:
    """Whether a figure of the text is what a cell holds, rounding understood."""
    if cell.value is None or not cell.quantity:
        return False
    low = head.lower()
    value, step = abs(cell.value), cell.quantity.step
    if cell.quantity.kind in ("count", "year"):
        alone = cell.quantity._replace(kind=quantity.kind, unit=quantity.unit, low=value, high=value)
        written = quantity._replace(low=quantity.written, high=quantity.written, step=Decimal(1), parts=None)
        if quantity.written and agree(written, alone):
            return True
    for factor in (Decimal(1), *(factor for word, factor in FACTORS if word in low)):
        held = Quantity(0, 0, quantity.kind, value * factor, value * factor, step * factor, quantity.unit)
        if agree(quantity, held):
            return True
    return False
