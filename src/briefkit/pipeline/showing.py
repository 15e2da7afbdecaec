"""Words in, the sources of a library that hold them out; or a key in, what is to be said of its source out: its
reference in the project's style, and where it is cited.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefkit import caches, files
from briefkit.errors import BriefkitError, ConfigError, MissingToolError
from briefkit.library import resolve
from briefkit.library.biblatex import as_biblatex
from briefkit.library.indexed import find_aliases
from briefkit.library.inherit import find_lenders
from briefkit.model import FrontMatter, Library, Source, Unreadable, Use
from briefkit.near_misses import did_you_mean
from briefkit.pandoc import Pandoc
from briefkit.pipeline.cataloguing import is_own, open_library
from briefkit.pipeline.keeping import name_index
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import load_brief
from briefkit.pipeline.styles import read_style
from briefkit.pipeline.uses import NO_USES, find_uses, own_briefs
from briefkit.report.source_report import Shown


def show_source(project: Project, key: str, names: Sequence[str]) -> tuple[Shown, tuple[Unreadable, ...]]:
    """A source of a library and the briefs that could not be read; ConfigError when it has none of that key."""
    library = open_library(project, names)
    if key not in library.sources:
        raise unknown_key(library, key)
    found = find_uses(project) if is_own(project, names) else NO_USES
    uses = tuple(use for use in found.uses if use.key == key)
    (source,) = resolve(library, (key,))
    reference = _reference(project, source, uses) if library.can_cite(key) else ""
    lenders = find_lenders(library, source)
    return Shown(source, reference, lenders, uses if found.known or uses else None), found.unreadable


def unknown_key(library: Library, key: str) -> ConfigError:
    """The error for a key without an entry; it says so when there is one that could not be read, or that is meant."""
    broken = next((problem for problem in library.problems if problem.key == key), None)
    if broken:
        where = f"{broken.place.path}:{broken.place.line}"
        return ConfigError(f"{where}: {broken.message}", broken.hint)
    if meant := find_aliases(library.sources, (key,)).get(key):
        where = f"{meant.place.path}, line {meant.place.line}"
        return ConfigError(f"'{key}' is an alias of '{meant.key}' ({where})", f"name '{meant.key}'")
    hint = did_you_mean(key, library.sources) or "briefkit library stats counts what is there"
    return ConfigError(f"the library has no entry '{key}'", hint)


def _reference(project: Project, source: Source, uses: Sequence[Use]) -> str:
    from briefkit.assemble.reference import format_reference

    front, folder = _front(project, uses)
    style = read_style(project, folder, front.csl).text
    lang = front.language
    return format_reference(source.key, as_biblatex((source,), style, lang), style, lang, Pandoc(limits=project.limits))


def _front(project: Project, uses: Sequence[Use]) -> tuple[FrontMatter, Path]:
    """The head of the brief that sets style and language: the first that cites the source, else the project's first."""
    for origin in (*(Path(use.place.path) for use in uses[:1]), *own_briefs(project)):
        try:
            loaded = load_brief(origin, project)
            return loaded.prepared.head.front, loaded.folder
        except BriefkitError:
            continue
    return FrontMatter(), files.here()


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
