"""Regular expressions that are compiled when they are first used.

A check loads some 500 of them and needs two in three; compiling is the dearest part of its start.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, as far as anybody can tell; a pattern that is wrong is told at its first use."""
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))


class _Regex:
    """The pattern until it is used; then the methods of the compiled one, as attributes of its own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._wanted = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._wanted)
        self.__dict__.update({method: getattr(compiled, method) for method in METHODS})
        return getattr(compiled, name)
