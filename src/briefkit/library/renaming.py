"""A BibTeX text and a key in, the places where the key stands out: at the entry itself, and in the fields of others."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.blocks import Entry, Item
from briefkit.library.edits import Span
from briefkit.library.pages import Page, open_page
from briefkit.library.reader import read_blocks
from briefkit.library.values import read_expression
from briefkit.model import Source
from briefkit.patterns import regex
from briefkit.values import Value

LISTS = frozenset(("crossref", "entryset", "ids", "related", "set", "xdata", "xref"))
"""The fields that name entries: one, or several with commas."""

_KEY = regex(r"[^\s,]+")


class Renaming(Value):
    """What is to be replaced in a text, and how many entries and how many links to them that are."""

    spans: tuple[Span, ...]
    entries: int
    links: int


def find_renaming(path: str, text: str, old: str, new: str) -> Renaming:
    """Every place of a library in which a key stands as a key."""
    entries: list[Span] = []
    links: list[Span] = []
    page = open_page(path, text)
    for block, items in read_blocks(page):
        if isinstance(block, Entry):
            entries += [Span(block.key_end - len(old), block.key_end, new)] if block.key == old else []
            links += [
                span for item in items if item.name.lower() in LISTS for span in _find_links(page, item, old, new)
            ]
    return Renaming((*entries, *links), len(entries), len(links))


def _find_links(page: Page, item: Item, old: str, new: str) -> Iterator[Span]:
    for part in read_expression(page.outline.clean, item.value_at, item.value_end).parts:
        if part.is_bare and page.text[part.start : part.end] == old:
            yield Span(part.start, part.end, f"{{{new}}}")
        elif not part.is_bare:
            keys = _KEY.finditer(page.text, part.start, part.end)
            yield from (Span(*key.span(), new) for key in keys if key[0] == old)


def named_keys(source: Source, name: str) -> tuple[str, ...]:
    """The keys that a field of a source names once its strings are replaced."""
    return tuple(_KEY.findall(source.text(name)))


def names_key(path: str, text: str, key: str) -> bool:
    """Whether a field of any entry names this key: as a link, or as another name of its own."""
    return bool(find_renaming(path, text, key, key).spans)
