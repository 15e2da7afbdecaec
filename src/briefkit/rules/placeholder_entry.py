"""An entry that the brief cites holds what stands in for something else.

## What it does
Flags the DOIs, addresses, years, titles, names and pages of manuals and templates in cited entries: `10.1234/...`,
`example.com`, 2099, "Title of the paper", John Smith together with Jane Doe; and addresses whose `utm_source` says that
a chat bot gave them. This is a heuristic.

## Why it matters
Either somebody has still to fill it in, or the entry was made up: a source that nobody has looked at may not exist.

## Example
    @online{smith2021,
      author = {{Water Office}},
      title = {Pumps},
      url = {https://example.com/pumps?utm_source=chatgpt.com}
    }

## Instead
    @online{smith2021,
      author = {{Water Office}},
      title = {Pumps},
      url = {https://water.gov.uk/pumps}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.standins import FIGURES, find_stand_ins
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "BIB364"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each value of a cited entry that stands in for another; what several inherit is told of once."""
    seen: set[tuple[str, int, int]] = set()
    for source in case.sources:
        for name, what in find_stand_ins(source):
            field = source.fields[name]
            if field.at not in seen:
                seen.add(field.at)
                message = f"'{source.key}' holds a stand-in in '{name}': {shorten(what, 80)}"
                hint = "look the source up, and write what it says itself"
                step = -(name in FIGURES)
                yield Hit(field.place, message, hint, subject=source.key, step=step)
