"""A character that cannot be seen stands in the text.

## What it does
Flags controls, controls of the direction of writing, blanks without width and letters without a shape, in the text and
the front matter of a brief and anywhere in a library. Marks of direction are left alone near right-to-left letters, and
so are the joiners that many scripts and emoji need. A soft hyphen is told as information.

## Why it matters
Such characters come with text that is pasted. They break search and links, and can make a text read otherwise than it
is written.

## Example
    Prices ro\u200bse [@smith2021].

## Instead
    Prices rose [@smith2021].
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.characters import SOFT_HYPHEN, find_hidden
from briefkit.model import Severity
from briefkit.parse.front_matter import HEAD
from briefkit.rules.base import Case, Hit, problems

CODE = "DOC813"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """A hit for each run of hidden characters; those of the library were met when it was read."""
    yield from problems(case, CODE)
    lines, head = case.lines, HEAD.match(case.brief.text)
    text = (head[0] if head else "") + case.markup.unquoted[head.end() if head else 0 :]
    for odd in find_hidden(text):
        message = f"A character that cannot be seen stands here: {odd.what}{odd.rest}"
        step = -1 if text[odd.start : odd.end] == SOFT_HYPHEN else 0
        yield Hit(lines.place(odd.start, odd.end), message, "delete it", subject=odd.what, step=step)
