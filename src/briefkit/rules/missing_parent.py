"""An entry inherits from one that is not in the library.

## What it does
Reports each key in a `crossref` or `xdata` field that no entry of the library has.

## Why it matters
The entry goes without what it was to inherit, often the title and the year of the volume, and nothing says so.

## Example
    @inproceedings{smith2021,
      title = {Pumps},
      crossref = {waterconf2021}
    }

## Instead
    @inproceedings{smith2021,
      title = {Pumps},
      crossref = {waterconf2021}
    }
    @proceedings{waterconf2021,
      title = {Water Conference},
      date = {2021}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, problems

CODE = "BIB342"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each link that leads nowhere."""
    return problems(case, CODE)
