"""A brief has more words than its type allows.

## What it does
Flags a brief whose running text is longer than its `type` should be: above the length to aim for it is information,
above the limit a warning. References, front matter, headings, captions, tables, notes and pull quotes are not counted;
`briefkit outline` shows where the words are. A brief without a type may have any length.

The limits: `one-pager` 500 and 700 words (the one page of SURE/EVIPNet's 1:3:25), `issue` 1,500 and 2,000 (IDRC: two
pages, 1,500 words), `advocacy` 1,500 and 2,200 (IDRC; ODI: 2,200 words), `options` 1,800 and 2,500 (between and above
the two, our own figures), `evidence` 9,000 and 12,000 (the 25 pages of 1:3:25), `research-summary` 1,200 and 1,800
(below IDRC's, our own figures). A project sets others in `briefkit-types/NAME.toml`.

## Why it matters
A brief is read by people who have minutes. What does not fit is not read, and often that is the recommendation.

## Example
    ---
    title: Pumps
    type: one-pager
    ---

    la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la
    la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la
    la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la
    la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la
    la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la
    la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la
    la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la
    la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la
    la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la
    la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la
    la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la
    la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la
    la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la
    la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la

## Instead
    ---
    title: Pumps
    type: one-pager
    ---

    Few words.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.parse.lengths import count_running
from briefkit.rules.base import Case, Hit, type_place

CODE = "DOC807"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """A hit on the type of a brief that is too long for it."""
    limit = case.type.words
    if limit is None:
        return
    words = count_running(case.brief.blocks)
    if words > limit.aim:
        bound = limit.most if words > limit.most else limit.aim
        allowed = "at most" if words > limit.most else "should have at most"
        message = f"This brief has {words:,} words; {case.type.name} {allowed} {bound:,} ({limit.guidance})"
        hint = f"cut {words - bound:,} words, or move them to notes; `briefkit outline` shows where they are"
        yield Hit(type_place(case), message, hint, step=-(words <= limit.most))
