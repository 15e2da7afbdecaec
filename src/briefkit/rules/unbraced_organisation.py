"""An organisation is named as if it were a person.

## What it does
Looks at the authors, editors and other names of each entry the brief cites, and reports a name of several words that
holds a word only organisations have (Ministry, Agency, Université, Bundesamt, Comisión) and has no braces of its own.

## Why it matters
BibTeX takes every name for a person's: the World Bank becomes Mr Bank, first name World, is printed as "Bank, W." and
sorted under B. Braces round the name keep it whole.

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
from briefkit.library.organisations import is_organisation, may_hold_organisation, read_as_person, whole_name
from briefkit.model import Severity
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "BIB332"
SEVERITY = Severity.WARNING

_OF = regex(r" (?:of|for|für|de|des|du|del|para) ")
_REST = regex(r"[A-Z][\w-]*[a-z](?: \([A-Z]{2,9}\))?")
"""`Development`, `Technology (NIST)`: no name by itself behind `Organisation for Economic Co-operation`."""

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
            message = f"{first} is read as a person's name: {read_as_person(found[0])}{_others(found)}"
            yield Hit(field.place, message, _cure(names, found), subject=source.key)


def _others(found: list[Name]) -> str:
    if not found[1:]:
        return ""
    return f"; so is '{shorten(found[1].text)}'" if not found[2:] else f"; so are {len(found) - 1} others"


def _joined(names: tuple[Name, ...], found: list[Name]) -> list[tuple[str, bool]]:
    """The names, those of organisations marked, with what an 'and' within such a name has torn off."""
    joined: list[tuple[str, bool]] = []
    for name in names:
        is_rest = len(name.parts) == 1 and name not in found and _REST.fullmatch(name.text) is not None
        if joined and joined[-1][1] and is_rest and _OF.search(joined[-1][0]):
            joined[-1] = (f"{joined[-1][0]} and {name.text}", True)
        else:
            joined.append((whole_name(name) if name in found else name.text, name in found))
    return joined


def _cure(names: tuple[Name, ...], found: list[Name]) -> str:
    if sum(len(name.text) for name in names) > _WRITTEN_OUT:
        return "put the name of each organisation in braces of its own"
    whole = " and ".join(f"{{{text}}}" if is_found else text for text, is_found in _joined(names, found))
    keep = "; where an 'and' is part of a name, put it inside the braces" if len(names) > 1 else ""
    return f"write '{{{whole}}}'{keep}"
