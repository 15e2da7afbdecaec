"""A sentence and its text in, the bracketed groups of its citations out: `[@a; see @b, p. 3]`.

A bracket that is the text of a link or of a span with attributes is no group, nor is one whose citations no semicolon
divides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefkit.model import Citation, Sentence
from briefkit.patterns import regex
from briefkit.text import Lines
from briefkit.values import Value

_SIGN = regex(r"\\.|[\[\]]", re.DOTALL)


class Group(Value):
    """The offsets of the brackets, the end exclusive, and the citations between them."""

    start: int
    end: int
    citations: tuple[Citation, ...]


def find_groups(sentence: Sentence, lines: Lines) -> Iterator[Group]:
    """The groups of a sentence in the order in which they end; those in its notes are left out."""
    own = sorted(((_offset(c, lines), c) for c in sentence.citations if not c.in_note), key=lambda pair: pair[0])
    start, end = lines.span(sentence.place)
    opened: list[tuple[int, list[tuple[int, Citation]]]] = []
    waiting = iter(own)
    coming = next(waiting, None)
    for sign in _SIGN.finditer(lines.text, start, end) if own else ():
        while coming and coming[0] < sign.start():
            if opened:
                opened[-1][1].append(coming)
            coming = next(waiting, None)
        if sign[0] == "[":
            opened.append((sign.start(), []))
        elif sign[0] == "]" and opened:
            at, found = opened.pop()
            if found and _is_group(lines.text, found, sign.end()):
                yield Group(at, sign.end(), tuple(citation for _, citation in found))


def _offset(citation: Citation, lines: Lines) -> int:
    return lines.offset(*citation.place.start)


def _is_group(text: str, found: list[tuple[int, Citation]], end: int) -> bool:
    divided = all(text.find(";", one[0], other[0]) >= 0 for one, other in pairwise(found))
    return divided and text[end : end + 1] not in ("(", "{")
