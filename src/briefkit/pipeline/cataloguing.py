"""Names of BibTeX files in, what is to be said of them as a library out: its findings, and where briefs cite it."""

from __future__ import annotations

import gc
import os
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from briefkit import files
from briefkit.errors import BriefkitError, ConfigError, EmptyLibraryError
from briefkit.model import Library, Report, Source, Unreadable
from briefkit.pipeline.checking import settled
from briefkit.pipeline.days import today
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import Shelf, load_brief
from briefkit.pipeline.uses import NO_USES, find_uses, own_briefs, used_keys
from briefkit.values import replace

MARKDOWN = (".md", ".markdown", ".qmd")


def open_library(project: Project, names: Sequence[str], how: str = "name a BibTeX file, or ") -> Library:
    """The named BibTeX files as one library, or without a name the project's; InputError when one cannot be read.

    The project's are those of the settings and those that its briefs name. `how` is how a file is named.
    """
    return Shelf(project).open(_find_paths(project, names, how))


def read_whole(project: Project, names: Sequence[str]) -> Library:
    """The same for those who look at every entry: all are read at once, where an index reads one after another."""
    from briefkit.library import read_library

    paths = _find_paths(project, names)
    found = ((files.show(path), project.read_bytes(path, files.MAX_LIBRARY)) for path in paths)
    return read_library([(name, files.decode(data, name)) for name, data in found], project.progress)


def read_entries(project: Project, names: Sequence[str]) -> Library:
    """The same; EmptyLibraryError when it holds none."""
    library = read_whole(project, names)
    if not library.sources:
        paths = ", ".join(library.paths)
        see = f"see: briefkit library check {shlex.join(library.paths)}"
        hint = see if library.problems else "entries begin as @book{key, ..."
        what = "no entry that can be read" if library.counted else "no entries"
        raise EmptyLibraryError(f"the library has {what}: {paths}", hint)
    return library


def _find_paths(project: Project, names: Sequence[str], how: str = "name a BibTeX file, or ") -> tuple[Path, ...]:
    """The named files, each once, or the project's; ConfigError when there are none, or one is a brief."""
    for name in names:
        if name.lower().endswith(MARKDOWN) and files.there(Path(name)):
            raise ConfigError(f"{name} is a brief, not a library", f"see: {shlex.join(('briefkit', 'check', name))}")
    paths = tuple(Path(name) for name in names) or own_paths(project)
    if not paths:
        raise no_library(project, how)
    unique: dict[str, Path] = {}
    for path in paths:
        unique.setdefault(os.path.realpath(path), path)
    return tuple(unique.values())


def no_library(project: Project, how: str) -> ConfigError:
    """The error for a project without a library; `how` one is named instead, if it can be."""
    hint = f"{how}keep your sources in {', '.join(project.config.bibliography)}"
    return ConfigError("no library given and none found", hint)


def own_paths(project: Project) -> tuple[Path, ...]:
    """The project's libraries that are there; of a brief that cannot be read `find_uses` tells."""
    shelf = Shelf(project)
    paths = dict.fromkeys(shelf.paths(project.root, ()))
    for origin in own_briefs(project):
        with suppress(BriefkitError):
            loaded = load_brief(origin, project)
            paths |= dict.fromkeys(shelf.paths(loaded.folder, loaded.prepared.head.front.bibliography))
    return tuple(paths)


def check_library(project: Project, names: Sequence[str]) -> Report:
    """The report on a library: all its entries are looked at, and who cites them, where it is the project's own."""
    from briefkit import check

    check.check_settings(project.config, project.settings, project.settings_text)
    with _uncollected():
        library = read_whole(project, names)
        uses = find_uses(project) if is_own(project, names) else NO_USES
        retractions = Shelf(project).retractions()
        found = check.check_library(library, project.config, uses.keys, today(), retractions, project.progress)
    return Report((), settled(project, found), uses.unreadable, library.paths, len(library.sources))


def library_statistics(project: Project, names: Sequence[str]) -> tuple[Mapping[str, Any], tuple[Unreadable, ...]]:
    """The figures of a library, and the briefs of the project that could not be read."""
    from briefkit import check
    from briefkit.library import statistics
    from briefkit.report.library_report import DUPLICATE_CODES

    library = read_whole(project, names)
    uses = find_uses(project) if is_own(project, names) else NO_USES
    cited = Counter(use.key for use in uses.uses) if uses.known else None
    duplicates = check.check_library(library, replace(project.config, select=DUPLICATE_CODES, ignore=()))
    return statistics(library, cited, duplicates), uses.unreadable


def find_unused(project: Project, names: Sequence[str]) -> tuple[tuple[Source, ...], tuple[Unreadable, ...]]:
    """The sources that no brief of the project cites, and none while a brief could not be read, which is told of."""
    from briefkit.library.usage import unused_sources

    library, uses = read_entries(project, names), find_uses(project)
    return (unused_sources(library, used_keys(project, uses)) if not uses.unreadable else ()), uses.unreadable


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without searches for circles of garbage: a library is a million values and no circle."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def is_own(project: Project, names: Sequence[str]) -> bool:
    """Whether all these files are libraries of the project."""
    wanted = _real(names)
    if not wanted or wanted <= _real(Shelf(project).paths(project.root, ())):
        return True  # no brief need be read for what the settings name
    return wanted <= _real(own_paths(project))


def _real(paths: Iterable[Path | str]) -> set[str]:
    return {os.path.realpath(path) for path in paths}
