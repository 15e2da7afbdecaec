"""What is known of a library in, text for a terminal or JSON out: its figures, one entry, the entries nobody cites.

docs/library-json.md describes the JSON.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefkit.escapes import printable
from briefkit.library.stats import USUAL
from briefkit.model import Source
from briefkit.report.text_report import wrap
from briefkit.text import plural, shorten

TYPE_WIDTH = 13
"""Columns for the name of a type: with six digits before it, the table of fields takes 80 columns."""

NARROWEST_TITLE = 20
MOST_DUPLICATES = 10
DUPLICATE_CODES = ("BIB350", "BIB351", "BIB353")
"""The rules that tell of one work under two keys."""

VERSION = 1
"""Of the JSON forms; it changes only when a reader of them must change."""


def write_statistics(statistics: Mapping[str, Any], width: int) -> bytes:
    """The figures of a library as text of `width` columns: types and fields, years, duplicates, uses, problems."""
    parts = (
        list(_head(statistics, width)),
        list(_fields(statistics)),
        list(_years(statistics, width)),
        list(_uses(statistics, width)),
        list(_duplicates(statistics, width)),
        list(_problems(statistics, width)),
    )
    return ("\n\n".join("\n".join(lines) for lines in parts if lines) + "\n").encode()


def _head(statistics: Mapping[str, Any], width: int) -> Iterator[str]:
    """`references.bib: 43 entries`, and where the problems are judged."""
    entries = plural(len(statistics["entries"]), "entry", "entries")
    problems = len(statistics["problems"])
    told = f", {plural(problems, 'problem')}" if problems else ""
    yield f"{printable(', '.join(statistics['paths']))}: {entries}{told}"
    if problems:
        command = shlex.join(("briefkit", "library", "check", *statistics["paths"]))
        yield from wrap(f"see: {printable(command)}", width, "  ")


def _fields(statistics: Mapping[str, Any]) -> Iterator[str]:
    """A row for each type: how many entries, and the share of them that has each of the usual fields."""
    types = statistics["types"]
    digits = max((len(str(number)) for number in types.values()), default=0)
    name = min(max((len(printable(kind)) for kind in types), default=0), TYPE_WIDTH)
    if types:
        yield " ".join((f"{'%':<{digits + 1 + name}}", *USUAL))
    for kind, number in types.items():
        shares = statistics["fields"][kind]
        cells = (f"{_percent(shares[field], number):>{len(field)}}" for field in USUAL)
        yield " ".join((f"{number:>{digits}} {shorten(printable(kind), name):<{name}}", *cells))


def _percent(part: int, whole: int) -> str:
    """A share in whole percent, so that only all is 100 and only none is a dot."""
    return str(max(1, 100 * part // whole)) if part else "."


def _years(statistics: Mapping[str, Any], width: int) -> Iterator[str]:
    years = statistics["years"]
    most = max(years["decades"].values(), default=0)
    if not most:
        return
    undated = f", {years['undated']} without a year" if years["undated"] else ""
    yield f"Years: {years['first']} to {years['last']}{undated}"
    digits = len(str(most))
    room = max(1, width - digits - 10)
    for decade, number in years["decades"].items():
        yield f"  {decade}s {number:>{digits}} {'#' * max(1, room * number // most)}"


def _uses(statistics: Mapping[str, Any], width: int) -> Iterator[str]:
    uses = statistics["uses"]
    if uses is None:
        return
    cited = plural(uses["cited"], "entry", "entries")
    yield f"Briefs of the project: {plural(uses['citations'], 'citation')} of {cited}"
    digits = max((len(str(use["citations"])) for use in uses["most_cited"]), default=0)
    for use in uses["most_cited"]:
        yield f"  {use['citations']:>{digits}} {shorten(printable(use['key']), max(20, width - digits - 3))}"
    if uses["unused"]:
        number = plural(len(uses["unused"]), "entry is", "entries are")
        yield from wrap(f"{number} cited nowhere; see: briefkit library unused", width, "")


def _duplicates(statistics: Mapping[str, Any], width: int) -> Iterator[str]:
    found = statistics["duplicates"]
    if found:
        yield f"One work under two keys, it seems: {len(found)}"
    for one in found[:MOST_DUPLICATES]:
        yield from _told(one, "", width)
    if len(found) > MOST_DUPLICATES:
        codes = ",".join(DUPLICATE_CODES)
        more = f"{len(found) - MOST_DUPLICATES} more; see: briefkit library check --select {codes}"
        yield from wrap(more, width, "  ")


def _problems(statistics: Mapping[str, Any], width: int) -> Iterator[str]:
    for problem in statistics["problems"]:
        yield from _told(problem, f"{problem['code']} ", width)


def _told(one: Mapping[str, Any], code: str, width: int) -> Iterator[str]:
    """`references.bib:3: BIB301 ...`, folded under itself."""
    text = f"{one['path']}:{one['line']}: {code}{one['message']}"
    first, *rest = wrap(printable(text), width - 2, "")
    yield from (first, *(f"  {line}" for line in rest))


# --- the entries that nobody cites -----------------------------------------------------------


def list_sources(sources: Iterable[Source]) -> dict[str, Any]:
    """Sources with their places and titles, ready for JSON."""
    rows = [
        {"key": s.key, "type": s.type, "path": s.place.path, "line": s.place.line, "title": title_of(s)}
        for s in sources
    ]
    return {"version": VERSION, "entries": rows}


def write_sources(sources: Sequence[Source], width: int) -> bytes:
    """A line for each source: its key, where it stands, and as much of its title as fits. A key is what is copied from
    here, and not cut: behind one that leaves no room, all else stands on a line of its own.
    """
    keys = [printable(source.key) for source in sources]
    places = [printable(f"{source.place.path}:{source.place.line}") for source in sources]
    key_width, place_width = (min(30, max(map(len, column), default=0)) for column in (keys, places))
    lines = []
    for source, key, place in zip(sources, keys, places, strict=True):
        head, where = f"{key:<{key_width}}  ", f"{place:<{place_width}}  "
        if len(key) > key_width and width - len(head + where) < NARROWEST_TITLE:
            lines.append(shorten(key, MOST_LINES * width))
            head = "  "
        title = shorten(printable(title_of(source)), max(width - len(head + where), NARROWEST_TITLE))
        lines.append((head + where + title).rstrip())
    return "".join(f"{line}\n" for line in lines).encode()


MOST_LINES = 4
"""On how many lines of a terminal a key is shown."""


def title_of(source: Source) -> str:
    """The title of a source in plain letters, without its braces."""
    return " ".join(source.text("title", "booktitle", "maintitle", "url").translate({123: None, 125: None}).split())
