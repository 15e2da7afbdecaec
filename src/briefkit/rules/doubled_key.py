"""One group of citations names a key twice.

## What it does
Flags a key that stands more than once between the same brackets with the same pages, or with none. The same key with
two locators is fine.

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

from briefkit.model import Citation, Edit, Fix, Related, Severity
from briefkit.parse.groups import Group, find_groups
from briefkit.rules.base import Case, Hit
from briefkit.text import Lines

CODE = "CIT204"
SEVERITY = Severity.WARNING
FIX = "safe"


def check(case: Case) -> Iterator[Hit]:
    """A hit for each key that is doubled in a group, at the second of its citations."""
    lines = Lines(case.brief.path, case.brief.text)
    for sentence in case.brief.sentences:
        for group in find_groups(sentence, lines) if len(sentence.citations) > 1 else ():
            yield from _find_doubled(group, lines)


def _find_doubled(group: Group, lines: Lines) -> Iterator[Hit]:
    first: dict[tuple[str, str], Citation] = {}
    told: set[tuple[str, str]] = set()
    for number, citation in enumerate(group.citations):
        what = citation.key, " ".join(f"{citation.locator} {citation.suffix}".split())
        if what in first and what not in told:
            told.add(what)
            related = (Related(first[what].place, "the first"),)
            message = f"This group cites @{citation.key} twice" + (f", both times {what[1]}" if what[1] else "")
            hint = "delete one, or say which pages each of them means"
            fix = _take_out(group, lines, number)
            yield Hit(citation.place, message, hint, related, subject=citation.key, fix=fix)
        first.setdefault(what, citation)


def _take_out(group: Group, lines: Lines, number: int) -> Fix | None:
    """The fix that keeps the first of the citations that are typed alike; none when this one is typed otherwise."""
    typed = lines.text[group.start + 1 : group.end - 1].split(";")
    words = [" ".join(part.split()) for part in typed]
    if len(typed) != len(group.citations) or words.index(words[number]) == number:
        return None
    edits, end = [], group.start
    for part, word in zip(typed, words, strict=True):
        start, end = end, end + 1 + len(part)  # with the semicolon before it
        if word == words[number]:
            edits.append(Edit(lines.place(start, end)))
    return Fix(tuple(edits[1:]))
