"""Paths in, briefs out: texts are loaded, pandoc reads them, and what cannot be read is told, never dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefkit import files
from briefkit.errors import BriefkitError, ConfigError, InputError, MissingToolError
from briefkit.model import Brief, Library, Parsed, Place, Unreadable
from briefkit.pandoc import Pandoc, Worker
from briefkit.parse.prepare import READER, Prepared, prepare
from briefkit.pipeline.project import Project

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A brief whose text was read: the folder it lies in, and what pandoc has to parse."""

    folder: Path
    prepared: Prepared


def load_briefs(project: Project, names: Sequence[str], stdin: bytes = b"") -> tuple[Loaded | Unreadable, ...]:
    """The texts of the named briefs, or of the project's own; ConfigError when there is nothing to check."""
    named = tuple(n for n in names if n != STDIN)
    if not names:
        own = project.root / project.config.briefs
        if not own.exists():
            hint = f"name a brief, or keep briefs in {files.show(own)}/"
            raise ConfigError("no path given and no briefs found", hint)
        named = (str(own),)
    loaded: list[Loaded | Unreadable] = [_load(path) for path in files.find_briefs(named)]
    if STDIN in names:
        loaded.append(_load_stdin(stdin))
    return tuple(loaded)


def _load(path: Path) -> Loaded | Unreadable:
    name = files.show(path)
    try:
        return Loaded(path.parent, prepare(files.read_text(path), name))
    except InputError as error:
        return unreadable(name, error)


def _load_stdin(data: bytes) -> Loaded | Unreadable:
    name = "<stdin>"
    try:
        return Loaded(Path.cwd(), prepare(files.decode(data, name), name))
    except InputError as error:
        return unreadable(name, error)


def unreadable(name: str, error: BriefkitError, place: Place | None = None) -> Unreadable:
    """What became of a brief that raised `error`."""
    return Unreadable(name, place or Place(name, error.line, 1, error.line, 1), error.message, error.hint)


def read_briefs(project: Project, loaded: Sequence[Loaded | Unreadable]) -> Iterator[tuple[Loaded, Brief] | Unreadable]:
    """Each brief as pandoc sees it, in order; what it could not read in time or memory is Unreadable."""
    readable = [one for one in loaded if isinstance(one, Loaded)]
    with Worker(limits=project.limits) as worker:
        for one in loaded:
            if isinstance(one, Unreadable):
                yield one
                continue
            try:
                parsed = _read_one(project, one) if len(readable) == 1 else worker.read(one.prepared.for_pandoc, READER)
                yield one, _finished(one.prepared, parsed)
            except MissingToolError:
                raise
            except BriefkitError as error:
                yield unreadable(one.prepared.path, error)


def _finished(prepared: Prepared, parsed: Parsed) -> Brief:
    from briefkit.parse.brief import finish  # loaded while pandoc reads

    return finish(prepared, parsed)


def _read_one(project: Project, loaded: Loaded) -> Parsed:
    """One brief by a plain call; what the check needs is imported while pandoc reads."""
    with Pandoc(limits=project.limits).start(loaded.prepared.for_pandoc, READER) as pending:
        import briefkit.check
        import briefkit.library
        import briefkit.parse.brief  # noqa: F401

        return pending.result()


class Shelf:
    """The libraries of a project, each read once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.read: dict[tuple[Path, ...], Library] = {}

    def library(self, folder: Path, brief: Brief) -> Library:
        """The library that a brief names, else the project's; a named file that is not there is an InputError."""
        paths = tuple(self._paths(folder, brief.front.bibliography))
        if paths not in self.read:
            from briefkit.library import read_library

            texts = [(files.show(p), files.read_text(p, files.MAX_LIBRARY)) for p in paths]
            self.read[paths] = read_library(texts)
        return self.read[paths]

    def _paths(self, folder: Path, named: Sequence[str]) -> Iterator[Path]:
        root = self.project.root
        for name in named or self.project.config.bibliography:
            found = next((p for p in (folder / name, root / name) if p.exists()), None)
            if found is None and not named:
                continue
            if found is None:
                hint = "looked in " + " and ".join(dict.fromkeys(files.show(f.resolve()) for f in (folder, root)))
                raise InputError(f"the library {name} does not exist", hint)
            if not (files.inside(found, root) or files.inside(found, folder)):
                raise InputError(f"the library {name} lies outside the project", "copy it into the project")
            yield found
