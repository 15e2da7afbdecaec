"""A report in, a table for spreadsheets out: a row for each finding; no cell is a formula."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain

from briefkit.escapes import encode, printable
from briefkit.model import Finding, Report
from briefkit.report.claims_report import safe_cell
from briefkit.report.fingerprints import fingerprints

COLUMNS = ("path", "line", "column", "end_line", "end_column", "severity", "code", "name", "message", "hint")
MORE = ("subject", "fingerprint", "standing")


def write_csv(report: Report) -> bytes:
    """The findings as CSV in UTF-8 with a byte order mark; a brief that was not checked is a row as well."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*COLUMNS, *MORE))
    for row in chain(_found(report), _unread(report)):
        writer.writerow([safe_cell(printable(str(cell))) for cell in row])
    return codecs.BOM_UTF8 + encode(out.getvalue())


def _found(report: Report) -> Iterator[Iterable[object]]:
    findings = tuple(report.findings)
    for f, print_ in zip(findings, fingerprints(findings), strict=True):
        yield (*_place(f), f.severity.label, f.code, f.name, f.message, f.hint, f.subject, print_, f.standing)


def _place(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    return place.path, place.line, place.column, place.end_line, place.end_column


def _unread(report: Report) -> Iterator[Iterable[object]]:
    for unreadable in report.unreadable:
        p = unreadable.place
        place = (p.path, p.line, p.column, p.end_line, p.end_column)
        yield (*place, "error", "", "not-checked", unreadable.why, unreadable.hint, "", "", "")
