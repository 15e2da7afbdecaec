"""LaTeX commands in values: which of them are lost, compared with what pandoc does with them."""

from __future__ import annotations

import json

import pytest

from briefkit.library.commands import HARMLESS, KEPT, LETTERS, QUIET, SWITCHES, find_lost
from briefkit.model import Reader
from tests.moments import moments

SHORTEST = 10
"""A title of which nothing is left has fewer characters, as JSON."""


def titles(values: list[str], pandoc: Reader) -> list[str]:
    """What pandoc makes of each value as a title, as JSON."""
    bib = "".join(f"@book{{k{n},\n  title = {{{{Aa {value} cc}}}}\n}}\n" for n, value in enumerate(values))
    references = pandoc.read(bib, "biblatex").ast["meta"]["references"]["c"]
    by_key = {entry["c"]["id"]["c"]: json.dumps(entry["c"].get("title", "")) for entry in references}
    return [by_key[f"k{n}"] for n in range(len(values))]


@pytest.mark.slow
def test_pandoc_keeps_what_we_take_for_kept(pandoc: Reader) -> None:
    names = sorted(KEPT)
    found = titles([f"\\{name}{{bb}}" for name in names], pandoc)
    assert [name for name, title in zip(names, found, strict=True) if len(title) < SHORTEST or "{bb}" in title] == []


@pytest.mark.slow
def test_pandoc_keeps_the_words_after_what_takes_nothing(pandoc: Reader) -> None:
    names = sorted(SWITCHES)
    found = titles([f"{{\\{name} bb}}" for name in names], pandoc)
    assert [name for name, title in zip(names, found, strict=True) if "bb" not in title] == []


@pytest.mark.slow
def test_pandoc_drops_the_letters_that_we_say_it_drops(pandoc: Reader) -> None:
    names = sorted(LETTERS)
    found = titles([f"\\{name}{{}}" for name in names], pandoc)
    assert [name for name, title in zip(names, found, strict=True) if "RawInline" not in title] == []


def test_each_command_is_in_one_list() -> None:
    assert not KEPT & HARMLESS
    assert not KEPT & QUIET
    assert not KEPT & LETTERS.keys()
    assert SWITCHES <= HARMLESS


@pytest.mark.parametrize(
    ("value", "commands"),
    [
        ("Pumps", ()),
        ("\\pkg{pumps} and \\pkg{wells}", ("\\pkg",)),
        ("$\\foo$ and \\bar", ("\\bar",)),
        ("$\\foo and \\bar", ("\\foo", "\\bar")),
        ("\\$5 \\foo \\$6", ("\\foo",)),
        ("\\ensuremath{\\foo} \\url{\\bar}", ()),
        ("\\emph{\\foo}", ("\\foo",)),
        ("\\footcite{a} \\noopsort{b}", ()),
        ("\\foo*{a}", ("\\foo*",)),
        ("\\\\foo \\-", ()),
        ("\\verb+a_\\b+ and \\verb*|c|", ()),
        ("\\verb+a \\foo", ("\\verb", "\\foo")),
    ],
)
def test_commands_outside_math_are_lost(value: str, commands: tuple[str, ...]) -> None:
    assert find_lost(value).commands == commands


@pytest.mark.parametrize(
    ("unit", "lost"),
    [("\\foo{", 1), ("$", 0), ("\\url{", 0), ("\\", 0), ("{", 0), ("\\foo ", 1), ("\\href{a}{", 0)],
)
def test_a_value_of_ten_million_characters_takes_a_moment(unit: str, lost: int) -> None:
    value = unit * (10_000_000 // len(unit))
    with moments(20):
        assert find_lost(value).commands == ("\\foo",) * lost
