"""Whether an amount is another one with a slip of the pen."""

from decimal import Decimal

import pytest

from briefkit.evidence.slips import is_slip


@pytest.mark.parametrize(
    ("one", "other"),
    [("48.6", "46.8"), ("14", "41"), ("7.4", "0.74"), ("640000", "6400000"), ("1120", "1420"), ("2.9", "3.9")],
)
def test_a_digit_two_exchanged_and_a_point_moved_are_slips(one: str, other: str) -> None:
    assert is_slip(Decimal(one), Decimal(other))
    assert is_slip(Decimal(other), Decimal(one))


@pytest.mark.parametrize(("one", "other"), [("5", "6"), ("400", "500"), ("48.6", "48.6"), ("1120", "1431")])
def test_other_amounts_are_none(one: str, other: str) -> None:
    assert not is_slip(Decimal(one), Decimal(other))
