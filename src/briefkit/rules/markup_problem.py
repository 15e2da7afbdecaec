"""The markup is not what it seems.

## What it does
Passes on what pandoc warns of while it reads the brief: a div that is not closed, a note that is defined twice or
never called, a reference without a target. And a citation alone on a line or in a note that ends in a full stop,
`@smith2021.`, which pandoc takes for the label of a numbered example.

## Why it matters
Such markup prints, but not as meant: text disappears or runs into a box.

## Example
    A call.[^1]

    [^1]: One note.

    [^1]: The same note again.

## Instead
    A call.[^1]

    [^1]: One note.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, problems

CODE = "DOC815"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """A hit for each warning of the reader."""
    yield from problems(case, CODE)
