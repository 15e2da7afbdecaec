"""A library in, its figures as plain values out, for `library stats`."""

from __future__ import annotations

from collections import Counter
from typing import Any

from briefkit.model import Library


def statistics(library: Library) -> dict[str, Any]:
    """Entries, problems and how many there are of each type, ready for JSON; version 1 of the form."""
    sources = library.sources.values()
    return {
        "version": 1,
        "paths": list(library.paths),
        "counted": library.counted,
        "types": dict(sorted(Counter(source.type for source in sources).items())),
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
