"""BibTeX text in pages: what stands on each and its lines; offsets go in, places come out."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence

from briefkit.library.outline import PIECE, Outline, draw_outline
from briefkit.model import Place
from briefkit.values import Value


class Page(Value):
    """A file's path, some of its text, the outline of that, the offset at which each line starts, and the first line.

    Offsets count from the start of the page, lines from the start of the file.
    """

    path: str
    text: str
    outline: Outline
    starts: Sequence[int]
    first: int = 1

    def row(self, offset: int) -> int:
        """The 0-based line of the page that holds this offset."""
        return bisect_right(self.starts, offset) - 1

    def line(self, offset: int) -> int:
        """The 1-based line of the file that holds this offset."""
        return bisect_right(self.starts, offset) - 1 + self.first

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of this offset."""
        row = bisect_right(self.starts, offset) - 1
        return row + self.first, offset - self.starts[row] + 1

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from `start` to `end`."""
        return Place(self.path, *self.position(start), *self.position(end))


def open_page(path: str, text: str, first: int = 1) -> Page:
    """Take in a text as one page; only a line feed ends a line."""
    return Page(path, text, draw_outline(text), _find_lines(text), first)


def open_pages(path: str, text: str, first: int = 1, stops: Container[int] = ()) -> Iterator[Page]:
    """Take in a text as pages, each to be read without the others, up to the first of the `stops` that is a cut."""
    outline = draw_outline(text, stops)
    start, comments = 0, list(reversed(outline.comments))
    for end, cuts in _group(outline):
        within = []
        while comments and comments[-1][0] < end:
            opening, closing = comments.pop()
            within.append((opening - start, closing - start))
        words = text[start:end]
        drawn = Outline(outline.clean[start:end], tuple(within), tuple(cut - start for cut in cuts), outline.is_open)
        yield Page(path, words, drawn, _find_lines(words), first)
        start, first = end, first + words.count("\n")


def _group(outline: Outline) -> Iterator[tuple[int, list[int]]]:
    """Where each page ends, and the cuts within it; a text is one page when what is comment depends on all of it."""
    start, cuts = 0, list[int]()
    for cut in outline.cuts:
        if cut - start > PIECE and not outline.is_open:
            yield cut, cuts
            start, cuts = cut, []
        else:
            cuts.append(cut)
    yield len(outline.clean), cuts


def _find_lines(text: str) -> Sequence[int]:
    starts = array("Q", [0])
    offset = text.find("\n")
    while offset >= 0:
        starts.append(offset + 1)
        offset = text.find("\n", offset + 1)
    return starts
