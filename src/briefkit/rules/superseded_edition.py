"""There is a later edition of a work.

## What it does
Reports entries whose `relatedtype`, `note`, `addendum` or `pubstate` says that another work took their place, and
books, manuals and reports of which the library holds a later `edition` with the same title and first author. Nothing is
looked up. This is a heuristic.

## Why it matters
The later edition may say something else. A standard or a manual that was replaced no longer holds.

## Example
    @book{smith2010,
      author = {Smith, Jane},
      title = {Handbook of Pumps},
      date = {2010},
      edition = {2}
    }
    @book{smith2021,
      author = {Smith, Jane},
      title = {Handbook of Pumps},
      date = {2021},
      edition = {3}
    }

## Instead
    @book{smith2021,
      author = {Smith, Jane},
      title = {Handbook of Pumps},
      date = {2021},
      edition = {3}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.versions import edition_of, find_later, is_later_edition, says_superseded
from briefkit.model import Related, Severity, Source
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB362"
SEVERITY = Severity.INFO
HINT = "cite the later one, unless this one is meant"


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each source that says it was superseded, or of which the library has a later edition."""
    said: set[str] = set()
    for source in case.sources:
        if name := says_superseded(source):
            said.add(source.key)
            field = source.fields[name]
            message = f"'{source.key}' was superseded, as its {name} says: {quote(field.value)}"
            yield Hit(field.place, message, HINT, subject=source.key)
    rest = [source for source in case.sources if source.key not in said and edition_of(source)]
    candidates = (source for source in case.relatives.values() if "edition" in source.fields) if rest else ()
    latest: dict[str, tuple[Source, Source]] = {}
    for source, other in find_later(rest, candidates, is_later_edition):
        if source.key not in latest or edition_of(latest[source.key][1]) < edition_of(other):
            latest[source.key] = source, other
    for source, other in latest.values():
        numbers = f"edition {edition_of(source)}; the library has edition {edition_of(other)}"
        message = f"'{source.key}' is {numbers}, '{other.key}'"
        related = (Related(other.place, f"the entry '{other.key}'"),)
        yield Hit(source.fields["edition"].place, message, HINT, related, subject=source.key)
