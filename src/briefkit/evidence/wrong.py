"""What a figure that does not follow from others is told with: the type, and amounts as a message has them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from briefkit.evidence.stated import Statement
from briefkit.quantities import Quantity, bounds
from briefkit.text import compiled

HUNDRED = Decimal(100)
CERTAIN = Decimal("1.5")
"""So many points a share may be off before nothing excuses it."""


class Wrong(NamedTuple):
    """A figure that does not follow: what it should be, from which others; `certain` when nothing excuses it.

    The first of the others stands in the statement `apart`, where there is one.
    """

    quantity: Quantity
    others: tuple[Quantity, ...]
    should: str
    certain: bool = False
    apart: Statement | None = None


def plain_number(value: Decimal) -> str:
    """An amount for a message: few digits, no exponent."""
    rounded = round(value, 1 if abs(value) < 1000 else 0)
    return f"{rounded:,f}".removesuffix(".0")


def factor_of(quantity: Quantity) -> Decimal:
    """What the words behind the number of an amount multiply it by."""
    return quantity.low / quantity.written if quantity.written and quantity.kind != "percent" else Decimal(1)


def like(text: str, quantity: Quantity, value: Decimal) -> str:
    """An amount as another one is typed: 30 million euros beside `20 million euros`."""
    typed = text[quantity.start : quantity.end]
    number = plain_number(value / factor_of(quantity)) if factor_of(quantity) else plain_number(value)
    if quantity.is_range or not compiled(r"\d").search(typed):
        return plain_number(value)
    return " ".join(compiled(r"\d[\d.,\u00a0\u202f ]*(?<=\d)").sub(number, typed, count=1).split())


def within(quantity: Quantity, spans: Sequence[tuple[Decimal, Decimal]]) -> bool:
    """Whether an amount may lie in one of some spans."""
    low, high = bounds(quantity)
    return any(low <= most and least <= high for least, most in spans)
