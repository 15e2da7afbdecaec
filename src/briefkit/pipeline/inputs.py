"""A checked brief in, its document out: what goes into it is read from inside the project, each with its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefkit import files
from briefkit.assemble import assemble
from briefkit.assemble.pictures import Unfit, fit_picture
from briefkit.brand import default_brand
from briefkit.errors import InputError
from briefkit.library import as_biblatex, resolve
from briefkit.model import Asset, Brief, Document, Runner
from briefkit.pipeline.checking import Examined
from briefkit.pipeline.project import Project
from briefkit.rules.base import cited

BUILT_IN_STYLES = ("", "chicago-author-date")
"""The styles that pandoc carries; any other is a .csl file of the project."""


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


class Inputs:
    """All that goes into one document, each with its hash for the manifest."""

    def __init__(self, project: Project, result: Examined) -> None:
        self.project = project
        self.result = result
        self.hashes: dict[str, str] = {}

    def assemble(self, marks: tuple[str, ...], runner: Runner) -> Document:
        """The document of the brief, each page with these marks."""
        brief, library = with_title(self.result.told.checked.brief), self.result.library
        keys = tuple(dict.fromkeys(c.key for c in cited(brief) if c.key in library.sources))
        bib = as_biblatex(resolve(library, keys))
        self._note(brief.path, brief.text.encode())
        for path in library.paths:
            self._note(path, files.read_bytes(Path(path), files.MAX_LIBRARY))
        template = files.load_templates(self.project.root / "templates")
        for name, text in template.items():
            self._note(f"template:{name}", text.encode())
        faces = files.load_faces()
        for face in faces:
            self._note(f"font:{face.family} {face.style}", face.data)
        brand = default_brand(faces)
        return assemble(brief, bib, self._style(brief), brand, template, self._assets(brief), marks, runner)

    def _note(self, name: str, data: bytes) -> None:
        self.hashes[name] = sha256(data)

    def _style(self, brief: Brief) -> str:
        """The text of the citation style that a brief names; empty for the one that pandoc carries."""
        name = brief.front.csl
        if name in BUILT_IN_STYLES:
            return ""
        for path in (self.result.loaded.folder / name, self.project.root / name):
            if path.suffix == ".csl" and path.is_file() and files.inside(path, self.project.root):
                text = files.read_text(path)
                self._note(f"style:{name}", text.encode())
                return text
        hint = "name a .csl file of the project, or chicago-author-date"
        raise InputError(f"{brief.path}: there is no citation style '{name}'", hint)

    def _assets(self, brief: Brief) -> Mapping[str, Asset]:
        """The pictures that a brief shows, read from inside the project."""
        found: dict[str, Asset] = {}
        for target in _pictures(brief.ast["blocks"]):
            path = (self.result.loaded.folder / target).resolve()
            if "://" in target or not files.inside(path, self.project.root):
                hint = "copy the picture into the project and name it relative to the brief"
                raise InputError(f"{brief.path}: the picture {target} lies outside the project", hint)
            data = files.read_bytes(path, files.MAX_IMAGE)
            try:
                printed, kind = fit_picture(data)
            except Unfit as unfit:
                hint = "save it anew as PNG or JPEG"
                raise InputError(f"{brief.path}: the picture {target} {unfit}", hint) from unfit
            self._note(f"picture:{target}", data)
            found[target] = Asset(target, printed, kind)
        return found


def _pictures(node: Any) -> Iterator[str]:
    """The targets of all pictures in a tree."""
    if isinstance(node, list):
        for item in node:
            yield from _pictures(item)
    elif isinstance(node, dict):
        if node.get("t") == "Image":
            yield node["c"][2][0]
        yield from _pictures(node.get("c", []))


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes, as the manifest writes it."""
    return hashlib.sha256(data).hexdigest()
