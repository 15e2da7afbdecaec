"""BibTeX text in, blocks with offsets out: the one module that knows bibtexparser.

A run of sound entries is read by the patterns of the outline; from the first block that is not sound to the next cut
the parser reads. It says on which line a block starts and what its raw text is; where it stands to the character
follows from that, and where its fields stand follows from the order of their parts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bibtexparser import model as bibtex
from bibtexparser.entrypoint import parse_string

from briefkit.library.blocks import Aside, Block, Broken, Entry, Item, Macro
from briefkit.library.outline import SOUND_HEAD, SOUND_ITEM
from briefkit.library.pages import Page

_OPENING = re.compile(r"@\w*[ \t]*[{(]\s*")
_STRING = re.compile(r"(?i)@string")
_COMMA = re.compile(r"\s*,\s*")
_EQUALS = re.compile(r"\s*=\s*")
_BLANK = re.compile(r"\s*")

Blocks = Iterator[tuple[Block, tuple[Item, ...]]]


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
        yield from _parse_piece(page, start, end)


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


def _parse_piece(page: Page, start: int, end: int) -> Blocks:
    clean, first = page.outline.clean, page.row(start)
    for found in parse_string(clean[start:end], parse_stack=[]).blocks:
        if not isinstance(found, bibtex.ImplicitComment):
            raw = found.raw or ""
            start = clean.index(raw, max(start, page.starts[first + (found.start_line or 0)]))
            block, items = _convert(found, clean, start, start + len(raw))
            yield block, items
            start += 1 if isinstance(block, Broken) else len(raw)  # what is given up may reach into the next block


def _convert(found: bibtex.Block, clean: str, start: int, end: int) -> tuple[Block, tuple[Item, ...]]:
    """Turn a block of the parser into ours; a repeated key or field is no failure of reading."""
    whole = getattr(found, "ignore_error_block", None) or found
    body = _skip(_OPENING, clean, start)
    match whole:
        case bibtex.Entry():
            key_end = body + len(whole.key)
            return Entry(start, end, whole.entry_type, whole.key, key_end), _find_items(clean, whole, key_end)
        case bibtex.String():
            return Macro(start, end), (_find_item(clean, whole.key, whole.value, body),)
        case bibtex.ParsingFailedBlock():
            return Broken(start, end, getattr(whole.error, "abort_reason", "")), ()
    return Aside(start, end), ()


def _find_items(clean: str, entry: bibtex.Entry, offset: int) -> tuple[Item, ...]:
    items = []
    for field in entry.fields:
        item = _find_item(clean, field.key, field.value, _skip(_COMMA, clean, offset))
        offset = item.value_end
        items.append(item)
    return tuple(items)


def _find_item(clean: str, name: str, value: str, name_at: int) -> Item:
    value_at = _skip(_EQUALS, clean, name_at + len(name))
    return Item(name, name_at, value_at, value_at + len(value))


def _skip(pattern: re.Pattern[str], clean: str, offset: int) -> int:
    match = pattern.match(clean, offset)
    return match.end() if match else offset
