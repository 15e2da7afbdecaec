"""BibTeX text in, blocks with offsets out.

A run of sound entries is read by the patterns of the outline; from the first block that is not sound to the next cut
the parser reads (`parsing`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefkit.library.blocks import Blocks, Entry, Item, Macro
from briefkit.library.outline import SOUND_HEAD, SOUND_ITEM
from briefkit.library.pages import Page
from briefkit.patterns import regex

_STRING = regex(r"(?i)@string")
_BLANK = regex(r"\s*")


def read_blocks(page: Page) -> Blocks:
    """Split a text into its blocks, each with its items, in order."""
    for start, end in _cut(page):
        yield from _read_piece(page, start, end)


def read_blocks_at(page: Page, offsets: Sequence[int]) -> Blocks:
    """The blocks of those pieces of a text in which one of the offsets (in order) lies."""
    for start, end in _cut(page):
        if bisect_left(offsets, end) > bisect_left(offsets, start):
            yield from _read_piece(page, start, end)


def has_macros(page: Page) -> bool:
    """Whether a text may hold an `@string`."""
    return _STRING.search(page.outline.clean) is not None


def read_macros(page: Page) -> Iterator[tuple[Macro, Item]]:
    """Only the `@string`s of a text: they must be known before the entries are read."""
    for start, end in _cut(page):
        if _STRING.search(page.outline.clean, start, end):
            blocks = _read_piece(page, start, end)
            yield from ((block, items[0]) for block, items in blocks if isinstance(block, Macro))


def _cut(page: Page) -> Iterator[tuple[int, int]]:
    """The pieces of a text: with a parser for each, its many objects are never many at once."""
    cuts = page.outline.cuts
    return zip((0, *cuts), (*cuts, len(page.text)), strict=True)


def _read_piece(page: Page, start: int, end: int) -> Blocks:
    clean = page.outline.clean
    while (at := _skip_blank(clean, start, end)) < end and (found := _read_sound(clean, at, end)):
        yield found
        start = found[0].end
    if at < end:
        from briefkit.library.parsing import parse  # most libraries are sound, and the parser takes a while to load

        yield from parse(page, start, end)


def _skip_blank(clean: str, start: int, end: int) -> int:
    match = _BLANK.match(clean, start, end)
    return match.end() if match else start


def _read_sound(clean: str, start: int, end: int) -> tuple[Entry, tuple[Item, ...]] | None:
    """The entry that starts here, if it is sound."""
    head = SOUND_HEAD.match(clean, start, end)
    if not head:
        return None
    items, at = [], head.end()
    while match := SOUND_ITEM.match(clean, at, end):
        items.append(Item(match[1], match.start(), *match.span(2)))
        at = match.end()
    if not items or clean[at : at + 1] != "}":
        return None
    return Entry(start, at + 1, head[1].lower(), head[2], head.end(2), True), tuple(items)
