"""Two entries have the same abstract.

## What it does
Compares the first hundred letters and digits of the abstracts; shorter ones are left alone. Entries with one DOI, those
that say that they belong together, and two of one title and author are told by other rules or are meant.

## Why it matters
Either one work stands in the library twice, or an abstract was pasted into the wrong entry.

## Example
    @article{smith2021,
      title = {Pumps},
      abstract = {We compare the pumps of forty towns over ten years and find that those which are looked after every
        month last twice as long as the others and cost half.}
    }
    @report{jones2020,
      title = {What lasts},
      abstract = {We compare the pumps of forty towns over ten years and find that those which are looked after every
        month last twice as long as the others and cost half.}
    }

## Instead
    @article{smith2021,
      title = {Pumps},
      abstract = {We compare the pumps of forty towns over ten years and find that those which are looked after every
        month last twice as long as the others and cost half.}
    }
    @report{jones2020,
      title = {What lasts},
      abstract = {A survey of two hundred wells in three provinces, with interviews of those who dig them, those who
        pay for them, and those who drink from them.}
    }
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefkit.library.names import split_names
from briefkit.library.twins import are_linked, doi_of
from briefkit.library.words import family, fold
from briefkit.model import Related, Severity, Source
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit

CODE = "BIB352"
SEVERITY = Severity.INFO
LETTERS, LOOKED_AT = 100, 400
FIRST, FIRST_LOOKED_AT = 24, 64
_BETWEEN = regex(r"[\W_]+")


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each entry whose abstract an entry before it has."""
    for sources in _group(_list_abstracts(case.sources), FIRST, FIRST_LOOKED_AT):
        for one, *others in _group(sources, LETTERS, LOOKED_AT):
            for source in others:
                if not _is_told_elsewhere(one, source):
                    related = (Related(one.fields["abstract"].place, f"the abstract of '{one.key}'"),)
                    message = f"'{source.key}' has the abstract of '{one.key}'"
                    hint = "keep one of the two entries, or correct the abstract"
                    yield Hit(source.fields["abstract"].place, message, hint, related, subject=source.key)


def _list_abstracts(sources: Iterable[Source]) -> Iterator[Source]:
    """The sources with an abstract that is long enough; one that several inherit counts once."""
    seen: set[tuple[str, int, int]] = set()
    for source in sources:
        field = source.fields.get("abstract")
        if field and len(field.value) >= LETTERS and (field.path, field.line, field.column) not in seen:
            seen.add((field.path, field.line, field.column))
            yield source


def _group(sources: Iterable[Source], letters: int, looked_at: int) -> Iterator[list[Source]]:
    """The sources whose abstracts begin with the same letters and digits, two or more; few letters are none."""
    groups: dict[str, list[Source]] = {}
    for source in sources:
        value = source.fields["abstract"].value
        start = _BETWEEN.sub("", value[:looked_at])[:letters]
        start = start if len(start) == letters else _BETWEEN.sub("", value[:LOOKED_AT])[:letters]
        if len(start) == letters:
            groups.setdefault(start.casefold(), []).append(source)
    return (group for group in groups.values() if len(group) > 1)


def _is_told_elsewhere(one: Source, other: Source) -> bool:
    doi = doi_of(one)[0]
    return bool(doi and doi == doi_of(other)[0]) or are_linked(one, other) or _name(one) == _name(other)


def _name(source: Source) -> tuple[str, str]:
    names = split_names(source.text("author", "editor")[:LOOKED_AT])
    return family(names[0]) if names else "", fold(source.text("title"))
