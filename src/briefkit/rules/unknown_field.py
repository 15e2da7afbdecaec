"""The name of a field is nearly one that is known.

## What it does
Reports fields of cited entries that nobody knows and that are one or two letters from a known one, or short for it
(`vol`, `notes`), unless the known one is there as well. Other fields that nobody knows are somebody's own, and are left
alone.

## Why it matters
Fields with unknown names are not printed: an entry with a `puplisher` has no publisher.

## Example
    @book{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      puplisher = {Water Press},
      date = {2021}
    }

## Instead
    @book{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      publisher = {Water Press},
      date = {2021}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.vocabulary import KNOWN_FIELDS, PRINTED_FIELDS, SHORTENED, find_near
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit

CODE = "BIB315"
SEVERITY = Severity.INFO


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each field whose name is like a known one."""
    for source, name, field in case.fields:
        near = _find_meant(name) if _is_word(name) and name not in KNOWN_FIELDS else ""
        if near and not source.text(near):
            message = f"'{name}' of '{source.key}' is not known, and is not printed"
            yield Hit(field.place, message, f"did you mean '{near}'?", subject=source.key)


def _find_meant(name: str) -> str:
    return SHORTENED.get(name) or find_near(name, PRINTED_FIELDS)


def _is_word(name: str) -> bool:
    return name.replace("-", "").replace("_", "").isalpha()
