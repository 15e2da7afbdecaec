"""Checked briefs in, files out: every brief in every format, written whole or not at all, and a manifest last."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import platform
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefkit import files
from briefkit.assemble import assemble
from briefkit.brand import default_brand
from briefkit.check import check_settings
from briefkit.errors import BriefkitError, ConfigError, InputError, MissingToolError, RenderError
from briefkit.library import as_biblatex, resolve
from briefkit.model import Asset, Brief, Document, Report, Severity, Unreadable
from briefkit.pandoc import Pandoc, pandoc_version
from briefkit.pipeline.checking import Examined, Told, examining, make_report, without_tree
from briefkit.pipeline.pool import spread
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import STDIN, Origin, find_origins, name_of
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
    """What a build made of some briefs: the report of their check, what was written, refused, and what failed."""

    report: Report
    written: tuple[str, ...]
    refused: tuple[str, ...]
    failed: tuple[BriefkitError, ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """What became of one brief: what its check told, the files that were written, or why there are none."""

    told: Told
    written: tuple[str, ...] = ()
    refused: bool = False
    failed: BriefkitError | None = None


def build_project(project: Project, names: Sequence[str], formats: Sequence[str], draft: bool) -> Build:
    """Check the named briefs and build those without errors; with `draft` all, each page marked."""
    if STDIN in names:
        raise ConfigError("a brief on standard input cannot be built", "its outputs are named after its file")
    origins = find_origins(project, names)
    check_settings(project.config)
    _refuse_twins([name_of(origin) for origin in origins])
    marks = DRAFT if draft else ()
    results = list(spread(lambda: _building(project, len(origins), formats, marks), origins, project.jobs))
    built = [r for r in results if isinstance(r, Built)]
    return Build(
        make_report(r.told if isinstance(r, Built) else r for r in results),
        tuple(name for b in built for name in b.written),
        tuple(b.told.checked.brief.path for b in built if b.refused),
        tuple(b.failed for b in built if b.failed),
    )


@contextmanager
def _building(
    project: Project, briefs: int, formats: Sequence[str], marks: tuple[str, ...]
) -> Iterator[Callable[[Origin], Built | Unreadable]]:
    def build(origin: Origin) -> Built | Unreadable:
        examined = examine(origin)
        if isinstance(examined, Unreadable):
            return examined
        told = without_tree(examined.told)
        if not marks and _has_errors(told):
            return Built(told, refused=True)
        try:
            return Built(told, tuple(_build(project, examined, formats, marks)))
        except (ConfigError, MissingToolError):
            raise
        except BriefkitError as error:
            return Built(told, failed=error)

    with examining(project, briefs) as examine:
        yield build


def _refuse_twins(names: Sequence[str]) -> None:
    """Two briefs whose outputs would have the same name are an error, before one overwrites the other."""
    first: dict[str, str] = {}
    for name in names:
        slug = _slug(name)
        if slug in first:
            raise ConfigError(f"{first[slug]} and {name} would both be built as {slug}", "rename one of them")
        first[slug] = name


def _has_errors(told: Told) -> bool:
    return any(f.severity is Severity.ERROR for f in (*told.checked.findings, *told.in_library))


def _build(project: Project, result: Examined, formats: Sequence[str], marks: tuple[str, ...]) -> Iterator[str]:
    """Make all formats of a brief, then put each in its place, the manifest last."""
    slug = _slug(result.told.checked.brief.path)
    runner = Pandoc(limits=project.limits)
    inputs = _Inputs(project, result)
    document = inputs.assemble(marks, runner)
    made = {f"{slug}.{name}": _verified(name, FORMATS[name](document, runner)) for name in formats}
    folder = project.root / project.config.output / slug
    for name, data in {**made, "manifest.json": _manifest(result, inputs, made)}.items():
        files.write_atomic(folder / name, data)
        yield files.show(folder / name)


def _slug(name: str) -> str:
    """The name of the outputs, from the name of the brief."""
    slug = re.sub(r"[^a-z0-9._-]+", "-", Path(name).stem.lower()).strip("-.")[:80]
    if not slug:
        raise ConfigError(f"no output can be named after {name}", "give the file a name of letters or digits")
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

    def __init__(self, project: Project, result: Examined) -> None:
        self.project = project
        self.result = result
        self.hashes: dict[str, str] = {}

    def assemble(self, marks: tuple[str, ...], runner: Pandoc) -> Document:
        brief, library = with_title(self.result.told.checked.brief), self.result.library
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


def _manifest(result: Examined, inputs: _Inputs, made: Mapping[str, bytes]) -> bytes:
    """What went in, what came out, by which tools; no clock, no machine, no absolute path."""
    severities = [f.severity.label for f in (*result.told.checked.findings, *result.told.in_library)]
    document = {
        "version": MANIFEST_VERSION,
        "brief": result.told.checked.brief.path,
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
