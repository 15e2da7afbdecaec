"""A summary, the title or a recommendation gives a figure or a name that the text does not have.

## What it does
Flags a figure in the title, the bottom line, a summary, a key message or a recommendation when nothing in the rest of
the brief agrees with it: no sentence, cell, caption or chart, and no difference, share or sum of what stands there.
Rounding, `about`, shares in words and other units are understood. Where a sentence of the text says nearly the same
with another figure, that is shown. A figure with a source beside it is flagged then, or when the text has it with a
slip of the pen, on the same matter or from the same page: another digit, two exchanged, a point moved, a million for a
billion, a currency that the text never has. A share in words (`a third`), a span of time and the author's opinion are
flagged only where the text says otherwise; small numbers, and years to come, never; nor is a sentence that is flagged
for having no source, unless the text has another figure. A change is flagged whose two ends the text has and which
they do not make (`fell by 3,100 to 46,900`, in the text `from 48,200 to 46,900`). A figure that the text has of
another matter is flagged where a sentence that says nearly the same, and agrees in the other figures, has another one;
so is a number that the text has in another unit, or of another year (`55,700 cases at the end of 2022`, in a table of
2023). A name that only a summary has is a remark, made once; one of several words is known by any of them. So is what
a recommendation proposes (a ceiling, a target, a date), for that is new by right.

## Why it matters
Most readers read the summary and nothing else. A figure there that the text cannot back is the one that is repeated,
and nobody can find out where it came from.

## Example
    # Summary

    Fees cover 71% of the costs of maintenance.

    # The evidence

    In 2024, fees covered 61% of the costs of maintenance [@smith2021].

## Instead
    # Summary

    Fees cover 61% of the costs of maintenance.

    # The evidence

    In 2024, fees covered 61% of the costs of maintenance [@smith2021].
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.evidence.beyond import Beyond, find_beyond
from briefkit.evidence.clashes import Clash, told_apart
from briefkit.evidence.stated import place_in, quantity_place, words_of
from briefkit.evidence.wrong import in_language
from briefkit.model import Place, Related, Severity
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten
from briefkit.values import replace

CODE = "CLM114"
SEVERITY = Severity.WARNING
PARTS = {
    "title": "title",
    "subtitle": "subtitle",
    "bottom-line": "bottom line",
    "key-messages": "key messages",
    "key-message": "key messages",
    "recommendations": "recommendations",
    "recommendation": "recommendations",
}
PROPOSING = ("recommended", "advised", "normative")
"""The gates of claims that shut for what a recommendation asks for."""

FEWEST_SHARED = 2
LONGEST_NEAR = 80
"""Characters of the sentence that is shown."""

PROPOSED = "say in the text where this figure comes from, or why it is the right one"


def check(case: Case) -> Iterator[Hit]:
    """A hit for each figure, and for each name."""
    front = case.brief.front
    known = (front.title, front.subtitle, front.organisation, *front.audience, *(a.name for a in front.authors))
    proposed = {a.sentence.place for a in case.accounts if a.gate in PROPOSING}
    unsupported = {a.sentence.place for a in case.accounts if a.status == "unsupported"}
    slips = {(c.statement.sentence.place, c.quantity.start) for c in case.clashes if c.slip}
    figures: set[tuple[Place, int]] = set()
    for found in find_beyond(case.statements, (*case.grids, *case.charts), case.today, front.language, known):
        if found.quantity and (found.statement.sentence.place, found.quantity.start) in slips:
            continue
        if found.name or found.other or found.statement.sentence.place not in unsupported:
            asked = found.statement.advises and (found.statement.sentence.place in proposed or _is_asked(found))
            asked = asked and bool(found.quantity) and not found.alike
            told = found._replace(other=None) if asked and not _is_near(found) else found
            hit = _name(case, told) if told.name else _figure(case, told)
            figures.add((found.statement.sentence.place, found.quantity.start if found.quantity else -1))
            yield replace(hit, step=-1, hint=PROPOSED) if asked else hit
    for clash in case.clashes:
        summing = clash.statement.lead or clash.statement.advises
        if summing and (clash.statement.sentence.place, clash.quantity.start) not in figures:
            yield _clash(case, clash)


def _clash(case: Case, clash: Clash) -> Hit:
    """The hit for a number that the text has in another unit, or of another year."""
    words, part = words_of(clash.statement, clash.quantity), PARTS.get(clash.statement.block.role, "summary")
    said, related = told_apart(case.lines, clash)
    place = quantity_place(case.lines, clash.statement, clash.quantity)
    message = f"{words} stands in the {part}, where {said}"
    return Hit(place, message, "correct the one that is wrong", related, clash.statement.sentence.plain)


def _is_asked(found: Beyond) -> bool:
    """Whether a figure in a box of a recommendation is what that asks for: the body says nothing like it."""
    return found.statement.block.role == "recommendation" and not _is_near(found)


def _is_near(found: Beyond) -> bool:
    """Whether what the body says that is most like it is on the same matter: a word in common is not enough."""
    return found.near is not None and len(found.near.words & found.statement.words) >= FEWEST_SHARED


def _figure(case: Case, found: Beyond) -> Hit:
    if not found.quantity:
        return _name(case, found)
    words, part = words_of(found.statement, found.quantity), PARTS.get(found.statement.block.role, "summary")
    place = quantity_place(case.lines, found.statement, found.quantity)
    if found.near and found.other:
        theirs = words_of(found.near, found.other)
        other = quantity_place(case.lines, found.near, found.other)
        told = f"{words} stands in the {part}"
        if found.made:
            hint = "correct the one that is wrong"
            made = in_language(found.made, case.brief.front.language)
            message = f"{told}, where line {other.line} makes it {made}"
            return Hit(place, message, hint, (Related(other, f"here it is {theirs}"),), found.statement.sentence.plain)
        message = (
            f"{told}, where line {other.line} says {theirs} of what seems to be the same"
            if found.elsewhere
            else f"{told} and nowhere in the text; the nearest, in line {other.line}, is {theirs}"
        )
        hint = "correct the one that is wrong, or give this figure in the text, with its source"
        return Hit(place, message, hint, (Related(other, f"here it is {theirs}"),), found.statement.sentence.plain)
    hint = "give this figure in the text, with its source, or leave it out"
    message = f"{words} stands in the {part} and nowhere in the text"
    return Hit(place, message, hint, _nearest(found), found.statement.sentence.plain)


def _name(case: Case, found: Beyond) -> Hit:
    place: Place = place_in(case.lines, found.statement.sentence, found.at, found.at + len(found.name))
    part = PARTS.get(found.statement.block.role, "summary")
    message = f"{shorten(found.name)} is named in the {part} and nowhere in the text"
    hint = "say in the text what it has to do with the matter"
    return Hit(place, message, hint, _nearest(found), found.statement.sentence.plain, step=-1)


def _nearest(found: Beyond) -> tuple[Related, ...]:
    if not found.near:
        return ()
    near = found.near.sentence
    return (Related(near.place, f"the nearest that the text says is “{shorten(near.plain, LONGEST_NEAR)}”"),)
