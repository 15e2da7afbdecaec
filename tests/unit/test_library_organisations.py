"""Organisations among names, and what BibTeX makes of them."""

from __future__ import annotations

import pytest

from briefkit.library.names import split_names
from briefkit.library.organisations import hold_organisations, is_organisation, read_as_person


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("World Bank", "given name 'World', family name 'Bank'"),
        ("Department of Health, UK", "given name 'UK', family name 'Department of Health'"),
        ("Department of Health", "given name 'Department', family name 'of Health'"),
        ("of Health", "family name 'of Health'"),
        ("Bank,", "family name 'Bank'"),
        ("Ministry of Health, Division of Water, Malawi", "given name 'Malawi', family name 'Ministry of Health'"),
    ],
)
def test_a_name_is_taken_apart_as_bibtex_does(value: str, read: str) -> None:
    (name,) = split_names(value)
    assert read_as_person(name) == read


def test_no_word_only_names_and_no_words_are_no_organisation() -> None:
    assert not any(is_organisation(name) for name in split_names("and , and Ministry and ~ and {Ministry of Water}"))


def test_a_long_name_is_judged_by_its_first_words() -> None:
    (name,) = split_names("x " * 1000 + "Ministry")
    assert not is_organisation(name)


@pytest.mark.parametrize("value", ["Care Inspectorate", "Housing Ombudsman", "Water Laboratory", "Health Treasury"])
def test_an_office_by_its_kind_is_an_organisation(value: str) -> None:
    assert all(is_organisation(name) for name in split_names(value))


@pytest.mark.parametrize(
    ("value", "held"),
    [
        ("World Bank", "{World Bank}"),
        ("Bank, Melissa and World Bank and others", "Bank, Melissa and {World Bank} and others"),
        ("Commission, European", "{European Commission}"),
        ("International, Pumps", "{Pumps International}"),
        ("Wells Australia and gPump Authors", "{Wells Australia} and {gPump Authors}"),
        ("Microsoft Research and Doe, Jane", "{Microsoft Research} and Doe, Jane"),
        ("Bank, World and Bank, Melissa", "{World Bank} and Bank, Melissa"),
        ("Plattform Wasser Nord (PWN) and Doe, J.", "{Plattform Wasser Nord (PWN)} and Doe, J."),
        ("Jane Mary Doe (MIT) and Plattform (PWN)", "Jane Mary Doe (MIT) and Plattform (PWN)"),
        ("Water News and Câmara de Contas", "{Water News} and {Câmara de Contas}"),
        ("OECD NEA and R Core Team", "{OECD NEA} and {R Core Team}"),
        ("Organisation for Economic Co-operation and Development", None),
        ("Center, J. and Team, A B", "Center, J. and Team, A B"),
        ("Nasa, Maria and {World Bank}", "Nasa, Maria and {World Bank}"),
    ],
)
def test_an_organisation_is_held_together(value: str, held: str | None) -> None:
    assert hold_organisations(value) == (held or f"{{{value}}}")
