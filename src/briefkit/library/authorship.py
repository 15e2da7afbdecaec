"""A source in, by whom and of which years it is out; and whether a name in a text may be that of its author."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.dates import years_of
from briefkit.library.names import split_names
from briefkit.library.words import family, fold
from briefkit.model import Source

NAMED = ("author", "editor", "shortauthor", "shorteditor", "translator", "editora", "bookauthor", "holder", "shorthand")
"""The fields that name those who made a source."""

HOUSES = ("organization", "institution", "publisher", "school", "label")
"""The fields with an organisation that may stand for its author."""

_DATES = ("date", "year", "origdate", "eventdate")
_SMALL = frozenset("and of for the on in to de des du la le les el los y et und für der die das del".split())
_WORDS = 4
"""How many words a typed name of a person has at most."""

_LONGEST = 2_000
"""How much of a field is read; none that is longer is a name or a title."""


def dated(source: Source) -> tuple[int, ...]:
    """The years that a source gives as its own."""
    return tuple(year for name in _DATES if name in source.fields for year in years_of(source.fields[name].value))


def authors(source: Source) -> frozenset[str]:
    """The names by which those who made a source may be called, folded: family names, organisations, acronyms."""
    return frozenset(name for name in _names(source) if name)


def _names(source: Source) -> Iterator[str]:
    for field in (name for name in NAMED if name in source.fields):
        for name in split_names(source.fields[field].value[:_LONGEST]):
            whole, last = fold(name.text), family(name)
            yield from (whole, last, last.rpartition(" ")[2], *_acronyms(whole))
            yield from (fold(" ".join(part)) for part in name.parts)
    for field in (name for name in HOUSES if name in source.fields):
        whole = fold(source.fields[field].value[:_LONGEST])
        yield from (whole, *_acronyms(whole))


def _acronyms(name: str) -> Iterator[str]:
    """The first letters of a name of several words, with and without its small words."""
    words = name.split()
    if len(words) > 1:
        yield "".join(word[0] for word in words)
        yield "".join(word[0] for word in words if word not in _SMALL)


def spellings(name: str) -> tuple[str, ...]:
    """What a name in a text may be called in an entry, folded: all of it, or what follows a given name or initials."""
    words = name.split()
    return (fold(name), fold(words[-1])) if 1 < len(words) <= _WORDS else (fold(name),)


def is_by(source: Source, name: str) -> bool:
    """Whether a name in a text is that of one who made the source: a family name, also with what stands before it, an
    organisation, an acronym.
    """
    return not authors(source).isdisjoint(spellings(name))


def tells_of(source: Source, name: str) -> bool:
    """Whether any field of the source holds the words of a name, or its last one."""
    wanted = [f" {words} " for words in (fold(name), fold(name.split()[-1])) if words]
    texts = (f" {fold(field.value[:_LONGEST])} " for field in source.fields.values())
    return any(words in text for text in texts for words in wanted)
