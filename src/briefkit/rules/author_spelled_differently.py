"""The name of an author is spelled in several ways in the library.

## What it does
Compares the authors and editors of one family name. It reports a spelling whose given names agree with those of a
fuller or more usual one, when that is very probably the same person: two given names or the first of them agree, or a
co-author is the same. Organisations are compared without braces, capitals, accents and "The". This is a heuristic.

## Why it matters
Styles take two spellings for two people: the list of references is sorted wrongly, and citations get initials to tell
apart what is one person.

## Example
    @book{smith2020,
      author = {Smith, Jane and Doe, John},
      title = {Pumps},
      date = {2020}
    }
    @book{smith2021,
      author = {Smith, J. and Doe, John},
      title = {Wells},
      date = {2021}
    }

## Instead
    @book{smith2020,
      author = {Smith, Jane and Doe, John},
      title = {Pumps},
      date = {2020}
    }
    @book{smith2021,
      author = {Smith, Jane and Doe, John},
      title = {Wells},
      date = {2021}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.spellings import find_variants
from briefkit.model import Related, Severity
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB333"
SEVERITY = Severity.INFO


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each spelling of a name, at its first place, that another spelling stands for."""
    for found in find_variants(case.sources):
        key, usual = found.source.key, quote(found.usual)
        message = f"{quote(found.text)} in '{found.name}' of '{key}' is probably {usual} of '{found.usual_source.key}'"
        related = (Related(found.usual_field.place, f"the entry '{found.usual_source.key}'"),)
        yield Hit(found.field.place, message, f"if it is, write {usual} in both", related, subject=key)
