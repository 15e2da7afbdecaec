"""Briefs in, a Review out: their check, and for each of them its sources in words, for the reports that people read."""

from __future__ import annotations

import importlib
import importlib.metadata
import platform
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from briefkit import packaged
from briefkit.brand.making import Worn
from briefkit.check import check_settings
from briefkit.errors import ConfigError, InputError, TemplateError
from briefkit.library.biblatex import as_biblatex
from briefkit.library.usage import unused_sources
from briefkit.model import Brief, Finding, Report, Source, Unreadable
from briefkit.pandoc import Pandoc
from briefkit.pipeline.branding import checked, find_brand, fit, named_brand, wear
from briefkit.pipeline.charting import read_charts
from briefkit.pipeline.checking import Told, examining, make_report, only_news, without_tree
from briefkit.pipeline.inputs import cited_sources
from briefkit.pipeline.pool import spread
from briefkit.pipeline.printing import print_brief
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import Origin, Shelf, find_origins, name_of
from briefkit.pipeline.styles import style_or_usual
from briefkit.processes import Child
from briefkit.report import REVIEWERS
from briefkit.report.review import MOST_UNUSED, PRINTED, Exhibit, Printed, Review, Reviewed, Reviewer
from briefkit.values import Value, replace

BLAME = "check fewer briefs at once"


class Looked(Value):
    """A checked brief with the entries that it cites, each with all it inherits, and how they are to be printed."""

    told: Told
    sources: tuple[Source, ...]
    style: str
    lang: str
    digests: Mapping[str, str]
    printed: Printed | None
    exhibits: tuple[Exhibit, ...]


def review_project(project: Project, names: Sequence[str], stdin: bytes = b"", form: str = "") -> Review:
    """Check the named briefs, or the project's own, and gather what a reviewer asks of their sources.

    Briefs that could not be read are in the report, as in a check. A `form` that shows the brief as it is built is of
    one brief: it is sent to its authors, and comes back.
    """
    origins = find_origins(project, names, stdin)
    if form in PRINTED and len(origins) > 1:
        hint = f"name one of them, and with --output a file for each: {name_of(origins[0])}"
        raise ConfigError(f"a {form} report is of one brief, and these are {len(origins)}", hint)
    check_settings(project.config, project.settings, project.settings_text)
    if project.jobs > 1 and len(origins) > 1:
        Shelf(project).index()
    results = list(spread(lambda: _looking(project, len(origins), form), origins, project.jobs))
    looked = [result for result in results if isinstance(result, Looked)]
    report = make_report(result.told if isinstance(result, Looked) else result for result in results)
    printed = _references(project, looked)
    briefs = tuple(
        Reviewed(
            one.told.checked,
            {source.key: source for source in one.sources},
            {source.key: printed[one.style, one.lang].get(source.key, "") for source in one.sources},
            one.digests,
            one.printed,
            one.exhibits,
        )
        for one in looked
    )
    unused = _unused(project, looked)
    return Review(report, briefs, unused[:MOST_UNUSED], len(unused), _tools(project))


def with_report(review: Review, report: Report) -> Review:
    """The review of a report that was narrowed: its briefs have the findings of that report."""
    pairs = zip(review.briefs, report.checked, strict=True)
    return replace(review, report=report, briefs=tuple(replace(one, checked=checked) for one, checked in pairs))


def draw_review(project: Project, review: Review, form: str) -> bytes:
    """One of REVIEWERS of a review, in the project's brand, made in a child with limits."""
    brand = fit(checked(_worn(project, review)), _text(review)).brand
    write: Reviewer = importlib.import_module(REVIEWERS[form]).write
    runner, review = Pandoc(limits=project.limits), replace(review, pages=packaged.report_pages())
    with Child("the report", {form: partial(write, review, brand, runner)}, project.pages, BLAME) as child:
        return child.result()[form]


def _worn(project: Project, review: Review) -> Worn:
    """The brand of the one brief, if a build could wear it; of several the project's."""
    if len(review.briefs) == 1 and (brief := review.briefs[0].checked.brief).front.brand:
        with suppress(InputError, TemplateError):  # which the check told
            return checked(wear(project, find_brand(project, Path(brief.path).parent, brief.front.brand)))
    return named_brand(project)


def _text(review: Review) -> str:
    """What a report prints that may need fonts which the brand lacks."""
    references = (text for one in review.briefs for text in one.references.values())
    unused = (field.value for source in review.unused for field in source.fields.values())
    return "\n".join((*(one.checked.brief.text for one in review.briefs), *references, *unused))


@contextmanager
def _looking(project: Project, briefs: int, form: str) -> Iterator[Callable[[Origin], Looked | Unreadable]]:
    """The look at one brief after another; of a library only what was not told before is handed over."""
    seen: set[Finding] = set()

    def look(origin: Origin) -> Looked | Unreadable:
        examined = examine(origin)
        if isinstance(examined, Unreadable):
            return examined
        brief, library = examined.told.checked.brief, examined.library
        told = without_tree(only_news(examined.told, seen))
        digests = {brief.path: examined.loaded.digest, **library.digests}
        printed = print_brief(project, examined) if form in PRINTED else None
        style = style_or_usual(project, examined.loaded.folder, brief.front.csl).text
        exhibits = _exhibits(project, examined.loaded.folder, brief) if any(b.exhibit for b in brief.blocks) else ()
        return Looked(told, cited_sources(examined), style, brief.front.language, digests, printed, exhibits)

    with examining(project, briefs) as examine:
        yield look


def _exhibits(project: Project, folder: Path, brief: Brief) -> tuple[Exhibit, ...]:
    """The tables, figures and charts of a brief as a build numbers them, in the order in which its blocks do."""
    from briefkit.assemble.chart_figures import data_rows, key_of
    from briefkit.assemble.exhibits import exhibit_labels, find_exhibits
    from briefkit.assemble.labels import Words

    charts = read_charts(project, folder, brief, faulty=True)
    blocks = [*brief.front_blocks, *brief.ast["blocks"]]
    roles = {section.identifier: section.role for section in brief.sections if section.identifier and section.role}
    nodes = zip(find_exhibits(blocks), exhibit_labels(blocks, roles, Words("en")), strict=True)
    found = ((label, charts.found.get(key_of(node)) if charts.found else None) for node, label in nodes)
    return tuple(
        Exhibit(label, tuple(map(tuple, data_rows(chart, charts.lang))) if chart else ()) for label, chart in found
    )


def _references(project: Project, looked: Sequence[Looked]) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """The references of all entries, by style and language: one call of pandoc for each pair."""
    from briefkit.assemble.reference import format_references

    wanted: dict[tuple[str, str], dict[str, Source]] = defaultdict(dict)
    for one in looked:
        wanted[one.style, one.lang] |= {source.key: source for source in one.sources}
    pandoc = Pandoc(limits=project.limits)
    return {
        (style, lang): format_references(
            tuple(sources), as_biblatex(sources.values(), style, lang), style, lang, pandoc
        )
        for (style, lang), sources in wanted.items()
    }


def _unused(project: Project, looked: Sequence[Looked]) -> tuple[Source, ...]:
    """The entries of the briefs' libraries that none of them cites."""
    paths = dict.fromkeys(path for one in looked for path in one.digests if path != one.told.checked.brief.path)
    if not paths:
        return ()
    library = Shelf(project).open(tuple(Path(path) for path in paths))
    return unused_sources(library, {source.key for one in looked for source in one.sources})


def _tools(project: Project) -> Mapping[str, str]:
    return {
        "briefkit": importlib.metadata.version("briefkit"),
        "pandoc": Pandoc(limits=project.limits).version(),
        "python": platform.python_version(),
    }
