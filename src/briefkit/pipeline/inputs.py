"""A checked brief in, its document out: what goes into it is read from inside the project, each with its hash."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefkit import files
from briefkit.assemble import assemble
from briefkit.config import Config
from briefkit.errors import InputError
from briefkit.library import resolve
from briefkit.library.biblatex import as_biblatex
from briefkit.model import Asset, Brand, Brief, Document, Finding, Runner, Source
from briefkit.pipeline.branding import checked, find_brand, wear
from briefkit.pipeline.checking import Examined
from briefkit.pipeline.exhibits import read_pictures
from briefkit.pipeline.project import Project
from briefkit.pipeline.styles import read_style
from briefkit.rules.base import cited


def with_title(brief: Brief) -> Brief:
    """The brief, with its first heading for a title when it has none; a heading that opens it is not printed twice."""
    if brief.front.title:
        return brief
    if not brief.sections:
        hint = "add title: ... to its front matter"
        raise InputError(f"{brief.path} has no title, and a document needs one", hint)
    blocks = brief.ast["blocks"]
    opens = bool(blocks) and blocks[0]["t"] == "Header"
    ast = {**brief.ast, "blocks": blocks[1:] if opens else blocks}
    return replace(brief, front=replace(brief.front, title=brief.sections[0].title), ast=ast)


@dataclass(frozen=True, slots=True)
class Parts:
    """All that a document is put together from."""

    brief: Brief
    references_bib: str
    csl: str
    brand: Brand
    template: Mapping[str, str]
    assets: Mapping[str, Asset]
    marks: tuple[str, ...]

    def shaping(self) -> tuple[object, ...]:
        """The same without what follows from it: of the brief its text, which has one tree only."""
        return (
            self.brief.text,
            self.brief.front.link_citations,
            self.brief.front.references,
            self.references_bib,
            self.csl,
            self.brand,
            self.template,
            self.assets,
            self.marks,
        )

    def assemble(self, runner: Runner) -> Document:
        """The document."""
        parts = (self.brief, self.references_bib, self.csl, self.brand, self.template, self.assets, self.marks)
        return assemble(*parts, runner)


def as_published(brief: Brief, brand: Brand) -> Brief:
    """The brief, with the brand's name and disclaimer where it has none of its own."""
    front = brief.front
    organisation, disclaimer = front.organisation or brand.name, front.disclaimer or brand.disclaimer
    return replace(brief, front=replace(front, organisation=organisation, disclaimer=disclaimer))


def as_set(brief: Brief, config: Config) -> Brief:
    """The brief, with what the settings say of citations where it says nothing."""
    linked = brief.front.link_citations or str(config.link_citations).lower()
    references = brief.front.references or config.references
    return replace(brief, front=replace(brief.front, link_citations=linked, references=references))


class Inputs:
    """All that goes into one document, each with its hash for the manifest."""

    def __init__(self, project: Project, result: Examined) -> None:
        self.project = project
        self.result = result
        self.hashes: dict[str, str] = {}
        self.notes: tuple[Finding, ...] = ()

    def assemble(self, marks: tuple[str, ...], runner: Runner) -> Document:
        """The document of the brief, each page with these marks."""
        return self.gather(marks).assemble(runner)

    def gather(self, marks: tuple[str, ...]) -> Parts:
        """What the document of the brief is put together from, each page with these marks."""
        brief, library = with_title(self.result.told.checked.brief), self.result.library
        bib = as_biblatex(self.cited())
        self._note(self.name(brief.path), brief.text.encode())
        for path in library.paths:
            self._note(self.name(path), files.read_bytes(Path(path), files.MAX_LIBRARY))
        template = files.load_templates(self.project.root / "templates")
        for name, text in template.items():
            self._note(f"template:{name}", text.encode())
        worn = checked(wear(self.project, find_brand(self.project, self.result.loaded.folder, brief.front.brand)))
        self.hashes |= dict(worn.hashes)
        self.notes = worn.findings
        brief = as_set(as_published(brief, worn.brand), self.project.config)
        return Parts(brief, bib, self._style(brief), worn.brand, template, self._assets(brief), marks)

    def cited(self) -> tuple[Source, ...]:
        """The entries that the brief cites, in the order in which it does, each with all it inherits."""
        brief, library = self.result.told.checked.brief, self.result.library
        return resolve(library, tuple(dict.fromkeys(c.key for c in cited(brief) if c.key in library.sources)))

    def name(self, path: str) -> str:
        """A file as the manifest names it: from the project's folder, or by its last name, never by where this lies."""
        whole, root = Path(os.path.abspath(path)), self.project.root
        return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else whole.name

    def _note(self, name: str, data: bytes) -> None:
        self.hashes[name] = sha256(data)

    def _style(self, brief: Brief) -> str:
        style = read_style(self.project, self.result.loaded.folder, brief.front.csl)
        for name, text in style.read.items():
            self._note(name, text.encode())
        return style.text

    def _assets(self, brief: Brief) -> Mapping[str, Asset]:
        found, read = read_pictures(self.project, self.result.loaded.folder, brief)
        for target, data in read.items():
            self._note(f"picture:{target}", data)
        return found


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes, as the manifest writes it."""
    return hashlib.sha256(data).hexdigest()
