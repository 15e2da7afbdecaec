"""An entry is of a type that nobody knows.

## What it does
Reports cited entries whose type is none of biblatex's, BibTeX's or the usual exports'. It is a step less grave where no
known type is like it: somebody may have made a type of their own.

## Why it matters
A style cannot tell what such an entry is, and prints it by rules for everything else, or leaves it out.

## Example
    @artcle{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      journaltitle = {Water Journal},
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

from briefkit.library.vocabulary import KNOWN_TYPES, find_near
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB314"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each cited entry of an unknown type."""
    for source in case.sources:
        kind = source.type.lower()
        if kind not in KNOWN_TYPES:
            near = find_near(kind, KNOWN_TYPES)
            hint = f"did you mean '{near}'?" if near else "take a type of biblatex: 'misc' fits everything"
            message = f"{quote(kind)}, the type of '{source.key}', is not known"
            yield Hit(source.place, message, hint, subject=source.key, step=-(not near))
