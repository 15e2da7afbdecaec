"""A report in, a code quality report of GitLab out: a JSON array that a merge request shows beside the lines."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from briefkit.escapes import encode_json, printable
from briefkit.model import Place, Report, Severity
from briefkit.report.fingerprints import fingerprints

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
"""GitLab has five: info, minor, major, critical, blocker."""


def write_gitlab(report: Report) -> bytes:
    """The findings as GitLab reads them; a brief that was not checked is a blocker."""
    return encode_json([*_found(report), *_unread(report)], 2)


def _found(report: Report) -> Iterator[dict[str, Any]]:
    findings = tuple(report.findings)
    for f, print_ in zip(findings, fingerprints(findings), strict=True):
        known = " (known)" if f.standing == "known" else ""
        description = f"{printable(f.message)}{known}"
        yield _issue(f.place, f.code, f.name, description, (SEVERITIES[f.severity], print_))


def _unread(report: Report) -> Iterator[dict[str, Any]]:
    for unreadable in report.unreadable:
        why = f"not checked: {printable(unreadable.why)}"
        yield _issue(unreadable.place, "", "not-checked", why, ("blocker", unreadable.why))


def _issue(place: Place, code: str, name: str, description: str, weight: tuple[str, str]) -> dict[str, Any]:
    """One issue; GitLab wants a fingerprint that is like no other, so the file is part of it."""
    severity, own = weight
    unique = hashlib.sha256(f"{place.path}\n{own}".encode("utf-8", "backslashreplace")).hexdigest()
    return {
        "type": "issue",
        "check_name": f"{code} {name}".strip(),
        "description": description,
        "categories": ["Style"] if severity == "info" else ["Bug Risk"],
        "severity": severity,
        "fingerprint": unique,
        "location": {"path": printable(place.path), "lines": {"begin": place.line, "end": place.end_line}},
    }
