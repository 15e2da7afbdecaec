"""A key in `ids` is that of another entry.

## What it does
Compares the other keys that entries list in `ids` with all keys of the library, and with the `ids` of the entries that
are looked at.

## Why it matters
A citation of this key is a citation of either work. biblatex drops the alias; which work is meant nobody can tell.

## Example
    @article{smith2021,
      title = {Pumps},
      ids = {smith2020}
    }
    @article{smith2020,
      title = {Wells}
    }

## Instead
    @article{smith2021,
      title = {Pumps},
      ids = {smith2021pumps}
    }
    @article{smith2020,
      title = {Wells}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.links import list_aliases
from briefkit.model import Related, Severity, Source
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB345"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each alias that is the key, or an alias, of another entry."""
    owners: dict[str, Source] = {}
    for alias, source in list_aliases(case.sources):
        field = source.fields["ids"]
        other = case.library.sources.get(alias)
        if other is not None:
            related = (Related(other.place, f"the entry '{alias}'"),)
            message = f"The alias {quote(alias)} of '{source.key}' is the key of another entry"
            yield Hit(field.place, message, "take it out of ids", related, subject=source.key)
        elif (first := owners.setdefault(alias, source)) is not source:
            related = (Related(first.fields["ids"].place, f"the aliases of '{first.key}'"),)
            message = f"'{source.key}' and '{first.key}' have the same alias {quote(alias)}"
            yield Hit(field.place, message, "take it out of one of them", related, subject=source.key)
