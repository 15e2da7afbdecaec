"""A report in, the report of what is new out: what a baseline knows is marked, what did not change since a revision of
git is left out.

Paths in a baseline are those below the project's folder, wherever the command is run.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from briefkit import files
from briefkit.errors import BriefkitError, ConfigError, InputError
from briefkit.lookup import Holding
from briefkit.model import Allowed, Checked, Finding, Place, Report
from briefkit.parse.front_matter import body_start
from briefkit.pipeline.brief_files import SUFFIXES
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import STDIN, find_origins
from briefkit.report.baseline import Known, list_known, read_baseline, write_baseline
from briefkit.rewriting import rewrite_all
from briefkit.values import Value, replace

MOST_SEARCHED = 4_000_000_000
"""Characters that are searched for sentences in vain before the rest counts as changed: some seconds."""


class Ratchet(Value):
    """What a run is told of earlier ones: a baseline, and whether to write it; a revision of git."""

    baseline: str = ""
    update: bool = False
    since: str = ""

    @property
    def wanted(self) -> bool:
        """Whether the run is told anything."""
        return bool(self.baseline or self.since)


def narrow(project: Project, report: Report, ratchet: Ratchet) -> tuple[Report, str]:
    """The report with known findings marked and unchanged ones left out; what to say of a baseline that was written."""
    said = ""
    if ratchet.baseline:
        report, said = _against(project, report, ratchet)
    if ratchet.since:
        report = _since(project, report, ratchet.since)
    return report, said


# --- the baseline ----------------------------------------------------------------------------


def _against(project: Project, report: Report, ratchet: Ratchet) -> tuple[Report, str]:
    path = Path(ratchet.baseline)
    is_new = not files.there(path)
    if is_new and not ratchet.update:
        raise InputError(f"{files.show(path)} does not exist", "make it with --update-baseline")
    data = b"" if is_new else files.read_bytes(path, files.MAX_LIBRARY)
    before = () if is_new else read_baseline(files.decode(data, files.show(path)), files.show(path))
    found = [replace(one, path=project.below(one.path)) for one in list_known(report.findings)]
    said = ""
    if ratchet.update:
        after = tuple(found) if is_new else tuple(_left(project, report, before, {one.key for one in found}))
        written = write_baseline(after)
        if is_new:
            files.write_atomic(path, written)
        elif written != write_baseline(before):
            rewrite_all({path: (data, written)})  # what another run has taken out meanwhile must not come back
        said = f"{files.show(path)}: {len(after)} known, {max(len(before) - len(after), 0)} fixed and removed"
        before = after
    known = {one.key for one in before}
    return _marked(report, [one.key in known for one in found]), said


def _left(project: Project, report: Report, before: Iterable[Known], found: Collection[tuple[str, str]]) -> list[Known]:
    """What a baseline still holds: what was found again, and what this run did not look at and is still there."""
    looked = {project.below(path) for path in (*report.paths, *(checked.brief.path for checked in report.checked))}
    whole = not report.paths and _is_whole(project, report)
    unread = {project.below(unreadable.path) for unreadable in report.unreadable}

    def stays(one: Known) -> bool:
        if one.key in found or one.path in unread:
            return True
        is_brief = one.path.endswith(SUFFIXES)
        seen = one.path in looked or (not is_brief and whole and not unread)
        return not seen and files.there(project.root / one.path)

    return [one for one in before if stays(one)]


def _is_whole(project: Project, report: Report) -> bool:
    """Whether all briefs of the project were checked, so that all that is to be said of its libraries was said."""
    checked = {os.path.realpath(checked.brief.path) for checked in report.checked}
    with suppress(BriefkitError):
        return {os.path.realpath(origin) for origin in find_origins(project, ()) if isinstance(origin, Path)} <= checked
    return True


def _marked(report: Report, known: Sequence[bool]) -> Report:
    """The report with the standing of each finding; what is allowed counts as known."""
    standings = iter(["known" if is_known else "new" for is_known in known])

    def mark(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(replace(finding, standing=next(standings)) for finding in findings)

    def allow(allowed: Iterable[Allowed]) -> tuple[Allowed, ...]:
        return tuple(replace(a, finding=replace(a.finding, standing="known")) for a in allowed)

    library = mark(report.library)  # first, as in Report.findings
    checked = tuple(replace(c, findings=mark(c.findings), allowed=allow(c.allowed)) for c in report.checked)
    return replace(report, library=library, checked=checked)


# --- since a revision ------------------------------------------------------------------------


def _since(project: Project, report: Report, revision: str) -> Report:
    """The report without the findings whose sentence, or entry, or line stood in the file already."""
    from briefkit.revisions import read_at

    paths = sorted({f.place.path for f in report.findings} - {STDIN, ""})
    old = {path: _Old(data) for path, data in read_at(revision, paths).items()}
    briefs = {one.brief.path for one in report.checked}
    units = {path: _entries(project, path) for path in old if path not in briefs}
    units |= {one.brief.path: _sentences(one) for one in report.checked}

    def changed(finding: Finding) -> bool:
        path = finding.place.path
        return path not in old or not old[path].had(units[path](finding.place))

    def kept(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(finding for finding in findings if changed(finding))

    checked = tuple(replace(one, findings=kept(one.findings)) for one in report.checked)
    return replace(report, library=kept(report.library), checked=checked)


class _Old:
    """A file as it was, asked whether it had some words; blanks and the ends of lines are all one."""

    def __init__(self, data: bytes) -> None:
        self.text = _collapsed(data.decode("utf-8-sig", "replace"))
        self.cursor = 0
        self.left = MOST_SEARCHED

    def had(self, words: str) -> bool:
        """Whether these words stood there; they are mostly asked for in their order."""
        words = _collapsed(words)
        if self.left < 0:
            return False
        at = self.text.find(words, self.cursor)
        if at < 0:
            at = self.text.find(words, 0, self.cursor + len(words))
            self.left -= len(self.text) if at < 0 else at
        self.cursor = max(at, 0)
        return at >= 0


def _collapsed(text: str) -> str:
    return " ".join(text.split())


def _sentences(checked: Checked) -> Callable[[Place], str]:
    """What a finding in a brief is about: the sentence that it stands in, the front matter, else its lines."""
    brief = checked.brief
    sentences = tuple(brief.sentences)
    holding = Holding(sentence.place for sentence in sentences)
    lines = brief.text.split("\n")
    head = brief.text.count("\n", 0, body_start(brief.text))

    def unit(place: Place) -> str:
        start = replace(place, end_line=place.line, end_column=place.column)
        held = holding(start)
        if held:
            return sentences[held[-1]].source
        first, last = (1, head) if place.line <= head else (place.line, place.end_line)
        return "\n".join(lines[first - 1 : last])

    return unit


def _entries(project: Project, path: str) -> Callable[[Place], str]:
    """What a finding in a library is about: the lines from the last one that begins with @ up to the next one."""
    lines = files.decode(project.read_bytes(Path(path), files.MAX_LIBRARY), path).split("\n")
    starts = [n for n, line in enumerate(lines) if line.lstrip().startswith("@")]

    def unit(place: Place) -> str:
        number = bisect_right(starts, place.line - 1)
        first = starts[number - 1] if number else 0
        last = starts[number] if number < len(starts) else len(lines)
        return "\n".join(lines[first:last])

    return unit


def refuse_together(ratchet: Ratchet, fixing: bool, chosen: bool) -> None:
    """ConfigError for options that say two things at once."""
    if ratchet.update and not ratchet.baseline:
        raise ConfigError("--update-baseline names no baseline", "name it with --baseline FILE")
    if ratchet.update and (ratchet.since or chosen):
        hint = "a baseline is written by a check of all rules and all sentences: leave out --since, --select, --ignore"
        raise ConfigError("--update-baseline looks at all findings", hint)
    if fixing and ratchet.wanted:
        raise ConfigError("--fix and --diff look at all findings", "leave out --baseline and --since")
