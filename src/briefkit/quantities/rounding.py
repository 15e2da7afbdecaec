"""Two quantities in; whether they may be one and the same, rounding and words such as `about` understood, out."""

from __future__ import annotations

from decimal import Decimal

from briefkit.quantities.model import Quantity

HALF = Decimal("0.5")
LOOSE = Decimal("0.1")
"""How far `about` and a share in words reach, as a part of the amount."""

LOOSER = Decimal("0.15")
"""The same of both together: nearly a quarter is 22%."""

FAR = Decimal("0.5")
"""How far `more than` and `less than` reach: who says more than 40 does not mean 400."""

EXACT_KINDS = ("year", "date")
ROUND = Decimal("0.0501")


def bounds(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The least and the greatest amount that a quantity may stand for."""
    low, high = quantity.low, quantity.high
    if quantity.kind in EXACT_KINDS:
        return low, high
    half = quantity.step * HALF
    if quantity.parts:
        half = HALF
    if quantity.about == "about" or quantity.spoken:
        half = max(half, abs(high) * (LOOSER if quantity.about == "about" and quantity.spoken else LOOSE))
    over = abs(high) * FAR if quantity.about == "over" else Decimal(0)
    under = abs(low) * FAR if quantity.about == "under" else Decimal(0)
    return low - half - under, high + half + over


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of one kind may be the same amount: their bounds meet, or one is the other rounded."""
    return one.unit == other.unit and agree_in_amount(one, other)


def agree_in_amount(one: Quantity, other: Quantity) -> bool:
    """The same, whatever their units."""
    if one.kind != other.kind:
        return False
    if one.kind == "date":
        return _same_date(int(one.low), int(other.low))
    if one.low == other.low:
        return True
    (low, high), (least, most) = bounds(one), bounds(other)
    return (low < most and least < high) or _is_rounded(one, other) or _is_rounded(other, one)


def agree_exactly(one: Quantity, exact: Quantity) -> bool:
    """Whether a quantity may be another one, whose last digits are meant as they stand, as those of a table are."""
    if not agree(one, exact) or one.kind in EXACT_KINDS:
        return agree(one, exact)
    (low, high), (least, most) = bounds(one), bounds(exact)
    return one.low == exact.low or (low < most and least < high) or _is_rounded(one, exact)


def _is_rounded(short: Quantity, long: Quantity) -> bool:
    """Whether a whole number with zeros at its end is another one, rounded: 1,200 for 1,248."""
    gap, most = abs(short.low - long.low), abs(short.low) * ROUND
    if gap > most or short.low != short.high or long.low != long.high or short.kind in EXACT_KINDS or short.low == 0:
        return False
    if short.step * abs(short.written) < abs(short.low):
        return gap <= short.step * HALF  # 1.650 million is told to the thousand
    zeros = _zeros(short.low)
    grain = short.step if short.step > 1 and not zeros else Decimal(10) ** zeros
    return zeros > 0 and gap <= grain * HALF


def _zeros(amount: Decimal) -> int:
    """How many zeros stand at the end of a whole number, at most as many as leave it two digits."""
    digits = str(int(amount)) if amount == amount.to_integral_value() else ""
    return max(min(len(digits) - len(digits.rstrip("0")), len(digits) - 2), 0)


def _same_date(one: int, other: int) -> bool:
    """Whether two dates agree in what both of them give: a year, month or day that is not given is 0."""
    parts = ((one // 10_000, other // 10_000), (one // 100 % 100, other // 100 % 100), (one % 100, other % 100))
    return all(a == b or not a or not b for a, b in parts)
