"""Regular expressions that are compiled when they are first used.

A check loads some 500 of them and needs two in three; compiling is the dearest part of its start.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, AnyStr, cast

METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, as far as anybody can tell; a pattern that is wrong is told at its first use."""
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same for a pattern that is made of other words each time: those of a language, or of a brief."""
    return re.compile(pattern, flags)


class _Regex:
    """The pattern until it is used; then the methods of the compiled one, as attributes of its own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._wanted = flags

    def __getattr__(self, name: str) -> Any:
        ready = re.compile(self.pattern, self._wanted)
        self.__dict__.update({method: getattr(ready, method) for method in METHODS})
        return getattr(ready, name)


CONTROL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What YAML refuses where it is typed, and takes as an escape (`\\e`); XML cannot hold it."""
