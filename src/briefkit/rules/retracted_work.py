"""The brief cites a work that was retracted, by what its own entry says.

## What it does
Looks in cited entries for a `relatedtype` that is a retraction, for "RETRACTED:" before or "[retracted]" after a title,
and for "retracted" in `pubstate`, as one of the `keywords`, or in a note that says so of the work. Nothing is
looked up. The notice of a retraction and works about retractions may be cited.

## Why it matters
What the work claims no longer has its authors or its journal behind it.

## Example
    @article{smith2021,
      author = {Smith, Jane},
      title = {{RETRACTED}: Pumps and Health},
      journaltitle = {Water Journal},
      date = {2021}
    }

## Instead
    @article{jones2022,
      author = {Jones, Ann},
      title = {Wells and Health},
      journaltitle = {Water Journal},
      date = {2022}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.retraction import find_retraction
from briefkit.model import Related, Severity
from briefkit.rules.base import Case, Hit, cited
from briefkit.text import shorten

CODE = "BIB361"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each cited entry that says it was retracted."""
    first = {citation.key: citation.place for citation in reversed(tuple(cited(case.brief)))}
    for source in (case.library.sources[source.key] for source in case.sources):
        if name := find_retraction(source):
            message = f"'{source.key}' was retracted, as its '{name}' says: {shorten(source.text(name), 80)}"
            hint = "cite another source; where the retraction is the point, cite its notice"
            place = first.get(source.key)
            related = (Related(place, f"@{source.key} is cited here"),) if place else ()
            yield Hit(source.fields[name].place, message, hint, related, subject=source.key)
