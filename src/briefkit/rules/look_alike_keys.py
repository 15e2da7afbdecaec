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

from briefkit.characters import as_latin
from briefkit.library.shelf import shape
from briefkit.model import Related, Severity, Source
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit, problems

_NOUGHT = regex(r"(?<=\d)[Oo](?=\d)")

CODE = "BIB304"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each key that has such a twin before it."""
    yield from problems(case, CODE)
    seen: dict[str, Source] = {}
    for source in case.sources:
        key = _blur(source.key)
        twin = seen.setdefault(key, source)
        if twin is not source and shape(twin.key) != shape(source.key):
            first, second = sorted((twin, source), key=lambda one: one.place)
            message = f"The key '{second.key}' is like '{first.key}': a letter in it looks like another sign"
            related = (Related(first.place, f"the entry '{first.key}'"),)
            yield Hit(second.place, message, "give one of them another key", related, subject=second.key)


def _blur(key: str) -> str:
    """A key with Latin letters for Cyrillic and Greek ones that look so, and the figure 0 for an O beside figures."""
    latin = as_latin(key)
    return _NOUGHT.sub("0", latin) if "o" in latin or "O" in latin else latin
