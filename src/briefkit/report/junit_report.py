"""A report in, JUnit XML out, as servers that run tests show it: a suite for each file, a case for each finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from briefkit.escapes import encode, printable
from briefkit.model import Finding, Report, Severity, Unreadable


def write_junit(report: Report) -> bytes:
    """Errors are failures, briefs that were not checked are errors; other findings pass and say what they say.

    A finding that a baseline knows is skipped. A file without findings is a case that passes.
    """
    found = {checked.brief.path: tuple(checked.findings) for checked in report.checked}
    for path, some in groupby(report.library, key=lambda f: f.place.path):
        found[path] = (*found.get(path, ()), *some)
    suites = [_suite(path, findings) for path, findings in found.items()]
    suites += [_not_checked(unreadable) for unreadable in report.unreadable]
    counts = f'tests="{sum(max(len(f), 1) for f in found.values()) + len(report.unreadable)}"'
    counts += f' failures="{sum(map(_fails, report.findings))}" errors="{len(report.unreadable)}"'
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="briefkit" {counts}>\n'
    return encode(head + "".join(suites) + "</testsuites>\n")


def _fails(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and finding.standing != "known"


def _suite(path: str, findings: Sequence[Finding]) -> str:
    failures, skipped = sum(map(_fails, findings)), sum(f.standing == "known" for f in findings)
    cases = "".join(_case(path, finding) for finding in findings)
    if not findings:
        cases = f'    <testcase classname={_quoted(path)} name="no findings"/>\n'
    counts = f'tests="{max(len(findings), 1)}" failures="{failures}" errors="0" skipped="{skipped}"'
    return f"  <testsuite name={_quoted(path)} {counts}>\n{cases}  </testsuite>\n"


def _case(path: str, finding: Finding) -> str:
    place = finding.place
    name = f"{finding.code} {finding.name} {place.line}:{place.column}"
    head = f"    <testcase classname={_quoted(path)} name={_quoted(name)} file={_quoted(place.path)}"
    inner = "".join(f"      {line}\n" for line in _inside(finding))
    return f'{head} line="{place.line}">\n{inner}    </testcase>\n'


def _inside(finding: Finding) -> Iterator[str]:
    message, label = _quoted(finding.message), finding.severity.label
    told = f"{printable(finding.place.path)}:{finding.place.line}:{finding.place.column}: {printable(finding.message)}"
    told += f"\nhelp: {printable(finding.hint)}" if finding.hint else ""
    if finding.standing == "known":
        yield f"<skipped message={_quoted('known: ' + finding.message)}/>"
    elif _fails(finding):
        yield f'<failure type="{label}" message={message}>{escape(told)}</failure>'
    else:
        yield f"<system-out>{label}: {escape(told)}</system-out>"


def _not_checked(unreadable: Unreadable) -> str:
    path, why = _quoted(unreadable.place.path), _quoted(unreadable.why)
    error = f'<error type="not checked" message={why}>{escape(printable(unreadable.hint))}</error>'
    case = f'    <testcase classname={path} name="not checked">\n      {error}\n    </testcase>\n'
    return f'  <testsuite name={path} tests="1" failures="0" errors="1" skipped="0">\n{case}  </testsuite>\n'


def _quoted(text: str) -> str:
    """A text as the value of an attribute; characters that XML has no place for are escaped as on a terminal."""
    return quoteattr(printable(text))
