"""A report in, JSON lines out: an object for each finding and each brief not checked, and one of counts at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefkit.escapes import encode_json
from briefkit.model import Report
from briefkit.report.counts import count
from briefkit.report.json_report import VERSION, counts_of, findings_of, unreadable_of


def write_jsonl(report: Report) -> bytes:
    """One object a line; `type` is `finding`, `unreadable` or, once and last, `summary`."""
    return b"".join(encode_json(row) for row in _rows(report))


def _rows(report: Report) -> Iterator[dict[str, Any]]:
    for findings in (report.library, *(checked.findings for checked in report.checked)):
        yield from ({"type": "finding", **row} for row in findings_of(findings))
    yield from ({"type": "unreadable", **unreadable_of(u)} for u in report.unreadable)
    total = count((a for c in report.checked for a in c.accounts), report.findings)
    yield {"type": "summary", "version": VERSION, "tool": "briefkit", "briefs": len(report.checked), **counts_of(total)}
