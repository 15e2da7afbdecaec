"""Two amounts in, whether one is the other with a slip of the pen out: another digit, two exchanged, a point moved."""

from __future__ import annotations

from decimal import Decimal

from briefkit.quantities import Quantity

MOST_DIGITS = 15


def is_slip(one: Decimal, other: Decimal) -> bool:
    """Whether two different amounts have the same digits elsewhere, two of them exchanged, or one that differs."""
    if one == other or not one or not other or max(one.adjusted(), other.adjusted()) > MOST_DIGITS:
        return False
    first, second = (_digits(number) for number in (one, other))
    if first == second:
        return True
    step = min(int(number.normalize().as_tuple().exponent) for number in (one, other))
    first, second = (f"{abs(number).scaleb(-step):.0f}" for number in (one, other))
    odd = [n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
    if len(first) != len(second) or len(first) > MOST_DIGITS:
        return False
    if len(odd) == 2 and odd[1] == odd[0] + 1:
        return first[odd[0]] == second[odd[1]] and first[odd[1]] == second[odd[0]]
    return len(odd) == 1 and len(first.rstrip("0")) + len(second.rstrip("0")) > 2


def _digits(number: Decimal) -> str:
    return "".join(map(str, number.as_tuple().digits)).strip("0")


def is_slip_of(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of a kind may be one with a slip: in the number that is typed, or in the amount."""
    if one.kind != other.kind or one.is_range or other.is_range:
        return False
    return is_slip(one.low, other.low) or (one.low != other.low and one.written == other.written)
