"""Names that commas or semicolons part, and what is written for them."""

from __future__ import annotations

import pytest

from briefkit.library.name_faults import PARTED, find_name_faults
from briefkit.library.name_runs import part_names, turn_names
from tests.moments import moments

PARTED_NAMES = [
    ("A. Doe, B. Roe, C. Poe", "A. Doe and B. Roe and C. Poe"),
    ("A. Doe, B. Roe,\n  and C. Poe", "A. Doe and B. Roe\n  and C. Poe"),
    ("Jane Doe, John Roe, Max Poe and Ann Loe", "Jane Doe and John Roe and Max Poe and Ann Loe"),
    ("Jane Doe, John R. Roe", "Jane Doe and John R. Roe"),
    ("Doe A, Roe BC", "Doe, A and Roe, BC"),
    ("Doe, A., Roe, B. C., \n  Poe, C.", "Doe, A. and Roe, B. C. and \n  Poe, C."),
    ("Doe, Jane, Roe, John and Poe, Max", "Doe, Jane and Roe, John and Poe, Max"),
    ("Doe, Jane;Roe, John;", "Doe, Jane and Roe, John"),
    ('J. M{\\"u}ller, K. {\\O}rsted', 'J. M{\\"u}ller and K. {\\O}rsted'),
]


@pytest.mark.parametrize(("typed", "written"), PARTED_NAMES)
def test_names_of_a_shape_are_parted(typed: str, written: str) -> None:
    assert part_names(typed) == written
    assert part_names(written) == ""
    assert not [fault for fault in find_name_faults(written) if fault.cure.startswith(PARTED)]


@pytest.mark.parametrize(
    "names",
    [
        "King, Martin Luther, Jr.",
        "van der Berg, Jan Willem",
        "Doe, Jane and Roe, John",
        "Doe, Jr, Jane",
        "Martin, C., Robert",
        "Ministry of Health, Labour and Welfare",
        "{A, B and C}, D",
        "M&uuml;ller, A; Roe, B",
        "{Jane Doe}, John Roe",
        "",
    ],
)
def test_where_it_is_not_sure_nothing_is_written(names: str) -> None:
    assert part_names(names) == ""


@pytest.mark.parametrize("unit", ["A. B, ", "Doe A, ", ", ", "; ", " and ", "{", "A ", "A.", "Doe-"])
def test_a_long_list_takes_a_moment(unit: str) -> None:
    with moments(20):
        part_names(unit * (1_000_000 // len(unit)))
        part_names(unit * (4_000 // len(unit)))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Doe J.", "Doe, J."),
        ("Doe J. A. and Roe, B.", "Doe, J. A. and Roe, B."),
        ("Doe J and Roe BC", "Doe, J and Roe, BC"),
        ("Doe J and Roe B and others", "Doe, J and Roe, B and others"),
        ("Malcolm X", ""),
        ("Jane Doe and Malcolm X", ""),
        ("Doe, J. A.", ""),
        ("J. A. Doe", ""),
        ("{Doe J.}", ""),
        ("Henry VIII and Louis XIV", ""),
    ],
)
def test_initials_behind_a_name_get_their_comma(typed: str, written: str) -> None:
    assert turn_names(typed) == written
    assert any("initials behind" in fault.what for fault in find_name_faults(typed)) == bool(written)
