"""One person under several spellings: found where it is very probably one, and in time that grows with the entries."""

from __future__ import annotations

import pytest

from briefkit.library.spellings import find_variants
from briefkit.model import Field, Place, Source
from tests.moments import moments

PLACE = Place("references.bib", 1, 1, 1, 2)


def books(*authors: str) -> list[Source]:
    return [Source(f"k{n}", "book", {"author": Field(names, n)}, PLACE) for n, names in enumerate(authors)]


def found(*authors: str) -> list[tuple[str, str]]:
    return [(variant.text, variant.usual) for variant in find_variants(books(*authors))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Smith, J. A.", "Smith, Jane Ann"),
        ("J.A. Smith", "Smith, Jane A."),
        ("Smith, JA", "Smith, Jane Ann"),
        ("Smith, Jane", "Smith, Jane A."),
        ("Muller, Max", 'M{\\"u}ller, Max'),
        ("Smith, Jane Ann", "van Smith, Jane Ann and Smith, Jané Ann"),
    ],
)
def test_the_shorter_spelling_stands_for_the_fuller_one(one: str, other: str) -> None:
    assert [text for text, _ in found(one, other)] == [one]
    assert [text for text, _ in found(other, one)] == [one]


@pytest.mark.parametrize(
    "authors",
    [
        ("Smith, J.", "Smith, Jane"),
        ("Smith, Jane", "Smith, John"),
        ("Smith, J. A.", "Smith, Jane Ann", "Smith, John Alan"),
        ("Smith, Jane A.", "Smith, Jane B."),
        ("Smith, Jane", "Jane Smith"),
        ("Smith, J. A.", "J.A. Smith"),
        ("{World Bank}", "{World Bank Group}"),
        ("Smith", "Smith, Jane"),
        ("others", "and and", ""),
    ],
)
def test_names_that_may_be_of_two_people_are_left_alone(authors: tuple[str, ...]) -> None:
    assert found(*authors) == []


def test_a_co_author_makes_an_initial_sure() -> None:
    assert found("Smith, J. and Doe, Ann", "Doe, Ann and Smith, Jane") == [("Smith, J.", "Smith, Jane")]


def test_a_spelling_is_told_of_once() -> None:
    assert found("Smith, J. A.", "Smith, J. A.", "Smith, Jane A.", "Smith, Jane A.") == [
        ("Smith, J. A.", "Smith, Jane A.")
    ]


def test_many_names_take_a_moment() -> None:
    letters = "abcdefghijklmnopqrst"
    many = books(*(f"Smith, {a}{b}{c} Ann and Doe, {a}" for a in letters for b in letters for c in letters))
    long = books("Smith, Jane and " * 700_000)
    with moments(50):
        assert list(find_variants([*many, *long])) is not None
