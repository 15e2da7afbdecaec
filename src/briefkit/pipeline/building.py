"""Checked briefs in, files out: every brief in every format, written whole or not at all, and a manifest last."""

from __future__ import annotations

import importlib.metadata
import json
import platform
import re
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefkit import files, outputs
from briefkit.errors import BriefkitError, ConfigError, MissingToolError
from briefkit.model import Brief, Document, Report, Runner, Severity
from briefkit.pandoc import Pandoc, pandoc_version
from briefkit.pipeline.checking import Result, check_briefs, make_report
from briefkit.pipeline.inputs import Inputs, sha256
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import STDIN
from briefkit.processes import Child
from briefkit.render import FORMATS
from briefkit.render.proof import prove

MANIFEST_VERSION = 1
DRAFT = ("DRAFT",)
ENGINES = {"the web page or the Word file": ("html", "docx"), "the PDF": ("pdf",)}
"""Who makes what: a child each, side by side, because laying out a PDF takes as long as all the rest."""

BLAME = "look for the cause in the project's templates/, above all in its CSS"


@dataclass(frozen=True, slots=True)
class Build:
    """What a build made of some briefs: the report of their check, the files that were written, and what failed."""

    report: Report
    written: tuple[str, ...]
    refused: tuple[str, ...]
    failed: tuple[tuple[str, BriefkitError], ...]


def build_project(project: Project, names: Sequence[str], formats: Sequence[str], draft: bool) -> Build:
    """Check the named briefs and build those without errors; with `draft` all, each page marked."""
    if STDIN in names:
        raise ConfigError("a brief on standard input cannot be built", "its outputs are named after its file")
    results = list(check_briefs(project, names))
    checked = [result for result in results if isinstance(result, Result)]
    _refuse_twins([result.checked.brief for result in checked])
    written: list[str] = []
    refused: list[str] = []
    failed: list[tuple[str, BriefkitError]] = []
    for result in checked:
        path = result.checked.brief.path
        if not draft and _has_errors(result):
            refused.append(path)
            continue
        try:
            written += _build(project, result, formats, DRAFT if draft else ())
        except (ConfigError, MissingToolError):
            raise  # the next brief would fare no better
        except BriefkitError as error:
            failed.append((path, error))
    return Build(make_report(results), tuple(written), tuple(refused), tuple(failed))


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


def _build(project: Project, result: Result, formats: Sequence[str], marks: tuple[str, ...]) -> tuple[str, ...]:
    """Make all formats of a brief, prove them, then put all in their places, the manifest last."""
    slug = _slug(result.checked.brief)
    runner = Pandoc(limits=project.limits)
    inputs = Inputs(project, result)
    document = inputs.assemble(marks, runner)
    pages = _render(project, document, runner, formats)
    made = {f"{slug}.{name}": prove(name, pages[name]) for name in formats}
    folder = project.root / project.config.output / slug
    whole = {**made, "manifest.json": _manifest(result, inputs, made)}
    outputs.replace_all(folder, whole)
    return tuple(files.show(folder / name) for name in whole)


def _render(project: Project, document: Document, runner: Runner, formats: Sequence[str]) -> Mapping[str, bytes]:
    """The bytes of each format, made in children side by side."""
    made: dict[str, bytes] = {}
    with ExitStack() as stack:
        children = []
        for what, names in ENGINES.items():
            work = {name: partial(FORMATS[name], document, runner) for name in names if name in formats}
            if work:
                children.append(stack.enter_context(Child(what, work, project.pages, BLAME)))
        for child in children:
            made |= child.result()
    return made


def _slug(brief: Brief) -> str:
    """The name of the outputs, from the name of the brief."""
    slug = re.sub(r"[^a-z0-9._-]+", "-", Path(brief.path).stem.lower()).strip("-.")[:80]
    if not slug:
        raise ConfigError(f"no output can be named after {brief.path}", "give the file a name of letters or digits")
    return slug


def _manifest(result: Result, inputs: Inputs, made: Mapping[str, bytes]) -> bytes:
    """What went in, what came out, by which tools; no clock, no machine, no absolute path."""
    severities = [f.severity.label for f in (*result.checked.findings, *result.in_library)]
    document = {
        "version": MANIFEST_VERSION,
        "brief": result.checked.brief.path,
        "inputs": dict(sorted(inputs.hashes.items())),
        "outputs": {name: {"sha256": sha256(data), "bytes": len(data)} for name, data in sorted(made.items())},
        "findings": {label: severities.count(label) for label in ("error", "warning", "info")},
        "tools": {
            "briefkit": importlib.metadata.version("briefkit"),
            "pandoc": pandoc_version(),
            "python": platform.python_version(),
            "weasyprint": importlib.metadata.version("weasyprint"),
        },
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
