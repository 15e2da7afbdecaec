"""What a quantity is: a normalised amount of something, how exact it is, and where it stands in its text."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

AMOUNTS = ("count", "percent", "points", "money", "measure", "duration")
"""The kinds that say how much; the others are times, year and date."""


class Quantity(NamedTuple):
    """An amount from `low` to `high`, which are equal but in a range, in `text[start:end]`.

    `unit` is the code of a currency, the base unit of a measure, or nothing; amounts are in that unit, with magnitude
    words multiplied out. `step` is what one in its last digit is worth. `about` is `about`, `over`, `under` or nothing.
    A share in words (`a third`) is a percentage that is `spoken`; one of two counts (`29 of 37`) has them as `parts`.
    A date is the number that its digits make, 20241218; its `weekday`, from 0 for Monday, is -1 when none is given.
    `noun` holds the words that follow, which a count counts; `written` is the number alone, as it stands there.
    """

    start: int
    end: int
    kind: str
    low: Decimal
    high: Decimal
    step: Decimal = Decimal(1)
    unit: str = ""
    about: str = ""
    spoken: bool = False
    parts: tuple[Decimal, Decimal] | None = None
    weekday: int = -1
    noun: tuple[str, ...] = ()
    written: Decimal = Decimal(0)

    @property
    def is_range(self) -> bool:
        """Whether it runs from one amount to another."""
        return self.low != self.high


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are of one kind and in one unit."""
    return one.kind == other.kind and one.unit == other.unit
