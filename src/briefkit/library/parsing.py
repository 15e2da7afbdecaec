"""A stretch of BibTeX text in, blocks with offsets out: the one module that knows bibtexparser.

The parser says on which line a block starts and what its raw text is; where it stands to the character follows from
that, and where its fields stand follows from the order of their parts.
"""

from __future__ import annotations

import logging
import re

from bibtexparser import model as bibtex
from bibtexparser.entrypoint import parse_string

from briefkit.library.blocks import Aside, Block, Blocks, Broken, Entry, Item, Macro
from briefkit.library.pages import Page
from briefkit.patterns import regex

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it says of its blocks we tell ourselves

_OPENING = regex(r"@\w*[ \t]*[{(]\s*")
_COMMA = regex(r"\s*,\s*")
_EQUALS = regex(r"\s*=\s*")


def parse(page: Page, start: int, end: int) -> Blocks:
    """The blocks from one offset of a page to another."""
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
