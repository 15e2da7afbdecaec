"""One group of citations names a key twice.

## What it does
Flags a key that stands more than once between the same brackets with the same pages, or with none, and a key in the
running text that stands again in the brackets right behind it. The same key with two locators is fine.

## Why it matters
It prints as "Smith 2021; Smith 2021", and often the second one was meant to be another source.

## Example
    Prices rose [@smith2021; @smith2021].

## Instead
    Prices rose [@smith2021, p. 3; @smith2021, p. 12].

## Fix
Of the citations that are typed alike the first stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from briefkit.model import Citation, Edit, Fix, Related, Severity
from briefkit.parse.groups import Group, find_groups
from briefkit.rules.base import Case, Hit
from briefkit.text import Lines

CODE = "CIT204"
SEVERITY = Severity.WARNING
FIX = "safe"

BETWEEN = " \n}"
"""What may stand between a key in the running text and its brackets."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each key that is doubled in a group, at the second of its citations."""
    lines = case.lines
    for sentence in case.brief.sentences:
        ends = {_offset(lines, c): c for c in sentence.citations} if len(sentence.citations) > 1 else {}
        for group in find_groups(sentence, lines) if ends else ():
            near = lines.text[max(group.start - 4, 0) : group.start]
            before = group.start - len(near) + len(near.rstrip(BETWEEN))
            yield from _find_doubled(group, ends.get(before), lines)


def _offset(lines: Lines, citation: Citation) -> int:
    """Where a citation ends, without the brace behind its key."""
    return lines.offset(*citation.place.end)


def _find_doubled(group: Group, leader: Citation | None, lines: Lines) -> Iterator[Hit]:
    """The keys that are doubled in a group; `leader` is the citation in the running text right before it."""
    first: dict[tuple[str, str], Citation] = {}
    told: set[tuple[str, str]] = set()
    typed = _Typed(group, lines)
    for number, citation in enumerate(group.citations):
        what = citation.key, _where(citation)
        twin = first.get(what) or (leader if leader and _adds_nothing(leader, citation) else None)
        if twin and what not in told:
            told.add(what)
            related = (Related(twin.place, "the first"),)
            message = f"This group cites @{citation.key} twice" + (f", both times {what[1]}" if _where(twin) else "")
            hint = "delete one, or say which pages each of them means"
            fix = typed.take_out(number)
            yield Hit(citation.place, message, hint, related, subject=citation.key, fix=fix)
        first.setdefault(what, citation)


class _Typed:
    """The citations of a group as they are typed, between semicolons; split when first asked for."""

    def __init__(self, group: Group, lines: Lines) -> None:
        self.group, self.lines = group, lines

    @cached_property
    def parts(self) -> tuple[list[str], dict[str, list[Edit]]]:
        """What each citation says; and for each of these words the edits that take out those which say them."""
        words: list[str] = []
        edits: dict[str, list[Edit]] = {}
        end = self.group.start
        for part in self.lines.text[end + 1 : self.group.end - 1].split(";"):
            start, end = end, end + 1 + len(part)  # with the semicolon before it
            words.append(" ".join(part.split()))
            edits.setdefault(words[-1], []).append(Edit(self.lines.place(start, end)))
        return words, edits

    def take_out(self, number: int) -> Fix | None:
        """The fix that keeps the first of the citations typed like this one; none when it is the only one."""
        words, edits = self.parts
        alike = edits[words[number]] if len(words) == len(self.group.citations) else []
        return Fix(tuple(alike[1:])) if len(alike) > 1 else None


def _where(citation: Citation) -> str:
    return " ".join(f"{citation.locator} {citation.suffix}".split())


def _adds_nothing(leader: Citation, citation: Citation) -> bool:
    """Whether a citation says no more than the one in the running text whose brackets it stands in."""
    places = _where(leader), _where(citation)
    return leader.key == citation.key and (not all(places) or places[0] == places[1])
