"""Checked briefs in, files out: every brief in every format, written whole or not at all, and a manifest last."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from briefkit import files, outputs
from briefkit.asked import Answers, listening
from briefkit.assemble.document import Parts
from briefkit.check import check_settings
from briefkit.errors import (
    BriefkitError,
    ConfigError,
    InputError,
    MissingToolError,
    TemplateError,
    ToolLimitError,
    fault,
)
from briefkit.model import Brief, Document, Finding, Report, Runner, Severity, Template, Unreadable, start_of
from briefkit.pandoc import Pandoc, no_document
from briefkit.pandoc.grammar import is_document
from briefkit.pipeline.checking import Examined, Told, examining, make_report, telling, without_tree
from briefkit.pipeline.digests import sha256
from briefkit.pipeline.inputs import Inputs
from briefkit.pipeline.manifest import archive_date, attach_manifest, attach_sources, make_manifest
from briefkit.pipeline.pool import spread
from briefkit.pipeline.project import Project
from briefkit.pipeline.rasters import with_drawings
from briefkit.pipeline.reading import STDIN, Shelf, find_origins, name_of
from briefkit.pipeline.spotting import placed
from briefkit.pipeline.standing import (
    Trace,
    Wanted,
    digest_parts,
    digest_setting,
    read_standing,
    recall,
    remember,
    stands,
)
from briefkit.pipeline.templating import blame
from briefkit.processes import Child
from briefkit.render import FORMATS, load_engines
from briefkit.render.proof import count_pages, prove, prove_archive
from briefkit.settings import refuse_far_folder
from briefkit.text import plural
from briefkit.values import Value, replace

ENGINES = {"the web page or the Word file": ("html", "docx"), "the PDF": ("pdf",)}
"""Who makes what: a child each, side by side, because laying out a PDF takes as long as all the rest."""


Teller = Callable[[int, int, str], None]
"""Told which brief of how many is built now, and its name."""


class Build(Value):
    """What a build made of some briefs: the report of their check, what was written, what is as it was, what was
    refused, and what failed.

    The report leaves out briefs that were built before and are as they were, unless another is refused or unreadable.
    `notes` are the remarks on the brands of those that were built, each once.
    """

    report: Report
    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    refused: tuple[str, ...]
    failed: tuple[tuple[str, BriefkitError], ...] = ()
    notes: tuple[Finding, ...] = ()


class Built(Value):
    """What became of one brief: what its check told, the files that were written and that are as they were, or why
    there are none.
    """

    told: Told
    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    refused: bool = False
    failed: BriefkitError | None = None
    notes: tuple[Finding, ...] = ()


def build_project(project: Project, names: Sequence[str], wanted: Wanted, say: Teller) -> Build:
    """Check the named briefs and build those without errors; with marks, as a draft has, all of them.

    What stands, because nothing that goes into it has changed, is left alone.
    """
    if STDIN in names:
        raise ConfigError("a brief on standard input cannot be built", "its outputs are named after its file")
    if wanted.archive and "pdf" not in wanted.formats:
        raise ConfigError("an archive is a PDF, and no PDF is asked for", "add pdf to --to")
    refuse_far_folder((project.root / project.config.output).parent)
    origins = [origin for origin in find_origins(project, names) if isinstance(origin, Path)]
    check_settings(project.config, project.settings, project.settings_text)
    _refuse_twins([name_of(origin) for origin in origins])
    standing = [] if wanted.force else _standing(project, origins, wanted)
    owed = [origin for origin in origins if origin not in standing]
    if len(owed) > 1:
        load_engines(wanted.formats)  # once for all children: each of them is a fork of this process
        if project.jobs > 1:
            Shelf(project).index()
    results = dict(zip(owed, spread(lambda: _building(project, owed, wanted, say), owed, project.jobs), strict=True))
    built = [r for r in results.values() if isinstance(r, Built)]
    told: dict[Path, Told | Unreadable] = {o: r.told if isinstance(r, Built) else r for o, r in results.items()}
    if len(built) < len(owed) or any(b.refused for b in built):
        told |= zip(standing, spread(lambda: telling(project, len(standing)), standing, project.jobs), strict=True)
    return Build(
        make_report(told[origin] for origin in origins if origin in told),
        tuple(name for b in built for name in b.written),
        (*(f"{files.show(_folder(project, o))}/" for o in standing), *(name for b in built for name in b.unchanged)),
        tuple(b.told.checked.brief.path for b in built if b.refused),
        tuple((b.told.checked.brief.path, b.failed) for b in built if b.failed),
        tuple(dict.fromkeys(note for b in built for note in b.notes)),
    )


def _standing(project: Project, origins: Sequence[Path], wanted: Wanted) -> list[Path]:
    """The briefs whose outputs stand."""
    answers: Answers = {}
    settings = {o: digest_setting(project, o, wanted) for o in origins if _slug(name_of(o))}
    return [o for o, setting in settings.items() if stands(project, _folder(project, o), setting, answers)]


@contextmanager
def _building(
    project: Project, owed: Sequence[Path], wanted: Wanted, say: Teller
) -> Iterator[Callable[[Path], Built | Unreadable]]:
    numbers = {origin: number for number, origin in enumerate(owed, 1)}

    def build(origin: Path) -> Built | Unreadable:
        say(numbers[origin], len(owed), name_of(origin))
        with listening() as heard:
            examined = examine(origin)
            if isinstance(examined, Unreadable):
                return examined
            told = without_tree(examined.told)
            if not wanted.marks and _has_errors(told):
                return Built(told, refused=True)
            try:
                return _build(project, origin, wanted, examined, heard)
            except Exception as error:
                failed = _failure(error, examined.told.checked.brief, several=len(owed) > 1)
                if failed is None:
                    raise
                return Built(told, failed=failed)

    with examining(project, len(owed)) as examine:
        yield build


def _failure(error: Exception, brief: Brief, *, several: bool) -> BriefkitError | None:
    """What to tell of a brief that could not be built, so that the others go on; nothing where the run is to end."""
    match error:
        case ConfigError() | MissingToolError():
            return None
        case BriefkitError():
            return placed(error, brief)
        case RecursionError():
            return ToolLimitError("it is nested too deeply to be built", "use fewer levels")
        case _ if not is_document(brief.ast):
            return no_document()
    return fault(error) if several else None


def _refuse_twins(names: Sequence[str]) -> None:
    """Two briefs whose outputs would have the same name are an error, before one overwrites the other."""
    first: dict[str, str] = {}
    for name in names:
        if not (slug := _slug(name)):
            continue  # is told when it is built
        if slug in first:
            raise ConfigError(f"{first[slug]} and {name} would both be built as {slug}", "rename one of them")
        first[slug] = name


def _has_errors(told: Told) -> bool:
    return any(f.severity is Severity.ERROR for f in (*told.checked.findings, *told.in_library))


def _build(project: Project, origin: Path, wanted: Wanted, result: Examined, heard: Answers) -> Built:
    """Make all formats of a brief, prove them, then put all in their places, the manifest last.

    Pages that stand are not made anew: they are written when the folder holds others by then.
    """
    version = Pandoc(limits=project.limits).version()
    inputs = Inputs(project, result)
    parts = inputs.gather(wanted.marks)
    seen = tuple(heard.items())  # all that went in; what is looked at from here on is what came out
    folder = _folder(project, origin)
    fitting = _fitting(wanted, parts.template)
    digest = digest_parts(inputs.shaping(parts), fitting)
    made = _standing_pages(project, folder, digest, fitting) or _made(inputs, parts, fitting, version)
    whole = {f"{folder.name}.{name}": page for name, page in made.items()}
    whole["manifest.json"] = make_manifest(inputs, whole, version)
    written = outputs.replace_all(folder, whole, anew=wanted.force)
    left = {name: sha256(data) for name, data in whole.items()}
    remember(project, folder, Trace(digest_setting(project, origin, wanted), seen, digest, left))
    shown = {name: files.show(folder / name) for name in whole}
    unchanged = tuple(shown[name] for name in whole if name not in written)
    name = result.told.checked.brief.path
    notes = (*inputs.notes, *_left_out(wanted, fitting, parts.template, name), *_too_many(made, parts.template, name))
    return Built(without_tree(result.told), tuple(shown[name] for name in written), unchanged, notes=notes)


def _fitting(wanted: Wanted, template: Template) -> Wanted:
    """What is wanted, as far as the template makes it; TemplateError when that is nothing."""
    formats = tuple(name for name in wanted.formats if name in template.formats)
    if not formats or (wanted.archive and "pdf" not in formats):
        made = ", ".join(template.formats)
        raise TemplateError(
            f"the template {template.name} makes {made} only", "ask for that with --to, or name another"
        )
    return replace(wanted, formats=formats)


def _left_out(wanted: Wanted, fitting: Wanted, template: Template, brief: str) -> Iterator[Finding]:
    """A remark on each format that was asked for and that the template does not make."""
    for name in wanted.formats:
        if name not in fitting.formats:
            message = f"No {name} is made, since the template {template.name} has none"
            yield Finding(start_of(brief), "TPL101", "format-not-made", Severity.WARNING, message)


def _too_many(made: Mapping[str, bytes], template: Template, brief: str) -> Iterator[Finding]:
    """A remark on a PDF with more pages than its template is for."""
    most = int(float(template.options.get("most-pages", 0)))
    pages = count_pages(made["pdf"]) if most and "pdf" in made else 0
    if pages > most:
        cure = f"cut text, which briefkit outline counts, or write template-options: {{most-pages: {pages}}}"
        message = f"The PDF has {plural(pages, 'page')}, and the template {template.name} is for {most}: {cure}"
        yield Finding(start_of(brief), "TPL102", "too-many-pages", Severity.WARNING, message)


def _standing_pages(project: Project, folder: Path, digest: str, wanted: Wanted) -> Mapping[str, bytes]:
    """The pages of each format, if they were made of the very same parts and nobody has touched them since.

    An archive is made anew: it holds a manifest, which names more than the parts.
    """
    trace = None if wanted.force or wanted.archive else recall(project, folder)
    if trace is None or trace.parts != digest:
        return {}
    names = {name: f"{folder.name}.{name}" for name in wanted.formats}
    found = read_standing(folder, trace, tuple(names.values()))
    return {name: found[file] for name, file in names.items()} if found else {}


def _made(inputs: Inputs, parts: Parts, wanted: Wanted, version: str) -> Mapping[str, bytes]:
    """The pages of each format, made and proved."""
    runner = Pandoc(limits=inputs.project.limits)
    document = inputs.put_together(parts, runner)
    if wanted.archive:
        document = _with_attachments(document, inputs, version)
    if "docx" in wanted.formats:
        document = with_drawings(document)
    pages = _render(inputs.project, document, runner, wanted.formats)
    made = {name: prove(name, pages[name]) for name in wanted.formats}
    if wanted.archive:
        prove_archive(pages["pdf"], document.attachments)
    return made


def _render(project: Project, document: Document, runner: Runner, formats: Sequence[str]) -> Mapping[str, bytes]:
    """The bytes of each format, made in children side by side."""
    made: dict[str, bytes] = {}
    with ExitStack() as stack:
        children = []
        for what, names in ENGINES.items():
            work = {name: partial(FORMATS[name], document, runner) for name in names if name in formats}
            if work:
                children.append(stack.enter_context(Child(what, work, project.pages, blame(document.template))))
        for child in children:
            made |= child.result()
    return made


def _folder(project: Project, brief: Path) -> Path:
    """Where the outputs of a brief lie; InputError where they cannot be named after it."""
    if slug := _slug(name_of(brief)):
        return project.root / project.config.output / slug
    hint = "give the file a name with letters from a to z, or digits"
    raise InputError(f"no output can be named after {name_of(brief)}", hint)


def _slug(name: str) -> str:
    """The name of the outputs, from the name of the brief, letters without their marks; may be empty."""
    plain = unicodedata.normalize("NFKD", Path(name).stem.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9._-]+", "-", plain).strip("-.")[:80]


def _with_attachments(document: Document, inputs: Inputs, pandoc: str) -> Document:
    """The document as an archive: dated, and with the brief, the cited entries and a manifest inside."""
    brief = inputs.result.told.checked.brief
    sources = attach_sources(_slug(brief.path), brief, inputs.cited())
    attached = {item.name: item.data for item in sources}
    manifest = attach_manifest(make_manifest(inputs, attached, pandoc, came="attached"))
    return replace(document, date=archive_date(document, brief.path), attachments=(*sources, manifest))
