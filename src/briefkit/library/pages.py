"""One BibTeX file as text: its outline and its lines; offsets go in, places come out."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.library.outline import Outline, draw_outline
from briefkit.model import Place


@dataclass(frozen=True, slots=True)
class Page:
    """A file's path, its text, the outline of the text, and the offset at which each line starts."""

    path: str
    text: str
    outline: Outline
    starts: Sequence[int]

    def line(self, offset: int) -> int:
        """The 1-based line that holds this offset."""
        return bisect_right(self.starts, offset)

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of this offset."""
        line = self.line(offset)
        return line, offset - self.starts[line - 1] + 1

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from `start` to `end`."""
        return Place(self.path, *self.position(start), *self.position(end))


def open_page(path: str, text: str) -> Page:
    """Take in a text; only a line feed ends a line."""
    return Page(path, text, draw_outline(text), _find_lines(text))


def _find_lines(text: str) -> Sequence[int]:
    starts = array("Q", [0])
    offset = text.find("\n")
    while offset >= 0:
        starts.append(offset + 1)
        offset = text.find("\n", offset + 1)
    return starts
