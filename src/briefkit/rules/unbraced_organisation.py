"""An organisation is named as if it were a person.

## What it does
Looks at the authors, editors and other names of each entry the brief cites, and reports a name of several words that
holds a word only organisations have (Ministry, Agency, Université, Bundesamt, Comisión) and has no braces of its own.

## Why it matters
BibTeX takes every name for a person's: the World Bank becomes Mr Bank, first name World, is printed as "Bank, W." and
sorted under B. briefkit prints such a name whole; braces round it keep it whole everywhere.

## Example
    @report{bank2021,
      author = {World Bank and United Nations},
      title = {Pumps},
      institution = {World Bank},
      date = {2021}
    }

## Instead
    @report{bank2021,
      author = {{World Bank} and {United Nations}},
      title = {Pumps},
      institution = {World Bank},
      date = {2021}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.names import LONGEST, NAME_FIELDS, Name, split_first_names
from briefkit.library.organisations import (
    is_organisation,
    mark_organisations,
    may_hold_organisation,
    read_as_person,
)
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "BIB332"
SEVERITY = Severity.WARNING

_WRITTEN_OUT = 120
"""How many letters of names a hint writes out."""


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each field with organisations that BibTeX takes apart; the first is shown."""
    for source, field_name, field in case.fields:
        may_hold = field_name in NAME_FIELDS and may_hold_organisation(field.value[:LONGEST])
        names = split_first_names(field.value) if may_hold else ()
        found = [name for name in names if is_organisation(name)]
        if found:
            first = f"'{shorten(found[0].text)}' in '{field_name}' of '{source.key}'"
            message = f"{first} is a person's name to BibTeX: {read_as_person(found[0])}{_others(found)}"
            yield Hit(field.place, message, _cure(names), subject=source.key)


def _others(found: list[Name]) -> str:
    if not found[1:]:
        return ""
    return f"; so is '{shorten(found[1].text)}'" if not found[2:] else f"; so are {len(found) - 1} others"


def _cure(names: tuple[Name, ...]) -> str:
    if sum(len(name.text) for name in names) > _WRITTEN_OUT:
        return "put the name of each organisation in braces of its own"
    whole = " and ".join(f"{{{text}}}" if is_found else text for text, is_found in mark_organisations(names))
    keep = "; where an 'and' is part of a name, put it inside the braces" if len(names) > 1 else ""
    return f"write '{{{whole}}}'{keep}"
