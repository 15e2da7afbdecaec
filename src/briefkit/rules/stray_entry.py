"""Text in the library looks like an entry but is not read as one.

## What it does
Counts what opens like an entry anywhere in the file and names each that is none: a forgotten @, a blank after it, a
brace on the next line, a sign in the type, an entry that is commented out, fields outside of any entry.

## Why it matters
BibTeX takes all text outside of entries for a comment. The source is lost without a word, and no citation finds it.

## Example
    article{smith2021,
      title = {Pumps}
    }

## Instead
    @article{smith2021,
      title = {Pumps}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, problems

CODE = "BIB347"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each entry that is left in the text."""
    return problems(case, CODE)
