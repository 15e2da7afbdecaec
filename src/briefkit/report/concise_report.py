"""A report in, one line for each finding out, as compilers print them and editors read them."""

from __future__ import annotations

from briefkit.escapes import printable
from briefkit.model import Finding, Report, Unreadable


def write_concise(report: Report) -> bytes:
    """`path:line:column: severity CODE message`, in the order of the report; nothing when nothing was found."""
    lines = [_line(f) for f in report.findings] + [_unreadable(u) for u in report.unreadable]
    return "".join(line + "\n" for line in lines).encode()


def _line(finding: Finding) -> str:
    place = finding.place
    known = " (known)" if finding.standing == "known" else ""
    head = f"{printable(place.path)}:{place.line}:{place.column}: {finding.severity.label} {finding.code}"
    return f"{head} {printable(finding.message)}{known}"


def _unreadable(unreadable: Unreadable) -> str:
    place = unreadable.place
    return f"{printable(place.path)}:{place.line}:{place.column}: error not checked: {printable(unreadable.why)}"
