"""The patterns of briefkit as the engine of `re` has them: written when it is installed, read when it starts.

They lie beside the compiled module that makes patterns, which is where Python keeps what it compiles; a program that
runs never writes there. What is kept of a pattern are the arguments that `re` hands to
its engine (CPython's Lib/re/_compiler.py), as they are, so that whatever they mean, they mean it to the Python that
wrote them. Any other Python, and one that finds the file damaged or missing, compiles each pattern as ever.
"""

from __future__ import annotations

import marshal
import re
import sys
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from briefkit import patterns
from briefkit.files import write_atomic
from briefkit.patterns import Key


def kept_at() -> str:
    """Where the patterns are kept, a path; nowhere when Python keeps nothing of what it compiles."""
    compiled = patterns.__spec__.cached
    return f"{compiled.removesuffix('.pyc')}.patterns" if compiled else ""


def load() -> Mapping[Key, bytes]:
    """The patterns that are kept by this Python, and none if there are none, or they are damaged."""
    try:
        with open(kept_at(), "rb") as file:
            mark, data = file.read(4), file.read()
    except OSError:
        return {}
    return marshal.loads(data) if mark == _mark(data) else {}  # noqa: S302  # it lies beside what Python loads so


def save(asked: Iterable[Key]) -> None:
    """Keep these patterns; InputError if the file cannot be written."""
    data = marshal.dumps({key: marshal.dumps(handed_over(*key)) for key in sorted(set(asked), key=repr)})
    if kept_at():
        write_atomic(Path(kept_at()), _mark(data) + data)


def handed_over(pattern: str | bytes, flags: int) -> tuple[Any, ...]:
    """What `re` hands to its engine to make a pattern of; re.error if it is wrong."""
    compiler: Any = re._compiler  # type: ignore[attr-defined]  # no name of Python that all may use
    engine = compiler._sre
    compiler._sre = SimpleNamespace(**{**vars(engine), "compile": lambda *arguments: arguments})
    try:
        made = compiler.compile(pattern, flags)
        return tuple([int(code) for code in part] if isinstance(part, list) else part for part in made)
    finally:
        compiler._sre = engine


def _mark(data: bytes) -> bytes:
    """A mark of the data and of the Python that reads or writes it."""
    return zlib.crc32(data, zlib.crc32(f"{sys.version} {sys.platform} {sys.byteorder}".encode())).to_bytes(4, "big")
