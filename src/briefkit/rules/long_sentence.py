"""A sentence is so long that a reader loses it.

## What it does
Flags a sentence of the running text with more than 45 words; citations, notes, tables, captions and quotations set as
blocks are not counted. It does so in languages with blanks between words.

## Why it matters
Who has forgotten the beginning at the end reads twice or not at all. The European Commission's "How to write clearly"
asks for 20 words on average, and GOV.UK for no more than 25. Our bar is far above both: in the published analyses that
we measured, which are hard to read, one sentence in twenty is longer.

## Example
    The office, which was founded in 1998 and has since been moved twice, first to the ministry of health and then to
    the ministry of the interior, keeps a register of pumps, wells and tanks, answers the letters of the villages, and
    trains mechanics, of whom most leave within a year.

## Instead
    The office keeps a register of pumps, wells and tanks. It answers the letters of the villages and trains mechanics.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit

CODE = "DOC825"
SEVERITY = Severity.INFO

MOST = 45


def check(case: Case) -> Iterator[Hit]:
    """A hit for each sentence that is too long."""
    for length in case.lengths:
        if length.words > MOST and length.kind != "quote":
            hint = "make two or three of it, each with one thing to say"
            message = f"This sentence has {length.words} words"
            yield Hit(length.sentence.place, message, hint, subject=length.sentence.plain)
