"""An address stands where a citation should.

## What it does
Flags the address of a page, or a DOI, in a sentence or note that cites nothing.

## Why it matters
An address says neither who wrote what, nor when; it may change, and the list of references does not have it.

## Example
    Prices rose, as https://example.org/prices shows.

## Instead
    Prices rose [@smith2021].
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from briefkit.lookup import Holding
from briefkit.model import Account, Place, Severity
from briefkit.parse.file_words import CALL
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit
from briefkit.text import Lines

CODE = "CIT206"
SEVERITY = Severity.WARNING

ADDRESS = regex(r"(?<![\w/@.])(?:https?://|www\.(?=\w)|10\.\d{4,9}/)[^\s\[\]<>|]++(?!\]\()", re.IGNORECASE)
NOTE = regex(r"^ {0,3}\[\^(?P<label>[^\]\s]+)\]:", re.MULTILINE)
AFTER_NOTE = regex(r"\n[ \t]*+\n(?! {4}|\t|\s)")
"""Where a note has ended before a text that is no part of it."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each address in a sentence that counts and has no source."""
    lines = case.lines
    text = case.markup.unquoted
    holding = Holding(a.sentence.place for a in case.accounts)
    notes = _Notes(case, text, lines)
    for match in ADDRESS.finditer(case.prose):
        place = lines.place(match.start(), match.start() + len(match[0].rstrip(".,;:!?)'\"*_")))
        held = [case.accounts[n] for n in holding(place)]
        if held and not any(_cites(a) for a in (*held, *notes.calling(match.start()))):
            written = lines.slice(place)
            hint = "add what it leads to to the library and cite it: [@key]"
            yield Hit(place, "An address stands here in place of a citation", hint, subject=written)


def _cites(account: Account) -> bool:
    return bool(account.sentence.citations or (account.covered_by and not account.scope))


class _Notes:
    """The notes of a text and the sentences that call them."""

    def __init__(self, case: Case, text: str, lines: Lines) -> None:
        self.notes = list(NOTE.finditer(text))
        self.starts = [note.end() for note in self.notes]
        found = (AFTER_NOTE.search(text, *span) for span in pairwise((*self.starts, len(text))))
        self.ends = [match.end() if match else len(text) for match in found]
        self.calls: dict[str, list[Place]] = {}
        for call in CALL.finditer(text) if self.notes else ():
            self.calls.setdefault(call["label"], []).append(lines.place(*call.span()))
        callers = (a for a in case.accounts if case.brief.blocks[a.sentence.block].kind != "note")
        self.callers = sorted(callers, key=lambda a: a.sentence.place)

    def calling(self, at: int) -> Iterator[Account]:
        """The sentences that call the note around an offset, if there is one."""
        number = bisect_right(self.starts, at) - 1
        if number < 0 or self.ends[number] <= at:
            return
        for where in self.calls.get(self.notes[number]["label"], ()):
            earlier = bisect_right(self.callers, where, key=lambda a: a.sentence.place)
            yield from self.callers[max(earlier - 1, 0) : earlier]
