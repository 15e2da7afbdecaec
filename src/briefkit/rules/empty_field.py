"""A field of a cited entry is empty.

## What it does
Reports fields without a value, or with nothing but braces and blanks, in the entries a brief cites.

## Why it matters
An empty field looks filled to a program that only asks whether it is there, and hides that something is missing.

## Example
    @book{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      publisher = {},
      date = {2021}
    }

## Instead
    @book{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      date = {2021}
    }

## Fix
The field goes, with its comma and with its line when nothing else stands there, if the entry
has another one that says something.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Edit, Field, Fix, Severity
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB313"
SEVERITY = Severity.INFO
FIX = "safe"


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each field without a value."""
    says_more: dict[str, bool] = {}
    for source, name, field in case.fields:
        if _says_nothing(field):
            if source.key not in says_more:
                says_more[source.key] = not all(map(_says_nothing, source.fields.values()))
            fix = Fix((Edit(field.place, what="field"),)) if says_more[source.key] else None
            message = f"{quote(name)} of '{source.key}' is empty"
            yield Hit(field.place, message, "fill it in, or delete it", subject=source.key, fix=fix)


def _says_nothing(field: Field) -> bool:
    return all(sign in "{}" or sign.isspace() for sign in field.value)
