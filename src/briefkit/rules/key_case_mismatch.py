"""A citation names a key that the library has in other capitals.

## What it does
Flags each citation whose key differs from an entry's only by capital letters.

## Why it matters
Keys are compared letter by letter: it would print as `(key?)`.

## Example
    Prices rose [@Smith2021].

## Instead
    Prices rose [@smith2021].

## Fix
The key is written as the library has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.indexed import find_alike
from briefkit.model import Related, Severity
from briefkit.rules.base import Case, Hit, write_key

CODE = "CIT203"
SEVERITY = Severity.ERROR
FIX = "safe"


def check(case: Case) -> Iterator[Hit]:
    """A hit for each citation that has its entry but for capitals."""
    lines = case.lines
    sources = case.library.sources
    spelled = find_alike(sources, {citation.key for citation in case.cited})
    for citation in case.cited if spelled else ():
        if citation.key not in sources and (own := spelled.get(citation.key.casefold())):
            twin = sources[own]
            related = (Related(twin.place, f"the entry '{twin.key}'"),)
            message = f"The library spells this key '{twin.key}'"
            fix = write_key(lines, citation, twin.key)
            yield Hit(citation.place, message, f"write @{twin.key}", related, subject=citation.key, fix=fix)
