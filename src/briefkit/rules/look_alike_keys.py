"""Two keys of the library are easily taken for each other.

## What it does
Reports keys that differ in capitals only, and keys that look the same but are made of other characters, such as the
letter Å and the sign for ångström. The latter is an error. Both entries stay, each under its own key.

## Why it matters
A slip in a citation picks the other source, and nothing shows it. Some programs take the two for one and drop an entry.

## Example
    @article{Smith2021,
      title = {Pumps}
    }
    @book{smith2021,
      title = {Wells}
    }

## Instead
    @article{smith2021pumps,
      title = {Pumps}
    }
    @book{smith2021wells,
      title = {Wells}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, problems

CODE = "BIB304"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each key that has such a twin before it."""
    return problems(case, CODE)
