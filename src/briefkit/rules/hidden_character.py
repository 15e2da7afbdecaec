"""A character that cannot be seen stands in the text.

## What it does
Flags controls of the direction of writing and spaces without width. Marks of direction are left alone in lines with
right-to-left letters, and so are the joiners that many scripts and emoji need.

## Why it matters
Such characters come with text that is pasted. They break search and links, and can make a text read otherwise than it
is written.

## Example
    Prices ro\u200bse [@smith2021].

## Instead
    Prices rose [@smith2021].
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit
from briefkit.text import Lines

CODE = "DOC813"
SEVERITY = Severity.WARNING

HIDDEN = re.compile("[\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
MARKS = "\u200e\u200f"


def check(case: Case) -> Iterator[Hit]:
    """A hit for each run of hidden characters."""
    lines = Lines(case.brief.path, case.brief.text)
    for match in HIDDEN.finditer(case.markup.unquoted):
        place = lines.place(*match.span())
        if set(match[0]) <= set(MARKS) and _right_to_left(case.brief.line(place.line)):
            continue
        name = f"U+{ord(match[0][0]):04X} {unicodedata.name(match[0][0]).lower()}"
        yield Hit(place, f"A character that cannot be seen stands here: {name}", "delete it", subject=name)


def _right_to_left(line: str) -> bool:
    return any(c not in MARKS and unicodedata.bidirectional(c) in ("R", "AL") for c in line)
