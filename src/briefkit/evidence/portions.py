"""Statements and tables in, the parts of a total that a sentence says a row is and that the cells do not make out.

In `Renewal takes more than half of it` or `Coal is 13% of generation` a row is measured against the row
of totals. The share is told when the row has it in no column, and when the sentence speaks of the whole of the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice

from briefkit.evidence.beside import BREAK
from briefkit.evidence.said import neutral, said_change
from briefkit.evidence.series_table import MOST_HELD, OffSeries
from briefkit.evidence.slips import is_slip
from briefkit.evidence.stated import PROSE, Statement, known_by
from briefkit.evidence.tables import Cell, Grid, factors_of, is_change
from briefkit.evidence.total_rows import total_rows
from briefkit.evidence.totals import SHARES
from briefkit.evidence.wrong import HUNDRED, plain_number
from briefkit.evidence.yearly import bare, holds, year_of
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, bounds
from briefkit.text import WORD

MOST_ROWS, TEN, REACH = 60, 10, 60
CLOSE, FAR = Decimal("1.9"), 3
SPOKEN = Decimal("1.18")
"""How many times a share in words may be the share itself."""

OF_ALL = regex(
    r"(?i)^\)? ?(?:of|des?|der|du|d[e\u2019']|von|dos|das|del|de la|aller)\b"
    r"(?: (?:the|all|its|their|this|la|le|les|los|las|os|as|den|alle[nr]?))*"
    r" ?(?P<all>(?:total|whole|entire|overall|gesamte[nr]?|ensemble)\b)? ?(?P<whole>[^\W\d_]*)"
)
OF_IT = regex(r"(?i) (?:davon|hiervon|d['\u2019]entre eux|de ello|dele)\b")
TOGETHER = regex(r"(?i)\b(?:together|combined|jointly|zusammen|gemeinsam|ensemble|juntos|juntas)\b[^.;:()\d]{0,40}$")
"""What says of several rows that a share is that of their sum."""

APPOSED = regex(r"(?i), (?:the|an?|which|who|le|la|les|qui|der|die|das|el|los|las|o|os|as)\b[^,;:()\d]{1,60}, ")
"""What tells more of a row and is no part of what is said of it."""

PRONOUNS = frozenset(
    "it them all these those this that total totals whole entire overall davon ensemble ello ellos isso".split()
)


def find_off_portions(statements: Sequence[Statement], grids: Iterable[Grid], lang: str) -> Iterator[OffSeries]:
    """The shares of the total of a table that a sentence gives of a row, and that the row is not."""
    tables = [table for grid in grids if (table := _Totalled(grid, lang)).rows]
    if not tables:
        return
    shares = [s for s in statements if s.block.kind in PROSE and not s.advises and any(map(_is_share, s.quantities))]
    pairs = ((table, s) for table in tables for s in shares if not table.first_words.isdisjoint(s.words))
    for table, statement in islice(pairs, MOST_HELD):
        yield from table.off(statement)


def _is_share(quantity: Quantity) -> bool:
    return quantity.kind == "percent" and not quantity.is_range and (not quantity.parts or _is_worded(quantity))


def _is_worded(quantity: Quantity) -> bool:
    """Whether a share is told in words: a third, one in five, six in ten."""
    return quantity.spoken or bool(quantity.parts and quantity.parts[1] <= TEN)


class _Totalled:
    """A table with a row of totals, by the words of its rows."""

    def __init__(self, grid: Grid, lang: str) -> None:
        self.grid, self.lang = grid, lang
        totals = total_rows(grid)
        self.totals = totals if len(grid.rows) <= MOST_ROWS else []
        self.rows = (
            {row: known_by(bare(grid.label(row)), lang) for row in grid.rows if row not in totals} if totals else {}
        )
        self.rows = {row: words for row, words in self.rows.items() if words}
        self.first_words = frozenset(word for words in self.rows.values() for word in words)
        heads = " ".join(grid.head(column) for column in grid.columns)
        said = f"{grid.caption} {heads} {' '.join(grid.label(row) for row in totals)}"
        self.words = known_by(said, lang)
        self.factors = factors_of(f"{grid.caption} {heads} {grid.unit}")

    def off(self, statement: Statement) -> Iterator[OffSeries]:
        """The shares of a sentence that the row which it names is not."""
        named = self._named(statement)
        text = statement.sentence.plain
        for share in filter(_is_share, statement.quantities) if named else ():
            if not self._is_of_whole(text, share, named) or said_change(statement, share):
                continue
            joined = len(named) > 1 and bool(TOGETHER.search(text[: share.start]))
            row = named[0] if joined else self._nearest(text, share, named)
            if row is None or self._is_explained(share, named) or self._is_of_row(statement, share, named):
                continue
            rows = named if joined else [row]
            if found := self._meant(statement, share, rows, sure=self._is_of_all(text, share)):
                parts, total = found
                real = sum((part.amount for part in parts), Decimal(0)) / total.amount * HUNDRED
                part = parts[0]
                cells = f"{' and '.join(p.text.strip() for p in parts)} of {total.text.strip()}"
                label = " and ".join(self.grid.label(r).strip() for r in rows)
                should = f"the table in line {part.place.line} gives {plain_number(real)}% ({label}: {cells})"
                yield OffSeries(statement, share, (*parts, total), should)

    def _named(self, statement: Statement) -> list[int]:
        said = statement.words
        named = [row for row, words in self.rows.items() if words <= said]
        labels = {self.rows[row] for row in named}
        parts = {words for words in labels if any(words < other for other in labels)}
        return [row for row in named if self.rows[row] not in parts]

    def _is_of_whole(self, text: str, share: Quantity, named: Sequence[int]) -> bool:
        """Whether a share may be one of the total: of all, of it, or of anything where rows are taken together."""
        joined = len(named) > 1 and TOGETHER.search(text[: share.start]) and OF_ALL.match(text[share.end :][:REACH])
        return bool(joined) or self._is_of_all(text, share)

    def _is_of_all(self, text: str, share: Quantity) -> bool:
        """Whether a share is said to be one of the total."""
        whole = OF_ALL.match(text[share.end :][:REACH])
        if not whole:
            return bool(OF_IT.match(text, share.end))
        return self._is_whole(whole["whole"]) or bool(whole["all"] and not whole["whole"])

    def _is_whole(self, word: str) -> bool:
        """Whether a word behind `of` stands for the total of the table."""
        return word.casefold() in PRONOUNS or bool(known_by(word, self.lang) & self.words)

    def _nearest(self, text: str, share: Quantity, named: Sequence[int]) -> int | None:
        """The row whose name stands nearest before a share, in the same part of the sentence."""
        if len(named) == 1:
            begin = max((m.end() for m in compiled(BREAK).finditer(text[: share.start].casefold())), default=0)
            said = APPOSED.sub(" ", text[begin : share.start])
            foreign = known_by(said, self.lang) - self.words - self.rows[named[0]] - neutral()
            return None if foreign else named[0]
        found: list[tuple[int, int]] = []
        for match in WORD.finditer(text[: share.start]):
            forms = known_by(match[0], self.lang)
            holders = [row for row in named if forms and forms <= self.rows[row]]
            if len(holders) == 1:
                found.append((match.start(), holders[0]))
        if not found:
            return None
        at, row = found[-1]
        foreign = known_by(text[at : share.start], self.lang) - self.words - self.rows[row] - neutral()
        return None if foreign else row

    def _columns(self, row: int) -> Iterator[tuple[int, Cell, Cell]]:
        """The cells of a row with the totals of their columns, the nearest total below first."""
        for column in self.grid.columns[1:]:
            part = self.grid.cells.get((row, column))
            if not part or part.value is None or is_change(self.grid.head(column)):
                continue
            for total in sorted(self.totals, key=lambda t: (t < row, abs(t - row)))[:1]:
                whole = self.grid.cells.get((total, column))
                if whole and whole.value and whole.value > 0 and 0 < part.value <= whole.value:
                    yield column, part, whole

    def _is_rate(self, column: int, whole: Cell) -> bool:
        """Whether a column has a share of its own in each row, so that the row of totals has less than 100."""
        return bool(compiled(SHARES).search(self.grid.head(column))) and whole.amount < HUNDRED - 1

    def _is_explained(self, share: Quantity, named: Sequence[int]) -> bool:
        """Whether a share is that of a named row, or of several, in any total, or a cell of one."""
        low, high = bounds(share)
        if _is_worded(share):
            low, high = share.low / SPOKEN, share.low * SPOKEN
        cells = self.grid.cells
        for column in self.grid.columns[1:]:
            parts = [c for row in named if (c := cells.get((row, column))) and c.value is not None]
            if any(holds(share, cell) for cell in parts):
                return True
            amounts = [c.amount for c in parts]
            amounts += [sum(amounts, Decimal(0))] if len(amounts) > 1 else []
            halves = sum((c.half for c in parts), Decimal(0))
            for total in self.totals:
                whole = cells.get((total, column))
                if whole and whole.value and whole.value > 0:
                    ends = (
                        (((a - halves) / whole.value * HUNDRED), (a + halves) / whole.value * HUNDRED) for a in amounts
                    )
                    if any(low <= most and least <= high for least, most in ends):
                        return True
        return False

    def _is_of_row(self, statement: Statement, share: Quantity, named: Sequence[int]) -> bool:
        """Whether a share is that of a cell, which the sentence gives, in another one of its row."""
        low, high = bounds(share)
        for row in named:
            cells = [cell for cell in self.grid.values(row, self.grid.columns[1:]) if cell and cell.amount > 0]
            given = [c for c in cells if any(holds(q, c, self.factors) for q in statement.quantities if q is not share)]
            if any(low <= part.amount / whole.amount * HUNDRED <= high for part in given for whole in cells):
                return True
        return False

    def _meant(
        self, statement: Statement, share: Quantity, rows: Sequence[int], *, sure: bool
    ) -> tuple[tuple[Cell, ...], Cell] | None:
        """The cells, one of each row, and the total that a share is meant of; with a slip where that is not sure."""
        years = statement.years
        first, *others = ({column: (part, whole) for column, part, whole in self._columns(row)} for row in rows)
        columns = [column for column in first if all(column in other for other in others)]
        dated = [c for c in columns if year_of(self.grid.head(c)) in years] if years else []
        undated = not any(year_of(self.grid.head(column)) for column in columns)
        if years and not dated and not undated:
            return None
        for column in dated or columns[-1:]:
            parts, whole = tuple(found[column][0] for found in (first, *others)), first[column][1]
            if self._is_rate(column, whole):
                return None
            real = sum((part.amount for part in parts), Decimal(0)) / whole.amount * HUNDRED
            low, high = sorted((share.low, real))
            said = (share.about == "over" and real >= share.low) or (share.about == "under" and real <= share.low)
            far = FAR if share.about == "over" and _is_worded(share) else CLOSE
            if not said and ((sure and high <= low * far) or is_slip(share.low, round(real, 0))):
                return parts, whole
        return None
