"""How a list is numbered in, what stands before each of its items out: `2.`, `(b)`, `iv)`, or a dash."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any

DASH = "\u2013"
"""What stands before an item of a list that is not numbered."""

ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def item_marks(numbering: tuple[int, Mapping[str, Any], Mapping[str, Any]]) -> Iterator[str]:
    """The marks of the items of a numbered list, without end; pandoc gives its first number, style and delimiter."""
    first, style, delimiter = numbering
    write = STYLES.get(style["t"], str)
    before, after = DELIMITERS.get(delimiter["t"], ("", "."))
    return (f"{before}{write(number)}{after}" for number in count(first))


def _letter(number: int) -> str:
    return chr(ord("a") + number - 1) if 1 <= number <= LETTERS else str(number)


LETTERS = 26


def _roman(number: int) -> str:
    if not 1 <= number <= HIGHEST:
        return str(number)
    written = ""
    for value, sign in ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


HIGHEST = 399
"""No list is so long that it would need more signs."""

STYLES: Mapping[str, Callable[[int], str]] = {
    "LowerAlpha": _letter,
    "UpperAlpha": lambda number: _letter(number).upper(),
    "LowerRoman": _roman,
    "UpperRoman": lambda number: _roman(number).upper(),
}
DELIMITERS: Mapping[str, tuple[str, str]] = {"OneParen": ("", ")"), "TwoParens": ("(", ")")}
