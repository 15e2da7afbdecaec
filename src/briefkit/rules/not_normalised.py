"""A word of a cited entry is made of letters and marks apart.

## What it does
Reports the first word of each field that is not in Unicode's normal form C (é as e and an accent, say), in the entries
a brief cites. Addresses are left alone.

## Why it matters
Such a word looks the same, but a search does not find it, it is sorted elsewhere, and some fonts set the mark beside
its letter.

## Example
    @book{smith2021,
      author = {Smith, Jane},
      title = {The Cafe\u0301s of Nepal},
      date = {2021}
    }

## Instead
    @book{smith2021,
      author = {Smith, Jane},
      title = {The Caf\u00e9s of Nepal},
      date = {2021}
    }

## Fix
The value is written in normal form.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from briefkit.library.signs import VERBATIM, find_unnormalised
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote, write_value

CODE = "BIB307"
SEVERITY = Severity.INFO
FIX = "safe"

_SHOWN = 40


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each field with a word that is not normalised."""
    for source, name, field in case.fields:
        word = "" if name in VERBATIM or name == "file" else find_unnormalised(field.value)
        if word:
            message = f"{quote(word)} in {quote(name)} of '{source.key}' is not in Unicode's normal form (NFC)"
            hint = f"type it anew: {quote(normalize('NFC', word[:_SHOWN]))}"
            fix = write_value(field, normalize("NFC", field.value))
            yield Hit(field.place, message, hint, subject=source.key, fix=fix)
