"""What a BibTeX file is made of, with offsets into its text: entries, strings, what is broken, and all the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """`name = value` as typed: where the name starts, and from where to where the value goes."""

    name: str
    name_at: int
    value_at: int
    value_end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """`@type{key, ...}` from `start` to `end`; the key ends at `key_end`. Its items come beside it.

    `is_sound` says that it follows the grammar to the letter, so that it is read from its own text alone.
    """

    start: int
    end: int
    type: str
    key: str
    key_end: int
    is_sound: bool = False


@dataclass(frozen=True, slots=True)
class Macro:
    """`@string{...}`, with one item."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Broken:
    """A block the parser gave up on at `end`, and its reason."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Aside:
    """`@comment{...}` or `@preamble{...}`."""

    start: int
    end: int


Block = Entry | Macro | Broken | Aside

Blocks = Iterator[tuple[Block, tuple[Item, ...]]]
"""The blocks of a text in order, each with its items."""
