"""A heading skips a level.

## What it does
Flags a heading that stands more than one level below the heading before it. The first heading may have any level;
headings in boxes, that is in divs with a class, are not looked at.

## Why it matters
Readers who listen to a document, or jump from heading to heading, look for the level that is missing.

## Example
    # Pumps

    ### Repairs

## Instead
    # Pumps

    ## Repairs
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit

CODE = "DOC803"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """A hit for each heading that is too deep for the one before it."""
    blocks = [block for block in case.brief.blocks if block.kind == "heading"]
    boxed = {block.place for block in blocks if block.attributes.get("class")}
    for before, section in pairwise(s for s in case.brief.sections if s.place not in boxed):
        if section.level > before.level + 1:
            marks = "#" * (before.level + 1)
            message = f"This heading of level {section.level} follows one of level {before.level}"
            yield Hit(section.place, message, f"write {marks} {section.title}", subject=section.title)
