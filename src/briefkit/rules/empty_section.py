"""A heading has nothing under it.

## What it does
Flags a heading that is followed by the next heading of its level or of a higher one, or by the end, with nothing
between: no text, table, figure or code. A heading that is followed by one of a lower level is not flagged, nor are the
heading of the references, which are printed there, and one whose text stands in the front matter.

## Why it matters
Whoever goes to a section by the contents or by headings finds none: either something was lost, or was never written.
WCAG 2.4.6 asks that headings say what follows.

## Example
    ## Costs

    ## Benefits

    All villages gain.

## Instead
    ## Benefits

    All villages gain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from briefkit.model import Section, Severity
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit

CODE = "DOC823"
SEVERITY = Severity.WARNING

COMMENT = regex(r"<!--.*?(?:-->|\Z)", re.DOTALL)
NOTHING = regex(r"(?:[ \t>]*+(?::{3,}+[^\n]*+|[-=*_]{2,}+[ \t]*+|#*+[ \t]*+)(?:\n|\Z)|[ \t>]*+\n)*+[ \t>]*+#*+[ \t]*+")
"""Blank lines, the ends of boxes, rules, what underlines a heading, what stands before the words of the next one."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each section without content."""
    for section, following in zip_longest(case.brief.sections, case.brief.sections[1:]):
        goes_on = following is not None and following.level > section.level
        end = case.lines.offset(*following.place.start) if following else len(case.brief.text)
        if not goes_on and not _is_filled(case, section) and _is_empty(case, section, end):
            hint = "write what belongs here, or take the heading out"
            yield Hit(section.place, f"Nothing stands under '{section.title}'", hint, subject=section.title)


def _is_filled(case: Case, section: Section) -> bool:
    """Whether something that does not stand there is printed under a heading."""
    return section.role == "references" or section.role in case.brief.front.places


def _is_empty(case: Case, section: Section, end: int) -> bool:
    """Whether only blanks, comments and fences stand between a heading and an offset."""
    after = case.brief.text.find("\n", case.lines.offset(*section.place.end))
    if after < 0 or after >= end:
        return True
    return NOTHING.fullmatch(COMMENT.sub("", case.brief.text[after:end])) is not None
