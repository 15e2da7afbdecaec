"""HTML in the text is not printed.

## What it does
Names each HTML tag that opens something, and says what to write instead. Words between two tags are printed without
them; scripts, styles and frames are left out with all they hold. Comments are for authors and are not told; neither
are `<div>` and `<span>`, which pandoc reads as its own.

## Why it matters
One brief becomes PDF, Word and a web page, and only the last knows HTML. A line break or a table that an author sees
in an editor is missing in print.

## Example
    Water is H<sub>2</sub>O.

## Instead
    Water is H~2~O.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, problems

CODE = "DOC810"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """A hit for each tag that is left out."""
    return problems(case, CODE)
