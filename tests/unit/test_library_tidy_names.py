"""Names are printed as they are surely meant, whatever stands between them."""

from __future__ import annotations

import pytest

from briefkit.library.name_runs import tidy_names
from tests.moments import moments


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("Doe, Jane, and Roe, Ann,", "Doe, Jane and Roe, Ann"),
        ("Doe, Jane and and Ann Roe", "Doe, Jane and Ann Roe"),
        ("Doe, Jane and", "Doe, Jane"),
        ("and Doe, Jane", "Doe, Jane"),
        ("Doe, Jane and et al.", "Doe, Jane and others"),
        ("Doe, Jane and {et al.}", "Doe, Jane and others"),
        ("Doe, Jane et al.", "Doe, Jane and others"),
        ("Doe, Jane, et al. and Ann Roe", "Doe, Jane and Ann Roe and others"),
        ("Doe, Jane; Roe, Ann", "Doe, Jane and Roe, Ann"),
        ("Jane Doe; Ann Roe; The Board", "Jane Doe and Ann Roe and The Board"),
        ("Doe J. and Roe A.", "Doe, J. and Roe, A."),
        ("Doe, Jane, Ann Roe, Max Poe, Eve Loe", "Doe, Jane and Ann Roe and Max Poe and Eve Loe"),
        ("Doe J.A.", "Doe, J.A."),
        ("Doe J. et Roe A.", "Doe, J. and Roe, A."),
        ("Doe, Jane und Roe, Ann", "Doe, Jane and Roe, Ann"),
        ("Jane Doe und Ann Roe", "Jane Doe and Ann Roe"),
        ("J. Doe, A. Roe & M. Poe", "J. Doe and A. Roe and M. Poe"),
        ("Doe, J., Roe, A. y Poe, M.", "Doe, J. and Roe, A. and Poe, M."),
        ("Eve Loe and Max Poe and Jane Doe, Ann Roe", "Eve Loe and Max Poe and Jane Doe and Ann Roe"),
        ("Jane Doe (https://example.org/u/1) and jd2 (https://example.org/u/2)", "Jane Doe and jd2"),
        ("Doe, J. and Roe, A. (Eds.)", "Doe, J. and Roe, A."),
        (
            "Jane A. Doe Jr. and Ann Roe, Jr. and Max de la Poe Sr",
            "Doe, Jr., Jane A. and Roe, Jr., Ann and de la Poe, Sr, Max",
        ),
        ("J. A. Doe III and al, et", "Doe, III, J. A. and others"),
        ("Jane Doe, Max Poe, Ann Roe und Eve Loe", "Jane Doe and Max Poe and Ann Roe and Eve Loe"),
        ("Doe, Jane A., Jr. and Roe, Ann, III", "Doe, Jr., Jane A. and Roe, III, Ann"),
        ("Doe, Jr, Ann Roe, Max Poe, Eve Loe", "{Doe, Jr, Ann Roe, Max Poe, Eve Loe}"),
        ("Doe, Jane,, Roe, Ann", "{Doe, Jane, Roe, Ann}"),
        ("Eva Doe, Max Roe", "Eva Doe and Max Roe"),
        ("Eva Doe - Roe and Poe - Loe, Max", "Eva Doe-Roe and Poe-Loe, Max"),
        ("{given={Eva}, family={Doe}, prefix={van der}}", "given={Eva}, family={Doe}, prefix={van der}"),
        ("E.-A. Doe & Moritz Roe", "E.-A. Doe and Moritz Roe"),
        ('{Eva Doe}, J{\\"o}rg Roe', 'Eva Doe and J{\\"o}rg Roe'),
        ("Eva Doe-Loe, Ann Roe, and Max Poe", "Eva Doe-Loe and Ann Roe and Max Poe"),
        ("{Doe, E. D. and Roe, A. and Poe, M.}", "Doe, E. D. and Roe, A. and Poe, M."),
        ("{Ann Doe Loe Moe Noe, Max Roe, Eve Poe}", "Ann Doe Loe Moe Noe and Max Roe and Eve Poe"),
    ],
)
def test_what_stands_between_names_hinders_none(typed: str, tidied: str) -> None:
    assert tidy_names(typed) == tidied


@pytest.mark.parametrize(
    "typed",
    [
        "Doe, Jane and Roe,  Ann",
        "Doe, Jr, Jane and others",
        "{Doe; Roe, Partners}",
        "{A, B, C, D and E} and Doe, Jane",
        "family=Doe, given=Jane, prefix=von, useprefix=true",
        "Jane Doe AND Ann Roe",
        "Doe y Roe, Jane and M. Doe e Roe",
        "Bundesamt für Wege und Stege",
        "Institut Agronomique et Forestier",
        "Max Poe and Ann Roe and van Doe, Jane Ann",
        "Max Poe and Roe Loe, Jane Ann",
        "Roe Loe, Eva Maria",
        "Doe & Roe",
        "Doe Wells & Roe Pumps",
        "Doe-Roe, Eva",
        "Water Group - North",
        "Martin Loe, Jane Roe",
        "Paul Martin, Jane Roe",
        "Jane Roe, Loe",
        "Jane Roe Loe Moe, Max Poe",
        "{J. Doe Partners}",
        "Jane Edda (Ed) Doe",
        "M\\'etal, Ann",
        "Jane Ann II and Doe Jr, Jane and Roe, Jr.",
        "others",
        "",
    ],
)
def test_what_is_in_order_stays_as_it_is(typed: str) -> None:
    assert tidy_names(typed) == typed


@pytest.mark.parametrize("unit", ["a, ", "a; ", "et al. ", "and ", "{", "\\"])
def test_a_long_list_of_names_takes_a_moment(unit: str) -> None:
    with moments(30):
        tidy_names(unit * (100_000 // len(unit)))
