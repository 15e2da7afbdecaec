"""A file of a library and what an index knows of its earlier pages in; which pages are kept, and what is read, out.

Pages whose text is the same at the start and at the end of the file are kept; what lies between is read anew, from
where a sound entry begins. The pages are then those of the whole file, if cut at other places: see `outline`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from briefkit.library.index import digest_of
from briefkit.library.indexed import File
from briefkit.library.outline import is_sound
from briefkit.library.pages import Page, open_page, open_pages
from briefkit.library.reader import has_macros
from briefkit.values import Value, replace


class Kept(Value):
    """A page that the index knows, at its place in the file of today."""

    id: int
    file: int
    first: int
    start: int
    lines: int
    size: int
    length: int
    digest: bytes
    macros: bool
    is_open: bool
    is_told: bool
    has_moved: bool = False


class New(Value):
    """A page that is to be read."""

    page: Page
    file: int
    start: int
    size: int

    @property
    def lines(self) -> int:
        """How many lines end on it."""
        return self.page.text.count("\n")

    @property
    def is_open(self) -> bool:
        """Whether it holds an `@comment` that is never closed."""
        return self.page.outline.is_open


def plan_pages(index: sqlite3.Connection, number: int, file: File) -> list[Kept | New]:
    """The pages of a file: those that are kept at both of its ends, and between them what is to be read."""
    old = _list_pages(index, number)
    front = _match_front(file.text, old[:-1])  # the last one ends where the file did, maybe in the middle of an entry
    start = front[-1].start + front[-1].size if front else 0
    back = _match_back(file.text, old[len(front) :], start)
    if back and back[0].start == start:
        return _number(front, [], back)
    text = file.text[start:].decode()
    if front and not is_sound(text):
        start = front.pop().start
        text = file.text[start:].decode()
    new = _read_on(number, file, text, start, front, back)
    if any(page.is_open for page in (*front, *back)) or any(page.is_open for page in new):
        return _number([], _read_on(number, file, file.text.decode(), 0, [], []), [])
    reached = new[-1].start + new[-1].size
    return _number(front, new, [page for page in back if page.start >= reached])


def _list_pages(index: sqlite3.Connection, file: int) -> list[Kept]:
    question = """
    SELECT id, first, start, lines, size, length, digest, macros, is_open, problems <> '[]' OR oddities <> '[]'
    FROM page WHERE file = ? AND size > 0 ORDER BY number
    """
    return [Kept(row[0], file, *row[1:]) for row in index.execute(question, (file,))]


def _match_front(text: bytes, old: Sequence[Kept]) -> list[Kept]:
    """The pages with which the text still begins."""
    found: list[Kept] = []
    for page in old:
        if digest_of(text[page.start : page.start + page.size]) != page.digest:
            break
        found.append(page)
    return found


def _match_back(text: bytes, old: Sequence[Kept], least: int) -> list[Kept]:
    """The pages with which the text still ends, at their new offsets, none of them before `least`."""
    found: list[Kept] = []
    end = len(text)
    for page in reversed(old):
        start = end - page.size
        if start < least or digest_of(text[start:end]) != page.digest:
            break
        found.append(replace(page, start=start))
        end = start
    return found[::-1]


def _read_on(number: int, file: File, text: str, start: int, front: Sequence[Kept], back: Sequence[Kept]) -> list[New]:
    """The pages of a text that begins at a byte of a file, up to where one begins that is kept."""
    stops, end = set[int](), len(text)
    for page in reversed(back):
        end -= page.length
        stops.add(end)
    first = 1 + sum(page.lines for page in front)
    pages: list[New] = []
    for opened in open_pages(file.path, text, first, stops):
        size = len(opened.text.encode())
        pages.append(New(opened, number, start, size))
        start += size
    return pages


def _number(front: Sequence[Kept], new: Sequence[New], back: Sequence[Kept]) -> list[Kept | New]:
    """The pages of a file in order, those at its end with the lines where they are now."""
    pages: list[Kept | New] = [*front, *new]
    first = 1 + sum(page.lines for page in pages)
    for page in back:
        pages.append(replace(page, first=first, has_moved=page.first != first))
        first += page.lines
    return pages


def may_define(page: Kept | New) -> bool:
    """Whether a page may hold an `@string`."""
    return page.macros if isinstance(page, Kept) else has_macros(page.page)


def open_again(files: Sequence[File], page: Kept | New) -> Page:
    """A page as text, with the lines where it stands now."""
    if isinstance(page, New):
        return page.page
    file = files[page.file]
    return open_page(file.path, file.text[page.start : page.start + page.size].decode(), page.first)


def still_holds(page: Kept | New) -> bool:
    """Whether what is known of a page still holds where it stands now."""
    return isinstance(page, New) or not (page.is_told and page.has_moved)


def renew(files: Sequence[File], page: Kept | New) -> New:
    """A page to be read, though it is known."""
    return page if isinstance(page, New) else New(open_again(files, page), page.file, page.start, page.size)
