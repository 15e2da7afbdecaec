"""A key and a new one in, what every file of the project is to hold out: libraries, links between entries, briefs.

All of it is known and read again before anything is written: the library must hold the same entries, and each brief
the same citations, but for the key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit import files
from briefkit.errors import ConfigError, InputError
from briefkit.library import read_library
from briefkit.library.edits import Span, find_spans
from briefkit.library.fields import KEY
from briefkit.library.renaming import LISTS, find_renaming, named_keys, names_key
from briefkit.model import Brief, Library, Reader, Source, Unreadable
from briefkit.pandoc import Worker
from briefkit.pipeline.bounds import Bounds
from briefkit.pipeline.cataloguing import no_library
from briefkit.pipeline.fixing import Texts
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import Loaded, Origin, Shelf, read_brief
from briefkit.pipeline.showing import unknown_key
from briefkit.pipeline.uses import own_briefs
from briefkit.rewriting import Change
from briefkit.rules.base import cited, write_key
from briefkit.text import Lines
from briefkit.values import Value, replace

ROUNDS = 20
"""A `source=` that names a key several times is edited one by one."""

NOTHING = "nothing was changed"


class Renamed(Value):
    """The files that change, and how many entries, links between entries and citations have the new key."""

    changes: Mapping[str, Change]
    entries: int
    links: int
    citations: int


def rename_key(project: Project, old: str, new: str) -> Renamed:
    """Give an entry of the project another key, in drafts; InputError or ConfigError when that cannot be done whole."""
    _refuse_key(old, new)
    texts = Texts({})
    with Worker(limits=project.limits) as reader:
        renaming = _Renaming(project, reader, texts, (old, new))
        entries, links = renaming.rename_in_libraries()
        citations = sum(renaming.rename_in_brief(origin) for origin in renaming.origins)
    return Renamed(texts.changes, entries, links, citations)


def _refuse_key(old: str, new: str) -> None:
    if old == new:
        raise ConfigError(f"both keys are '{old}'", "name another one")
    if not KEY.fullmatch(new):
        raise ConfigError(f"'{new}' cannot be a key", "use letters, digits and any of - _ : . / + in keys")


class _Renaming:
    """The work on one project: its briefs and its libraries, read as they are before anything is edited."""

    def __init__(self, project: Project, reader: Reader, texts: Texts, keys: tuple[str, str]) -> None:
        self.project, self.reader, self.texts = project, reader, texts
        self.old, self.new = keys
        self.origins = own_briefs(project)
        self.paths: dict[str, None] = {}
        shelf = Shelf(project)
        self.paths.update(dict.fromkeys(files.show(path) for path in shelf.paths(project.root, ())))
        for origin in self.origins:
            loaded, brief = self._read(origin)
            found = shelf.paths(loaded.folder, brief.front.bibliography)
            self.paths.update(dict.fromkeys(files.show(path) for path in found))

    def rename_in_libraries(self) -> tuple[int, int]:
        """Rename entries and links; how many there were of each."""
        before = self._library()
        self._refuse_unfit(before)
        found = {path: find_renaming(path, self._text(path), self.old, self.new) for path in self.paths}
        for path, renaming in found.items():
            self.texts.edit(path, renaming.spans)
        self._compare(before, self._library())
        return sum(one.entries for one in found.values()), sum(one.links for one in found.values())

    def _refuse_unfit(self, library: Library) -> None:
        if not self.paths:
            raise no_library(self.project, "")
        if self.old not in library.sources:
            raise unknown_key(library, self.old)
        if self.new in library.sources:
            place = library.sources[self.new].place
            raise InputError(f"the key '{self.new}' is taken: {place.path}, line {place.line}", "choose another one")
        for path in self.paths:
            if names_key(path, self._text(path), self.new):
                raise InputError(f"the key '{self.new}' is named in {path} already", "choose another one")

    def _compare(self, before: Library, after: Library) -> None:
        """InputError unless the same entries are there, and whatever was linked to the old key is to the new one."""
        for source, name in self._find_wrong_links(before, after):
            place = source.fields[name].place
            where = f"'{name}' of '{source.key}' in {place.path}, line {place.line},"
            hint = f"{NOTHING}; write the key there whole and in braces"
            raise InputError(f"{where} cannot be renamed: it is made of strings", hint)
        if list(after.sources) != [*map(self._renamed, before.sources)] or len(after.problems) > len(before.problems):
            known = {(problem.code, problem.place.path, problem.place.line) for problem in before.problems}
            new = next((p for p in after.problems if (p.code, p.place.path, p.place.line) not in known), None)
            place, why = (new.place, f": {new.message}") if new else (before.sources[self.old].place, "")
            hint = f"{NOTHING}; look for '{self.old}' in {place.path}, line {place.line}, or choose another key"
            raise InputError(f"the library would not be the same with '{self.new}' for '{self.old}'{why}", hint)

    def _find_wrong_links(self, before: Library, after: Library) -> Iterator[tuple[Source, str]]:
        """The fields that name other entries than they did, but for the key."""
        for source in before.sources.values():
            changed = after.sources.get(self._renamed(source.key))
            for name in source.fields.keys() & LISTS:
                if changed and [*map(self._renamed, named_keys(source, name))] != [*named_keys(changed, name)]:
                    yield source, name

    def _renamed(self, key: str) -> str:
        return self.new if key == self.old else key

    def rename_in_brief(self, origin: Origin) -> int:
        """Rename the citations of a brief; how many there were."""
        _, brief = self._read(origin)
        before = [citation.key for citation in cited(brief)]
        for _ in range(ROUNDS):
            spans = set(self._find_citations(brief))
            if not spans:
                break
            if self._text(brief.path) != brief.text:
                raise InputError(f"{brief.path} has changed since it was read", f"{NOTHING}; run it again")
            self.texts.edit(brief.path, sorted(spans))
            _, brief = self._read(origin)
        after = [citation.key for citation in cited(brief)]
        if after != [self.new if key == self.old else key for key in before]:
            where = next((f", line {c.place.line}" for c in cited(brief) if c.key == self.old), "")
            other = "" if self.new.isalnum() else ", or choose one of letters and digits"
            hint = f"{NOTHING}; write the key anew there by hand{other}"
            raise InputError(f"the citations of '{self.old}' in {brief.path}{where} cannot be renamed", hint)
        return before.count(self.old)

    def _find_citations(self, brief: Brief) -> Iterator[Span]:
        lines = Lines(brief.path, brief.text)
        fixes = (write_key(lines, citation, self.new) for citation in cited(brief) if citation.key == self.old)
        edits = [edit for fix in fixes if fix for edit in fix.edits]
        for spans in find_spans(brief.path, brief.text, edits):
            yield from spans

    def _read(self, origin: Origin) -> tuple[Loaded, Brief]:
        drafted = replace(self.project, drafts=self.texts.drafts)
        read = read_brief(origin, self.reader, drafted, Bounds(self.project.seconds))
        if isinstance(read, Unreadable):
            raise InputError(read.message, f"{NOTHING}; {read.hint}".rstrip("; "))
        return read

    def _library(self) -> Library:
        return read_library([(path, self._text(path)) for path in self.paths])

    def _text(self, path: str) -> str:
        return files.decode(self.texts.read(path), path)
