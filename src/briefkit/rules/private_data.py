"""An entry holds what should not leave the house.

## What it does
Looks for whole paths of a machine in `file` and its like (paths that lead from the library are right), for paths and
remarks to oneself ("do not cite", "my copy") in `note`, `annotation` and comments, for e-mail addresses where no style
prints them, and for addresses with a session, a password, a library's proxy or a machine of an own network. All paths
into one folder are told once. The report repeats no path and no address. This is a heuristic.

## Why it matters
A library is shared with others, and often published with the brief. An address through a proxy leads nobody else to the
source.

## Example
    @online{smith2021,
      title = {Pumps},
      url = {https://www-example-org.ezproxy.example.edu/pumps}
    }

## Instead
    @online{smith2021,
      title = {Pumps},
      url = {https://www.example.org/pumps}
    }
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefkit.library.private import ADDRESSES, FILES, REMARKS, find_contact, find_home, find_remark, find_way_in
from briefkit.model import Field, Severity, Source
from briefkit.rules.base import Case, Hit
from briefkit.text import plural

CODE = "BIB380"
SEVERITY = Severity.INFO
REMARK_HINT = "take it out before the library is shared"
LOOKED_AT: tuple[tuple[str, Callable[[str], str], str], ...] = (
    *((name, find_way_in, "write the public address of the source") for name in ADDRESSES),
    ("note", find_remark, REMARK_HINT),
    *((name, find_contact, REMARK_HINT) for name in REMARKS),
)


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each field that gives something away, and one for each folder that paths name."""
    folders: dict[str, list[tuple[Source, Field]]] = {}
    for source in case.sources:
        for name in FILES:
            if name in source.fields and (home := find_home(source.fields[name].value)):
                folders.setdefault(home, []).append((source, source.fields[name]))
        for name, find, hint in LOOKED_AT:
            if name in source.fields and (what := find(source.fields[name].value)):
                message = f"The {name} of '{source.key}' {what}"
                yield Hit(source.fields[name].place, message, hint, subject=source.key)
    for found in folders.values():
        source, field = found[0]
        count = plural(len(found), "entry names", "entries name")
        message = f"{count} files in a folder on somebody's disk; the first is '{source.key}'"
        yield Hit(field.place, message, "leave the paths out, or let them lead from the library", subject=source.key)
