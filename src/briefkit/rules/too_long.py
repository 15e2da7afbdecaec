"""A brief, or a section of it, has more words than its type allows.

## What it does
Flags a brief whose running text is longer than its `type` should be, or a section of it that is: above the length to
aim for it is information, above the limit a warning. References, front matter, headings, captions, tables, notes and
pull quotes are not counted, what stands below the heading of a section is; `briefkit outline` shows where the words
are. A summary or key messages in the front matter have the limit of such a section. A brief without a type may have
any length. `briefkit rule DOC807` lists the limits and whose they are; a project sets others in `briefkit-
types/NAME.toml`.

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

from briefkit.brief_types import BriefType, Words
from briefkit.model import Place, Severity
from briefkit.parse.lengths import openings, words_by_section, words_in_sections, words_of
from briefkit.rules.base import Case, Hit, type_place

CODE = "DOC807"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """A hit on the type of a brief that is too long for it, and on the heading of each section that is."""
    kind = case.type
    if kind.words is None and not kind.limits:
        return
    own = words_by_section(case.brief)
    if kind.words is not None:
        yield from _judge(kind, "brief", kind.words, sum(own), type_place(case), "")
    totals, limits = words_in_sections(case.brief, own), section_limits(kind)
    for number in sorted(openings(case.brief)) if limits else ():
        section = case.brief.sections[number]
        if section.role in limits:
            what = section.role.replace("-", " ")
            yield from _judge(kind, what, limits[section.role], totals[number], section.place, section.title)
    for role, limit in limits.items():
        if front := [block for block in case.brief.blocks if block.kind == "front" and block.role == role]:
            yield from _judge(kind, role.replace("-", " "), limit, words_of(front), front[0].place, role)


def section_limits(kind: BriefType) -> dict[str, Words]:
    """How long a section of each role may be; where a type says it twice, the first time counts."""
    return {role: limit.words for limit in reversed(kind.limits) for role in limit.roles}


def _judge(kind: BriefType, what: str, limit: Words, words: int, place: Place, subject: str) -> Iterator[Hit]:
    if words > limit.aim:
        bound = limit.most if words > limit.most else limit.aim
        allowed = "allows at most" if words > limit.most else "aims at"
        message = f"This {what} has {words:,} words; the type '{kind.name}' {allowed} {bound:,} ({limit.guidance})"
        hint = f"cut {words - bound:,} words, or move them to notes; `briefkit outline` shows where they are"
        yield Hit(place, message, hint, subject=subject, step=-(words <= limit.most))
