"""An entry takes fields from one that is no @xdata, or a field that is not there.

## What it does
Looks at the entries that `xdata` names, and at values such as `{xdata=key-field-position}`, which take one field, or
one name of a list, from an @xdata entry: the entry, the field and the position must be there. An `xdata` that names no
entry at all is told by BIB342.

## Why it matters
What should be taken over is missing, and the reference is printed without it. biber refuses an `xdata` that leads to an
ordinary entry, and only `crossref` gives a chapter the title of its book.

## Example
    @book{smith2021,
      title = {Pumps},
      xdata = {press}
    }
    @misc{press,
      publisher = {Water Press}
    }

## Instead
    @book{smith2021,
      title = {Pumps},
      xdata = {press}
    }
    @xdata{press,
      publisher = {Water Press}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.lent import find_references, judge_reference
from briefkit.library.links import targets
from briefkit.model import Place, Related, Severity, Source
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "BIB344"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each link by `xdata` that gives nothing, or leads to an entry of another type."""
    sources, told = case.library.sources, set[Place]()
    for source in case.sources:
        own = sources.get(source.key, source)
        if "xdata" in own.fields:
            yield from _judge_links(case, own)
        for name, field in source.fields.items():
            if "xdata" in field.value and name != "xdata" and field.place not in told:
                told.add(field.place)
                yield from _judge_references(case, source, name)


def _judge_references(case: Case, source: Source, name: str) -> Iterator[Hit]:
    """What is inherited is told of the first entry that has it."""
    field = source.fields[name]
    for reference in dict.fromkeys(find_references(field.value)):
        what, hint = judge_reference(reference, case.library.sources)
        if what:
            message = f"The {name} of '{source.key}', 'xdata={shorten(reference)}', {what}"
            yield Hit(field.place, message, hint, subject=source.key)


def _judge_links(case: Case, source: Source) -> Iterator[Hit]:
    for key in dict.fromkeys(targets(source, "xdata")):
        target = case.library.sources.get(key)
        if target is not None and target.type != "xdata" and target is not source:
            related = (Related(target.place, f"the entry '{key}'"),)
            message = f"'{source.key}' inherits by xdata from '{key}', which is an @{target.type} and no @xdata"
            hint = "make it an @xdata, or link the entry by crossref"
            yield Hit(source.fields["xdata"].place, message, hint, related, subject=source.key)
