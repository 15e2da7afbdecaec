"""Values that take a field from an `@xdata`, `xdata=key-field-position`, in; what they stand for out, or what is wrong.

The grammar is biblatex's (manual 3.13.6): the parts stand between hyphens, a position counts from 1 and is 1 where
there is none. A key that has hyphens is found all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from briefkit.library.fields import FIELDS
from briefkit.library.names import NAME_FIELDS, split_names
from briefkit.model import Source
from briefkit.patterns import regex

_REFERENCE = regex(r"(?:^|\band\s)\s*\{?xdata\s*=\s*([^\s{},]+)")
_AND = regex(r"\sand\s", re.IGNORECASE)

_LISTS = frozenset(
    "institution language location organization origlanguage origlocation origpublisher publisher".split()
)
"""Fields that hold lists and no names."""

LONGEST = 4_000
"""Of a longer value only so much is looked at, and nothing in it is replaced."""


def find_references(value: str) -> tuple[str, ...]:
    """What stands after `xdata=` in a value."""
    return tuple(found[1] for found in _REFERENCE.finditer(value[:LONGEST]))


def fill(value: str, sources: Mapping[str, Source]) -> str:
    """The value with what its references stand for; those that lead nowhere stay as they are."""
    return _REFERENCE.sub(lambda found: _take(found, sources), value) if len(value) <= LONGEST else value


def _take(found: re.Match[str], sources: Mapping[str, Source]) -> str:
    reading = next((one for one in _read(found[1]) if one[0] in sources), None)
    if reading is None or judge_reference(found[1], sources)[0]:
        return found[0]
    key, name, position = reading
    items = _items(name, _value(sources[key], name))
    return found[0][: found[0].lower().index("xdata")] + items[position - 1].strip()


def judge_reference(reference: str, sources: Mapping[str, Source]) -> tuple[str, str]:
    """What is wrong with a reference, and what to do; two empty strings where nothing is."""
    whole = "write xdata=key-field, or xdata=key-field-position for one of a list"
    readings = tuple(_read(reference))
    if not readings:
        return "names no field", whole
    found = [reading for reading in readings if reading[0] in sources]
    key, name, position = found[0] if found else readings[-1]
    if not found:
        return f"takes from '{key}', which is not in the library", "correct the key, or add the entry"
    if sources[key].type != "xdata":
        return f"takes from '{key}', which is an @{sources[key].type} and no @xdata", "take it from an @xdata entry"
    value = _value(sources[key], name)
    if not value:
        return f"takes the {name} of '{key}', which has none", "correct the name of the field, or add it there"
    count = len(_items(name, value))
    if position > count:
        return f"takes number {position:,} of the {name} of '{key}', which has {count:,}", "correct the number"
    return "", ""


def _read(reference: str) -> Iterator[tuple[str, str, int]]:
    """The ways to read a reference: with and without a position at its end."""
    head, _, last = reference.rpartition("-")
    key, _, name = head.rpartition("-")
    if last.isdecimal() and len(last) < 7 and key and name:
        yield key, name.lower(), max(1, int(last))
    elif head and last and not last.isdecimal():
        yield head, last.lower(), 1


def _value(source: Source, name: str) -> str:
    other = FIELDS.get(name) or next((old for old, new in FIELDS.items() if new == name), name)
    return source.text(name, other)


@lru_cache(1024)
def _items(name: str, value: str) -> tuple[str, ...]:
    """The items of a list, or the one value of a field that holds none."""
    if name in NAME_FIELDS:
        return tuple(one.text for one in split_names(value[:LONGEST]))
    return tuple(_AND.split(value[:LONGEST])) if FIELDS.get(name, name) in _LISTS else (value,)
