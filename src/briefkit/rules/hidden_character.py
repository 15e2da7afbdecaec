"""A character that cannot be seen stands in the text.

## What it does
Flags controls, controls of the direction of writing, blanks without width and letters without a shape, in the text and
the front matter of a brief and anywhere in a library. Marks of direction are left alone near right-to-left letters, and
so are the joiners that many scripts and emoji need. A soft hyphen is told as information. What is written as a
reference, `&#x202e;`, or in the front matter as an escape is told as well, since it prints the character.

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
from itertools import islice

from briefkit.characters import MOST, SOFT_HYPHEN, find_hidden
from briefkit.model import Severity
from briefkit.parse.front_matter import body_start
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit, problems

CODE = "DOC813"
SEVERITY = Severity.WARNING

_REFERENCE = regex(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")


def check(case: Case) -> Iterator[Hit]:
    """A hit for each run of hidden characters; those of the library were met when it was read."""
    yield from problems(case, CODE)
    lines, start = case.lines, body_start(case.brief.text)
    text = case.brief.text[:start] + case.markup.unquoted[start:]
    yield from islice(_written(case, text), MOST)
    for odd in find_hidden(text):
        message = f"A character that cannot be seen stands here: {odd.what}{odd.rest}"
        step = -1 if text[odd.start : odd.end] == SOFT_HYPHEN else 0
        yield Hit(lines.place(odd.start, odd.end), message, "delete it", subject=odd.what, step=step)


def _written(case: Case, text: str) -> Iterator[Hit]:
    """A hit for each such character that is written as `&#x200b;` or `&zwnj;`, which prints the character itself."""
    for match in _REFERENCE.finditer(text) if "&" in text else ():
        from html import unescape  # few texts have any

        character = unescape(match[0])
        around = f"{text[max(match.start() - 40, 0) : match.start()]}{character}{text[match.end() : match.end() + 40]}"
        at = min(match.start(), 40)
        for odd in find_hidden(around) if len(character) == 1 else ():
            if odd.start <= at < odd.end:
                message = f"A character that cannot be seen is written here: {odd.what}"
                step = -1 if character == SOFT_HYPHEN else 0
                yield Hit(case.lines.place(*match.span()), message, "delete it", subject=odd.what, step=step)
