"""A report in, Markdown for a comment on a pull request out. Nothing foreign in it is markup, a link or a mention."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import accumulate

from briefkit.escapes import printable
from briefkit.model import Finding, Report, Severity
from briefkit.patterns import regex
from briefkit.report.counts import Counts, count
from briefkit.text import plural, shorten

MOST_CHARACTERS = 60_000
"""A comment may have 65,536 characters; what does not fit is counted."""

MOST_UNREAD = 10_000
LONGEST_TEXT = 400
SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "💡"}
JOINER, APART = "\u2060", "&#8288;"
"""A word joiner, not seen, and how it is written: behind it `@name`, `#12`, `https://` and `www.` lead nowhere."""

_MARKUP = regex(r"([\\`*_{}\[\]#!|~$^:])")
_JOINED = regex(r"[@#!%~$&](?=[\w\\])|:(?=//)|(?<=www)\.|(?<=[A-Za-z])-(?=\d)", re.IGNORECASE)


def write_markdown(report: Report) -> bytes:
    """The counts, then a table of the findings, new ones and errors first; as many as fit into a comment."""
    total = count((a for c in report.checked for a in c.accounts), report.findings)
    parts = [f"### briefkit: {_verdict(total, report)}", *_sums(total, report)]
    room = MOST_CHARACTERS - sum(len(part) + 2 for part in parts)
    table = list(_table(report, room))
    return ("\n\n".join([*parts, *table]) + "\n").encode()


def _verdict(total: Counts, report: Report) -> str:
    if report.unreadable:
        return f"{plural(len(report.unreadable), 'brief')} not checked"
    shown = ((total.errors, "error"), (total.warnings, "warning"))
    said = [plural(number, word) for number, word in shown if number]
    said += [f"{total.infos} info"] if total.infos else []
    return ", ".join(said) or "no findings"


def _sums(total: Counts, report: Report) -> Iterator[str]:
    if report.checked:
        share = f" ({total.share})" if total.claims else ""
        yield (
            f"{plural(len(report.checked), 'brief')}: {plural(total.claims, 'claim')}, {total.sourced} sourced{share}, "
            f"{total.of('unsupported')} unsupported, {total.of('unresolved')} unresolved"
        )
    known = sum(f.standing == "known" for f in report.findings)
    if known:
        yield f"{plural(known, 'finding')} of these {'is' if known == 1 else 'are'} known"
    if report.unreadable:
        lines = [f"- {inert(u.message)}" for u in report.unreadable]
        room = accumulate(len(line) + 1 for line in lines)
        yield "\n".join(line for line, used in zip(lines, room, strict=True) if used < MOST_UNREAD)


def _table(report: Report, room: int) -> Iterator[str]:
    """The table in at most so many characters, and a line that counts the findings that it has no room for."""
    findings = sorted(report.findings, key=lambda f: (f.standing == "known", -f.severity))
    rows = ["| | Where | Finding |", "|---|---|---|"]
    room -= 200
    for finding in findings:
        row = _row(finding)
        room -= len(row) + 1
        if room < 0:
            break
        rows.append(row)
    left = len(findings) - (len(rows) - 2)
    if len(rows) > 2:
        yield "\n".join(rows)
    if left:
        yield f"and {plural(left, 'more finding')}"


def _row(finding: Finding) -> str:
    place = finding.place
    sign, label = SIGNS[finding.severity], finding.severity.label
    what = f"**{finding.code}** {inert(finding.message)}"
    what += f"<br><sub>{inert(finding.hint)}</sub>" if finding.hint else ""
    what += " *(known)*" if finding.standing == "known" else ""
    return f"| {sign} {label} | {inert(place.path)}:{place.line} | {what} |"


def inert(text: str) -> str:
    """A text that Markdown prints as it is: no markup, HTML, mention, reference or link comes of it."""
    joined = _JOINED.sub(lambda match: match[0] + JOINER, printable(shorten(text, LONGEST_TEXT)))
    return escape(_MARKUP.sub(r"\\\1", joined), quote=False).replace(JOINER, APART)
