"""An entry of the library cannot be read as it stands.

## What it does
Reports each place where the BibTeX text breaks its grammar: an entry that is never closed, a comma that is missing
after a key, a field without a value, words without braces. The entries around it are read. A warning is what BibTeX
alone reads otherwise: a brace without a partner and an escaped quote, since to it a backslash says nothing. A value so
long, or nested so deeply, that no build gets through it is told too.

## Why it matters
Most programs drop a broken entry, or the whole file, without a word; the citation then prints as a question mark.

## Example
    @article{pumps2024,
      title = {Rural pumps},
      date  = {2024}

## Instead
    @article{pumps2024,
      title = {Rural pumps},
      date  = {2024}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.damage import find_burden
from briefkit.library.signs import UNPRINTED
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, problems

CODE = "BIB301"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each piece of the library that could not be read, and for each value that cannot be printed."""
    yield from problems(case, CODE)
    for source, name, field in case.fields:
        if name not in UNPRINTED and (burden := find_burden(name, field.value)):
            message = f"The '{name}' of '{source.key}' {burden}: a build stops at it"
            yield Hit(field.place, message, "write it with less, or leave it out", subject=source.key)
