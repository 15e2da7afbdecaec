"""Words in, the sources of a library that hold them out, the best first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefkit import caches
from briefkit.errors import MissingToolError
from briefkit.model import Source
from briefkit.pipeline.cataloguing import open_library
from briefkit.pipeline.keeping import name_index
from briefkit.pipeline.project import Project


def find_sources(project: Project, names: Sequence[str], words: Sequence[str], most: int) -> tuple[Source, ...]:
    """At most so many sources that hold all the words; the words of a large library are kept in the project."""
    from briefkit.library.indexed import IndexedSources
    from briefkit.library.searching import find_keys, is_there, make_search, open_search

    if not is_there():
        hint = "use a Python whose SQLite has it, as all usual ones do"
        raise MissingToolError("the SQLite of this Python has no full text search (FTS5)", hint)
    library = open_library(project, names, "name a BibTeX file with --library, or ")
    is_large = isinstance(library.sources, IndexedSources)
    name = name_index(project, [Path(path) for path in library.paths], "words")
    kept = caches.load(project.root, name) if is_large else None
    search, is_new = make_search(library.sources, open_search(kept) if kept else None)
    if is_large and is_new:
        caches.keep(project.root, name, search.serialize())
    return tuple(library.sources[key] for key in find_keys(search, words)[:most])
