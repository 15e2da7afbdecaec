"""The markup is not what it seems.

## What it does
Passes on what pandoc warns of while it reads the brief: a div that is not closed, a note that is defined twice or
never called, a reference without a target. And a citation alone on a line or in a note that ends in a full stop,
`@smith2021.`, which pandoc takes for the label of a numbered example. An identifier that two headings, boxes, tables or
figures have is told at the second. A heading, a list, a table or a quotation that follows a line of text without an
empty line between them is told too: it is a part of the paragraph, signs and all. So is a list with bullets or dashes
of a word processor (`•`, `–`) in the place of `-`, or with numbers that it typed (`1\\.`), and a number that ends a
sentence at the beginning of a line of an item, such as a year: there it begins a list. And so are sentences whose
lines begin with four blanks or a tab, as text that is pasted does: they are code.

## Why it matters
Such markup prints, but not as meant: text disappears or runs into a box.

## Example
    A call.[^1]

    [^1]: One note.

    [^1]: The same note again.

## Instead
    A call.[^1]

    [^1]: One note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefkit.model import Related, Severity
from briefkit.parse.dialects import find_bullets, find_glued, find_paragraphs, find_typed_numbers
from briefkit.parse.indented import find_indented
from briefkit.parse.prose import with_fences
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit, problems

CODE = "DOC815"
SEVERITY = Severity.WARNING


DOUBLED = regex(r"Duplicate identifier '(?P<name>[^']*)'")
"""What pandoc says of an identifier of headings that is given twice, a line or two below the second."""
SWALLOWED = regex(r"^(?:\[\^[^\]\s]+\]:)?[ \t>]*\(?@(?P<key>\w[\w:.-]*?)[.)][ \t]*$", re.MULTILINE)
"""A line that is a citation to its author and the label of a numbered example to pandoc, which prints an empty item."""
LISTED = regex(r"^(?P<before>.*)\n(?P<mark>[ \t]+(?P<number>\d{2,4}))(?P<stop>[.)])(?=[ \t]|$)", re.MULTILINE)
"""A number that begins an indented line, and the line before it."""
ITEM = regex(r"[ \t]*(?:[-*+]|\(?[0-9a-z]{1,4}[.)])[ \t]")
GIVEN = regex(r"(?:(?<=[{ ])\#|\bid=[\"']?)(?P<name>[\w:.-]{1,200}+)")


def check(case: Case) -> Iterator[Hit]:
    """A hit for each warning of the reader, each identifier that is given again, and each citation that is none."""
    counts = Counter(one.identifier for one in case.markup.marked if one.identifier)
    doubled = {name for name, count in counts.items() if count > 1}
    for hit in problems(case, CODE):
        told = DOUBLED.match(hit.message)
        if not (told and told["name"] in doubled):
            yield hit
    if doubled:
        yield from _doubled(case, doubled)
    paragraphs = find_paragraphs(case.brief, case.lines)
    for glued in find_glued(case.markup.unquoted, paragraphs):
        message = f"This is no {glued.what}: it is printed as words of the paragraph before it"
        yield Hit(case.lines.place(glued.start, glued.end), message, glued.cure, subject=glued.what)
    for start, end in find_bullets(case.markup.unquoted, paragraphs):
        sign = case.brief.text[start:end]
        message = f"This is no list: '{sign}' is a sign like any other, and is printed within the text"
        hint = "begin each item with - and a blank, and leave an empty line before the first"
        yield Hit(case.lines.place(start, end), message, hint, subject=sign)
    for start, end in find_typed_numbers(case.markup.unquoted, find_paragraphs(case.brief, case.lines, "references")):
        sign = case.brief.text[start:end]
        message = f"This is no list: '{sign}' is words like any other, and its items are no recommendations or options"
        hint = "take the backslash of each number away, and leave an empty line before the first"
        yield Hit(case.lines.place(start, end), message, hint, subject=sign)
    yield from _swallowed(case)
    yield from _listed(case)
    for start, end in find_indented(case.brief.text, case.markup.unquoted):
        message = "These lines are indented, and so they are code: no sentence of them is checked"
        hint = "take the blanks at the beginning of each line away"
        yield Hit(case.lines.place(start, end), message, hint, subject=case.brief.text[start:end])


def _doubled(case: Case, doubled: set[str]) -> Iterator[Hit]:
    """Where the identifiers stand that are given again; one that pandoc made of a heading's words stands nowhere."""
    text = with_fences(case.markup.unquoted, case.brief.text)
    given = [match for match in GIVEN.finditer(text) if match["name"] in doubled]
    counts = Counter(match["name"] for match in given)
    first: dict[str, Related] = {}
    for match in given:
        name = match["name"]
        place = case.lines.place(match.start("name"), match.end("name"))
        if name in first or counts[name] == 1:
            message = f"The identifier '{name}' is given twice, and links to it lead to the first"
            related = (first[name],) if name in first else ()
            yield Hit(place, message, f"give this another one, such as {name}-2", related, subject=name)
        first.setdefault(name, Related(place, f"'{name}' is given here"))


def _swallowed(case: Case) -> Iterator[Hit]:
    """Citations that pandoc takes for labels of examples: `@smith2021.` alone on a line or in a note."""
    for match in SWALLOWED.finditer(case.markup.unquoted):
        key = match["key"]
        place = case.lines.place(match.start("key") - 1, match.end("key"))
        yield Hit(place, f"This prints as the number of an example, not as a citation of '{key}'", f"write [@{key}]")


def _listed(case: Case) -> Iterator[Hit]:
    """Numbers that end a sentence at the beginning of a line of an item: `by the end of / 2027.` begins a list there.

    In an item a list needs no empty line before it; one that begins with such a number is none, unless it goes on.
    """
    text = case.prose
    for match in LISTED.finditer(text):
        before, number = match["before"], match["number"]
        listed = ITEM.match(before)
        goes_on = before.lstrip().startswith(f"{int(number) - 1}{match['stop']}")
        if before.strip() and not goes_on and not before.rstrip().endswith(":") and (listed or before[:1] in " \t"):
            place = case.lines.place(match.start("number"), match.end("stop"))
            message = f"'{number}{match['stop']}' begins a list here, numbered from {number}"
            yield Hit(place, message, "write it on the line before, or a backslash before its stop", subject=number)
