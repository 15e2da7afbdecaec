"""A report in, SARIF 2.1.0 out: what code scanning services read. docs/reports.md says what is in it."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from briefkit.escapes import encode_json, printable
from briefkit.model import Allowed, Checked, Finding, Fix, Place, Report, Severity, Unreadable
from briefkit.report.fingerprints import VERSION, fingerprints
from briefkit.rules import all_rules
from briefkit.text import shorten

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
PROGRAM = "0.1.0"
"""The version of briefkit, as in pyproject.toml; a test compares the two."""

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
ROOT = "%SRCROOT%"
"""The folder that the paths are relative to: where briefkit was run."""

STANDINGS = {"known": "unchanged", "new": "new"}
LONGEST_SNIPPET = 1_000


def write_sarif(report: Report) -> bytes:
    """The report as one run; columns count code points."""
    writer = _Writer(report)
    run = {
        "tool": {"driver": {"name": "briefkit", "version": PROGRAM, "rules": writer.rules()}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that briefkit was run in"}}},
        "invocations": [_invocation(report)],
        "artifacts": writer.artifacts(),
        "results": writer.results(),
        "defaultEncoding": "utf-8",
    }
    return encode_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


class _Writer:
    """What the parts of a run refer to: rules and files by their numbers, the lines of briefs for what is quoted."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.lines = {c.brief.path: c.brief.text.split("\n") for c in report.checked}
        allowed = [a.finding for c in report.checked for a in c.allowed]
        found = [*report.findings, *allowed]
        self.codes = {code: n for n, code in enumerate(sorted({f.code for f in found}))}
        paths = [c.brief.path for c in report.checked] + [f.place.path for f in found]
        paths += [r.place.path for f in found for r in f.related]
        self.files = {path: n for n, path in enumerate(dict.fromkeys(paths))}

    def rules(self) -> list[dict[str, Any]]:
        """The rules that have something to say, each with all that it explains."""
        rules = {str(rule.CODE): (name, rule) for name, rule in all_rules().items()}
        return [_rule(code, rules[code][0], rules[code][1]) if code in rules else {"id": code} for code in self.codes]

    def artifacts(self) -> list[dict[str, Any]]:
        """The files: briefs, and what else findings stand in."""
        return [
            {"location": _artifact(path), "mimeType": "text/markdown" if path in self.lines else "text/plain"}
            for path in self.files
        ]

    def results(self) -> list[dict[str, Any]]:
        """The findings, then those that are allowed, as suppressed ones."""
        checked = self.report.checked
        made = [*self._some(self.report.library)]
        for one in checked:
            made += self._some(one.findings)
        for one in checked:
            made += self._suppressed(one)
        return made

    def _some(self, findings: Sequence[Finding]) -> Iterator[dict[str, Any]]:
        for finding, print_ in zip(findings, fingerprints(findings), strict=True):
            yield {**self._result(finding, print_), "suppressions": []}

    def _suppressed(self, checked: Checked) -> Iterator[dict[str, Any]]:
        prints = fingerprints(a.finding for a in checked.allowed)
        for allowed, print_ in zip(checked.allowed, prints, strict=True):
            yield {**self._result(allowed.finding, f"allowed:{print_}"), "suppressions": [self._suppression(allowed)]}

    def _suppression(self, allowed: Allowed) -> dict[str, Any]:
        location = {"physicalLocation": self._place(allowed.by.place)}
        return {"kind": "inSource", "justification": allowed.by.reason, "location": location}

    def _result(self, finding: Finding, print_: str) -> dict[str, Any]:
        related = [
            {"id": n, "physicalLocation": self._place(r.place), "message": _message(r.message)}
            for n, r in enumerate(finding.related)
        ]
        fixes = [made] if finding.fix and (made := self._fix(finding.fix)) else []
        standing = STANDINGS.get(finding.standing)
        return {
            "ruleId": finding.code,
            "ruleIndex": self.codes[finding.code],
            "level": LEVELS[finding.severity],
            "message": _message(finding.message, finding.hint),
            "locations": [{"physicalLocation": self._place(finding.place)}],
            "partialFingerprints": {"primaryLocationLineHash": print_, VERSION: print_},
            **({"relatedLocations": related} if related else {}),
            **({"baselineState": standing} if standing else {}),
            **({"fixes": fixes} if fixes else {}),
        }

    def _place(self, place: Place) -> dict[str, Any]:
        region: dict[str, Any] = _region(place)
        words = self._words(place)
        if words:
            region["snippet"] = {"text": words}
        artifact = {**_artifact(place.path), **({"index": self.files[place.path]} if place.path in self.files else {})}
        return {"artifactLocation": artifact, "region": region}

    def _words(self, place: Place) -> str:
        """The words at a place of a brief, cut where they are many."""
        lines = self.lines.get(place.path, ())[place.line - 1 : place.end_line]
        if not lines:
            return ""
        last = lines[-1][: place.end_column - 1]
        lines = [*lines[:-1], last]
        lines[0] = lines[0][place.column - 1 :]
        return "\n".join(lines)[:LONGEST_SNIPPET]

    def _fix(self, fix: Fix) -> dict[str, Any] | None:
        """A fix whose edits are all of plain text; others take a reader of BibTeX."""
        if any(edit.what != "text" for edit in fix.edits):
            return None
        by_path: dict[str, list[dict[str, Any]]] = {}
        for edit in fix.edits:
            replacement = {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}}
            by_path.setdefault(edit.place.path, []).append(replacement)
        changes = [{"artifactLocation": _artifact(p), "replacements": made} for p, made in by_path.items()]
        text = "What --fix writes" if fix.safe else "What --unsafe-fixes writes"
        return {"description": {"text": text}, "artifactChanges": changes}


def _rule(code: str, name: str, rule: Any) -> dict[str, Any]:
    """A rule as its docstring explains it."""
    text = inspect.cleandoc(rule.__doc__ or "")
    first, _, rest = text.partition("\n")
    level = LEVELS[rule.SEVERITY]
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in name.split("-")),
        "shortDescription": {"text": first},
        "fullDescription": {"text": shorten(_said(rest) or first, 900)},
        "help": {"text": text, "markdown": f"# {code} {name}\n\n{text}"},
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": [_family(code), name],
            "problem.severity": "recommendation" if level == "note" else level,
            "precision": "high" if level == "error" else "medium",
        },
    }


def _said(text: str) -> str:
    """What a rule does, by its explanation: the words of its first part."""
    part = text.partition("## What it does")[2]
    return " ".join(part.partition("## ")[0].split())


FAMILIES = {"CLM": "claims", "CIT": "citations", "BIB": "library", "DOC": "document", "CFG": "allowances"}


def _family(code: str) -> str:
    return FAMILIES.get(code[:3], "other")


def _message(text: str, hint: str = "") -> dict[str, str]:
    """A text and what helps, on lines of their own. What SARIF would read as a link in it is none."""
    lines = [text, f"Help: {hint}"] if hint else [text]
    return {"text": "\n".join(printable(line) for line in lines).replace("](", "\\](")}


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(path: str) -> dict[str, Any]:
    """A file: by a relative address below ROOT, by an absolute one where it lies elsewhere."""
    address = quote(path.encode("utf-8", "surrogateescape"))
    if path.startswith("/"):
        return {"uri": f"file://{address}"}
    return {"uri": address, "uriBaseId": ROOT}


def _invocation(report: Report) -> dict[str, Any]:
    """How the run went: what could not be checked is told as a fault of the run."""
    return {
        "executionSuccessful": not report.unreadable,
        "toolExecutionNotifications": list(_notes(report.unreadable)),
    }


def _notes(unreadable: Iterable[Unreadable]) -> Iterator[dict[str, Any]]:
    for one in unreadable:
        place = {"artifactLocation": _artifact(one.place.path), "region": _region(one.place)}
        message = _message(f"not checked: {one.why}", one.hint)
        yield {"level": "error", "message": message, "locations": [{"physicalLocation": place}]}
