"""A report in, text for a terminal out: each finding with the words underlined, its hint, and a last line of counts."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import Any
from urllib.parse import quote

from briefkit.escapes import printable
from briefkit.model import Finding, Fix, Place, Report, Severity, Unreadable
from briefkit.patterns import regex
from briefkit.report.counts import Counts, count
from briefkit.text import plural
from briefkit.values import replace

COLOURS = {"error": "31;1", "warning": "35;1", "info": "36", "dim": "2", "bold": "1", "good": "32"}
"""Those that can be read on white as on black: yellow, bright cyan and bright green cannot."""
MOST_NAMED = 3
"""Libraries of which each is named in the last line."""

KNOWN = "known"
"""The standing of a finding that a baseline knows."""

FEWEST_FOLDED = 3
"""How many findings that say the same of the same words are told as one."""

HANG = 2
"""How far in the lines stand that go on with a line at the margin."""

FEWEST_COLUMNS, MOST_COLUMNS = 40, 400


class _Pen:
    """Colours words when the terminal shows them, and lets the names of files lead to them.

    `links` is the address of the folder that paths are relative to; empty where the terminal knows no links.
    """

    def __init__(self, colours: bool, links: str = "") -> None:
        self.colours = colours
        self.links = links

    def link(self, text: str, path: str) -> str:
        """The text as a link to a file (OSC 8)."""
        if not self.links or path == "-":
            return text
        name = quote(path.encode("utf-8", "surrogateescape"))
        address = f"{self.links.partition('://')[0]}://{name}" if name.startswith("/") else f"{self.links}/{name}"
        return f"\033]8;;{address}\033\\{text}\033]8;;\033\\"

    def __call__(self, text: str, colour: str) -> str:
        return f"\033[{COLOURS[colour]}m{text}\033[0m" if self.colours else text


def write_text(report: Report, width: int, colours: bool, *, grouped: bool = False, links: str = "") -> bytes:
    """The report as text of `width` columns; `grouped` under the headings of the briefs."""
    pen = _Pen(colours, links)
    width = min(max(width, FEWEST_COLUMNS), MOST_COLUMNS)
    lines = {checked.brief.path: checked.brief.text.split("\n") for checked in report.checked}
    fresh = _without_known(report)
    known = [_head(finding, pen) for finding in report.findings if finding.standing == KNOWN]
    parts = ["\n".join(known)] if known else []
    if grouped:
        parts += [
            (f"{pen(printable(head), 'bold')}\n\n" if head else "") + _finding(f, lines, width, pen)
            for head, f in _grouped(fresh)
        ]
    else:
        parts += [_finding(f, lines, width, pen, again) for f, again in _folded(tuple(fresh.findings), lines)]
    parts += [_unreadable(u, width, pen) for u in report.unreadable]
    parts.append(_summary(report, width, pen))
    return ("\n\n".join(parts) + "\n").encode()


def _without_known(report: Report) -> Report:
    """The report without the findings that a baseline knows: each of those has but a line, before the new ones."""

    def fresh(findings: Sequence[Finding]) -> tuple[Finding, ...]:
        return tuple(finding for finding in findings if finding.standing != KNOWN)

    checked = tuple(replace(c, findings=fresh(c.findings)) for c in report.checked)
    return replace(report, checked=checked, library=fresh(report.library))


def _folded(
    findings: Sequence[Finding], briefs: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Finding, tuple[Place, ...]]]:
    """The findings, each with the places of the others that say the same of the same words, which are left out.

    Of fewer than FEWEST_FOLDED each is told by itself: a placeholder that stands twice, or a key that is cited twice.
    """
    alike: dict[Any, list[Finding]] = {}
    for number, finding in enumerate(findings):
        words = _words_at(finding.place, briefs)
        same = (finding.place.path, finding.code, finding.severity, finding.message, finding.hint, _mark(finding))
        alike.setdefault((same, finding.related, words) if words else number, []).append(finding)
    many = {id(found[0]): found for found in alike.values() if len(found) >= FEWEST_FOLDED}
    told = {id(finding) for found in many.values() for finding in found[1:]}
    for finding in findings:
        if id(finding) not in told:
            yield finding, tuple(other.place for other in many.get(id(finding), ())[1:])


def _words_at(place: Place, briefs: Mapping[str, Sequence[str]]) -> str:
    """The words of a brief at a place of one line; none for what is no such place."""
    typed = "".join(briefs.get(place.path, ())[place.line - 1 : place.line])
    return typed[place.column - 1 : place.end_column - 1] if place.end_line == place.line else ""


def _grouped(report: Report) -> Iterator[tuple[str, Finding]]:
    """All findings, the first of each file and of each section of a brief with a heading for them."""
    for path, some in groupby(report.library, key=lambda f: f.place.path):
        yield from _headed(path, tuple(some))
    for checked in report.checked:
        sections = checked.brief.sections
        starts = [section.place.line for section in sections]
        for number, some in groupby(checked.findings, key=lambda f: bisect_right(starts, f.place.line)):
            title = f"{sections[number - 1].title}" if number else "before the first heading"
            yield from _headed(f"{checked.brief.path}, {title}", tuple(some))


def _headed(name: str, findings: Sequence[Finding]) -> Iterator[tuple[str, Finding]]:
    head = f"== {name}: {plural(len(findings), 'finding')}"
    yield from ((head if first is findings[0] else "", first) for first in findings)


def finding_text(finding: Finding, briefs: Mapping[str, Sequence[str]], width: int, colours: bool) -> str:
    """One finding as text; `briefs` are the lines of the files that are quoted."""
    return _finding(finding, briefs, width, _Pen(colours))


def severities_text(findings: Sequence[Finding], colours: bool) -> str:
    """`1 error, 2 warnings`."""
    return ", ".join(_severities(count((), findings), _Pen(colours)))


def _finding(
    finding: Finding, briefs: Mapping[str, Sequence[str]], width: int, pen: _Pen, again: Sequence[Place] = ()
) -> str:
    """A finding as text; `again` are the places of which the same is to be said."""
    place, label = finding.place, finding.severity.label
    lines = [_head(finding, pen)]
    lines += wrap(printable(finding.message), width, "  ")
    if place.path in briefs:
        typed = "".join(briefs[place.path][place.line - 1 : place.line])
        lines += _excerpt(typed, place, width, label, pen)
    if again:
        numbers = tuple(dict.fromkeys(str(one.line) for one in again))
        where = f"{'line' if len(numbers) == 1 else 'lines'} {', '.join(numbers)}"
        lines += wrap(f"the same stands in {plural(len(again), 'more place')}: {where}", width, "  ")
    for related in finding.related:
        lines += wrap(f"see {_where(related.place)}: {printable(related.message)}", width, "  ")
    if finding.hint:
        lines += wrap(f"help: {printable(finding.hint)}", width, "  ")
    return "\n".join(lines)


def _head(finding: Finding, pen: _Pen) -> str:
    """The line that a finding begins with: its place, what it is called, and how grave it is."""
    place, label = finding.place, finding.severity.label
    head = f"{printable(place.path)}:{place.line}:{place.column}: "
    return (
        pen(pen.link(head, place.path), "bold") + pen(label, label) + f" {finding.code} {finding.name}{_mark(finding)}"
    )


def _mark(finding: Finding) -> str:
    """What the head of a finding says of a baseline and of its fix."""
    fix = "" if finding.fix is None else " [fix]" if finding.fix.safe else " [unsafe fix]"
    return (" [known]" if finding.standing == KNOWN else "") + fix


def _where(place: Place) -> str:
    return f"{printable(place.path)}:{place.line}"


PAINT = regex("\033\\[[0-9;]*m")
"""What a pen puts around words, which takes no column."""


def wrap(text: str, width: int, indent: str, hang: int = 0) -> list[str]:
    """The text in lines of at most `width` columns, each after the indent, all but the first `hang` further in."""
    lines, line = [], indent
    used = len(indent)
    for word in text.split(" "):
        cells = _cells(PAINT.sub("", word) if "\033" in word else word)
        if used + cells + 1 > width and line.strip():
            lines.append(line.rstrip())
            line, used = indent + " " * hang, len(indent) + hang
        line += word + " "
        used += cells + 1
    return [*lines, line.rstrip()]


def _cells(text: str) -> int:
    """How many columns a terminal gives a text: two for a wide character, none for a mark on the one before it."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me") or "\u1160" <= sign <= "\u11ff":  # the latter join a Korean letter
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _excerpt(line: str, place: Place, width: int, label: str, pen: _Pen) -> list[str]:
    """The line around a place, cut to the width, with the words underlined."""
    gutter = f"{place.line:>6} | "
    blank = " " * (len(gutter) - 2) + "| "
    first = max(place.column - 1 - 2 * width, 0)  # a line can be as long as the brief
    near = line[first : place.column - 1 + 2 * width]
    signs = near if near.isprintable() else [printable(c) for c in near]
    start = place.column - 1 - first
    end = place.end_column - 1 - first if place.end_line == place.line else len(signs)
    widths = [1] * len(near) if near.isascii() and near.isprintable() else [_cells(sign) for sign in signs]
    low, high = _window(widths, start, width - len(gutter))
    before = "… " if low or first else ""
    after = " …" if first + high < len(line) else ""
    shown = before + "".join(signs[low:high]) + after
    blanks = len(before) + sum(widths[low:start])
    marker = " " * blanks + pen("^" * max(1, sum(widths[start : min(end, high)])), label)
    if _runs_back(shown):  # a terminal may turn it round or not: what stands below a word differs
        words = _cut(signs[start:end], widths[start:end], width - len(gutter) - 2)
        marker = pen("^ ", label) + words
    return [pen(gutter, "dim") + shown, pen(blank, "dim") + marker]


def _runs_back(text: str) -> bool:
    """Whether some of a text runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)


def _cut(signs: Sequence[str], widths: Sequence[int], room: int) -> str:
    """The beginning of some signs, as much as fits."""
    if sum(widths) <= room:
        return "".join(signs)
    return "".join(signs[: _fitting(widths, room - 2)]) + " …"


def _window(widths: Sequence[int], start: int, room: int) -> tuple[int, int]:
    """Which part of a line is shown: all of it, or what fits around `start` beside the signs of the cuts."""
    if sum(widths) <= room:
        return 0, len(widths)
    low = max(0, min(start - 8, len(widths) - _fitting(widths[::-1], room - 2)))
    while low < start and not widths[low]:  # a mark without its letter
        low += 1
    left = room - (2 if low else 0)
    whole = sum(widths[low:]) <= left
    return low, len(widths) if whole else low + _fitting(widths[low:], left - 2)


def _fitting(widths: Sequence[int], room: int) -> int:
    """How many of these fit into `room` columns."""
    return bisect_right(list(accumulate(widths)), room)


def _unreadable(unreadable: Unreadable, width: int, pen: _Pen) -> str:
    text = f"{printable(_where(unreadable.place))}: " + pen("not checked", "error") + f": {printable(unreadable.why)}"
    hint = wrap(f"help: {printable(unreadable.hint)}", width, "  ") if unreadable.hint else []
    return "\n".join([*wrap(text, width, "", HANG), *hint])


def _summary(report: Report, width: int, pen: _Pen) -> str:
    briefs = [
        _tally(printable(c.brief.path), count(c.accounts, c.findings), pen)
        for c in report.checked
        if len(report.checked) > 1
    ]
    total = count((a for c in report.checked for a in c.accounts), report.findings)
    name = plural(len(report.checked), "brief") + " checked"
    lines = [*briefs, _tally(name, total, pen)] if report.checked else []
    if report.paths:
        few = len(report.paths) <= MOST_NAMED
        name = (printable(", ".join(report.paths)) if few else f"{len(report.paths)} libraries") + " checked"
        entries = plural(report.entries, "entry", "entries")
        lines.append(f"{pen(name, 'bold')}: {entries}; {', '.join(_severities(total, pen))}")
    known = sum(finding.standing == KNOWN for finding in report.findings)
    if known:
        lines.append(f"{plural(known, 'finding')} of these {'is' if known == 1 else 'are'} known")
    lines += _fixable([finding.fix for finding in report.findings if finding.fix])
    if report.unreadable:
        lines.append(pen(plural(len(report.unreadable), "brief") + " not checked", "error"))
    return "\n".join(row for line in lines for row in _fitted(line, width))


def _fitted(line: str, width: int) -> list[str]:
    """A line of the summary; where it is too long, what was found stands on a line of its own."""
    rows = wrap(line, width, "", HANG)
    head, mark, tail = line.rpartition("; ")
    return rows if len(rows) == 1 or not mark else [*wrap(f"{head};", width, "", HANG), *wrap(tail, width, " " * HANG)]


def _fixable(fixes: Sequence[Fix]) -> Iterator[str]:
    """`12 can be fixed with --fix, 3 more with --unsafe-fixes`."""
    safe = sum(fix.safe for fix in fixes)
    unsafe = len(fixes) - safe
    if safe:
        yield f"{safe} can be fixed with --fix" + (f", {unsafe} more with --unsafe-fixes" if unsafe else "")
    elif unsafe:
        yield f"{unsafe} can be fixed with --unsafe-fixes"


def _tally(name: str, counts: Counts, pen: _Pen) -> str:
    """`1 brief checked: 62 sentences, 40 claims, 38 sourced (95%), 2 unsupported; 1 error, 1 warning`."""
    parts = [plural(counts.sentences, "sentence"), plural(counts.claims, "claim")]
    parts.append(f"{counts.sourced} sourced" + (f" ({counts.share})" if counts.claims else ""))
    parts += [f"{counts.by_scope} of them by a citation of another sentence"] if counts.by_scope else []
    shown = ("unsupported", *(s for s in ("unresolved", "waived") if counts.of(s)))
    parts += [f"{counts.of(status)} {status}" for status in shown]
    own = counts.of("opinion", "own-analysis")
    parts += [f"{own} marked as the authors' own"] if own else []
    return f"{pen(name, 'bold')}: {', '.join(parts)}; {', '.join(_severities(counts, pen))}"


def _severities(counts: Counts, pen: _Pen) -> Iterator[str]:
    pairs: Sequence[tuple[int, Severity]] = (
        (counts.errors, Severity.ERROR),
        (counts.warnings, Severity.WARNING),
        (counts.infos, Severity.INFO),
    )
    if not any(n for n, _ in pairs):
        yield pen("no findings", "good")
    for number, severity in pairs:
        if number:
            word = f"{number} info" if severity is Severity.INFO else plural(number, severity.label)
            yield pen(word, severity.label)
