"""The cells of a brief in, its tables as grids of amounts out, so that what adds up can be added up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from briefkit.model import Block, Brief, Place
from briefkit.patterns import regex
from briefkit.quantities import Quantity, find_quantities
from briefkit.quantities.words import UNITS
from briefkit.text import WORD

NEGATIVE = regex(r"\s*[-\u2212\u2013]\s?[\d$€£]|\s*\([\d$€£.,]+\)\s*$")
CHANGE = regex(r"(?i)\b(?:change|difference|gap|écart|variation|differenz|veränderung|cambio|diferencia|variação)\b")
MAGNITUDES = (
    (("thousand", "millier", "tausend", "tsd", "miles", "milhares", "'000"), Decimal(10**3)),
    (("million", "mio", "millon", "millón", "milh"), Decimal(10**6)),
    (("billion", "milliard", "mrd", "bn"), Decimal(10**9)),
)
"""Words at the head of a table that say in what its cells are counted."""

SHORT = {"k": Decimal(10**3), "m": Decimal(10**6), "md": Decimal(10**9), "mds": Decimal(10**9), "b": Decimal(10**9)}
SHORTENED = regex(r"(?<!\w)(?:(?:[$€£]|(?:eur|usd|gbp|chf) ?)(?P<many>[kmb])|(?P<before>k|mds?|m) ?[$€£])(?!\w)")
"""The same in a letter beside a sign of money: £m, M€."""

TITLE = regex(
    r"(?i)\W*(?:table|exhibit|tabelle|übersicht|tableau|tabla|cuadro|tabela|quadro)\s(?:[a-z]?\d[\w.]*|[ivx]+|[a-z])\W"
)
"""How a paragraph begins that is the caption of the table below it, typed by hand: Table 2: Costs (million USD)."""

IN_DIGITS = regex(r"\((?:in |en |em )?1[.,\u00a0\u202f ]000(?![\d.,\u00a0\u202f ]{2})")
"""The same in digits: (1,000 tonnes)."""

DIVIDED = regex(r"(?i)\b(?:per|par|pro|je|por|each)\b|/")
"""What says at the head of a table that its cells are so much for each of something."""

FEWEST_LETTERS = 4
MOST_CELLS = 20_000
LONGEST = 200


class Cell(NamedTuple):
    """A cell with its words, and the one quantity in it, if it holds one and little else."""

    text: str
    place: Place
    block: Block
    quantity: Quantity | None
    value: Decimal | None

    @property
    def amount(self) -> Decimal:
        """The value; 0 where there is none."""
        return self.value if self.value is not None else Decimal(0)

    @property
    def half(self) -> Decimal:
        """By how much the amount may be off through rounding."""
        return self.quantity.step / 2 if self.quantity else Decimal(0)


class Grid(NamedTuple):
    """A table: its cells by row and column, the number of rows that are heads, its caption; a chart has a unit."""

    cells: Mapping[tuple[int, int], Cell]
    heads: tuple[int, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    caption: str
    unit: str = ""

    def head(self, column: int) -> str:
        """The words at the head of a column."""
        return " ".join(self.cells[row, column].text for row in self.heads if (row, column) in self.cells)

    def measure(self, column: int) -> str:
        """What a column holds: the words at its head, with the unit where these do not have it."""
        head = self.head(column)
        return head if self.unit.casefold() in head.casefold() else f"{head} {self.unit}".strip()

    def label(self, row: int) -> str:
        """The words at the beginning of a row."""
        first = self.cells.get((row, self.columns[0]))
        return first.text if first else ""

    def amount(self, row: int, column: int) -> Cell | None:
        """The cell at a place, if it holds an amount."""
        cell = self.cells.get((row, column))
        return cell if cell and cell.value is not None else None

    def values(self, row: int, columns: Iterable[int]) -> list[Cell | None]:
        """The cells of a row that hold an amount, None for those that do not."""
        return [self.amount(row, column) for column in columns]


def read_grids(brief: Brief) -> tuple[Grid, ...]:
    """The tables of a brief that have more than one row and column."""
    exhibits: dict[int, list[Block]] = {}
    titles: dict[int, str] = {}
    for before, block in pairwise((None, *brief.blocks)):
        if block and block.exhibit:
            if block.exhibit not in exhibits and before and before.kind == "paragraph" and TITLE.match(before.plain):
                titles[block.exhibit] = before.plain
            exhibits.setdefault(block.exhibit, []).append(block)
    lang = brief.front.language
    return tuple(grid for number, blocks in exhibits.items() for grid in _grid(blocks, titles.get(number, ""), lang))


def _grid(blocks: list[Block], title: str, lang: str) -> Iterator[Grid]:
    cells = [b for b in blocks if b.cell != (0, 0) and b.kind in ("cell", "header-cell")]
    by_place: dict[tuple[int, int], Cell] = {}
    for block in cells:
        if block.sentences and block.cell not in by_place:
            text = block.plain.strip()
            by_place[block.cell] = make_cell(text, block.place, block, lang)
    columns = sorted({column for _, column in by_place})
    if len(columns) < 2 or len(by_place) > MOST_CELLS:
        return
    heads = sorted({b.cell[0] for b in cells if b.kind == "header-cell"})
    heads = heads or _unmarked(by_place, columns)
    rows = [row for row in sorted({row for row, _ in by_place} - set(heads)) if not _numbers(by_place, row, columns)]
    caption = " ".join(s.plain for b in blocks if b.kind == "caption" for s in b.sentences) or title
    yield Grid(by_place, tuple(heads), tuple(rows), tuple(columns), caption)


def _unmarked(cells: Mapping[tuple[int, int], Cell], columns: Sequence[int]) -> list[int]:
    """The first row of a table without heads where it is one: words in each column, amounts below most of them."""
    first, *rest = sorted({row for row, _ in cells})
    top = [cell for column in columns if (cell := cells.get((first, column)))]
    below = [cell for row in rest for column in columns[1:] if (cell := cells.get((row, column)))]
    amounts = sum(cell.value is not None for cell in below)
    words = len(top) == len(columns) and not any(cell.quantity or cell.text.isdecimal() for cell in top)
    return [first] if words and 2 * amounts > len(below) else []


def _numbers(cells: Mapping[tuple[int, int], Cell], row: int, columns: Sequence[int]) -> bool:
    """Whether a row has nothing but the numbers of its columns: 1, 2, 3, 4."""
    texts = [cell.text.strip("() ") for column in columns if (cell := cells.get((row, column)))]
    return len(texts) == len(columns) > 2 and texts == [str(number) for number in range(1, len(columns) + 1)]


@lru_cache(maxsize=1024)
def quantities_of(text: str, lang: str) -> tuple[Quantity, ...]:
    """The quantities of the text of a cell, which is read as a statement and as a part of its table."""
    return find_quantities(text, lang)


def make_cell(text: str, place: Place, block: Block, lang: str) -> Cell:
    """A cell with these words, which it is known whether they are an amount."""
    amounts = [q for q in quantities_of(text, lang) if not q.parts] if len(text) <= LONGEST else []
    one = amounts[0] if len(amounts) == 1 and _fills(amounts[0], text) else None
    known = one is not None and not one.is_range and one.kind not in ("date", "duration") and not one.spoken
    value = one.low * (-1 if NEGATIVE.match(text) else 1) if one and known else None
    return Cell(text, place, block, one if known else None, value)


def measured(grid: Grid) -> Iterator[tuple[Quantity, Block]]:
    """The bare numbers of a table in the unit at the head of their column: 52 below `Journey time (minutes)`."""
    for column in grid.columns[1:]:
        units = {unit for word in WORD.findall(grid.measure(column).lower()) if (unit := UNITS.get(word))}
        cells = [cell for row in grid.rows if (cell := grid.cells.get((row, column)))] if units else []
        for cell in cells:
            if cell.quantity and cell.quantity.kind in ("count", "year"):
                yield from ((scaled(cell.quantity, u.factor, u.kind, u.base), cell.block) for u in units)


def scaled(held: Quantity, factor: Decimal, kind: str, unit: str) -> Quantity:
    """The number of a cell as so many times as much of something."""
    low, high = held.low * factor, held.high * factor
    return held._replace(kind=kind, unit=unit, low=low, high=high, step=held.step * factor)


def may_be_rate(unit: str, told: str) -> bool:
    """Whether an amount may be one of a table that tells so much of it: so much per kilometre, or per year.

    A table need not say per what time it counts, but what else it divides by.
    """
    per = unit.partition("/")[2]
    over_time = per in UNITS and UNITS[per].kind == "duration"
    return not per or over_time or per[:FEWEST_LETTERS] in told.lower() or bool(DIVIDED.search(told))


def magnitudes_of(words: str) -> list[Decimal]:
    """By what words at the head of a table, in small letters, multiply its cells."""
    named = [factor for names, factor in MAGNITUDES if any(name in words for name in names)]
    if not named and IN_DIGITS.search(words):
        return [Decimal(10**3)]
    return named or [SHORT[match["many"] or match["before"]] for match in islice(SHORTENED.finditer(words), 1)]


def factors_of(words: str) -> tuple[Decimal, ...]:
    """By what words at the head of a table may multiply its cells, those of units among them."""
    low = words.lower()
    units = {unit.factor for word in WORD.findall(low) if (unit := UNITS.get(word))}
    many = magnitudes_of(low)
    both = (unit * factor for unit in sorted(units) for factor in many)
    return tuple(dict.fromkeys((Decimal(1), *many, *sorted(units), *both)))


def is_change(head: str) -> bool:
    """Whether the words at the head of a column say that it holds changes."""
    return bool(CHANGE.search(head))


def _fills(quantity: Quantity, text: str) -> bool:
    """Whether a cell says little beside its figure."""
    rest = text[: quantity.start] + text[quantity.end :]
    return sum(c.isalpha() for c in rest) <= 3 and not any(c.isdigit() for c in rest)
