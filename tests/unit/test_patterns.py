"""Patterns wait to be compiled: what they then do is what `re.compile` would, and none of them is wrong."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

import briefkit
from briefkit.patterns import _Regex, regex

FEWEST = 400
"""Fewer patterns than this in all modules together, and the search below has missed some."""


def test_a_pattern_is_compiled_when_it_is_first_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("a")


def test_its_words_can_be_had_without_compiling_it() -> None:
    assert regex("(").pattern == "("


@pytest.mark.parametrize("method", ["findall", "fullmatch", "match", "search", "split"])
def test_it_does_what_the_compiled_pattern_does(method: str) -> None:
    ours, theirs = (getattr(make(r"(a)b+|c", re.IGNORECASE), method) for make in (regex, re.compile))
    for text in ("ABB", "xabc", "", "nothing"):
        assert repr(ours(text)) == repr(theirs(text))


def test_it_replaces_and_has_the_attributes_of_a_pattern() -> None:
    ours = regex(r"(?P<one>\d)")
    assert (ours.sub("-", "a1b2"), ours.groups, dict(ours.groupindex)) == ("a-b-", 1, {"one": 1})


def test_bytes_are_searched_too() -> None:
    assert regex(rb"b+").search(b"abb") is not None


def test_every_pattern_of_every_module_compiles() -> None:
    found = [pattern for module in _modules() for pattern in _patterns(vars(module).values())]
    assert len(found) > FEWEST
    assert all(pattern.groups >= 0 for pattern in found)


def _modules() -> Iterator[object]:
    for info in pkgutil.walk_packages(briefkit.__path__, "briefkit."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def _patterns(values: Iterable[object]) -> Iterator[re.Pattern[str]]:
    """The patterns among values, and those that mappings and tuples hold."""
    for value in values:
        if type(value) is _Regex:
            yield value  # type: ignore[misc]
        elif isinstance(value, Mapping):
            yield from _patterns(value.values())
        elif type(value) in (tuple, list):
            yield from _patterns(value)  # type: ignore[arg-type]


def test_no_function_makes_a_pattern_that_is_always_the_same() -> None:
    """One made anew each time is compiled anew, and is never kept."""
    made = [
        f"{path.name}:{call.lineno}"
        for path in Path(briefkit.__path__[0]).rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "regex"
        if all(isinstance(argument, ast.Constant) for argument in call.args[:1])
    ]
    assert not made
