"""Entries of a library are cited by no brief.

## What it does
Counts the entries that no brief of the project cites, and tells of them once for each file, at the first. An entry
counts as cited when one that is cited inherits from it, is related to it or has it in its set. It looks only where all
briefs of the project were read: in `briefkit library check`, not in a check of briefs.

## Why it matters
A library that holds what nobody cites any more is slow to read and to keep in order. Where you think that an entry is
cited and it stands here, a brief has lost its source.

## Example
    Prices rose.

## Instead
    Prices rose [@smith2021].
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefkit.library.usage import unused_sources
from briefkit.model import Severity, Source
from briefkit.rules.base import Case, Hit
from briefkit.text import plural

CODE = "CIT202"
SEVERITY = Severity.INFO

NAMED = 3
"""How many entries a finding names."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each file of the library that has entries which no brief cites."""
    if case.used is None:
        return
    unused: dict[str, list[Source]] = {}
    for source in unused_sources(case.library, case.used):
        unused.setdefault(source.place.path, []).append(source)
    entries = Counter(source.place.path for source in case.library.sources.values()) if unused else Counter[str]()
    for path, found in unused.items():
        are = "is" if len(found) == 1 else "are"
        message = (
            f"{len(found)} of {plural(entries[path], 'entry', 'entries')} {are} cited by no brief: {_names(found)}"
        )
        hint = "briefkit library unused lists them; delete what nobody will cite"
        yield Hit(found[0].place, message, hint, subject=path)


def _names(found: list[Source]) -> str:
    """`a, b, c and 9 more`."""
    more = len(found) - NAMED
    return ", ".join(source.key for source in found[:NAMED]) + (f" and {more} more" if more > 0 else "")
