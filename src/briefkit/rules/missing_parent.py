"""An entry inherits from one that is not in the library.

## What it does
Reports each key in a `crossref` or `xdata` field that no entry of the library has. One in `related`, `xref` or
`entryset`, by which nothing is inherited, is a remark.

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

from briefkit.library.links import targets
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, problems

CODE = "BIB342"
SEVERITY = Severity.WARNING


RELATIONS = ("related", "xref", "entryset")
"""Fields that name other entries and inherit nothing of them."""


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each link that leads nowhere; where nothing is inherited, less is lost."""
    yield from problems(case, CODE)
    aliases: frozenset[str] | None = None
    for source in case.sources:
        for name in RELATIONS:
            named = targets(source, name) if name in source.fields else ()
            missing = [target for target in named if target not in case.library.sources]
            if missing and aliases is None:
                aliases = _list_aliases(case)
            for target in missing:
                if target not in (aliases or ()):
                    message = f"'{source.key}' names '{target}' in '{name}', which is not in the library"
                    place = source.fields[name].place
                    yield Hit(place, message, "correct the key, or add the entry", subject=source.key, step=-1)


def _list_aliases(case: Case) -> frozenset[str]:
    """The other keys of the sources that are looked at."""
    named = (targets(source, "ids") for source in case.sources if "ids" in source.fields)
    return frozenset(alias for aliases in named for alias in aliases)
