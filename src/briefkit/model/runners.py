"""Pandoc as a value, and its tree: the one effect that is handed down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from briefkit.values import EMPTY, Value

Ast = Mapping[str, Any]
"""A pandoc document as `pandoc -t json` writes it: `pandoc-api-version`, `meta`, `blocks`. Never changed in place."""


class Parsed(Value):
    """What pandoc made of a text: its tree and what it warned of."""

    ast: Ast
    warnings: tuple[str, ...] = ()


class Reader(Protocol):
    """Pandoc as far as reading a brief needs it."""

    def read(self, text: str, format: str) -> Parsed:
        """Parse `text` in pandoc's input `format`."""


class Runner(Reader, Protocol):
    """Pandoc as a value: whoever needs it gets it handed in by `pipeline`."""

    def write(self, ast: Ast, format: str, options: Sequence[str] = (), files: Mapping[str, bytes] = EMPTY) -> bytes:
        """Write `ast` in pandoc's output `format`; `files` lie under these names in the folder pandoc runs in."""

    def default_file(self, name: str) -> bytes:
        """One of pandoc's own data files, such as `reference.docx`."""
