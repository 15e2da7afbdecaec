"""A report in, JSON out; docs/report-json.md describes it. `version` changes when a reader must."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from briefkit.escapes import encode_json
from briefkit.model import Account, Checked, Finding, Fix, Place, Report, Unreadable
from briefkit.report.claims_report import covered_by
from briefkit.report.counts import Counts, count
from briefkit.report.fingerprints import fingerprints

VERSION = 1


def write_json(report: Report) -> bytes:
    """The report as JSON, keys in a fixed order."""
    total = count((a for c in report.checked for a in c.accounts), report.findings)
    document = {
        "version": VERSION,
        "tool": "briefkit",
        "counts": counts_of(total),
        "briefs": [_brief(c) for c in report.checked],
        "library": findings_of(report.library),
        "unreadable": [unreadable_of(u) for u in report.unreadable],
        **({"checked": {"paths": list(report.paths), "entries": report.entries}} if report.paths else {}),
    }
    return encode_json(document, 2)


def place_of(place: Place) -> dict[str, Any]:
    """A place as JSON: 1-based, the end exclusive."""
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def counts_of(counts: Counts) -> dict[str, Any]:
    """The counts as JSON."""
    statuses: Mapping[str, int] = dict(counts.by_status)
    return {
        "sentences": counts.sentences,
        "claims": counts.claims,
        "sourced": counts.sourced,
        "by_scope": counts.by_scope,
        "statuses": dict(statuses),
        "errors": counts.errors,
        "warnings": counts.warnings,
        "infos": counts.infos,
    }


def _brief(checked: Checked) -> dict[str, Any]:
    return {
        "path": checked.brief.path,
        "title": checked.brief.front.title,
        "counts": counts_of(count(checked.accounts, checked.findings)),
        "findings": findings_of(checked.findings),
        "covered": [_covered(a) for a in checked.accounts if a.covered_by and not a.sentence.citations],
    }


def _covered(account: Account) -> dict[str, Any]:
    """A sentence that cites nothing itself and has something behind it: its place, and what, with places."""
    place = {name: value for name, value in place_of(account.sentence.place).items() if name != "path"}
    return {**place, "status": account.status, "scope": account.scope, "covered_by": covered_by(account)}


def findings_of(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Findings as JSON, each with its fingerprint; `standing` is there when a baseline was looked at."""
    return [_finding(f, print_) for f, print_ in zip(findings, fingerprints(findings), strict=True)]


def _finding(finding: Finding, print_: str) -> dict[str, Any]:
    return {
        **place_of(finding.place),
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.label,
        "message": finding.message,
        "hint": finding.hint,
        "related": [{**place_of(r.place), "message": r.message} for r in finding.related],
        "fix": _fix(finding.fix) if finding.fix else None,
        "fingerprint": print_,
        **({"standing": finding.standing} if finding.standing else {}),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{**place_of(edit.place), "what": edit.what, "text": edit.text} for edit in fix.edits]
    return {"safe": fix.safe, "edits": edits}


def unreadable_of(unreadable: Unreadable) -> dict[str, Any]:
    """A brief that was not checked as JSON."""
    return {**place_of(unreadable.place), "message": unreadable.why, "hint": unreadable.hint}
