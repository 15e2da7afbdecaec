"""LaTeX commands in values: which of them are lost, compared with what pandoc does with them."""

from __future__ import annotations

import json

import pytest

from briefkit.library.commands import (
    HARMLESS,
    KEPT,
    QUIET,
    SPELLED,
    SWITCHES,
    WORDS,
    find_lost,
    spell_commands,
)
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
def test_pandoc_prints_what_is_written_for_what_it_drops(pandoc: Reader) -> None:
    typed = [*(f"\\{name}{{}}" for name in SPELLED), *(f"\\{name}{{bb}}" for name in WORDS)]
    found = titles([spell_commands(value) for value in typed], pandoc)
    assert [
        value for value, title in zip(typed, found, strict=True) if len(title) < SHORTEST or "RawInline" in title
    ] == []


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("On \\mbox{Big} \\pkg {things}", "On {Big} {things}"),
        ("\\TH{}e \\th e \\textohm", "Þe þe Ω"),
        ("Timi\\textcommabelow{s}oara, \\textcommabelow Stef", "Timișoara, Ștef"),
        ("Garc\\'{\\i}a Na\\\"\\i ve D{\\'\\i}az \\u{\\i}", "García Naïve D{í}az ĭ"),
        ("\\index{a} \\'\\imath \\\\i x", "\\index{a} \\'\\imath \\\\i x"),
        ("$\\mbox{if}$ \\$ \\mbox{x} \\$", "$\\mbox{if}$ \\$ {x} \\$"),
        ("\\path{a_b} \\mbox \\foo{a} \\emph{b}", "\\nolinkurl{a_b} {a} \\emph{b}"),
        ("\\house{ACME}-pumps \\two{On pumps}{Sur les pompes} x", "{ACME}-pumps {On pumps} {Sur les pompes} x"),
        ("\\sc{Pumps} {\\sc a} \\foo[b] {c {d}}", "{Pumps} {\\sc a} {c {d}}"),
        (
            "\\(\\foo{a}\\) \\url{b} \\noopsort{1} \\input{c} \\foo{}",
            "\\(\\foo{a}\\) \\url{b} \\noopsort{1} \\input{c} \\foo{}",
        ),
        ("costs $5 \\foo{a}", "costs $5 \\foo{a}"),
        ("\\guillemotleftВода\\guillemotright", "\\guillemotleft{}Вода\\guillemotright"),
        ("\\noopsort{B}{W}ells", "{W}ells"),
    ],
)
def test_commands_that_are_known_here_are_spelled_for_pandoc(typed: str, written: str) -> None:
    assert spell_commands(typed) == written


def test_each_command_is_in_one_list() -> None:
    assert not KEPT & HARMLESS
    assert not KEPT & QUIET
    assert not KEPT & WORDS.keys()
    assert SWITCHES <= HARMLESS


@pytest.mark.parametrize(
    ("value", "commands"),
    [
        ("Pumps", ()),
        ("\\product{pumps} and \\product{wells}", ("\\product",)),
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


@pytest.mark.parametrize("unit", ["\\foo{", "\\foo{a}{b}", "\\(", "$", "\\foo[", "{", "\\url{"])
def test_what_nobody_knows_of_a_long_value_is_dropped_in_a_moment(unit: str) -> None:
    with moments(20):
        spell_commands(unit * (20_000 // len(unit)))


@pytest.mark.parametrize(
    ("unit", "lost"),
    [("\\foo{", 1), ("$", 0), ("\\url{", 0), ("\\", 0), ("{", 0), ("\\foo ", 1), ("\\href{a}{", 0)],
)
def test_a_value_of_ten_million_characters_takes_a_moment(unit: str, lost: int) -> None:
    value = unit * (10_000_000 // len(unit))
    with moments(20):
        assert find_lost(value).commands == ("\\foo",) * lost
