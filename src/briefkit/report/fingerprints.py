"""Findings in, their fingerprints out: what stays of a finding when lines come and go around it.

A fingerprint is the code, the words that the finding is about, and which of several alike in the file it is. Where it
stands, its message and its severity are no part of it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable

from briefkit.model import Finding
from briefkit.patterns import regex

VERSION = "briefkit/v1"
"""What a fingerprint is made of; another name when that changes."""

LETTERS = 20
"""How many hexadecimal digits stand for the words: 80 bits."""

_LINE = regex(r"\b(lines?) \d+\b")
_AT = regex(r":\d+(?::\d+)?\b")


def fingerprints(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The fingerprint of each of these findings, in their order: `3f0c...:1`, the ordinal counted in the file."""
    seen: Counter[tuple[str, str]] = Counter()
    made = []
    for finding in findings:
        words = hashlib.sha256(f"{finding.code}\n{words_of(finding)}".encode("utf-8", "backslashreplace")).hexdigest()
        seen[finding.place.path, words] += 1
        made.append(f"{words[:LETTERS]}:{seen[finding.place.path, words]}")
    return tuple(made)


def words_of(finding: Finding) -> str:
    """The words that a finding is about, without what is not of them: blanks, capitals, how letters are composed.

    Of one that names none it is the message, without the numbers of lines.
    """
    words = finding.subject or _AT.sub("", _LINE.sub(r"\1", finding.message))
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())
