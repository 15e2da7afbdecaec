"""What was read of a library, kept in SQLite: bytes in, and out comes a library of which only the entries asked for are
read, from the very spans of text where they stand.

The database says where things stand and what was wrong, never what an entry says: that is read from the text, whose
digest it knows. It lives in memory; who keeps its bytes on disk is `pipeline.keeping`.

    page    a stretch of a file that is read without the others; the digest of its text; its problems
    entry   a key, its span on its page; `shape` is the key without capitals; `sound` says that the span is enough
    mark    what two entries of one work have in common, as a number of 64 bits (see `twins.marks`)
    about   the files and their digests, the `@string`s, the problems of the whole library
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from briefkit.library.blocks import Entry
from briefkit.library.entries import read_entry
from briefkit.library.pages import Page, open_page
from briefkit.library.reader import read_blocks
from briefkit.library.shelf import shape
from briefkit.model import Library, Place, Problem, Related, Source

FORMAT = "1"
"""Changes when an older index must not be read."""

SCHEMA = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE page (
    id INTEGER PRIMARY KEY, file INTEGER, number INTEGER, first INTEGER, lines INTEGER, start INTEGER, size INTEGER,
    length INTEGER, digest BLOB, counted INTEGER, macros INTEGER, is_open INTEGER, problems TEXT, oddities TEXT,
    links TEXT
);
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, page INTEGER, number INTEGER, key TEXT, shape TEXT, line INTEGER, column INTEGER,
    end_line INTEGER, end_column INTEGER, start INTEGER, size INTEGER, sound INTEGER
);
CREATE TABLE mark (value INTEGER, entry INTEGER, page INTEGER);
"""
INDEXES = """
CREATE INDEX IF NOT EXISTS entry_key ON entry (key);
CREATE INDEX IF NOT EXISTS entry_shape ON entry (shape);
CREATE INDEX IF NOT EXISTS entry_page ON entry (page);
CREATE INDEX IF NOT EXISTS mark_value ON mark (value);
CREATE INDEX IF NOT EXISTS mark_page ON mark (page);
"""

FROM = "FROM entry JOIN page ON page.id = entry.page"
ORDER = "ORDER BY page.file, page.number, entry.number"
_SPAN = f"""
SELECT page.id, page.file, page.first, page.start, page.size, entry.number, entry.line, entry.start, entry.size,
    entry.sound {FROM} WHERE entry.key = ? {ORDER} LIMIT 1
"""
MOST_ASKED = 500
"""How many values one question holds."""


_MARKED = """
SELECT entry.id, page.file, page.number, entry.number, entry.key FROM entry JOIN page ON page.id = entry.page
WHERE entry.id IN (SELECT entry FROM mark WHERE value IN (SELECT value FROM json_each(?)))
"""


class DamagedIndexError(Exception):
    """An index that does not fit the text it speaks of: it is to be made anew."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of a library: its name, its text as UTF-8 with LF, and the digest of what lay on the disk."""

    path: str
    text: bytes
    digest: str


Progress = Callable[[int, int], None]
"""Told how many bytes of how many were read."""


class IndexedSources(Mapping[str, Source]):
    """The sources of an indexed library by key, in order; each is read from the text when it is first asked for."""

    def __init__(self, index: sqlite3.Connection, files: Sequence[File]) -> None:
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
            if source is None or source.key != key:
                raise DamagedIndexError(f"no entry '{key}' where the index says")
            self.known[key] = source
        return self.known[key]

    def __contains__(self, key: object) -> bool:
        """Whether an entry has this key."""
        return self.index.execute("SELECT 1 FROM entry WHERE key = ? LIMIT 1", (key,)).fetchone() is not None

    def __iter__(self) -> Iterator[str]:
        """The keys, each once, in order."""
        return iter(dict.fromkeys(key for (key,) in self.index.execute(f"SELECT entry.key {FROM} {ORDER}")))

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


def open_index(data: bytes) -> sqlite3.Connection | None:
    """The index in these bytes; nothing when they are none, or one of another form."""
    index = connect()
    try:
        index.deserialize(data)
        if index.execute("SELECT value FROM about WHERE name = 'format'").fetchone() == (FORMAT,):
            return index
    except (sqlite3.Error, OverflowError):
        pass
    index.close()
    return None


def connect() -> sqlite3.Connection:
    """An empty database in memory."""
    return sqlite3.connect(":memory:", isolation_level=None)


def look_up(index: sqlite3.Connection, files: Sequence[File]) -> Library | None:
    """The library of these files as the index knows it; nothing when they are not those that were indexed."""
    if json.loads(tell(index, "files")) != [[file.path, file.digest] for file in files]:
        return None
    problems = tuple(read_problem(one) for one in json.loads(tell(index, "problems")))
    paths = tuple(file.path for file in files)
    return Library(paths, IndexedSources(index, files), problems, int(tell(index, "counted")))


def tell(index: sqlite3.Connection, name: str) -> str:
    """A value of the table `about`."""
    row = index.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise DamagedIndexError(f"the index has no '{name}'")
    return str(row[0])


def digest_of(text: bytes) -> bytes:
    """The digest of a page."""
    return blake2b(text, digest_size=16).digest()


# --- problems as JSON ------------------------------------------------------------------------


def write_problem(problem: Problem) -> list[Any]:
    """A problem as plain values."""
    related = [[write_place(one.place), one.message] for one in problem.related]
    place = write_place(problem.place)
    return [problem.code, place, problem.message, problem.hint, related, problem.grave, problem.key]


def read_problem(values: Sequence[Any]) -> Problem:
    """The problem of `write_problem`."""
    code, place, message, hint, related, grave, key = values
    others = tuple(Related(read_place(where), what) for where, what in related)
    return Problem(code, read_place(place), message, hint, others, grave, key)


def write_place(place: Place) -> list[Any]:
    """A place as plain values."""
    return [place.path, place.line, place.column, place.end_line, place.end_column]


def read_place(values: Sequence[Any]) -> Place:
    """The place of `write_place`."""
    return Place(*values)
