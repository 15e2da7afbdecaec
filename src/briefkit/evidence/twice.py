"""Statements and tables in, the figures that the brief gives twice with different values out.

Two sentences speak of the same when one has hardly a word that the other has not, when their years, names and labels are
the same, and when all their other figures agree. That finds few of them and is seldom wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from briefkit.evidence.stated import MOST_TRIED, Statement, comparable, known_by
from briefkit.evidence.tables import Cell, Grid
from briefkit.model import Place
from briefkit.quantities import Quantity, agree

FEWEST_WORDS = 3
MOST_EXTRA = 2
MOST_OF_A_KIND = 3
KINDS = ("count", "percent", "points", "money", "measure", "duration")
PROSE = ("paragraph", "item", "quote", "note", "caption", "front", "definition", "title", "heading")


class Twice(NamedTuple):
    """A figure that disagrees with another one: `other` is the place of that, `told` its words."""

    statement: Statement
    quantity: Quantity
    other: Place
    told: str
    where: str = ""


class Pair(NamedTuple):
    """Two statements of the same with one figure that differs."""

    first: Statement
    one: Quantity
    second: Statement
    two: Quantity


# --- in two sentences ------------------------------------------------------------------------


def find_pairs(statements: Iterable[Statement]) -> Iterator[Pair]:
    """The pairs of sentences that give one thing two values: each sentence with the first such before it."""
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
    if first.lead != second.lead or first.advises != second.advises or not _same_matter(first, second):
        return None
    differing: list[tuple[Quantity, Quantity]] = []
    for kind in KINDS:
        mine, theirs = ([q for q in s.quantities if q.kind == kind and not q.parts] for s in (first, second))
        if not (mine and theirs):
            continue
        if len(mine) != len(theirs) or len(mine) > MOST_OF_A_KIND:
            return None
        differing += ((a, b) for a, b in zip(mine, theirs, strict=True) if not agree(a, b))
    if len(differing) != 1 or not comparable(*differing[0]) or _is_bound(*differing[0]):
        return None
    return Pair(first, differing[0][0], second, differing[0][1])


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
    for grid in grids if prose else ():
        table = _Table(grid, lang)
        for statement in prose:
            if found := table.differing(statement):
                yield found


class _Table:
    """A table by the words of its rows and columns."""

    def __init__(self, grid: Grid, lang: str) -> None:
        self.grid = grid
        self.rows: dict[str, list[tuple[int, frozenset[str]]]] = {}
        for row in grid.rows:
            if words := known_by(grid.label(row), lang):
                self.rows.setdefault(min(words), []).append((row, words))
        self.heads = {column: known_by(grid.head(column), lang) for column in grid.columns[1:]}
        every = frozenset.intersection(*self.heads.values()) if len(self.heads) > 1 else frozenset()
        self.heads = {column: words - every for column, words in self.heads.items()}
        self.shared = every | known_by(grid.caption, lang) | known_by(grid.head(grid.columns[0]), lang)
        self.known = [c for c in grid.cells.values() if c.value is not None]

    def differing(self, statement: Statement) -> Twice | None:
        """The figure of a sentence that differs from the one cell it speaks of."""
        rows = [
            (row, words)
            for word in statement.words
            for row, words in self.rows.get(word, ())
            if words <= statement.words
        ]
        rows = [(row, words) for row, words in rows if not any(words < other for _, other in rows)]
        if len(rows) != 1:
            return None
        row, label = rows[0]
        columns = self.columns(statement, label)
        cell = self.grid.cells.get((row, columns[0])) if len(columns) == 1 else None
        if not cell or cell.value is None:
            return None
        head = self.grid.head(columns[0])
        told = [q for q in statement.quantities if _could_be(q, cell, head)]
        if len(told) != 1 or any(_is_amount(told[0], c, head) for c in self.known):
            return None
        return Twice(statement, told[0], cell.place, cell.text, f"{self.grid.label(row)}, {head}")

    def columns(self, statement: Statement, label: frozenset[str]) -> list[int]:
        """The columns that a sentence speaks of."""
        said = statement.words - label
        years = {str(year) for year in statement.years}
        heads = [(column, words) for column, words in self.heads.items()]
        dated = [column for column, _ in heads if self.grid.head(column).strip() in years]
        if dated:
            return dated if len(statement.years) == 1 and self.shared & said else []
        full = [column for column, words in heads if words and 2 * len(words & said) >= len(words)]
        if len(full) > 1:
            full = [column for column, words in heads if words and words <= said]
        if not full and len(heads) == 1 and not heads[0][1] and len(self.shared & said) > 1:
            return [heads[0][0]]
        if len(full) == 1 and len((self.shared | self.heads[full[0]]) & said) >= 1:
            return full
        return []


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
    factors = (Decimal(1), *(factor for word, factor in FACTORS if word in low))
    for factor in factors:
        value, step = abs(cell.value) * factor, cell.quantity.step * factor
        held = Quantity(0, 0, quantity.kind, value, value, step, quantity.unit)
        if agree(quantity, held):
            return True
    return False
