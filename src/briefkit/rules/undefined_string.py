"""A field names a string that is not defined.

## What it does
Reports a bare word in a value that no `@string` of the library defines; the months `jan` to `dec` always are.

## Why it matters
The value is dropped by most programs: the journal or the publisher is simply missing in the list of references.

## Example
    @article{smith2021,
      title = {Pumps},
      journal = waterj
    }

## Instead
    @string{waterj = {Water Journal}}
    @article{smith2021,
      title = {Pumps},
      journal = waterj
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, problems

CODE = "BIB311"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each word that stands for nothing."""
    return problems(case, CODE)
