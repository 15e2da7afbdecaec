"""A Document goes in, the bytes of a file come out: one function per format.

The engines are heavy, so each is imported by the first call that needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from importlib import import_module
from types import MappingProxyType

from briefkit.model import Document, Runner

Render = Callable[[Document, Runner], bytes]


def _lazily(name: str) -> Render:
    """The `render` of the module of this name, imported at the first call."""

    def render(document: Document, runner: Runner) -> bytes:
        made: bytes = import_module(f"briefkit.render.{name}").render(document, runner)
        return made

    return render


FORMATS: Mapping[str, Render] = MappingProxyType({name: _lazily(name) for name in ("html", "pdf", "docx")})


def load_engines(formats: Iterable[str]) -> None:
    """Import the engines of these formats ahead, for many documents; one that cannot be is told of by who uses it."""
    with suppress(ImportError, OSError):
        for name in formats:
            import_module(f"briefkit.render.{name}")
        if "pdf" in formats:
            import_module("briefkit.render.pdf").load_engine()
