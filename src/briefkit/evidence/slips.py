"""Two amounts in, whether one is the other with a slip of the pen out: another digit, two exchanged, a point moved."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from briefkit.evidence.stated import Statement, comparable, nouns, same_unit
from briefkit.evidence.twice import are_swapped
from briefkit.quantities import Quantity, agree

MOST_DIGITS = 15
FEWEST_SHARED = 3
FEWEST_CITED = 2
"""How many words two sentences share that may say the same; fewer when both cite one page."""


def is_slip(one: Decimal, other: Decimal) -> bool:
    """Whether two different amounts have the same digits elsewhere, two of them exchanged, or one that differs."""
    if one == other or not one or not other or max(one.adjusted(), other.adjusted()) > MOST_DIGITS:
        return False
    (digits, exponent), (theirs, their_exponent) = _digits(one), _digits(other)
    if digits == theirs:
        return True
    if one.adjusted() != other.adjusted():
        return False
    step = min(exponent, their_exponent)
    first, second = digits + "0" * (exponent - step), theirs + "0" * (their_exponent - step)
    if len(first) > MOST_DIGITS:
        return False
    odd = [n for n, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(odd) == 2 and odd[1] == odd[0] + 1:
        return first[odd[0]] == second[odd[1]] and first[odd[1]] == second[odd[0]]
    return len(odd) == 1 and len(first.rstrip("0")) + len(second.rstrip("0")) > 2


@lru_cache(1 << 12)
def _digits(number: Decimal) -> tuple[str, int]:
    """The digits of an amount without zeros at their ends, and the power of ten of the last one."""
    _, digits, exponent = number.as_tuple()
    text = "".join(map(str, digits))
    return text.strip("0"), int(exponent) + len(text) - len(text.rstrip("0"))


def is_slip_of(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of a kind may be one with a slip: in the number that is typed, or in the amount."""
    if one.kind != other.kind or one.is_range or other.is_range:
        return False
    return is_slip(one.low, _rounded(other, one)) or (one.low != other.low and one.written == other.written)


def _rounded(quantity: Quantity, short: Quantity) -> Decimal:
    """An amount in as many digits as another one that has fewer, but three or more: 2,110,400 beside 2.31 million."""
    digits = len(short.written.as_tuple().digits)
    return quantity.low // short.step * short.step if digits > 2 and short.step > quantity.step else quantity.low


def may_be_slip(statement: Statement, quantity: Quantity, other: Statement, theirs: Quantity) -> bool:
    """Whether a figure may be one of the body with a slip of the pen."""
    bare = quantity.kind == "money" and theirs.kind == "count" and theirs.low != theirs.written
    theirs = theirs._replace(kind=quantity.kind, unit=quantity.unit) if bare else theirs
    alike = quantity.kind not in ("year", "date") and is_same_measure(quantity, theirs)
    return alike and is_slip_of(quantity, theirs) and same_years(statement, other, quantity)


def gives(statement: Statement, theirs: Quantity) -> bool:
    """Whether a statement gives a figure itself: then no other of its figures is that one, mistaken."""
    return any(comparable(q, theirs) and agree(q, theirs) for q in statement.quantities)


def is_on_one_matter(statement: Statement, quantity: Quantity, theirs: Quantity, shared: int, *, same: bool) -> bool:
    """Whether two figures, one of them with a slip, are on one matter, by the words and the source of their sentences.

    Of two digits one may be another by chance.
    """
    named = bool(nouns(quantity) & nouns(theirs))
    clear = are_swapped(quantity, theirs) or not is_slip(quantity.written, theirs.written) or named
    if same:
        alone = clear and min(len(q.written.normalize().as_tuple().digits) for q in (quantity, theirs)) > 2
        return shared >= (FEWEST_CITED if statement.advises else 1) or named or alone
    return (named and shared > 0) or (shared >= FEWEST_SHARED and (clear or 2 * shared >= len(statement.words)))


def is_same_measure(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are of a kind and in a unit."""
    return one.kind == other.kind and same_unit(one.unit, other.unit)


def same_years(one: Statement, other: Statement, quantity: Quantity) -> bool:
    """Whether two statements do not speak of different years."""
    return quantity.kind in ("year", "date") or not one.years or not other.years or bool(one.years & other.years)
