"""Checked briefs in, files out: every brief in every format, written whole or not at all, and a manifest last."""

from __future__ import annotations

import importlib.metadata
import json
import platform
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefkit import files, outputs
from briefkit.check import check_settings
from briefkit.errors import BriefkitError, ConfigError, MissingToolError, ToolLimitError
from briefkit.model import Document, Report, Runner, Severity, Unreadable
from briefkit.pandoc import Pandoc
from briefkit.pipeline.checking import Examined, Told, examining, make_report, without_tree
from briefkit.pipeline.inputs import Inputs, sha256
from briefkit.pipeline.pool import spread
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import STDIN, Origin, Shelf, find_origins, name_of
from briefkit.processes import Child
from briefkit.render import FORMATS
from briefkit.render.proof import prove
from briefkit.text import encode

MANIFEST_VERSION = 1
DRAFT = ("draft",)
ENGINES = {"the web page or the Word file": ("html", "docx"), "the PDF": ("pdf",)}
"""Who makes what: a child each, side by side, because laying out a PDF takes as long as all the rest."""

BLAME = "look for the cause in the project's templates/, above all in its CSS"


@dataclass(frozen=True, slots=True)
class Build:
    """What a build made of some briefs: the report of their check, what was written, refused, and what failed."""

    report: Report
    written: tuple[str, ...]
    refused: tuple[str, ...]
    failed: tuple[tuple[str, BriefkitError], ...] = ()


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
    check_settings(project.config, project.settings)
    _refuse_twins([name_of(origin) for origin in origins])
    marks = DRAFT if draft else ()
    if project.jobs > 1 and len(origins) > 1:
        Shelf(project).index()
    results = list(spread(lambda: _building(project, len(origins), formats, marks), origins, project.jobs))
    built = [r for r in results if isinstance(r, Built)]
    return Build(
        make_report(r.told if isinstance(r, Built) else r for r in results),
        tuple(name for b in built for name in b.written),
        tuple(b.told.checked.brief.path for b in built if b.refused),
        tuple((b.told.checked.brief.path, b.failed) for b in built if b.failed),
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
            return Built(told, _build(project, examined, formats, marks))
        except (ConfigError, MissingToolError):
            raise
        except BriefkitError as error:
            return Built(told, failed=error)
        except RecursionError:
            return Built(told, failed=ToolLimitError("it is nested too deeply to be built", "use fewer levels"))

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


def _build(project: Project, result: Examined, formats: Sequence[str], marks: tuple[str, ...]) -> tuple[str, ...]:
    """Make all formats of a brief, prove them, then put all in their places, the manifest last."""
    slug = _slug(result.told.checked.brief.path)
    runner = Pandoc(limits=project.limits)
    inputs = Inputs(project, result)
    document = inputs.assemble(marks, runner)
    pages = _render(project, document, runner, formats)
    made = {f"{slug}.{name}": prove(name, pages[name]) for name in formats}
    folder = project.root / project.config.output / slug
    whole = {**made, "manifest.json": _manifest(result, inputs, made, runner.version())}
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


def _slug(name: str) -> str:
    """The name of the outputs, from the name of the brief."""
    slug = re.sub(r"[^a-z0-9._-]+", "-", Path(name).stem.lower()).strip("-.")[:80]
    if not slug:
        raise ConfigError(f"no output can be named after {name}", "give the file a name of letters or digits")
    return slug


def _manifest(result: Examined, inputs: Inputs, made: Mapping[str, bytes], pandoc: str) -> bytes:
    """What went in, what came out, by which tools; no clock, no machine, no absolute path."""
    severities = [f.severity.label for f in (*result.told.checked.findings, *result.told.in_library)]
    document = {
        "version": MANIFEST_VERSION,
        "brief": inputs.name(result.told.checked.brief.path),
        "inputs": dict(sorted(inputs.hashes.items())),
        "outputs": {name: {"sha256": sha256(data), "bytes": len(data)} for name, data in sorted(made.items())},
        "findings": {label: severities.count(label) for label in ("error", "warning", "info")},
        "tools": {
            "briefkit": importlib.metadata.version("briefkit"),
            "pandoc": pandoc,
            "python": platform.python_version(),
            "weasyprint": importlib.metadata.version("weasyprint"),
        },
    }
    return encode(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
