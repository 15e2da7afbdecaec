"""What makes two entries one: DOIs, addresses, ISBNs, titles and authors, each in its one spelling."""

from __future__ import annotations

import pytest

from briefkit.library import resolve
from briefkit.library.names import split_names
from briefkit.library.twins import address_of, doi_of, find_near_twins, isbns_of, sharing
from briefkit.library.words import family, fold
from briefkit.model import Field, Place, Source
from tests.building import make_library
from tests.moments import moments


def source(**fields: str) -> Source:
    return Source("a", "misc", {name: Field(value, 1) for name, value in fields.items()}, Place("a.bib", 1, 1, 1, 2))


@pytest.mark.parametrize(
    "value",
    [
        "10.2166/Wp_1",
        "https://doi.org/10.2166/wp_1",
        "http://dx.doi.org/10.2166/wp%5F1",
        "DOI: 10.2166/wp\\_1",
        "{10.2166/wp{\\_}1}",
    ],
)
def test_a_doi_has_one_spelling(value: str) -> None:
    assert doi_of(source(doi=value)) == ("10.2166/wp_1", "doi")


@pytest.mark.parametrize("value", ["", "  ", "none", "10.2166", "see 10.2166/a", "11.2166/a", "10.1/a b"])
def test_what_is_no_doi_is_none(value: str) -> None:
    assert doi_of(source(doi=value)) == ("", "")


def test_only_an_address_of_the_resolver_gives_a_doi() -> None:
    assert doi_of(source(url="https://doi.org/10.2166/a")) == ("10.2166/a", "url")
    assert doi_of(source(url="https://publisher.org/10.2166/a")) == ("", "")
    assert doi_of(source(url="10.2166/a")) == ("", "")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://www.Water.org/A/", "water.org/A"),
        ("http://water.org/A", "water.org/A"),
        ("https://water.org/", ""),
        ("https://water.org", ""),
        ("https://doi.org/10.1/a", ""),
        ("water.org/A", ""),
        ("", ""),
    ],
)
def test_an_address_has_one_spelling(value: str, expected: str) -> None:
    assert address_of(source(url=value)) == expected


@pytest.mark.parametrize("value", ["0-306-40615-2", "978-0-306-40615-7", "ISBN 0306406152"])
def test_an_isbn_has_thirteen_digits(value: str) -> None:
    assert isbns_of(source(isbn=value)) == ("9780306406157",)


def test_what_is_no_isbn_is_left_out() -> None:
    assert isbns_of(source(isbn="12, 080442957X, n/a, 12345678X0")) == ("9780804429573", "12345678X0")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Müller, Jörg", "muller"),
        ('J{\\"o}rg M{\\"u}ller', "muller"),
        ("van der Berg, Jan", "van der berg"),
        ("{World Bank}", "world bank"),
        ("family=Smith, given=Jane", "smith"),
        ("given=Jane, family=Smith", "smith"),
        ("Wa{\\l}{\\k e}sa, Lech", "walesa"),
        ("{}", ""),
    ],
)
def test_the_family_name_of_a_name(name: str, expected: str) -> None:
    (read,) = split_names(name)
    assert family(read) == expected


def test_names_are_divided_outside_braces() -> None:
    names = split_names("Smith, J. and {Dept of Food and Water}\nAND Jones")
    assert tuple(name.text for name in names) == (
        "Smith, J.",
        "{Dept of Food and Water}",
        "Jones",
    )


def test_titles_are_folded() -> None:
    assert fold("\\emph{The} Stra\\ss e -- {E}U \\& US") == "the strasse eu and us"


@pytest.mark.parametrize(
    "shape",
    [
        "@book{{k{n}, author = {{A}}, title = {{The water}}, year = 2020}}\n",
        "@book{{k{n}, author = {{A}}, title = {{Water {n}}}}}\n",
    ],
)
def test_entries_of_one_block_take_a_moment(shape: str) -> None:
    library = make_library("".join(shape.format(n=n) for n in range(15_000)))
    with moments(60):
        found = list(find_near_twins(library.sources, library.sources.values(), library.sources))
    assert len(found) == (14_999 if "The" in shape else 0)


@pytest.mark.parametrize(
    "value", ["{" * 1_000_000, "\\" * 1_000_000, " and " * 200_000, "family=" * 200_000, " " * 1_000_000]
)
def test_huge_values_take_a_moment(value: str) -> None:
    huge = source(author=value, title=value, doi=value, url=value, isbn=value, pages=value)
    with moments(15):
        list(find_near_twins({"a": huge, "b": huge}, [huge], {"a": huge, "b": huge}))
        assert (doi_of(huge), address_of(huge), isbns_of(huge)) == (("", ""), "", ())


def doi_values(one: Source) -> list[tuple[str, str]]:
    return [doi_of(one)]


def test_what_several_inherit_is_one_value() -> None:
    bib = "@incollection{a, crossref = {p}}\n@incollection{b, crossref = {p}}\n@collection{p, doi = {10.2166/a}}\n"
    library = make_library(bib)
    assert list(sharing(library.sources, resolve(library, ["a", "b", "p"]), doi_values)) == []


def test_an_inherited_value_is_compared_also_with_few_others() -> None:
    bib = "@incollection{a, crossref = {p}}\n@collection{p, doi = {10.2166/a}}\n@article{z, doi = {10.2166/A}}\n"
    library = make_library(bib)
    cited = resolve(library, ["a"])
    for sources in (library.sources, {key: library.sources[key] for key in ("p", "z")}):
        [(value, holders)] = sharing(sources, cited, doi_values)
        assert (value, [holder.key for holder in holders]) == ("10.2166/a", ["p", "z"])
    [(value, holders)] = sharing({"z": library.sources["z"]}, cited, doi_values)
    assert [holder.key for holder in holders] == ["a", "z"]
