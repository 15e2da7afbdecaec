"""A cited entry lacks a field that its type cannot do without.

## What it does
Looks at each entry the brief cites, with what it inherits, and names the fields its type requires and it lacks.
BibTeX's names count as well as biblatex's (`journal` for `journaltitle`, `year` for `date`); an organisation may stand
for an author. Types that briefkit does not know require nothing.

## Why it matters
A reference without its year or its journal is printed with a hole, and a reader cannot find the source.

## Example
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
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

from briefkit.library import is_empty, missing_fields
from briefkit.library.fields import is_bare_address
from briefkit.library.vocabulary import KNOWN_TYPES
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit

CODE = "BIB317"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each cited entry with a required field missing."""
    for source in case.sources:
        empty = is_empty(source) and source.type != "xdata"
        missing = missing_fields(source) or ("title",) * empty
        if "title" in missing and is_bare_address(source):  # which is BIB330's
            missing = tuple(name for name in missing if name != "title")
        if missing:
            names = ", ".join(f"'{name}'" for name in missing)
            message = f"'{source.key}' ({source.type}) lacks {names}"
            hint = "add what is missing, or correct the type"
            yield Hit(source.place, message, hint, subject=source.key, step=int(empty and source.type in KNOWN_TYPES))
