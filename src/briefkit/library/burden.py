"""A value in, why no build gets through it out: pandoc takes twice as long for each brace within braces of a formula.

The bounds were measured, and lie far above what anybody types.
"""

from __future__ import annotations

import re

from briefkit.library.names import NAME_FIELDS
from briefkit.patterns import regex

_DEEPEST = 100
_DEEPEST_FORMULA = 12
_LONGEST = 100_000

_BRACES = regex(r"\\.|[{}]", re.DOTALL)


def find_burden(name: str, value: str) -> str:
    """Why a value cannot be printed, in words that follow its name; empty for one that can be."""
    if len(value) > _LONGEST and name not in NAME_FIELDS:
        return f"has {len(value):,} signs"
    most = _DEEPEST_FORMULA if "$" in value else _DEEPEST
    if value.count("{") > most and (depth := _measure(value)) > most:
        return f"is nested {depth:,} deep"
    return ""


def _measure(value: str) -> int:
    """How many braces are open at once."""
    depth, deepest = 0, 0
    for found in _BRACES.finditer(value):
        depth = max(depth + {"{": 1, "}": -1}.get(found[0], 0), 0)
        deepest = max(deepest, depth)
    return deepest
