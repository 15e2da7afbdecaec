"""A source is cited for what it quotes from another one.

## What it does
Tells of "cited in", "quoted by" and their like right before a citation, where the work that is quoted is not cited
beside it. It knows the words in English, German, French and Spanish. This is a heuristic.

## Why it matters
Words and figures change on their way from one text to the next. Who can read the original cites the original.

## Example
    Prices rose, says the ministry [quoted in @smith2021].

## Instead
    Prices rose, says the ministry [@smith2021].
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from briefkit.model import Severity
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "CIT213"
SEVERITY = Severity.INFO

REACH = 60
"""How many characters before a citation are looked at."""

SECOND_HAND = regex(
    r"(?<!\w)(?P<words>(?:as\s)?(?:cited|quoted|qtd\.?)\s(?:in|by|from|after)"
    r"|zit(?:iert|\.)?\s(?:nach|n\.|in|bei)"
    r"|cité(?:e|s|es)?\s(?:par|dans|d['\u2019]après)"
    r"|citad[oa]s?\s(?:en|por)|apud)[\s:(\[]*-?\Z",
    re.IGNORECASE,
)
BETWEEN = regex(r"[\])}]?(?:[,:]?\s\[?[^@()\[\]!?]{0,12}\d[\w\u2013-]*)?[\])]?[;,]?\s*[(\[]?\s*")
"""What may stand between the citation of the original and the words: perhaps a page."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each citation that such words stand before."""
    lines = case.lines
    text = case.prose
    citations = list(case.brief.citations)
    ends = sorted(lines.offset(*c.place.end) for c in citations)
    for citation in citations:
        start = lines.offset(*citation.place.start)
        match = SECOND_HAND.search(text[max(start - REACH, 0) : start])
        if match and not _cites_original(text, start - len(match[0]), ends):
            message = f"'{shorten(match['words'])}' says that @{citation.key} gives the words of another source"
            hint = "cite the original, if you can read it"
            yield Hit(citation.place, message, hint, subject=citation.key)


def _cites_original(text: str, words: int, ends: Sequence[int]) -> bool:
    """Whether a citation stands right before the words that begin at an offset."""
    before = bisect_right(ends, words) - 1
    return before >= 0 and words - ends[before] <= REACH and bool(BETWEEN.fullmatch(text, ends[before], words))
