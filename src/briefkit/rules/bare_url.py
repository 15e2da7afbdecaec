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
from collections.abc import Iterator

from briefkit.model import Account, Place, Severity
from briefkit.parse.prose import prose
from briefkit.rules.base import Case, Hit
from briefkit.text import Lines

CODE = "CIT206"
SEVERITY = Severity.WARNING

ADDRESS = re.compile(r"(?<![\w/@.])(?:https?://|www\.(?=\w)|10\.\d{4,9}/)[^\s\[\]<>|]++(?!\]\()", re.IGNORECASE)
NOTE = re.compile(r"^ {0,3}\[\^(?P<label>[^\]\s]+)\]:", re.MULTILINE)


def check(case: Case) -> Iterator[Hit]:
    """A hit for each address in a sentence that counts and has no source."""
    lines = Lines(case.brief.path, case.brief.text)
    text = case.markup.unquoted
    kinds = [(case.brief.blocks[a.sentence.block].kind, a) for a in case.accounts]
    for match in ADDRESS.finditer(prose(case.markup.unquoted)):
        place = lines.place(match.start(), match.start() + len(match[0].rstrip(".,;:!?)'\"*_")))
        holding = [a for _, a in kinds if a.sentence.place.holds(place)]
        calling = _calling([a for kind, a in kinds if kind != "note"], text, lines, match.start())
        if holding and not any(_cites(a) for a in (*holding, *calling)):
            written = lines.slice(place)
            hint = "add what it leads to to the library and cite it: [@key]"
            yield Hit(place, "An address stands here in place of a citation", hint, subject=written)


def _cites(account: Account) -> bool:
    return bool(account.sentence.citations or account.covered_by)


def _calling(accounts: list[Account], text: str, lines: Lines, at: int) -> Iterator[Account]:
    """The sentence that calls the note around an offset, if one does."""
    before = list(NOTE.finditer(text, 0, at))
    if not before or re.search(r"\n[ \t]*\n(?! {4}|\t|\s)", text[before[-1].end() : at]):
        return
    for call in re.finditer(rf"\[\^{re.escape(before[-1]['label'])}\](?!:)", text):
        where: Place = lines.place(*call.span())
        earlier = [a for a in accounts if a.sentence.place <= where]
        yield from sorted(earlier, key=lambda a: a.sentence.place)[-1:]
