"""A library in, its figures as plain values out, for `library stats`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefkit.library.dates import years_of
from briefkit.library.inherit import resolve
from briefkit.library.usage import unused_sources
from briefkit.model import Finding, Library, Source

USUAL: Mapping[str, tuple[str, ...]] = {
    "author": ("author", "editor", "organization", "institution"),
    "title": ("title",),
    "date": ("date", "year"),
    "doi": ("doi",),
    "url": ("url",),
    "urldate": ("urldate",),
    "pages": ("pages",),
    "publisher": ("publisher", "institution", "school", "organization"),
    "abstract": ("abstract",),
}
"""The usual fields, and those that say the same: an entry has it when it has one of them."""

MOST_CITED = 10


def statistics(
    library: Library, cited: Mapping[str, int] | None = None, duplicates: Sequence[Finding] = ()
) -> dict[str, Any]:
    """What a library holds, ready for JSON; version 1 of the form of docs/library-json.md.

    `cited` says how often the briefs of the project cite each key, and is None where that is not known.
    """
    sources = resolve(library, tuple(library.sources))
    return {
        "version": 1,
        "paths": list(library.paths),
        "counted": library.counted,
        "types": dict(sorted(Counter(source.type for source in sources).items())),
        "fields": _count_fields(sources),
        "years": _count_years(sources),
        "uses": _count_uses(library, cited),
        "duplicates": [_describe(finding) for finding in duplicates],
        "entries": [
            {"key": source.key, "type": source.type, "line": source.place.line, "path": source.place.path}
            for source in sources
        ],
        "problems": [
            {
                "code": problem.code,
                "line": problem.place.line,
                "column": problem.place.column,
                "path": problem.place.path,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in library.problems
        ],
    }


def _count_fields(sources: Iterable[Source]) -> dict[str, dict[str, int]]:
    """For each type how many of its entries have each of the usual fields, inherited ones included."""
    counts: dict[str, dict[str, int]] = {}
    for source in sources:
        row = counts.setdefault(source.type, dict.fromkeys(USUAL, 0))
        for name, alike in USUAL.items():
            row[name] += bool(source.text(*alike))
    return dict(sorted(counts.items()))


def year_of(source: Source) -> int:
    """The (first) year of a source in four digits; 0 where it has none."""
    return next(iter(years_of(source.text("date", "year"))), 0)


def _count_years(sources: Iterable[Source]) -> dict[str, Any]:
    years = Counter(year_of(source) for source in sources)
    undated = years.pop(0, 0)
    decades: Counter[int] = Counter()
    for year, number in years.items():
        decades[year // 10 * 10] += number
    return {
        "first": min(years, default=None),
        "last": max(years, default=None),
        "undated": undated,
        "decades": {str(decade): decades[decade] for decade in sorted(decades)},
    }


def _count_uses(library: Library, cited: Mapping[str, int] | None) -> dict[str, Any] | None:
    """How often the briefs cite this library, what most, and what not at all; None where that is not known."""
    if cited is None:
        return None
    known = {key: number for key, number in cited.items() if key in library.sources}
    most = sorted(known.items(), key=lambda item: (-item[1], item[0]))[:MOST_CITED]
    return {
        "citations": sum(known.values()),
        "cited": len(known),
        "most_cited": [{"key": key, "citations": number} for key, number in most],
        "unused": [source.key for source in unused_sources(library, frozenset(cited))],
    }


def _describe(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code,
        "key": finding.subject,
        "line": place.line,
        "column": place.column,
        "path": place.path,
        "message": finding.message,
    }
