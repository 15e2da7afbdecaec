"""A title is written in capitals throughout.

## What it does
Reports titles of three words and more without a single small letter, in the entries a brief cites. Acronyms and short
titles are left alone.

## Why it matters
Capitals throughout are the design of a cover, not part of a title. They shout among other references, and no style can
tell which of them are names.

## Example
    @book{smith2021,
      author = {Smith, Jane},
      title = {CLEAN WATER FOR NEPAL},
      date = {2021}
    }

## Instead
    @book{smith2021,
      author = {Smith, Jane},
      title = {Clean Water for {Nepal}},
      date = {2021}
    }

## Fix
The title is written in small letters; acronyms that are known or have no vowel keep their capitals, in braces.
Unsafe: names lose theirs. There is none for a title in Latin letters of another language than English: German nouns
have capitals.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.capitals import write_small
from briefkit.library.title_language import may_be_small
from briefkit.library.titles import TITLE_FIELDS, is_all_capitals
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote, write_value

CODE = "BIB334"
SEVERITY = Severity.INFO
FIX = "unsafe"


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each title in capitals."""
    for source, name, field in case.fields:
        if name in TITLE_FIELDS and is_all_capitals(field.value):
            message = f"'{name}' of '{source.key}' is in capitals throughout: {quote(field.value)}"
            hint = "write it in small letters, with capitals for names and acronyms, and braces round these"
            small = write_small(field.value) if may_be_small(source, field.value) else ""
            fix = write_value(field, small, safe=False)
            yield Hit(field.place, message, hint, subject=source.key, fix=fix)
