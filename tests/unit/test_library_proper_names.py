"""Names in titles that lose their capital, compared with what pandoc does with them."""

from __future__ import annotations

import json

import pytest

from briefkit.library.capitals import NAMES, find_unprotected
from briefkit.model import Reader
from tests.moments import moments

LOST = [
    "The price of water in Nepal",
    "Water -- Nepal",
    "A look at Nepal's water",
    "Trans-Asian water",
    "Water: Nepal",
    "Water (Nepal)",
    "1 Nepal",
    "--- Nepal is",
]
KEPT = [
    "Nepal",
    "{The price of water in Nepal}",
    "Water in {Nepal}",
    "Water: Nepal and wells",
    "(Nepal) water",
    "The OECD, the GDPs and McDonald",
    "Is it? Nepal is",
    "The {U.S.} economy",
]


@pytest.mark.parametrize("title", LOST)
def test_names_outside_braces_are_found(title: str) -> None:
    assert len(find_unprotected(title)) == 1


@pytest.mark.parametrize("title", KEPT)
def test_names_that_keep_their_capital_are_left_alone(title: str) -> None:
    assert find_unprotected(title) == ()


@pytest.mark.slow
def test_pandoc_makes_small_what_is_found_and_nothing_else(pandoc: Reader) -> None:
    bib = "".join(f"@book{{k{n},\n  title = {{{title}}}\n}}\n" for n, title in enumerate([*LOST, *KEPT]))
    references = pandoc.read(bib, "biblatex").ast["meta"]["references"]["c"]
    read = {entry["c"]["id"]["c"]: json.dumps(entry["c"]["title"]) for entry in references}
    small = [any(name in read[f"k{n}"] for name in ("nepal", "asian")) for n in range(len(read))]
    assert small == [True] * len(LOST) + [False] * len(KEPT)


def test_names_are_small_letters_only() -> None:
    assert all(name.isalpha() and name.islower() and name.isascii() for name in NAMES)


@pytest.mark.parametrize("unit", ["Nepal ", "{Nepal", "a.b.", "\\x$", "$Nepal"])
def test_a_title_of_ten_million_characters_takes_a_moment(unit: str) -> None:
    with moments(20):
        find_unprotected(unit * (10_000_000 // len(unit)))
