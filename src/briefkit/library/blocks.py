"""What a BibTeX file is made of, with offsets into its text: entries, strings, what is broken, and all the rest."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.values import Value


class Item(Value):
    """`name = value` as typed: where the name starts, and from where to where the value goes."""

    name: str
    name_at: int
    value_at: int
    value_end: int


class Entry(Value):
    """`@type{key, ...}` from `start` to `end`; the key ends at `key_end`. Its items come beside it.

    `is_sound` says that it follows the grammar to the letter, so that it is read from its own text alone.
    """

    start: int
    end: int
    type: str
    key: str
    key_end: int
    is_sound: bool = False


class Macro(Value):
    """`@string{...}`, with one item."""

    start: int
    end: int


class Broken(Value):
    """A block the parser gave up on at `end`, and its reason."""

    start: int
    end: int
    reason: str


class Aside(Value):
    """`@comment{...}` or `@preamble{...}`."""

    start: int
    end: int


Block = Entry | Macro | Broken | Aside

Blocks = Iterator[tuple[Block, tuple[Item, ...]]]
"""The blocks of a text in order, each with its items."""
