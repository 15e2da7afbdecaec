"""A citation in brackets stands after the full stop of its sentence.

## What it does
Flags brackets with citations behind the full stop, question mark or exclamation mark of a sentence. They count for the
sentence before them, so this is a matter of style. Silent in block quotations, where many styles want it so, and after
abbreviations.

## Why it matters
Printed, the brackets stand between two sentences, and a reader cannot tell to which of them they belong.

## Example
    Prices rose. [@smith2021]

## Instead
    Prices rose [@smith2021].

## Fix
The stop goes behind the brackets, unless it stands in quotes or emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefkit.model import Edit, Fix, Sentence, Severity
from briefkit.parse.groups import Group, find_groups
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit
from briefkit.text import Lines

CODE = "CIT207"
SEVERITY = Severity.INFO
FIX = "safe"

CLOSERS = "\"'\u201d\u2019\u00bb)*_ \t\n\u00a0\u202f"
"""What may stand between a stop and what follows it."""

SHORT = regex(
    r"(?:^|[\s(\[])(?:(?:[^\W\d_]\.)+|(?:al|approx|art|bzw|ca|ch|cf|cit|co|corp|ed|eds|etc|fig|ibid|inc|jr|ltd|no|nos|op|pp"
    r"|resp|sec|sr|st|usw|vol|vs)\.|\.{2,})$",
    re.IGNORECASE,
)
"""Words whose stop need not end a sentence, and points that stand for words left out."""

MOVABLE = regex(r"[^\W_][)%]?[.!?]$")
"""A stop that ends a sentence and nothing within it."""

BEFORE = 40
"""How many characters before the brackets are looked at."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each sentence with brackets after its stop, at the first of them."""
    lines = case.lines
    for block in case.brief.blocks:
        for sentence in block.sentences if block.kind != "quote" else ():
            group = _last(sentence, list(find_groups(sentence, lines)), lines)
            if group and _follows_stop(sentence, group, lines):
                hint = f"write the brackets before the stop: ... [@{group.citations[0].key}]."
                message = "This citation stands after the end of the sentence it belongs to"
                place, fix = lines.place(group.start, group.end), _move_stop(sentence, group, lines)
                yield Hit(place, message, hint, subject=sentence.plain, fix=fix)


def _last(sentence: Sentence, groups: Sequence[Group], lines: Lines) -> Group | None:
    """The first of the groups with nothing but blanks between them that end the sentence."""
    end = lines.offset(*sentence.place.end)
    last = None
    for group in reversed(groups):
        if lines.text[group.end : end].strip():
            break
        last, end = group, group.start
    return last


def _follows_stop(sentence: Sentence, group: Group, lines: Lines) -> bool:
    start = max(lines.offset(*sentence.place.start), group.start - BEFORE)
    before = lines.text[start : group.start].rstrip(CLOSERS)
    return before.endswith((".", "!", "?")) and not SHORT.search(before)


def _move_stop(sentence: Sentence, group: Group, lines: Lines) -> Fix | None:
    """The fix that sets the stop behind all brackets; none where the stop belongs to words in quotes or to emphasis."""
    before = lines.text[max(group.start - BEFORE, 0) : group.start].rstrip(" \t\n")
    if not MOVABLE.search(before):
        return None
    stop = lines.text.rindex(before[-1], 0, group.start)
    ends = lines.offset(*sentence.place.end)
    end = group.start + len(lines.text[group.start : ends].rstrip())
    blank = "" if stop + 1 < group.start else " "
    return Fix((Edit(lines.place(stop, stop + 1), blank), Edit(lines.place(end, end), before[-1])))
