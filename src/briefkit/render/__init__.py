"""A Document goes in, the bytes of a file come out: one function per format.

The engines are heavy, so each is imported by the first call that needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
