"""A key does not follow the pattern of the project.

## What it does
Compares keys with the setting `key-pattern`, such as `"[auth][year]"`; without it nothing is found. The marks are
`[auth]` (family name of the first author, or an organisation), `[year]`, `[shortyear]` (two digits), `[title]` (first
word but for articles), `[shorttitle]` (first words), `[type]` and `[any]`. Capitals and accents do not count, and `b`
or `-2` may follow.

## Why it matters
Keys that are all made in one way are found without looking, and two people do not enter one work twice.

## Settings
    key-pattern = "[auth][year]"

## Example
    @book{pumps,
      author = {Smith, Jane},
      title = {Pumps},
      date = {2021}
    }

## Instead
    @book{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      date = {2021}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.key_pattern import LONGEST, example, follows, parse_pattern
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit

CODE = "BIB370"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each entry whose key is not of the project's pattern."""
    parts = parse_pattern(case.key_pattern)
    for source in case.sources if parts else ():
        if source.type not in ("xdata", "set") and len(source.key) <= LONGEST and not follows(source, parts):
            message = f"The key '{source.key}' does not follow {case.key_pattern}"
            yield Hit(source.place, message, f"such a key is '{example(source, parts)}'", subject=source.key)
