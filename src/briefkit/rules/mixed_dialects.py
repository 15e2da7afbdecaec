"""An entry gives one thing under BibTeX's name and under biblatex's, or is of a type with an outdated name.

## What it does
Compares the fields of an entry that are one under two names, such as `journal` and `journaltitle`, `address` and
`location`, `school` and `institution`. It reports two that say different things. Told one severity lower: `address` and
`location` of proceedings, which the ACM fills with the town of the publisher and of the conference, and the types
`@electronic` and `@www`, which BibTeX does not know and biblatex calls `@online`. The names of BibTeX are in order.

## Why it matters
Programs take one of the two and drop the other, and not all the same: what is printed depends on who builds the brief.

## Example
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      journal = {Water Journal},
      journaltitle = {Pump Journal},
      date = {2021}
    }

## Instead
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      journaltitle = {Water Journal},
      date = {2021}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.fields import FIELDS
from briefkit.library.words import fold
from briefkit.model import Severity, Source
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB316"
SEVERITY = Severity.WARNING

OUTDATED = ("electronic", "www")
PROCEEDINGS = ("inproceedings", "conference", "proceedings")
_PAIRS = {old: new for old, new in FIELDS.items() if old not in ("year", "key", "pdf")}
"""The names of one field; dates are BIB318's, and what is no text is not compared."""


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each pair of an entry's own fields that differ, and for each outdated type."""
    for source in case.sources:
        own = case.library.sources[source.key]
        if not _PAIRS.keys().isdisjoint(own.fields):
            yield from _compare(own)
        if own.type in OUTDATED:
            message = f"'{own.type}', the type of '{own.key}', is an old name"
            yield Hit(own.place, message, "write '@online'", subject=own.key, step=-1)


def _compare(source: Source) -> Iterator[Hit]:
    for old, new in _PAIRS.items():
        one, other = source.text(old), source.text(new)
        if one and other and fold(one) != fold(other):
            is_usual = old == "address" and source.type in PROCEEDINGS
            message = f"'{old}' of '{source.key}' says {quote(one)}, and '{new}', its other name, {quote(other)}"
            hint = f"keep '{new}', and see that it is right"
            yield Hit(source.fields[old].place, message, hint, subject=source.key, step=-is_usual)
