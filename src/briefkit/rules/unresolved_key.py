"""A citation names a key that the library does not have.

## What it does
Flags each citation whose key is no entry of the library, and names the nearest key.

## Why it matters
It would print as `(key?)`, and the sentence has no source after all.

## Example
    Prices rose [@smiht2021].

## Instead
    Prices rose [@smith2021].
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, cited
from briefkit.text import NearMisses

CODE = "CIT201"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Hit]:
    """A hit for each citation whose key is in the library in no spelling; an empty library is CIT214's."""
    keys = case.library.sources
    named = {s.identifier for s in case.brief.sections} | {b.attributes.get("id", "") for b in case.brief.blocks}
    folded, near = {key.casefold() for key in keys}, NearMisses(keys)
    for citation in cited(case.brief):
        if keys and citation.key not in keys and citation.key.casefold() not in folded:
            hint = near.did_you_mean(citation.key) or "add the entry to the library"
            if citation.key in named:
                hint = f"to refer to it in the text, link to it: [Table 1](#{citation.key})"
            message = f"The library has no entry '{citation.key}'"
            yield Hit(citation.place, message, hint, subject=citation.key)
