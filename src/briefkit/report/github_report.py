"""A report in, workflow commands of GitHub Actions out: each finding becomes an annotation at its lines."""

from __future__ import annotations

from briefkit.escapes import printable
from briefkit.model import Finding, Place, Report, Severity, Unreadable
from briefkit.report.counts import count
from briefkit.text import plural

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write_github(report: Report) -> bytes:
    """A command for each finding, new ones and errors first, since a step shows ten of a kind; then the counts."""
    findings = sorted(report.findings, key=lambda f: (f.standing == "known", -f.severity))
    lines = [_unreadable(unreadable) for unreadable in report.unreadable]
    lines += [_command(finding) for finding in findings]
    total = count((a for c in report.checked for a in c.accounts), report.findings)
    counted = (plural(total.errors, "error"), plural(total.warnings, "warning"), f"{total.infos} info")
    lines.append(f"{plural(len(report.checked), 'brief')} checked: {', '.join(counted)}")
    return ("\n".join(lines) + "\n").encode()


def _command(finding: Finding) -> str:
    known = finding.standing == "known"
    command = "notice" if known else COMMANDS[finding.severity]
    title = f"{finding.code} {finding.name}" + (" (known)" if known else "")
    hint = f"\nhelp: {printable(finding.hint)}" if finding.hint else ""
    return _written(command, finding.place, title, printable(finding.message) + hint)


def _unreadable(unreadable: Unreadable) -> str:
    hint = f"\nhelp: {printable(unreadable.hint)}" if unreadable.hint else ""
    return _written("error", unreadable.place, "not checked", printable(unreadable.why) + hint)


def _written(command: str, place: Place, title: str, message: str) -> str:
    """`::error file=...,line=...::message`; columns only where they are on one line, as GitHub asks."""
    where = [("file", printable(place.path)), ("line", str(place.line)), ("endLine", str(place.end_line))]
    if place.line == place.end_line:
        where += [("col", str(place.column)), ("endColumn", str(place.end_column))]
    named = ",".join(f"{name}={_property(value)}" for name, value in (*where, ("title", title)))
    return f"::{command} {named}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
