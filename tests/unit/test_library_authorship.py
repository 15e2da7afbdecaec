"""By whom a source is, as a text may name it."""

from __future__ import annotations

import pytest

from briefkit.library.authorship import dated, is_by, tells_of
from briefkit.library.ranges import is_long
from briefkit.model import Source
from tests.building import make_library


def source(fields: str, kind: str = "book") -> Source:
    return make_library(f"@{kind}{{a, {fields}}}").sources["a"]


@pytest.mark.parametrize("name", ["Muller", "Müller", "Jane Müller", "J. Müller"])
def test_a_family_name_is_known_with_and_without_accents_and_given_names(name: str) -> None:
    assert is_by(source(r"author = {M{\"u}ller, Jane and Jones, Mary}"), name)


@pytest.mark.parametrize("name", ["World Health Organization", "WHO"])
def test_an_organisation_is_known_by_its_letters_too(name: str) -> None:
    assert is_by(source("author = {{World Health Organization}}"), name)


def test_a_short_author_and_an_institution_count() -> None:
    found = source("shortauthor = {EO}, institution = {Department of Energy}")
    assert is_by(found, "EO")
    assert is_by(found, "Department of Energy")


def test_another_name_is_not_known() -> None:
    assert not is_by(source("author = {Smith, Jane}, title = {On Miller}"), "Miller")


def test_a_title_tells_of_a_name() -> None:
    assert tells_of(source("title = {On {Miller}}"), "Miller")
    assert not tells_of(source("title = {Millers}"), "Miller")


def test_the_years_are_those_of_the_source_and_of_its_original() -> None:
    assert dated(source("date = {2021-03/2022}, origdate = {1936}, urldate = {2025-01-01}")) == (2021, 2022, 1936)


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("book", "title = {X}", True),
        ("phdthesis", "title = {X}", True),
        ("report", "pagetotal = {viii, 4}", False),
        ("report", "pages = {1--8}", False),
        ("article", "title = {X}", False),
        ("article", "pages = {96--108}", True),
        ("article", "pages = {1--10}", False),
        ("article", "pages = {1--30}, entrysubtype = {newspaper}", False),
        ("online", "pages = {1--30}", False),
    ],
)
def test_a_source_is_long_by_its_pages_else_by_its_type(kind: str, fields: str, expected: bool) -> None:
    assert is_long(source(fields, kind)) is expected
