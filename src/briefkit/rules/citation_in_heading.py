"""A heading cites.

## What it does
Flags each citation in a heading.

## Why it matters
The citation appears again wherever the heading is repeated, such as in a table of contents, and with notes as citations
the number of the note does. What needs a source is better said in the text. In a brief without a title the first
heading becomes it, and no title prints a citation: that is a warning.

## Example
    # Prices rose [@smith2021]

    They rose in every district [@smith2021].

## Instead
    # Prices rose

    They rose in every district [@smith2021].
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Brief, Place, Severity
from briefkit.rules.base import Case, Hit

CODE = "CIT216"
SEVERITY = Severity.INFO


def check(case: Case) -> Iterator[Hit]:
    """A hit for each citation in a heading; one in a note that it calls is at its place."""
    title = _title(case.brief)
    for block in case.brief.blocks:
        if block.kind == "heading":
            is_title = block.place == title
            what = "This heading is the title, which prints no citation: it cites" if is_title else "This heading cites"
            for citation in (c for sentence in block.sentences for c in sentence.citations if not c.in_note):
                hint = "cite it in the text below the heading"
                yield Hit(citation.place, f"{what} @{citation.key}", hint, subject=citation.key, step=int(is_title))


def _title(brief: Brief) -> Place | None:
    """The place of the heading that a build takes for the title, if it does."""
    first = brief.sections[0] if brief.sections and not brief.front.title else None
    return first.place if first and not first.role else None
