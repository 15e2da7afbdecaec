"""Findings in, a baseline out, and back: which findings are known, by their fingerprints. docs/reports.md shows one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from briefkit.errors import InputError
from briefkit.escapes import encode_json
from briefkit.merges import MERGE_CURE, find_merges
from briefkit.model import Finding
from briefkit.report.fingerprints import fingerprints, words_of
from briefkit.text import shorten
from briefkit.values import Value

VERSION = 1
LONGEST = 120
HINT = "make it anew: remove it, then check with --update-baseline"


class Known(Value, order=True):
    """A finding as a baseline has it; `words` are for who reads the file."""

    path: str
    code: str
    fingerprint: str
    words: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others."""
        return self.path, self.fingerprint


def list_known(findings: Iterable[Finding]) -> tuple[Known, ...]:
    """How a baseline would have these findings, in their order."""
    findings = tuple(findings)
    return tuple(
        Known(f.place.path, f.code, print_, shorten(words_of(f), LONGEST))
        for f, print_ in zip(findings, fingerprints(findings), strict=True)
    )


def write_baseline(known: Iterable[Known]) -> bytes:
    """A baseline, a finding a line, in order: so that a merge of two of them is easy."""
    rows = [_row(one) for one in sorted(known)]
    lines = ",\n".join(f"    {encode_json(row).decode().rstrip()}" for row in rows)
    inner = f"[\n{lines}\n  ]" if rows else "[]"
    return f'{{\n  "version": {VERSION},\n  "tool": "briefkit",\n  "findings": {inner}\n}}\n'.encode()


def _row(known: Known) -> dict[str, str]:
    return {"path": known.path, "code": known.code, "fingerprint": known.fingerprint, "words": known.words}


def read_baseline(text: str, name: str) -> tuple[Known, ...]:
    """The findings of a baseline; InputError for what is none."""
    try:
        read: Any = json.loads(text)
        version, rows = read["version"], read["findings"]
        known = tuple(Known(*(str(row[key]) for key in ("path", "code", "fingerprint", "words"))) for row in rows)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        if merges := find_merges(text):
            line = text.count("\n", 0, merges[0][0]) + 1
            raise InputError(f"{name}, line {line}: a merge was not settled", MERGE_CURE, line) from error
        raise InputError(f"{name} is no baseline of briefkit", HINT) from error
    if version != VERSION:
        raise InputError(f"{name} is a baseline of version {shorten(str(version))}; this briefkit reads 1", HINT)
    return known
