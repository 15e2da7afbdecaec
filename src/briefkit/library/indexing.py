"""The files of a library and what an index knows of an earlier state in, the index of what they are now out.

The result is that of an index of the whole: pages are read without each other, and what concerns the whole library is
asked of the tables. A page of which something was said is read again when its lines have moved, since what is said may
name lines.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefkit.library.blocks import Entry
from briefkit.library.entries import Reading, read_strings
from briefkit.library.index import (
    FORMAT,
    INDEXES,
    SCHEMA,
    connect,
    digest_of,
    read_place,
    read_problem,
    write_place,
    write_problem,
)
from briefkit.library.indexed import FROM, ORDER, File, OfIndex, number_of, tell
from briefkit.library.links import find_link_problems
from briefkit.library.oddities import Oddity, tell_oddities
from briefkit.library.page_plan import Kept, New, may_define, open_again, plan_pages, renew, still_holds
from briefkit.library.pages import Page
from briefkit.library.reader import has_macros
from briefkit.library.shelf import Contents, find_lookalikes, find_twins, read_page, shape, sort_problems
from briefkit.library.twins import marks
from briefkit.model import EMPTY, Field, Place, Problem, Progress, Source


def make_index(files: Sequence[File], known: sqlite3.Connection | None, progress: Progress) -> sqlite3.Connection:
    """The index of some files, made from the one that is known where that is possible."""
    index = known or _begin()
    plan = [page for number, file in enumerate(files) for page in plan_pages(index, number, file)]
    strings = read_strings(open_again(files, page) for page in plan if may_define(page))
    values = json.dumps(dict(strings.values))
    is_same = values == tell(index, "strings")
    plan = [page if is_same and still_holds(page) else renew(files, page) for page in plan]
    index.execute("BEGIN")
    _write_pages(index, files, plan, strings.values, progress)
    index.execute("COMMIT")
    index.executescript(INDEXES)
    _say(index, "strings", values)
    _say(index, "files", json.dumps([[file.path, file.digest] for file in files]))
    _write_library(index, files, strings.problems)
    return index


def _begin() -> sqlite3.Connection:
    index = connect()
    index.executescript(SCHEMA)
    _say(index, "format", FORMAT)
    return index


def _say(index: sqlite3.Connection, name: str, value: str) -> None:
    index.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))


# --- pages into the database -----------------------------------------------------------------


DELETIONS = ("DELETE FROM page WHERE id = ?", "DELETE FROM entry WHERE page = ?", "DELETE FROM mark WHERE page = ?")
INSERT_PAGE = "INSERT INTO page VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
INSERT_ENTRY = "INSERT INTO entry VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def _write_pages(
    index: sqlite3.Connection,
    files: Sequence[File],
    plan: Sequence[Kept | New],
    strings: Mapping[str, str],
    progress: Progress,
) -> None:
    kept = {page.id for page in plan if isinstance(page, Kept)}
    gone = [row for row in index.execute("SELECT id FROM page") if row[0] not in kept]
    for deletion in DELETIONS:
        index.executemany(deletion, gone)
    todo, done = sum(page.size for page in plan if isinstance(page, New)), 0
    for number, page in enumerate(plan):
        if isinstance(page, Kept):
            place = (page.file, number, page.first, page.start, page.id)
            index.execute("UPDATE page SET file = ?, number = ?, first = ?, start = ? WHERE id = ?", place)
        else:
            _write_page(index, number, page, read_page(page.page, strings), [file.path for file in files])
            done += page.size
            progress("Reading", done, todo)


def _write_page(index: sqlite3.Connection, number: int, new: New, contents: Contents, paths: Sequence[str]) -> None:
    page = new.page
    problems = json.dumps([write_problem(problem, paths) for problem in contents.problems])
    oddities = json.dumps([[one.kind, write_place(one.place, paths), one.what, one.more] for one in contents.oddities])
    row = (
        *(new.file, number, page.first, new.lines, new.start, new.size, len(page.text), digest_of(page.text.encode())),
        *(contents.counted, has_macros(page), page.outline.is_open, problems, oddities, _list_links(page, contents)),
    )
    id = index.execute(INSERT_PAGE, row).lastrowid
    spans = _find_spans(page.text, [entry for entry, _ in contents.readings])
    marked: list[tuple[int, int | None, int | None]] = []
    for at, ((entry, reading), (start, end)) in enumerate(zip(contents.readings, spans, strict=True)):
        if source := reading.source:
            place = source.place
            sound = entry.is_sound and place.column == 1
            values = (id, at, source.key, shape(source.key), *_lines(page, place), start, end - start, sound)
            owner = index.execute(INSERT_ENTRY, values).lastrowid
            marked += [(number_of(mark), owner, id) for mark in marks(source)]
    index.executemany("INSERT INTO mark VALUES (?, ?, ?)", marked)


def _list_links(page: Page, contents: Contents) -> str:
    """The links of the entries of a page, with their places counted from its first line."""
    links = []
    for number, (source, found) in enumerate((reading.source, reading.links) for _, reading in contents.readings):
        if source:
            links += [[number, source.key, name, source.text(name), *_lines(page, at)] for name, at in found.items()]
    return json.dumps(links)


def _lines(page: Page, place: Place) -> tuple[int, int, int, int]:
    """A place counted from the first line of a page."""
    return place.line - page.first, place.column, place.end_line - page.first, place.end_column


def _find_spans(text: str, entries: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """From which byte of a page to which each of its entries goes."""
    if text.isascii():
        yield from ((entry.start, entry.end) for entry in entries)
        return
    offset, size = 0, 0
    for entry in entries:
        size += len(text[offset : entry.start].encode())
        offset = entry.start
        yield size, size + len(text[entry.start : entry.end].encode())


# --- what concerns the whole library ---------------------------------------------------------


class _Stubs(OfIndex):
    """The sources of an index without their fields but for the links to others."""

    def __init__(self, index: sqlite3.Connection, paths: Sequence[str], links: Mapping[str, Mapping[str, str]]) -> None:
        self.index = index
        self.paths = paths
        self.links = links

    def __getitem__(self, key: str) -> Source:
        """The source of a key; KeyError when there is none."""
        row = self.index.execute(f"{_STUB} WHERE entry.key = ? {ORDER} LIMIT 1", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        return _make_stub(row, self.paths, self.links.get(key, EMPTY))

    def __len__(self) -> int:
        """How many keys there are."""
        return int(self.index.execute("SELECT COUNT(DISTINCT key) FROM entry").fetchone()[0])


_STUB = f"""
SELECT page.file, page.first, entry.key, entry.line, entry.column, entry.end_line, entry.end_column, page.id,
    entry.number {FROM}
"""


def _make_stub(row: Sequence[Any], paths: Sequence[str], links: Mapping[str, str]) -> Source:
    file, first, key, line, column, end_line, end_column, *_ = row
    place = Place(paths[file], first + line, column, first + end_line, end_column)
    return Source(key, "", {name: Field(value, place.line) for name, value in links.items()}, place)


def _write_library(index: sqlite3.Connection, files: Sequence[File], problems: Sequence[Problem]) -> None:
    """Say of the whole library what follows from its pages."""
    paths = tuple(file.path for file in files)
    found = [*problems, *_list_problems(index, paths), *_find_alike(index, paths), *_find_unlinked(index, paths)]
    ordered = [write_problem(problem, paths) for problem in sort_problems(found, paths)]
    _say(index, "problems", json.dumps(ordered))
    _say(index, "counted", str(index.execute("SELECT TOTAL(counted) FROM page").fetchone()[0]).partition(".")[0])
    _say(index, "count", str(index.execute("SELECT COUNT(DISTINCT key) FROM entry").fetchone()[0]))


def _list_problems(index: sqlite3.Connection, paths: Sequence[str]) -> Iterator[Problem]:
    for (problems,) in index.execute("SELECT problems FROM page WHERE problems <> '[]'"):
        yield from (read_problem(one, paths) for one in json.loads(problems))
    by_file: dict[int, list[Oddity]] = {}
    for file, oddities in index.execute("SELECT file, oddities FROM page WHERE oddities <> '[]' ORDER BY number"):
        for kind, place, what, more in json.loads(oddities):
            by_file.setdefault(file, []).append(Oddity(kind, read_place(place, paths), what, more))
    for found in by_file.values():
        yield from tell_oddities(found)


def _find_alike(index: sqlite3.Connection, paths: Sequence[str]) -> Iterator[Problem]:
    """Keys that are used again, and keys that look like others."""
    again = "entry.key IN (SELECT key FROM entry GROUP BY key HAVING COUNT(*) > 1)"
    twins = [_make_stub(row, paths, EMPTY) for row in index.execute(f"{_STUB} WHERE {again} {ORDER}")]
    first = {source.key: source for source in reversed(twins)}
    yield from find_twins((Reading(source, (), EMPTY) for source in twins), first)
    alike = "entry.shape IN (SELECT shape FROM entry GROUP BY shape HAVING COUNT(DISTINCT key) > 1)"
    found = [_make_stub(row, paths, EMPTY) for row in index.execute(f"{_STUB} WHERE {alike} {ORDER}")]
    shown: dict[str, Source] = {}
    for source in found:
        shown.setdefault(source.key, source)
    yield from find_lookalikes(shown)


def _find_unlinked(index: sqlite3.Connection, paths: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the links between entries; of two entries of one key those of the first count."""
    links: dict[str, dict[str, str]] = {}
    places: dict[tuple[str, str], Place] = {}
    question = "SELECT id, file, first, links FROM page WHERE links <> '[]' ORDER BY file, number"
    for page, file, first, written in index.execute(question).fetchall():
        for number, key, name, value, line, column, end_line, end_column in json.loads(written):
            if _is_first(index, key, page, number):
                links.setdefault(key, {})[name] = value
                places[key, name] = Place(paths[file], first + line, column, first + end_line, end_column)
    yield from find_link_problems(_Stubs(index, paths, links), places)


def _is_first(index: sqlite3.Connection, key: str, page: int, number: int) -> bool:
    row = index.execute(f"{_STUB} WHERE entry.key = ? {ORDER} LIMIT 1", (key,)).fetchone()
    return row is not None and tuple(row[-2:]) == (page, number)
