"""An entry of the library stands in parentheses.

## What it does
Reports `@article(...)` once for each file, and says how many entries are written so. They are read like any other.

## Why it matters
The form is legal and old, and many programs do not know it: they refuse the file, so that it cannot be shared.

## Example
    @article(smith2021,
      title = {Pumps}
    )

## Instead
    @article{smith2021,
      title = {Pumps}
    }

## Fix
Both parentheses of every such entry of the file become braces.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Edit, Fix, Severity
from briefkit.rules.base import Case, Hit, problems
from briefkit.values import replace

CODE = "BIB305"
SEVERITY = Severity.INFO
FIX = "safe"


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each file with such entries, at the first of them."""
    for hit in problems(case, CODE):
        yield replace(hit, fix=Fix((Edit(hit.place, what="braces"),)))
