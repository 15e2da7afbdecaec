"""A heading cites.

## What it does
Flags each citation in a heading.

## Why it matters
The citation appears again wherever the heading is repeated, such as in a table of contents, and with notes as citations
the number of the note does. What needs a source is better said in the text.

## Example
    # Prices rose [@smith2021]

    They rose in every district [@smith2021].

## Instead
    # Prices rose

    They rose in every district [@smith2021].
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit

CODE = "CIT216"
SEVERITY = Severity.INFO


def check(case: Case) -> Iterator[Hit]:
    """A hit for each citation in a heading; one in a note that it calls is at its place."""
    for block in case.brief.blocks:
        if block.kind == "heading":
            for citation in (c for sentence in block.sentences for c in sentence.citations if not c.in_note):
                hint = "cite it in the text below the heading"
                yield Hit(citation.place, f"This heading cites @{citation.key}", hint, subject=citation.key)
