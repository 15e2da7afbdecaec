"""The sources of an indexed library: a key in, the source out, read from the very span of text where it stands.

What the index is, and what its tables hold, says `index`. Whoever only asks a small library need not load it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from briefkit.library.blocks import Entry
from briefkit.library.entries import read_entry
from briefkit.library.links import list_aliases
from briefkit.library.pages import Page, open_page
from briefkit.library.reader import read_blocks
from briefkit.library.shelf import read_library, shape
from briefkit.library.twins import marks
from briefkit.model import Source
from briefkit.values import Value

if TYPE_CHECKING:
    from sqlite3 import Connection

FROM = "FROM entry JOIN page ON page.id = entry.page"
ORDER = "ORDER BY page.file, page.number, entry.number"
_SPAN = f"""
SELECT page.id, page.file, page.first, page.start, page.size, entry.number, entry.line, entry.start, entry.size,
    entry.sound {FROM} WHERE entry.key = ? {ORDER} LIMIT 1
"""
MOST_ASKED = 500
"""How many values one question holds."""


_PAGE = "SELECT file, start, size, first FROM page WHERE id = ?"
_MARKED = """
SELECT entry.id, page.file, page.number, entry.number, entry.key FROM entry JOIN page ON page.id = entry.page
WHERE entry.id IN (SELECT entry FROM mark WHERE value IN (SELECT value FROM json_each(?)))
"""


class File(Value):
    """A file of a library: its name, its text as UTF-8 with LF, and the digest of what lay on the disk."""

    path: str
    text: bytes
    digest: str


class OfIndex(Mapping[str, Source]):
    """Sources by key, in order, of which an index tells the keys."""

    index: Connection

    def __contains__(self, key: object) -> bool:
        """Whether an entry has this key."""
        return self.index.execute("SELECT 1 FROM entry WHERE key = ? LIMIT 1", (key,)).fetchone() is not None

    def __iter__(self) -> Iterator[str]:
        """The keys, each once, in order."""
        return iter(dict.fromkeys(key for (key,) in self.index.execute(f"SELECT entry.key {FROM} {ORDER}")))


class IndexedSources(OfIndex):
    """The sources of an indexed library by key, in order; each is read from the text when it is first asked for."""

    def __init__(self, index: Connection, files: Sequence[File]) -> None:
        self.index = index
        self.files = files
        self.strings: Mapping[str, str] = json.loads(tell(index, "strings"))
        self.count = int(tell(index, "count"))
        self.known: dict[str, Source] = {}
        self.pages: dict[int, tuple[Source | None, ...]] = {}

    def __getitem__(self, key: str) -> Source:
        """The source of a key; KeyError when there is none."""
        if key not in self.known:
            row = self.index.execute(_SPAN, (key,)).fetchone()
            if row is None:
                raise KeyError(key)
            source = self._read(*row)
            if source is None or source.key != key:  # an index that does not fit its text tells nothing
                self.known.update(read_library([(file.path, file.text.decode()) for file in self.files]).sources)
                return self.known[key]
            self.known[key] = source
        return self.known[key]

    def __len__(self) -> int:
        """How many keys there are."""
        return self.count

    def alike(self, key: str) -> tuple[str, ...]:
        """The keys that differ from this one in capitals at most, in order."""
        rows = self.index.execute(f"SELECT entry.key {FROM} WHERE entry.shape = ? {ORDER}", (shape(key),))
        return tuple(dict.fromkeys(found for (found,) in rows))

    def marked(self, marks: Iterable[str]) -> dict[str, Source]:
        """The sources that have any of these marks, in order."""
        wanted = tuple(dict.fromkeys(number_of(mark) for mark in marks))
        rows: dict[int, tuple[Any, ...]] = {}
        for start in range(0, len(wanted), MOST_ASKED):
            some = wanted[start : start + MOST_ASKED]
            found = self.index.execute(_MARKED, (json.dumps(some),))
            rows |= {row[0]: row[1:] for row in found}
        return {key: self[key] for *_, key in sorted(rows.values())}

    def list_pages(self) -> Iterator[tuple[bytes, int]]:
        """The digest and the number of each page."""
        yield from self.index.execute("SELECT digest, id FROM page ORDER BY file, number")

    def read_page(self, page: int) -> Iterator[Source]:
        """The sources of a page, in order."""
        file, at, size, first = self.index.execute(_PAGE, (page,)).fetchone()
        text = self.files[file].text[at : at + size].decode()
        yield from (source for source in self._read_entries(open_page(self.files[file].path, text, first)) if source)

    def _read(self, page: int, file: int, first: int, at: int, size: int, *span: int) -> Source | None:
        """The source at a span of a page: from the span alone if the entry is sound, else from its page."""
        number, line, start, width, is_sound = span
        path, text = self.files[file].path, self.files[file].text
        if is_sound:
            alone = open_page(path, text[at + start : at + start + width].decode(), first + line)
            return next(iter(self._read_entries(alone)), None)
        if page not in self.pages:
            whole = open_page(path, text[at : at + size].decode(), first)
            self.pages[page] = tuple(self._read_entries(whole))
        return self.pages[page][number]

    def _read_entries(self, page: Page) -> Iterator[Source | None]:
        for block, items in read_blocks(page):
            if isinstance(block, Entry):
                yield read_entry(page, block, items, self.strings).source


def number_of(mark: str) -> int:
    """A mark as a number of 64 bits; that two marks may have one number only makes a search wider."""
    return int.from_bytes(blake2b(mark.encode(), digest_size=8).digest(), "big", signed=True)


def tell(index: Connection, name: str) -> str:
    """A value of the table `about`; empty when it was never said."""
    row = index.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else ""


def relatives(sources: Mapping[str, Source], own: Iterable[Source]) -> Mapping[str, Source]:
    """Of all sources at least those that may be one work with some of one's own, in order."""
    if isinstance(sources, IndexedSources):
        return sources.marked(mark for source in own for mark in marks(source))
    return sources


def find_aliases(sources: Mapping[str, Source], keys: Iterable[str]) -> Mapping[str, Source]:
    """For each key that is in no source, the first source that goes by it as well."""
    unknown = {key for key in keys if key not in sources}
    if not unknown:
        return {}
    some = sources.marked(f"ids:{key}" for key in unknown) if isinstance(sources, IndexedSources) else sources
    found = ((alias, source) for alias, source in list_aliases(some.values()) if alias in unknown)
    first: dict[str, Source] = {}
    for alias, source in found:
        first.setdefault(alias, source)
    return first


def alias_finder(sources: Mapping[str, Source]) -> Callable[[str], str]:
    """What says of a key that no source has, which source goes by it as well: the key of the first, or nothing."""

    @cache
    def list_owners() -> Mapping[str, str]:
        return {alias: source.key for alias, source in reversed(list(list_aliases(sources.values())))}

    def find(key: str) -> str:
        if not isinstance(sources, IndexedSources):
            return list_owners().get(key, "")
        owner = find_aliases(sources, (key,)).get(key)
        return owner.key if owner else ""

    return find


def find_alike(sources: Mapping[str, Source], keys: Iterable[str]) -> Mapping[str, str]:
    """For each key that is in no source but for capitals, the key of the first that it may mean."""
    unknown = {key.casefold(): key for key in keys if key not in sources}
    if not unknown:
        return {}
    known = (
        (own for key in unknown.values() for own in sources.alike(key))
        if isinstance(sources, IndexedSources)
        else iter(sources)
    )
    spelled: dict[str, str] = {}
    for own in known:
        if own.casefold() in unknown:
            spelled.setdefault(own.casefold(), own)
    return spelled
