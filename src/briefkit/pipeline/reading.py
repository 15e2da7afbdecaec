"""Names in, briefs out: texts are loaded, pandoc reads them, and what cannot be read is told, never dropped."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefkit import asked, files
from briefkit.brief_types import BriefType
from briefkit.config import Config
from briefkit.errors import BriefkitError, ConfigError, InputError, MissingToolError, ToolLimitError
from briefkit.model import EMPTY, Brief, Library, Parsed, Place, Reader, Unreadable
from briefkit.near_misses import NearMisses
from briefkit.pandoc import Limits, Pandoc, no_document
from briefkit.parse.prepare import READER, Prepared, prepare
from briefkit.pipeline.bounds import Bounds
from briefkit.pipeline.brief_files import find_beside, find_briefs
from briefkit.pipeline.brief_types import find_type, type_names
from briefkit.pipeline.digests import sha256
from briefkit.pipeline.keeping import Volume, read_kept, read_volume
from briefkit.pipeline.project import Project
from briefkit.values import Value

if TYPE_CHECKING:
    from briefkit.library.retractions import Retraction

STDIN = "-"
USUAL = Config().bibliography
"""The libraries of settings that say nothing: one that is not there is none, and no error."""
MOST_LEVELS = 200
"""Levels of pandoc's tree: a hundred quotations in one another, and less than the page engines bear."""


Origin = Path | bytes
"""Where the text of a brief comes from: a file, or what stood on standard input."""


class Loaded(Value):
    """A brief whose text was read: the folder it lies in, what pandoc has to parse, and the digest of its bytes."""

    folder: Path
    prepared: Prepared
    digest: str


def find_origins(project: Project, names: Sequence[str], stdin: bytes = b"") -> tuple[Origin, ...]:
    """The named briefs, or the project's own; ConfigError when there is nothing to check."""
    named = tuple(n for n in names if n != STDIN)
    if not names:
        own = project.root / project.config.briefs
        if not files.there(own):
            near = find_beside()
            hint = f"name a brief{f', such as {near},' if near else ','} or keep briefs in {files.show(own)}/"
            raise ConfigError("no path given and no briefs found", hint)
        named = (str(own),)
    return (*find_briefs(named), *([stdin] if STDIN in names else []))


def name_of(origin: Origin) -> str:
    """The name of a brief in reports."""
    return "<stdin>" if isinstance(origin, bytes) else files.show(origin)


def load_brief(origin: Origin, project: Project) -> Loaded:
    """The text of a brief; InputError when it cannot be read, or is a link out of the project."""
    name = name_of(origin)
    if isinstance(origin, bytes):
        files.refuse_larger(name, origin, files.MAX_BRIEF)
        return _load(files.here(), origin, name, project)
    root = project.root
    if files.lies_in(origin, root) and not files.inside(origin, root) and os.path.islink(origin):
        raise InputError(f"{name} is a link out of the project", "copy the brief into the project")
    own = files.lies_in(origin, root / project.config.briefs) or files.inside(origin.parent, root)
    within = (root,) if files.lies_in(origin, root) and own else ()
    return _load(origin.parent, project.read_bytes(origin, files.MAX_BRIEF, *within), name, project)


def _load(folder: Path, data: bytes, name: str, project: Project) -> Loaded:
    return Loaded(folder, prepare(files.decode(data, name), name, type_names(project)), sha256(data))


def unreadable(name: str, error: BriefkitError, place: Place | None = None) -> Unreadable:
    """What became of a brief that raised `error`."""
    code = max(error.exit_code, InputError.exit_code)
    return Unreadable(name, place or Place(name, error.line, 1, error.line, 1), error.message, error.hint, code)


def without_library(brief: Brief, error: BriefkitError) -> Unreadable:
    """What became of a brief whose library cannot be had: the line of the error is one of another file."""
    return unreadable(brief.path, error, brief.front.places.get("bibliography") or Place(brief.path, 1, 1, 1, 1))


def read_brief(origin: Origin, reader: Reader, project: Project, bounds: Bounds) -> tuple[Loaded, Brief] | Unreadable:
    """A brief as pandoc sees it; what is no text, or took too much time or memory, is Unreadable."""
    try:
        with bounds.within():
            loaded = load_brief(origin, project)
        parsed = reader.read(loaded.prepared.for_pandoc, READER)
        from briefkit.parse.brief import finish  # loaded while pandoc reads
        from briefkit.parse.prose import is_deep

        with bounds.within():
            if is_deep(parsed.ast["blocks"], MOST_LEVELS):
                raise ToolLimitError("it is nested too deeply to be printed", "use fewer levels")
            try:
                return loaded, finish(loaded.prepared, parsed)
            except (AttributeError, LookupError, TypeError, ValueError) as error:
                from briefkit.pandoc.grammar import is_document  # only here: nearly no tree is like that

                if is_document(parsed.ast):
                    raise
                raise no_document() from error
    except (MissingToolError, ConfigError):
        raise
    except BriefkitError as error:
        return unreadable(name_of(origin), error)


class Once:
    """Reads one text by a plain call; what the check needs is imported, and libraries are read, while pandoc reads."""

    def __init__(self, limits: Limits, shelf: Shelf) -> None:
        self.limits = limits
        self.shelf = shelf

    def read(self, text: str, format: str) -> Parsed:
        """Parse `text` as `Pandoc.read` does."""
        with Pandoc(limits=self.limits).start(text, format) as pending:
            import briefkit.check
            import briefkit.library
            import briefkit.parse.brief  # noqa: F401

            self.shelf.fetch()
            return pending.result()


def _no_library(name: str, folders: Sequence[Path], named: str = "") -> InputError:
    """The error for a library that is in none of the folders; `named` says where its name is from."""
    if "://" in name:
        hint = f"{named}nothing is fetched: save the file in the project, and name that"
        return InputError(f"the library {name} is an address of the web", hint)
    there = [found for folder in folders if files.is_folder(folder) for found in files.list_folder(folder)]
    near = NearMisses([found for found in there if found.endswith(".bib")]).did_you_mean(name)
    looked = " and ".join(dict.fromkeys(files.show(folder.resolve()) for folder in folders))
    return InputError(
        f"the library {name} does not exist", f"{named}looked in {looked}" + (f"; {near}" if near else "")
    )


class Shelf:
    """The libraries of a project, each read once; whoever listens to what is asked of the disk hears it each time."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._once = asked.Memory().once
        self._within: dict[Path, tuple[Path, ...]] = {}

    def library(self, folder: Path, brief: Brief) -> Library:
        """The library that a brief names, else the project's; a named file that is not there is an InputError."""
        if not brief.front.bibliography:
            self._refuse_missing(folder)
        return self.open(tuple(self.paths(folder, brief.front.bibliography)))

    def _refuse_missing(self, folder: Path) -> None:
        """InputError when the settings name a library that lies neither beside a brief nor in the project's folder."""
        project = self.project
        for name in project.config.bibliography:
            if name not in USUAL and not any(files.there(start / name) for start in (folder, project.root)):
                raise _no_library(name, (folder, project.root), f"{project.settings} names it as bibliography; ")

    def open(self, paths: tuple[Path, ...]) -> Library:
        """The library that these files make; InputError when one cannot be read."""
        return self._once(paths, lambda: read_kept(self.project, [self._fetch(path) for path in paths]))

    def _fetch(self, path: Path) -> Volume:
        return self._once(path, lambda: read_volume(self.project, path, *self._within.get(path, ())))

    def fetch(self) -> None:
        """Read the files of the libraries of the settings ahead; who asks for one is told when it cannot be read."""
        with contextlib.suppress(InputError):
            for path in self.paths(self.project.root, ()):
                self._fetch(path)

    def retractions(self) -> Mapping[str, Retraction]:
        """The project's list of retracted works; InputError when it cannot be read, or lies outside the project."""
        return self._once("retractions", self._retractions) if self.project.config.retractions else EMPTY

    def _retractions(self) -> Mapping[str, Retraction]:
        from briefkit.library.retractions import read_retractions

        name, root = self.project.config.retractions, self.project.root
        path = root / name
        if files.there(path) and not files.inside(path, root):
            raise InputError(f"the list of retractions {name} lies outside the project", "copy it into the project")
        if not files.there(path):
            hint = f"{self.project.settings or 'the command line'} names it; looked for {files.show(path)}"
            raise InputError(f"the list of retractions {name} does not exist", hint)
        return read_retractions(files.read_text(path, files.MAX_LIBRARY, root), files.show(path))

    def brief_type(self, name: str) -> BriefType:
        """What a type of brief asks for; ConfigError when the project's own file for it is faulty."""
        return self._once(("type", name), lambda: find_type(self.project, name))

    def index(self) -> None:
        """Index the libraries of the settings before several processes ask for them; each tells what it cannot read."""
        with contextlib.suppress(InputError):
            self.open(tuple(self.paths(self.project.root, ())))

    def paths(self, folder: Path, named: Sequence[str]) -> Iterator[Path]:
        """The files of the libraries that a brief in a folder names, or those of the settings that are there."""
        root = self.project.root
        for name in named or self.project.config.bibliography:
            found = next((p for p in (folder / name, root / name) if files.there(p)), None)
            if found is None and not named:
                continue
            if found is None:
                raise _no_library(name, (folder, root))
            if not (files.inside(found, root) or files.inside(found, folder)):
                raise InputError(f"the library {name} lies outside the project", "copy it into the project")
            self._within[found] = (root, folder)
            yield found
