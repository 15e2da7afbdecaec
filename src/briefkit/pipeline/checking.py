"""Briefs in, a report out: each brief with its library, its accounts and its findings.

What the check needs is imported in the functions here, so that it loads while pandoc reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any

from briefkit.errors import InputError, ToolLimitError, fault
from briefkit.model import (
    EMPTY,
    Account,
    Brief,
    Checked,
    Finding,
    Library,
    Reader,
    Report,
    Unreadable,
    Utterance,
    Verdict,
)
from briefkit.pandoc import Worker
from briefkit.parse.roles import find_role
from briefkit.pipeline.bounds import Bounds
from briefkit.pipeline.charting import chart_data
from briefkit.pipeline.faults import find_faults
from briefkit.pipeline.pool import spread
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import (
    Loaded,
    Once,
    Origin,
    Shelf,
    find_origins,
    name_of,
    read_brief,
    unreadable,
    without_library,
)
from briefkit.values import Value, replace

if TYPE_CHECKING:
    from briefkit.brief_types import BriefType
    from briefkit.claims import Explanation
    from briefkit.library.retractions import Retraction

SMALL = 4
"""Fewer briefs are read and checked before other processes have started."""


HALVES = 2
"""The check of one brief is divided among so many processes; several briefs are dealt to processes whole."""


class Told(Value):
    """What a check has to say of one brief: its accounts and findings, and the findings in its library."""

    checked: Checked
    in_library: tuple[Finding, ...]


class Examined(Value):
    """A brief with all that a build of it needs: where it lay, its library, and what its check told."""

    loaded: Loaded
    library: Library
    told: Told


def check_project(project: Project, names: Sequence[str], stdin: bytes = b"") -> Report:
    """Check the named briefs (or the project's own); what cannot be read is in the report, never dropped."""
    origins = find_origins(project, names, stdin)
    if len(origins) != 1:  # those of one are looked at when pandoc has read it: the rules load meanwhile
        _check_settings(project)
    jobs = project.jobs if len(origins) >= SMALL else 1
    if jobs > 1:
        Shelf(project).index()
    return make_report(spread(lambda: telling(project, len(origins)), origins, jobs))


@contextmanager
def telling(project: Project, briefs: int) -> Iterator[Callable[[Origin], Told | Unreadable]]:
    """What a report needs of each brief: no tree, and of a library only what was not told before."""
    told: set[Finding] = set()

    def tell(origin: Origin) -> Told | Unreadable:
        examined = examine(origin)
        if isinstance(examined, Unreadable):
            return examined
        return without_tree(only_news(examined.told, told))

    with examining(project, briefs) as examine:
        yield tell


def only_news(told: Told, seen: set[Finding]) -> Told:
    """What a check told, of a library only what was not `seen` before, which it is then."""
    news = tuple(finding for finding in told.in_library if finding not in seen)
    seen.update(news)
    return replace(told, in_library=news)


def without_tree(told: Told) -> Told:
    """What a check told, without pandoc's tree and the data of charts: heavy to hand over, and no report needs them."""
    brief = replace(told.checked.brief, ast=EMPTY, front_blocks=(), data=EMPTY)
    return replace(told, checked=replace(told.checked, brief=brief))


@contextmanager
def examining(project: Project, briefs: int) -> Iterator[Callable[[Origin], Examined | Unreadable]]:
    """The check of one brief after another, with one pandoc that stays up and each library read once.

    A fault of ours on one of several briefs is told of that one, and the others are checked.
    """
    shelf = Shelf(project)

    def examine(origin: Origin) -> Examined | Unreadable:
        try:
            return _examine(project, origin, reader, shelf, jobs)
        except Exception as error:
            found = fault(error) if briefs > 1 else None
            if found is None:
                raise
            return unreadable(name_of(origin), found)

    jobs = min(project.jobs, HALVES) if briefs == 1 else 1
    with Worker(limits=project.limits) as worker:
        reader = Once(project.limits, shelf) if briefs == 1 else worker
        yield examine


def _examine(project: Project, origin: Origin, reader: Reader, shelf: Shelf, jobs: int) -> Examined | Unreadable:
    bounds = Bounds(project.seconds)
    read = read_brief(origin, reader, project, bounds)
    _check_settings(project)
    if isinstance(read, Unreadable):
        return read
    loaded, brief = read
    try:
        library = shelf.library(loaded.folder, brief)
    except InputError as error:
        return without_library(brief, error)
    retractions, kind = shelf.retractions(), shelf.brief_type(brief.front.type)
    try:
        with bounds.within():
            if data := chart_data(project, loaded.folder, brief):
                brief = replace(brief, data=data)
            faults = tuple(find_faults(project, loaded.folder, brief, library))
            brief = replace(brief, problems=(*brief.problems, *faults)) if faults else brief
            share = bounds.shared if jobs >= HALVES else None
            return Examined(loaded, library, _check(brief, library, project, retractions, kind, share))
    except ToolLimitError as error:
        return unreadable(brief.path, error)


def _check_settings(project: Project) -> None:
    from briefkit.check import check_settings

    check_settings(project.config, project.settings, project.settings_text)


def _check(
    brief: Brief,
    library: Library,
    project: Project,
    retractions: Mapping[str, Retraction],
    kind: BriefType,
    share: Callable[[Callable[[], Any]], Callable[[], Any]] | None,
) -> Told:
    """What is said of a brief.

    With `share`, which bounds a half wherever it runs, the rules that need no claims run while claims are looked for.
    """
    from briefkit.check import NO_HITS, check_brief, check_without_claims, make_case, split_findings
    from briefkit.claims import find_verdicts, with_verdicts
    from briefkit.evidence import link_evidence

    config = project.config
    case = make_case(brief, library, (), retractions, kind)
    if share is None:  # all rules look at one case then: what is made once for them is made once
        verdicts, known = find_verdicts(brief), NO_HITS
    else:
        halves = (share(partial(find_verdicts, brief)), share(partial(check_without_claims, case, config)))
        verdicts, known = spread(lambda: nullcontext(lambda half: half()), halves, HALVES)
    accounts = link_evidence(brief, with_verdicts(brief, verdicts), library, config.citation_scope)
    found, allowed = check_brief(replace(case, accounts=accounts), config, known)
    own, in_library = split_findings(settled(project, found), library)
    return Told(Checked(brief, accounts, own, allowed), in_library)


def settled(project: Project, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings with the severities that the project has set for their files."""
    from briefkit.check.severities import settle_by_path

    tables = project.config.severity_in
    return settle_by_path(findings, tables, project.below) if tables else findings


def make_report(results: Iterable[Told | Unreadable]) -> Report:
    """The report on some results; a finding in a library that several briefs share is told once."""
    checked: list[Checked] = []
    failed: list[Unreadable] = []
    in_library: dict[Finding, None] = {}
    for result in results:
        if isinstance(result, Unreadable):
            failed.append(result)
        else:
            checked.append(result.checked)
            in_library.update(dict.fromkeys(result.in_library))
    return Report(tuple(checked), tuple(sorted(in_library, key=lambda f: (f.place, f.code))), tuple(failed))


def judge_rows(rows: Sequence[Mapping[str, Any]], lang: str) -> Iterator[tuple[Any, Verdict]]:
    """The verdict on each row of `claims --sentences`, in order, with the row's `id` as it came.

    Rows of one `document` are judged as its sentences, in their order: how much it speaks of its authors' own work, and
    where, counts.
    """
    from briefkit.claims import judge

    documents: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        documents.setdefault(_text(row, "document"), []).append(row)
    own = {name: iter(_own_work(document, lang)) for name, document in documents.items() if name}
    for row in rows:
        text, section, before = (_text(row, name) for name in ("text", "section", "before"))
        told = next(own[name]) if (name := _text(row, "document")) else {}
        context = {"organisation": _text(row, "organisation"), **told}
        yield row["id"], judge(Utterance(text, section, find_role((), section, lang), before, context=context), lang)


def _own_work(rows: Sequence[Mapping[str, Any]], lang: str) -> Sequence[Mapping[str, str]]:
    """What a document tells of its sentences."""
    from briefkit.claims import tell_own_work

    texts, sections = ([_text(row, name) for row in rows] for name in ("text", "section"))
    return tell_own_work(texts, sections, lang, f"\n{_text(rows[0], 'organisation')}")


def _text(row: Mapping[str, Any], name: str) -> str:
    return str(row.get(name) or "")


def explain_line(checked: Checked, line: int) -> tuple[tuple[Account, Explanation], ...]:
    """The account of each sentence that counts on a line of a brief, and what made its verdict."""
    from briefkit.claims import explain, utterances

    lang = checked.brief.front.language
    seen = {sentence.place: utterance for sentence, utterance in utterances(checked.brief)}
    accounts = (a for a in checked.accounts if a.sentence.place.line <= line <= a.sentence.place.end_line)
    return tuple((account, explain(seen[account.sentence.place], lang)) for account in accounts)
