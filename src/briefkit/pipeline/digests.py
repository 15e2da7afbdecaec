"""Bytes or values of ours in, the digest that tells them from all others out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from briefkit.values import Value, fields


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes, as a manifest writes it."""
    return hashlib.sha256(data).hexdigest()


def digest(*values: object) -> str:
    """One digest of values of ours, whatever they hold; TypeError for what is none."""
    found = hashlib.sha256()
    for part in _parts(values):
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.hexdigest()


def _parts(value: Any) -> Iterator[bytes]:
    """The bytes that tell a value from all others."""
    yield type(value).__name__.encode()
    if isinstance(value, bytes):
        yield value
    elif isinstance(value, str):
        yield value.encode("utf-8", "surrogatepass")
    elif value is None or isinstance(value, bool | int | float):
        yield repr(value).encode()
    elif isinstance(value, Mapping):
        yield from _parts(tuple(value.items()))
    elif isinstance(value, tuple | list):
        yield str(len(value)).encode()
        for one in value:
            yield from _parts(one)
    elif isinstance(value, Value):
        yield from _parts(tuple(getattr(value, field.name) for field in fields(value)))
    else:
        raise TypeError(f"no digest of a {type(value).__name__}")
