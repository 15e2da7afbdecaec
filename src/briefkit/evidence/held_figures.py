"""The statements and tables of the body of a brief in, asked whether they give a figure.

A figure is given by any sentence, cell, caption or chart with one that agrees: in other units, rounded, as a bare
number whose unit stands beside it or at the head of a table. It follows from a column whose sum it is, or from two
cells of a row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations, islice

from briefkit.evidence.counterparts import as_amount
from briefkit.evidence.slips import is_same_measure
from briefkit.evidence.stated import Statement, known_by
from briefkit.evidence.tables import Grid, magnitudes_of, measured, scaled
from briefkit.evidence.total_rows import TOTAL_IN, total_rows
from briefkit.model import Block
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, agree, agree_exactly, agree_in_amount

MOST_COMPARED = 200_000
MOST_NEAR = 12
MOST_ROWS = 400
FEWEST_DIGITS = 2
NEAR = 2.2
"""How many times an amount another may be that agrees with it when both are rounded or told as ranges."""

FOUR_DIGITS = regex(r"(?<!\d)\d{4}(?![\ds])")
BARE = ("percent", "money", "measure", "duration")
"""Kinds whose unit a sentence may give with one of its figures alone: 6.1 days each (6.6 the year before)."""

ROW_KINDS = ("count", "money", "measure")
"""Kinds of which one figure of a row names it: by 9% to 2,670 million."""

MAGNITUDES = (Decimal(1), Decimal(10**3), Decimal(10**6), Decimal(10**9))
LARGE = 1000


class Figures:
    """The figures of the body of a brief by their kinds and amounts."""

    def __init__(self, own: Sequence[Statement], grids: Sequence[Grid], lang: str) -> None:
        self.own = own
        self.left = MOST_COMPARED
        self.by_kind: dict[tuple[str, str], list[tuple[float, Quantity, Statement]]] = {}
        self.by_year: dict[int, list[Statement]] = {}
        for statement in self.own:
            for quantity in statement.quantities:
                for key in _keys(quantity, statement):
                    self.by_kind.setdefault(key, []).append((float(quantity.low), quantity, statement))
            for year in statement.years:
                self.by_year.setdefault(year, []).append(statement)
        by_block = {id(s.block): s for s in self.own}
        for quantity, block in (found for grid in grids for found in measured(grid)):
            if holder := by_block.get(id(block)):
                key = quantity.kind, quantity.unit
                self.by_kind.setdefault(key, []).append((float(quantity.low), quantity, holder))
        self.magnified: set[int] = set()
        for quantity, block in _in_magnitudes(grids):
            self.magnified.add(id(block))
            if holder := by_block.get(id(block)):
                self.by_kind.setdefault(("scaled", ""), []).append((float(quantity.low), quantity, holder))
        for found in self.by_kind.values():
            found.sort(key=lambda item: item[0])
        self.currencies = {unit for kind, unit in self.by_kind if kind == "money"}
        self.sums = [_sum(grid, column) for grid in grids for column in grid.columns[1:]]
        rows = islice(((grid, row) for grid in grids for row in grid.rows), MOST_ROWS)
        self.rows = [(known_by(grid.label(row), lang), _amounts(grid, row)) for grid, row in rows]
        every = islice(((grid, row) for grid in grids for row in grid.rows if _is_total(grid.label(row))), MOST_NEAR)
        self.totals = [(_amounts(grid, row), _magnitudes(grid)) for grid, row in every]
        self.grids, self.lang = grids, lang

    @cached_property
    def cell_words(self) -> Mapping[int, frozenset[str]]:
        """What the figure in a cell is of, by its block: the words of its row, of its column and of the caption."""
        made: dict[int, frozenset[str]] = {}
        for grid in self.grids:
            heads = {c: known_by(f"{grid.measure(c)} {grid.caption}", self.lang) for c in grid.columns}
            labels = {row: known_by(grid.label(row), self.lang) for row in grid.rows}
            cells = (place for place in grid.cells if place[0] in labels)
            made |= {id(grid.cells[row, column].block): heads[column] | labels[row] for row, column in cells}
        return made

    @cached_property
    def labels(self) -> Mapping[int, frozenset[str]]:
        """The words of the row that a cell stands in, by its block."""
        labels = ((grid, row, known_by(grid.label(row), self.lang)) for grid in self.grids for row in grid.rows)
        return {id(cell.block): words for grid, row, words in labels for cell in grid.values(row, grid.columns) if cell}

    def words_of(self, statement: Statement) -> frozenset[str]:
        """The words that tell what the figures of a statement are of, where it is a cell those of its table."""
        return statement.words | self.cell_words.get(id(statement.block), frozenset())

    def having(self, quantity: Quantity) -> list[Statement]:
        """The statements of the body with a figure that agrees."""
        if quantity.kind in ("year", "date"):
            return self.having_time(quantity)
        base = quantity.unit.partition("/")[0]
        found = [s for q, s in self.within((quantity.kind, base), quantity) if _is_same(quantity, q)]
        found += self.having_bare(quantity)
        if self.currencies and quantity.kind == "money" and base not in self.currencies:
            return found  # a cell without a sign is in the currency of the text
        if quantity.kind in ("percent", "money", "count") or quantity.written >= LARGE:
            bare = [(q, s) for q, s in self.within(("cell", ""), as_written(quantity)) if _is_cell(quantity, q)]
            is_magnified = quantity.kind in ("money", "count") and quantity.written != quantity.low
            grain = as_written(quantity).step if quantity.kind in ("money", "count") else LARGE
            alike = [
                (q, s) for q, s in bare if not (is_magnified and (id(s.block) in self.magnified or q.step > grain))
            ]
            found += (s for _, s in alike)  # 5.50 million is not what a cell with 5 gives
        if quantity.low >= LARGE:
            cells = self.within(("scaled", ""), quantity)
            found += (
                s for q, s in cells if agree_exactly(quantity, q._replace(kind=quantity.kind, unit=quantity.unit))
            )
        return found

    def having_bare(self, quantity: Quantity) -> Iterator[Statement]:
        """The statements with its number and no unit behind it, which another of their figures has."""
        if quantity.kind not in BARE or not quantity.written:
            return
        for times in MAGNITUDES if quantity.kind in ("money", "measure") else MAGNITUDES[:1]:
            amount = quantity.written * times
            if amount <= quantity.low:
                near = self.within(("count", ""), quantity._replace(low=amount, high=amount))
                yield from (s for q, s in near if q.low == amount and has_measure(s, quantity))

    @cached_property
    def typed(self) -> Mapping[tuple[str, str, Decimal], list[tuple[Quantity, Statement]]]:
        """The amounts of the body that are counted in thousands or more, by their numbers as typed."""
        made: dict[tuple[str, str, Decimal], list[tuple[Quantity, Statement]]] = {}
        for kind in ("money", "count", "scaled"):
            keys = [key for key in self.by_kind if key[0] == kind]
            for _, quantity, statement in (item for key in keys for item in self.by_kind[key]):
                if quantity.low >= LARGE * quantity.written > 0 and not quantity.is_range:
                    unit = quantity.unit.partition("/")[0]
                    typed = quantity.kind, unit, quantity.written.normalize()
                    made.setdefault(typed, []).append((quantity, statement))
        return made

    def of_other_magnitude(self, statement: Statement, quantity: Quantity) -> tuple[Statement, Quantity] | None:
        """The figure of the body with the same digits, which counts them in millions and not in billions.

        A number of two digits is such only beside the source of the other one.
        """
        digits = len(quantity.written.normalize().as_tuple().digits)
        if quantity.low < LARGE * quantity.written or digits < FEWEST_DIGITS or quantity.is_range:
            return None
        units = (quantity.unit.partition("/")[0], "") if quantity.kind == "money" else ("",)
        kinds = {quantity.kind, "count"}
        found = [f for k in kinds for u in units for f in self.typed.get((k, u, quantity.written.normalize()), ())]
        keys = {citation.key for citation in statement.sentence.citations}
        for theirs, other in found[:MOST_NEAR]:
            same = digits > FEWEST_DIGITS or any(c.key in keys for c in other.sentence.citations)
            if same and theirs.low != quantity.low:
                return other, theirs
        return None

    def having_time(self, quantity: Quantity) -> list[Statement]:
        """The statements of the body with the years of a quantity, or its date."""
        if quantity.kind == "year":
            found = [self.in_year(int(year)) for year in {quantity.low, quantity.high}]
            return [s for statements in found for s in statements] if all(found) else []
        dates = [(q, s) for _, q, s in self.by_kind.get(("date", ""), [])]
        same = [s for q, s in dates if agree(quantity, q)]
        if same or any(int(q.low) // 100 % 100 == int(quantity.low) // 100 % 100 for q, _ in dates):
            return same
        return self.in_year(int(quantity.low) // 10_000)

    def in_year(self, year: int) -> list[Statement]:
        """The statements of the body with a year, at least in a name: standard X3-1986."""
        return self.by_year.get(year) or self.named.get(str(year), [])

    @cached_property
    def named(self) -> Mapping[str, list[Statement]]:
        """The statements of the body by the numbers of four digits in them, be they part of a name or not."""
        made: dict[str, list[Statement]] = {}
        for statement in self.own:
            for match in FOUR_DIGITS.finditer(statement.sentence.plain):
                made.setdefault(match[0], []).append(statement)
        return made

    def within(self, key: tuple[str, str], quantity: Quantity) -> Iterator[tuple[Quantity, Statement]]:
        """The figures of the body that may be near enough to an amount.

        Once very many were compared they are those that begin with the same amount, and of them the first few.
        """
        listed = self.by_kind.get(key, [])
        low, high = float(quantity.low), float(quantity.high)
        low, high, most = (low / NEAR, high * NEAR, len(listed)) if self.left > 0 else (low, low, MOST_NEAR)
        start = bisect_left(listed, low, key=lambda item: item[0])
        for index in range(start, min(start + most, len(listed))):
            self.left -= 1
            if listed[index][0] > high:
                break
            yield listed[index][1:]

    def follows_from_table(self, statement: Statement, quantity: Quantity) -> bool:
        """Whether a figure is the sum of a column, or the change from a cell to another in a row that is named."""
        if self.is_in_row(statement, quantity) or self.is_portion(statement, quantity):
            return True
        return any(agree(quantity, as_amount(quantity, total)) for total in self.sums if total)

    @cached_property
    def portions(self) -> Sequence[tuple[frozenset[str], list[Decimal]]]:
        """The rows of tables that have a row of totals, by their words, with their parts of these in per cent."""
        made = []
        for grid in self.grids:
            totals = total_rows(grid)[-1:]
            for row in grid.rows[:MOST_ROWS] if totals else ():
                pairs = zip(_amounts(grid, row), _amounts(grid, totals[0]), strict=False)
                words = known_by(grid.label(row), self.lang) if row not in totals else frozenset[str]()
                made += [(words, [part / whole * 100 for part, whole in pairs if whole > 0])] if words else []
        return made[:MOST_ROWS]

    def is_portion(self, statement: Statement, quantity: Quantity) -> bool:
        """Whether a share is that of a row which is named, in the total of its table."""
        if quantity.kind != "percent":
            return False
        named = (shares for words, shares in self.portions if words <= statement.words)
        return any(agree(quantity, as_amount(quantity, share)) for shares in named for share in shares)

    def is_in_row(self, statement: Statement, quantity: Quantity) -> bool:
        """Whether a figure is the change from one cell of a row to another, in one that is named or has totals."""
        others = (q for q in statement.quantities if q is not quantity and q.kind in ROW_KINDS)
        given = {q.written for q in others if len(q.written.normalize().as_tuple().digits) > FEWEST_DIGITS}
        named = islice(
            (found for words, found in self.rows if words & statement.words or not given.isdisjoint(found)), MOST_NEAR
        )
        rows = [*((found, MAGNITUDES) for found in named), *self.totals]
        pairs = ((*pair, factors) for found, factors in rows for pair in combinations(found, 2))
        if quantity.kind == "percent":
            made = (abs(a / b - 1) * 100 for one, two, _ in pairs for a, b in ((one, two), (two, one)) if b)
        else:
            made = (abs(one - two) * factor for one, two, factors in pairs for factor in factors)
        return any(agree(quantity, as_amount(quantity, amount)) for amount in made)


def _in_magnitudes(grids: Sequence[Grid]) -> Iterator[tuple[Quantity, Block]]:
    """The bare numbers of tables as so many thousands or millions, as its head, caption or row says.

    One in which no word says so may be counted as any other table of the brief is.
    """
    heads = " ".join(grid.measure(column) for grid in grids for column in grid.columns)
    every = magnitudes_of(f"{heads} {' '.join(grid.caption for grid in grids)}".lower())
    for grid in grids if every else ():
        own = {column: magnitudes_of(f"{grid.measure(column)} {grid.caption}".lower()) for column in grid.columns}
        rows = {row: magnitudes_of(grid.label(row).lower()) for row in grid.rows}
        known = any(own.values()) or any(rows.values())
        for (row, column), cell in grid.cells.items():
            if cell.quantity and cell.quantity.kind in ("count", "year", "money"):
                factors = {*own[column], *rows.get(row, ())} if known else every
                yield from ((scaled(cell.quantity, f, "count", ""), cell.block) for f in factors)


def has_measure(statement: Statement, quantity: Quantity) -> bool:
    """Whether a statement has a figure of the same kind and in the same unit."""
    return any(is_same_measure(q, quantity) for q in statement.quantities)


def _keys(quantity: Quantity, statement: Statement) -> Iterator[tuple[str, str]]:
    yield quantity.kind, quantity.unit.partition("/")[0]
    in_table = statement.block.kind in ("cell", "header-cell", "chart")
    if in_table and quantity.kind in ("count", "year"):
        yield "cell", ""
        yield "count", ""


def _is_same(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts agree; where only one of them says per what, the other may mean the same."""
    if "/" in one.unit and "/" in other.unit and one.unit != other.unit:
        return (
            one.low == other.low and len(one.written.normalize().as_tuple().digits) > 1
        )  # for each school, and a year
    if other.spoken and not one.spoken and not one.about:
        return abs(one.low - other.low) <= one.step / 2  # 21% is not given by a fifth
    if other.is_range and not one.is_range and one.kind == "count" and not one.about:
        return any(agree(one, other._replace(low=end, high=end)) for end in (other.low, other.high))
    return agree_in_amount(one, other)


def as_written(quantity: Quantity) -> Quantity:
    """A quantity as its number alone: 51,000 hectares as 51,000."""
    written, places = quantity.written or quantity.low, quantity.written or quantity.low
    step = Decimal(1).scaleb(min(int(places.as_tuple().exponent), 0))
    return quantity._replace(kind="count", unit="", low=written, high=written, step=step)


def _is_cell(quantity: Quantity, held: Quantity) -> bool:
    """Whether a cell holds the number of a quantity."""
    return agree_exactly(as_written(quantity), held._replace(kind="count", unit=""))


def _is_total(label: str) -> bool:
    """Whether a row has the totals of a table, so that a sentence need not name it."""
    return bool(compiled(TOTAL_IN).search(label))


def _magnitudes(grid: Grid) -> Sequence[Decimal]:
    """By what the words at the head of a table, and its caption, multiply its cells."""
    return (*MAGNITUDES[:1], *magnitudes_of(" ".join((grid.caption, *map(grid.measure, grid.columns))).lower()))


def _amounts(grid: Grid, row: int) -> list[Decimal]:
    """The amounts of a row, of at most so many columns."""
    return [c.value for c in grid.values(row, grid.columns[1 : MOST_NEAR + 1]) if c and c.value is not None]


def _sum(grid: Grid, column: int) -> Decimal | None:
    """The sum of the amounts of a column."""
    found = [cell.value for row in grid.rows if (cell := grid.cells.get((row, column))) and cell.value is not None]
    return sum(found, Decimal(0)) if len(found) > 1 else None
