"""Sources in, a full-text index of them out; words in, the keys of the sources that have all of them out, best first.

The index is SQLite's FTS5, in memory like that of `index`. Of an indexed library only pages that are new are read; what
stood on pages that are gone is left out when asked, and out of the index when that is made anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefkit.library.index import connect, open_index
from briefkit.library.indexed import IndexedSources
from briefkit.library.words import plain
from briefkit.model import Source
from briefkit.patterns import regex

FORMAT = "search 1"

COLUMNS: Mapping[str, tuple[tuple[str, ...], float]] = {
    "key": ((), 5.0),
    "title": (("title", "subtitle", "shorttitle", "booktitle", "maintitle"), 10.0),
    "author": (("author", "editor", "organization", "institution", "translator"), 8.0),
    "container": (("journaltitle", "journal", "publisher", "series"), 3.0),
    "keywords": (("keywords", "keyword"), 4.0),
    "abstract": (("abstract",), 1.0),
    "annote": (("annote", "annotation", "note"), 1.0),
    "year": (("date", "year"), 2.0),
}
"""What is searched: from which fields it comes, and how much a hit in it weighs."""

_SCHEMA = f"""
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE page (id INTEGER PRIMARY KEY, digest BLOB);
CREATE TABLE entry (id INTEGER PRIMARY KEY AUTOINCREMENT, page INTEGER, key TEXT);
CREATE INDEX entry_page ON entry (page);
CREATE VIRTUAL TABLE words USING fts5({", ".join(COLUMNS)}, content='', tokenize="unicode61 remove_diacritics 2");
"""
_WORD = regex(r"[^\W_]+")
_FIND = """
SELECT entry.key FROM words JOIN entry ON entry.id = words.rowid WHERE words MATCH ? ORDER BY words.rank, entry.key
"""
_WEIGH = "INSERT INTO words(words, rank) VALUES ('rank', ?)"
_INSERT = f"INSERT INTO words(rowid, {', '.join(COLUMNS)}) VALUES (?{', ?' * len(COLUMNS)})"  # noqa: S608 - tables and columns are ours


def open_search(data: bytes) -> sqlite3.Connection | None:
    """The full-text index in these bytes; nothing when they are none."""
    return open_index(data, FORMAT)


def make_search(sources: Mapping[str, Source], known: sqlite3.Connection | None) -> tuple[sqlite3.Connection, bool]:
    """The full-text index of some sources, made from the one that is known where that fits, and whether it is new."""
    if not isinstance(sources, IndexedSources):
        search = _begin("")
        _write_page(search, b"", sources.values())
        return search, True
    strings = json.dumps(dict(sources.strings))
    search = known if known and _is_current(known, sources, strings) else _begin(strings)
    there = {digest: id for id, digest in search.execute("SELECT id, digest FROM page")}
    wanted = dict(sources.list_pages())
    gone = [(there[digest],) for digest in there.keys() - wanted.keys()]
    search.executemany("DELETE FROM entry WHERE page = ?", gone)
    search.executemany("DELETE FROM page WHERE id = ?", gone)
    new = [digest for digest in wanted if digest not in there]
    search.execute("BEGIN")
    for digest in new:
        _write_page(search, digest, sources.read_page(wanted[digest]))
    search.execute("COMMIT")
    return search, bool(gone or new)


def _begin(strings: str) -> sqlite3.Connection:
    search = connect()
    search.executescript(_SCHEMA)
    search.execute(_WEIGH, (f"bm25({', '.join(str(weight) for _, weight in COLUMNS.values())})",))
    search.executemany("INSERT INTO about VALUES (?, ?)", (("format", FORMAT), ("strings", strings)))
    return search


def _is_current(search: sqlite3.Connection, sources: IndexedSources, strings: str) -> bool:
    """Whether the strings are the same, and not more is gone from the index than is left."""
    told = search.execute("SELECT value FROM about WHERE name = 'strings'").fetchone()
    last = search.execute("SELECT MAX(id) FROM entry").fetchone()[0] or 0
    return told == (strings,) and last < 2 * len(sources) + 1000


def _write_page(search: sqlite3.Connection, digest: bytes, sources: Iterable[Source]) -> None:
    page = search.execute("INSERT INTO page VALUES (NULL, ?)", (digest,)).lastrowid
    for source in sources:
        id = search.execute("INSERT INTO entry VALUES (NULL, ?, ?)", (page, source.key)).lastrowid
        search.execute(_INSERT, (id, *_list_words(source)))


def _list_words(source: Source) -> Iterator[str]:
    """What a source holds for each of the columns."""
    for fields, _ in COLUMNS.values():
        values = (source.fields[name].value for name in fields if name in source.fields)
        yield " ".join(map(plain, values)) if fields else source.key


def find_keys(search: sqlite3.Connection, words: Sequence[str]) -> tuple[str, ...]:
    """The keys of the sources that hold all these words, or words that begin so, the best first.

    What signs join, such as `2021-05`, is looked for as it was typed: its words one behind the other.
    """
    phrases = (" ".join(_WORD.findall(part)) for typed in words for part in typed.split())
    question = " AND ".join(f'"{phrase}"*' for phrase in phrases if phrase)
    if not question:
        return ()
    return tuple(dict.fromkeys(key for (key,) in search.execute(_FIND, (question,))))


def is_there() -> bool:
    """Whether this SQLite has FTS5."""
    try:
        _begin("").close()
    except sqlite3.OperationalError:
        return False
    return True
