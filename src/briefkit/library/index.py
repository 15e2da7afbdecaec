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
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from briefkit.library.indexed import File, IndexedSources, tell
from briefkit.model import Library, Place, Problem, Related

FORMAT = "5"
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


def open_index(data: bytes, form: str = "") -> sqlite3.Connection | None:
    """The index in these bytes; nothing when they are none, or one of another form than this or FORMAT."""
    index = connect()
    try:
        index.deserialize(data or b"\0")
        if index.execute("SELECT value FROM about WHERE name = 'format'").fetchone() == (form or FORMAT,):
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
    paths = tuple(file.path for file in files)
    problems = tuple(read_problem(one, paths) for one in json.loads(tell(index, "problems")))
    return Library(paths, IndexedSources(index, files), problems, int(tell(index, "counted")))


def digest_of(text: bytes) -> bytes:
    """The digest of a page."""
    return blake2b(text, digest_size=16).digest()


# --- problems as JSON: files as numbers, since they are called otherwise from another folder --------------------


def write_problem(problem: Problem, paths: Sequence[str]) -> list[Any]:
    """A problem as plain values."""
    related = [[write_place(one.place, paths), one.message] for one in problem.related]
    place = write_place(problem.place, paths)
    return [problem.code, place, problem.message, problem.hint, related, problem.step, problem.key]


def read_problem(values: Sequence[Any], paths: Sequence[str]) -> Problem:
    """The problem of `write_problem`."""
    code, place, message, hint, related, step, key = values
    others = tuple(Related(read_place(where, paths), what) for where, what in related)
    return Problem(code, read_place(place, paths), message, hint, others, step, key)


def write_place(place: Place, paths: Sequence[str]) -> list[int]:
    """A place as plain values."""
    return [paths.index(place.path), place.line, place.column, place.end_line, place.end_column]


def read_place(values: Sequence[int], paths: Sequence[str]) -> Place:
    """The place of `write_place`."""
    file, *rest = values
    return Place(paths[file], *rest)
