"""A section stands where the type of the brief does not expect it.

## What it does
Compares the order of the sections with that of the brief's `type`: the summary or the key messages first, methods,
limits and conflicts last; in `options` and `evidence` the problem before the options. Of sections in a wrong order
those are told that have to move, as few as will do, each with one that it should stand before or after. What stands
below a section that is told of belongs to it; boxes, and sections that the type has no place for, may stand
anywhere. So may recommendations: on page 1, as FAO has them, or behind the evidence. A brief without a type may have
any order. `briefkit rule DOC802` lists the orders and whose they are; a project sets another one in
`briefkit-types/NAME.toml`.

## Why it matters
Who decides reads page 1, and looks for the rest where other briefs have it.

## Example
    ---
    title: Pumps
    type: issue
    ---

    # The problem

    Pumps stand still.

    # Summary

    Repair the pumps first.

## Instead
    ---
    title: Pumps
    type: issue
    ---

    # Summary

    Repair the pumps first.

    # The problem

    Pumps stand still.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from briefkit.model import Related, Section, Severity
from briefkit.rules.base import Case, Hit

CODE = "DOC802"
SEVERITY = Severity.INFO


def check(case: Case) -> Iterator[Hit]:
    """A hit on the heading of each section that has to move."""
    order = case.type.order
    ranks = {role: rank for rank, group in enumerate(order.groups) for role in group}
    found = list(_outermost(case, ranks)) if ranks else []
    for section, other, word in find_misplaced(found, [ranks[section.role] for section in found]):
        what, than = (s.role.replace("-", " ") for s in (section, other))
        told = f"The {what} stands {word} the {than} (line {other.place.line})"
        message = f"{told}; the type '{case.type.name}' has it the other way"
        where = "before" if word == "after" else "after"
        hint = f"move it {where} '{other.title}'" if other.title else f"move it {where} the {than}"
        related = (Related(other.place, f"the {than}"),)
        yield Hit(section.place, f"{message} ({order.guidance})", hint, related, subject=section.role)


def _outermost(case: Case, ranks: dict[str, int]) -> Iterator[Section]:
    """The sections that have a rank and stand in none that has; not those in boxes."""
    boxed = {b.place for b in case.brief.blocks if b.kind == "heading" and b.attributes.get("class")}
    level = 0
    for section in case.brief.sections:
        if section.place in boxed or (level and section.level > level):
            continue
        level = section.level if section.role in ranks else 0
        if level:
            yield section


def find_misplaced(sections: Sequence[Section], ranks: Sequence[int]) -> Iterator[tuple[Section, Section, str]]:
    """The sections that have to move, each with one that it stands on the wrong side of."""
    kept = _kept(ranks)
    if len(kept) == len(ranks):
        return
    numbers = range(len(ranks))
    before_it = list(accumulate(numbers, lambda old, n: n if n in kept else old, initial=-1))[1:]
    behind_it = list(accumulate(reversed(numbers), lambda old, n: n if n in kept else old, initial=-1))[:0:-1]
    for number, section in enumerate(sections):
        if number not in kept:
            before, after = before_it[number], behind_it[number]
            late = before >= 0 and ranks[before] > ranks[number]
            yield section, sections[before if late else after], "after" if late else "before"


def _kept(ranks: Sequence[int]) -> set[int]:
    """The most sections that stand in order; where there is a choice, the earlier ones."""
    tails: list[int] = []
    ends: list[int] = []
    links: list[int] = []
    for number in reversed(range(len(ranks))):
        at = bisect_right(tails, -ranks[number])
        links.append(ends[at - 1] if at else -1)
        tails[at : at + 1], ends[at : at + 1] = [-ranks[number]], [number]
    kept, number = set(), ends[-1] if ends else -1
    while number >= 0:
        kept.add(number)
        number = links[len(ranks) - 1 - number]
    return kept
