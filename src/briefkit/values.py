"""What a value is here: frozen, slotted, and equal to another of its class that holds the same.

The one home of msgspec: its structs are made in C, a class eight times and an instance eight times as fast as by
`dataclasses`, and a check makes 200 such classes and tens of thousands of instances.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, dataclass_transform

from msgspec import Struct, field
from msgspec.structs import fields, replace

__all__ = ["EMPTY", "Value", "field", "fields", "replace"]

EMPTY: Mapping[str, Any] = MappingProxyType({})
"""A mapping without a key, that nobody can give one."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value(Struct, frozen=True):
    """A value: its fields are annotations in the class, as in a dataclass. `replace` makes another from it."""
