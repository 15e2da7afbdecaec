"""Checked briefs in, files out: every brief in every format, written whole or not at all, and a manifest last."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import json
import platform
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefkit import files
from briefkit.assemble import assemble
from briefkit.brand import default_brand
from briefkit.children import Child
from briefkit.errors import ConfigError, InputError, RenderError
from briefkit.library import as_biblatex, resolve
from briefkit.model import Asset, Brief, Document, Report, Severity, Unreadable
from briefkit.pandoc import Pandoc, pandoc_version
from briefkit.pipeline.checking import Result, check_briefs, make_report
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import STDIN
from briefkit.render import FORMATS
from briefkit.rules.base import cited

MANIFEST_VERSION = 1
DRAFT = ("DRAFT",)
BUILT_IN_STYLES = ("", "chicago-author-date")
"""The styles that pandoc carries; any other is a .csl file of the project."""

IMAGES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
ENDS = {"pdf": b"%%EOF", "html": b"</html>"}


@dataclass(frozen=True, slots=True)
class Build:
    """What a build made of some briefs: the report of their check, and the files that were written."""

    report: Report
    written: tuple[str, ...]
    refused: tuple[str, ...]


def build_project(project: Project, names: Sequence[str], formats: Sequence[str], draft: bool) -> Build:
    """Check the named briefs and build those without errors; with `draft` all, each page marked."""
    if STDIN in names:
        raise ConfigError("a brief on standard input cannot be built", "its outputs are named after its file")
    results = list(check_briefs(project, names))
    _refuse_twins([r.checked.brief for r in results if isinstance(r, Result)])
    written: list[str] = []
    refused: list[str] = []
    for result in results:
        if isinstance(result, Unreadable):
            continue
        if not draft and _has_errors(result):
            refused.append(result.checked.brief.path)
        else:
            written += _build(project, result, formats, DRAFT if draft else ())
    return Build(make_report(results), tuple(written), tuple(refused))


def _refuse_twins(briefs: Sequence[Brief]) -> None:
    """Two briefs whose outputs would have the same name are an error, before one overwrites the other."""
    first: dict[str, str] = {}
    for brief in briefs:
        slug = _slug(brief)
        if slug in first:
            raise ConfigError(f"{first[slug]} and {brief.path} would both be built as {slug}", "rename one of them")
        first[slug] = brief.path


def _has_errors(result: Result) -> bool:
    return any(f.severity is Severity.ERROR for f in (*result.checked.findings, *result.in_library))


def _build(project: Project, result: Result, formats: Sequence[str], marks: tuple[str, ...]) -> Iterator[str]:
    """Make all formats of a brief, then put each in its place, the manifest last."""
    brief = result.checked.brief
    slug = _slug(brief)
    runner = Pandoc(limits=project.limits)
    inputs = _Inputs(project, result)
    document = inputs.assemble(marks, runner)
    made = {f"{slug}.{name}": _verified(name, data) for name, data in _rendered(document, formats, runner)}
    folder = project.root / project.config.output / slug
    for name, data in {**made, "manifest.json": _manifest(result, inputs, made)}.items():
        files.write_atomic(folder / name, data)
        yield files.show(folder / name)


def _rendered(document: Document, formats: Sequence[str], runner: Pandoc) -> Iterator[tuple[str, bytes]]:
    """Each format's bytes. The layout of the PDF takes as long as all the rest, so it runs beside it, in a child."""
    with contextlib.ExitStack() as children:
        started = {
            name: children.enter_context(Child(name.upper(), lambda: FORMATS["pdf"](document, runner)))
            for name in formats
            if name == "pdf"
        }
        done = {name: FORMATS[name](document, runner) for name in formats if name not in started}
        for name in formats:
            yield name, started[name].result() if name in started else done[name]


def _slug(brief: Brief) -> str:
    """The name of the outputs, from the name of the brief."""
    slug = re.sub(r"[^a-z0-9._-]+", "-", Path(brief.path).stem.lower()).strip("-.")[:80]
    if not slug:
        raise ConfigError(f"no output can be named after {brief.path}", "give the file a name of letters or digits")
    return slug


def _verified(name: str, data: bytes) -> bytes:
    """The bytes of a format, if they end as they must."""
    if not data.rstrip().endswith(ENDS.get(name, b"")):
        raise RenderError(f"the {name.upper()} came out incomplete", "run again with --debug and report it")
    return data


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


class _Inputs:
    """All that goes into one document, each with its hash for the manifest."""

    def __init__(self, project: Project, result: Result) -> None:
        self.project = project
        self.result = result
        self.hashes: dict[str, str] = {}

    def assemble(self, marks: tuple[str, ...], runner: Pandoc) -> Document:
        brief, library = with_title(self.result.checked.brief), self.result.library
        keys = tuple(dict.fromkeys(c.key for c in cited(brief) if c.key in library.sources))
        bib = as_biblatex(resolve(library, keys))
        self._note(brief.path, brief.text.encode())
        for path in library.paths:
            self._note(path, Path(path).read_bytes())
        template = files.load_templates(self.project.root / "templates")
        for name, text in template.items():
            self._note(f"template:{name}", text.encode())
        faces = files.load_faces()
        for face in faces:
            self._note(f"font:{face.family} {face.style}", face.data)
        brand = default_brand(faces)
        return assemble(brief, bib, self._style(brief), brand, template, self._assets(brief), marks, runner)

    def _note(self, name: str, data: bytes) -> None:
        self.hashes[name] = _sha256(data)

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
            kind = next((kind for magic, kind in IMAGES.items() if data.startswith(magic)), "")
            if not kind:
                raise InputError(f"{brief.path}: the picture {target} is no PNG or JPEG", "convert it to PNG")
            self._note(f"picture:{target}", data)
            found[target] = Asset(target, data, kind)
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


def _manifest(result: Result, inputs: _Inputs, made: Mapping[str, bytes]) -> bytes:
    """What went in, what came out, by which tools; no clock, no machine, no absolute path."""
    severities = [f.severity.label for f in (*result.checked.findings, *result.in_library)]
    document = {
        "version": MANIFEST_VERSION,
        "brief": result.checked.brief.path,
        "inputs": dict(sorted(inputs.hashes.items())),
        "outputs": {name: {"sha256": _sha256(data), "bytes": len(data)} for name, data in sorted(made.items())},
        "findings": {label: severities.count(label) for label in ("error", "warning", "info")},
        "tools": {
            "briefkit": importlib.metadata.version("briefkit"),
            "pandoc": pandoc_version(),
            "python": platform.python_version(),
            "weasyprint": importlib.metadata.version("weasyprint"),
        },
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
