"""Briefs in, what fixing them would change out: check, edit, check again, until nothing is left that can be fixed.

Nothing is written before all is known: what is edited is kept as drafts, which the next check reads instead of the
files. Edits that overlap wait for the next round, the one that stands first in the file first.
"""

from __future__ import annotations

import time
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from briefkit import files
from briefkit.library.edits import Span, Spans, apply_spans, find_spans
from briefkit.model import Edit, Finding, Fix, Report
from briefkit.pipeline.checking import check_project
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import STDIN
from briefkit.rewriting import Change, rewrite_all
from briefkit.values import Value, replace

ROUNDS = 10
"""After so many checks what is left is left: a fix that calls for another one ends long before."""

STDIN_NAME = "<stdin>"

Check = Callable[[Project, Mapping[str, bytes]], Report]
"""A check of a project with its drafts, and of the texts as they are now."""


class Fixed(Value):
    """What was fixed: for each file that changes what it held and what it is to hold, how many findings that cures,
    and the report on what is left.
    """

    report: Report
    changes: Mapping[str, Change]
    count: int


def fix_project(project: Project, names: Sequence[str], stdin: bytes, *, unsafe: bool) -> Fixed:
    """Fix the named briefs (or the project's own) and their libraries, in drafts; nothing is written."""
    known = {STDIN_NAME: stdin} if STDIN in names else {}
    return fix_all(project, lambda drafted, now: check_project(drafted, names, now.get(STDIN_NAME, b"")), known, unsafe)


def fix_all(project: Project, check: Check, known: Mapping[str, bytes], unsafe: bool) -> Fixed:
    """Fix what a check finds, in drafts, until it finds nothing more to fix; `known` are texts that are no files."""
    texts, count, started = Texts(known), 0, time.time_ns()
    report = check(project, texts.now)
    for _ in range(ROUNDS):
        found = [f for f in report.findings if f.fix and (f.fix.safe or unsafe)]
        if not texts.hold((edit.place.path for f in found if f.fix for edit in f.fix.edits), started):
            cured = make_edits(texts, found)
            if not cured:
                break
            count += cured
        started = time.time_ns()
        report = check(replace(project, drafts=texts.now), texts.now)
    return Fixed(_without_fixes(report, unsafe), texts.changes, count)


def write_changes(changes: Mapping[str, Change]) -> None:
    """Write the files that change, all or none; what came from standard input is not written."""
    rewrite_all({Path(name): change for name, change in changes.items() if name != STDIN_NAME})


class Texts:
    """The files that are edited: as they were read, and as they are now."""

    def __init__(self, known: Mapping[str, bytes]) -> None:
        self.old = dict(known)
        self.now = dict(known)

    def read(self, name: str) -> bytes:
        """What a file holds now."""
        if name not in self.old:
            self.old[name] = self.now[name] = files.read_bytes(Path(name), files.MAX_LIBRARY)
        return self.now[name]

    def hold(self, names: Iterable[str], started: int) -> bool:
        """Keep what these files hold; whether one may have changed since a check of them `started` (nanoseconds).

        What was found then is of another text. A file that is kept is not looked at again.
        """
        new = [name for name in dict.fromkeys(names) if name not in self.old]
        for name in new:
            self.read(name)
        return any(files.changed_at(Path(name)) >= started for name in new)

    def edit(self, name: str, spans: Iterable[Span]) -> None:
        """Replace some spans of the text that a file holds now."""
        self.now[name] = apply_spans(self.read(name), spans)

    @property
    def changes(self) -> Mapping[str, Change]:
        """The files that are not as they were."""
        return {name: (old, self.now[name]) for name, old in sorted(self.old.items()) if old != self.now[name]}

    @property
    def drafts(self) -> Mapping[str, bytes]:
        """What a check is to read instead of the files."""
        return {name: new for name, (_, new) in self.changes.items()}


def make_edits(texts: Texts, findings: Sequence[Finding]) -> int:
    """Make the edits of all fixes that do not overlap; the number of findings that they cure."""
    fixes = [f.fix for f in findings if f.fix]
    places = _locate(texts, dict.fromkeys(edit for fix in fixes for edit in fix.edits))
    chosen: dict[Fix, None] = {}
    taken: dict[str, _Taken] = {}
    cured = 0
    for fix in sorted(fixes, key=lambda fix: min(edit.place for edit in fix.edits)):
        spans = [(edit.place.path, span) for edit in fix.edits for span in places[edit]]
        is_whole = all(places[edit] for edit in fix.edits)
        if fix not in chosen and is_whole and all(taken.setdefault(path, _Taken()).is_free(s) for path, s in spans):
            chosen[fix] = None
            for path, span in spans:
                taken[path].add(span)
        cured += fix in chosen
    for path, held in taken.items():
        texts.edit(path, held.spans)
    return cured


def _locate(texts: Texts, edits: Iterable[Edit]) -> Mapping[Edit, Spans]:
    by_path: dict[str, list[Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.place.path, []).append(edit)
    return dict(pair for path, some in by_path.items() for pair in _locate_in(texts, path, some))


def _locate_in(texts: Texts, path: str, edits: Sequence[Edit]) -> Iterator[tuple[Edit, Spans]]:
    text = files.decode(texts.read(path), path)
    return zip(edits, find_spans(path, text, edits), strict=True)


class _Taken:
    """The spans of one text that are to be replaced, none of which overlaps another.

    Fixes come in the order of their first edits, but entries in parentheses end far behind it, and so the spans are
    kept sorted.
    """

    def __init__(self) -> None:
        self.spans: list[Span] = []

    def is_free(self, span: Span) -> bool:
        """Whether a span overlaps none of them; where nothing is replaced, to touch one is to overlap."""
        at = bisect_left(self.spans, span)
        return not any(_overlap(span, other) for other in self.spans[max(at - 1, 0) : at + 1])

    def add(self, span: Span) -> None:
        """Take a span that is free."""
        insort(self.spans, span)


def _overlap(one: Span, other: Span) -> bool:
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def _without_fixes(report: Report, unsafe: bool) -> Report:
    """The report without the fixes that were tried: what is still found cannot be fixed."""

    def without(findings: Sequence[Finding]) -> tuple[Finding, ...]:
        return tuple(replace(f, fix=None) if f.fix and (f.fix.safe or unsafe) else f for f in findings)

    checked = tuple(replace(one, findings=without(one.findings)) for one in report.checked)
    return replace(report, checked=checked, library=without(report.library))
