"""A text in, where git has left two versions of some lines side by side for somebody to settle out."""

from __future__ import annotations

import re

from briefkit.patterns import regex

MERGE = "A merge was not settled here"
MERGE_CURE = "keep one side, and take out the lines with <<<<<<<, ======= and >>>>>>>"
_SIDES = regex(r"(?m)^(?:(?P<first><{7})(?=[ \n])|(?P<second>={7})$|(?P<end>>{7})(?=[ \n]|\Z))")


def find_merges(text: str) -> tuple[tuple[int, int], ...]:
    """The offsets of the marks with which two versions of some lines begin that git left to be settled."""
    found: list[tuple[int, int]] = []
    sides: list[re.Match[str]] = []
    for side in _SIDES.finditer(text) if "<<<<<<<" in text else ():
        if side.lastgroup == "first":
            sides = [side]
        elif sides and side.lastgroup == ("second" if len(sides) == 1 else "end"):
            sides.append(side)
            if side.lastgroup == "end":
                found.append(sides[0].span())
                sides = []
    return tuple(found)
