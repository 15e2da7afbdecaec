"""What stands in for something else, and what says that a work was retracted."""

from __future__ import annotations

import pytest

from briefkit.library.retractions import find_retraction
from briefkit.library.standins import find_stand_ins
from briefkit.model import Field, Place, Source
from tests.moments import moments


def source(**fields: str) -> Source:
    return Source("a", "misc", {name: Field(value, 1) for name, value in fields.items()}, Place("a.bib", 1, 1, 1, 2))


@pytest.mark.parametrize(
    "url",
    ["example.org", "https://a.b.example/c", "https://water.invalid", "https://localhost", "http://www.example.net:80"],
)
def test_hosts_of_examples_are_told(url: str) -> None:
    assert [name for name, _ in find_stand_ins(source(url=url))] == ["url"]


@pytest.mark.parametrize(
    "url", ["https://myexample.com", "https://example.com.au", "https://example.edu/", "https://a.examples"]
)
def test_other_hosts_are_not(url: str) -> None:
    assert not list(find_stand_ins(source(url=url)))


def test_a_stand_in_is_told_with_what_it_is() -> None:
    found = list(find_stand_ins(source(doi="10.1234/a", title="Title of the Paper")))
    assert found == [
        ("doi", "10.1234/a is a DOI of examples"),
        ("title", "'Title of the Paper' stands in for a title"),
    ]


@pytest.mark.parametrize(
    "title",
    ["RETRACTED: A", "Retracted: A", "{WITHDRAWN}: A", "\u2014 Retracted article: A", "RETRACTED A", "A [Retracted]."],
)
def test_a_title_says_that_the_work_was_retracted(title: str) -> None:
    assert find_retraction(source(title=title)) == "title"


@pytest.mark.parametrize(
    "title", ["Retracted science", "Notice of Retraction: RETRACTED: A", "Untracted: A", "Withdrawn", ""]
)
def test_other_titles_do_not(title: str) -> None:
    assert find_retraction(source(title=title)) == ""


@pytest.mark.parametrize(
    ("value", "retracted"),
    [
        ("{" * 1_000_000, ""),
        ("retracted " * 100_000, "note"),
        ("www." * 300_000, ""),
        ("-" * 1_000_000, ""),
        ("(retracted" * 90_000, "note"),
    ],
)
def test_huge_values_take_a_moment(value: str, retracted: str) -> None:
    huge = source(title=value, url=value, note=value, author=value, keywords=value, date=value, doi=value)
    with moments(20):
        assert find_retraction(huge) == retracted
        assert not list(find_stand_ins(huge))
