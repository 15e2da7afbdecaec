"""The place of a finding in, where that is in a reader's words out: the section it is in, and the words it is about."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from briefkit.model import Account, Block, Brief, Place
from briefkit.report.printed import readable
from briefkit.report.review_page.words import LONGEST_WORDS, beginning, clean
from briefkit.text import shorten

CELLS = ("cell", "header-cell")
LONGEST_LINE = 2_000
"""Characters of a line that are looked at."""

LONGEST_TITLE = 80
SIGNS = ("-", "+", "\u2212")
RIGHTWARD = "\u200e"
"""Keeps the sign before its figure among words that run from right to left."""


class Quoting:
    """Says of places in one brief where they are."""

    def __init__(self, brief: Brief, accounts: Sequence[Account]) -> None:
        self.brief, self.accounts = brief, accounts
        self._rows_said: dict[tuple[int, int], str] = {}
        self.heads = [section.place.start for section in brief.sections]

    def __call__(self, place: Place, number: int) -> dict[str, str]:
        """The section of a place, and the words there: the sentence of this number, the row of a table, or the line."""
        if place.path != self.brief.path:
            return {}
        section = self._section(place)
        title = clean(shorten(self.brief.sections[section].title, LONGEST_TITLE)) if section >= 0 else ""
        if number:
            return {"section": title, "words": beginning(readable(self.accounts[number - 1].sentence))}
        if row := self._row(place):
            return {"section": title, "words": row}
        return {"section": title, "typed": self._typed(place)}

    def _section(self, place: Place) -> int:
        return bisect_right(self.heads, place.start) - 1

    def _row(self, place: Place) -> str:
        """The cells of the row that a place is in, nothing where it is in none; each row is put together once."""
        row = self._cell_at.get(place.start)
        if row is not None and row not in self._rows_said:
            words = (" ".join(readable(s) for s in cell.sentences) for cell in self.rows[row])
            self._rows_said[row] = beginning(" \u00b7 ".join(RIGHTWARD * w.startswith(SIGNS) + w for w in words))
        return self._rows_said[row] if row is not None else ""

    @cached_property
    def rows(self) -> dict[tuple[int, int], list[Block]]:
        """The cells of each row, by table and row."""
        found: defaultdict[tuple[int, int], list[Block]] = defaultdict(list)
        for block in self.brief.blocks:
            if block.kind in CELLS and block.cell[0] and block.sentences:
                found[block.exhibit, block.cell[0]].append(block)
        return found

    @cached_property
    def _cell_at(self) -> dict[tuple[int, int], tuple[int, int]]:
        """The row of each cell by where its words begin."""
        return {cell.place.start: row for row, cells in self.rows.items() for cell in cells}

    def _typed(self, place: Place) -> str:
        """The line of a place as it is typed, of a long one what stands there; nothing of the brief as a whole."""
        whole = place.start == place.end
        if whole or not 0 < place.line <= len(self.lines):
            return ""
        line = self.lines[place.line - 1][:LONGEST_LINE]
        if len(line) <= LONGEST_WORDS:
            return clean(line.strip())
        ends = place.end_column - 1 if place.end_line == place.line else len(line)
        return beginning(line[place.column - 1 : ends].strip())

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the brief."""
        return self.brief.text.split("\n")
