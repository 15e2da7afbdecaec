"""Regular expressions that are made when they are first used.

A check loads some 500 of them and needs two in three; compiling them was a third of its time. So an installation keeps
them compiled, as Python keeps its modules (`briefkit.precompiled`), and hands them to `take` where the program starts.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # what re makes patterns with
import marshal
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, AnyStr, cast
from weakref import WeakSet

METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")

Key = tuple[str | bytes, int]
"""A pattern and its flags."""

_kept: dict[Key, bytes] = {}
_compiled: list[Key] = []


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, as far as anybody can tell; a pattern that is wrong is told at its first use."""
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same for a pattern that is made of other words each time: those of a language, or of a brief."""
    _compiled.append((pattern, int(flags)))
    return _make(pattern, flags)


def asked() -> Sequence[Key]:
    """All patterns that somebody has, and those that were made of other words."""
    return (*((one.pattern, int(one._wanted)) for one in _waiting), *_compiled)


def take(kept: Mapping[Key, bytes]) -> None:
    """Make these patterns of what `re` once gave to its engine for them, which is faster by a hundred times."""
    _kept.update(kept)


def _make(pattern: str | bytes, flags: int) -> re.Pattern[Any]:
    kept = _kept.get((pattern, int(flags)))
    if kept is None:
        return re.compile(pattern, flags)
    made: re.Pattern[Any] = _sre.compile(*marshal.loads(kept))  # noqa: S302  # from where Python loads us by the same
    return made


class _Regex:
    """The pattern until it is used; then the methods of the compiled one, as attributes of its own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._wanted = flags
        _waiting.add(self)

    def __getattr__(self, name: str) -> Any:
        ready = _make(self.pattern, self._wanted)
        self.__dict__.update({method: getattr(ready, method) for method in METHODS})
        return getattr(ready, name)


_waiting: WeakSet[_Regex] = WeakSet()

CONTROL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What YAML refuses where it is typed, and takes as an escape (`\\e`); XML cannot hold it."""
