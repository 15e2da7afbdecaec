"""A text in, the numbers out that its author typed for sources: `[1]`, `[2, 3]`, `[4-6]`, a raised `¹` or `^1^`.

Word processors that write Markdown put a backslash before brackets: `\\[1\\]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.patterns import regex

_NUMBER = r"[1-9]\d{0,2}"
_OTHERS = rf"(?:[ ]?[,;\u2013-][ ]?{_NUMBER}){{0,9}}(?:,[ ](?:pp?|S|págs?)\.[ ]?\d[\d\u2013, -]{{0,20}})?"
_RAISED = r"\u00b9\u00b2\u00b3\u2074-\u2079"
NUMBERS = regex(
    rf"""
    (?: (?<= [\w%)\]"\u201d\u2019\u00bb] [ \n\u00a0] ) | (?<= [\w.%)\]\u201d\u2019\u00bb] ) )
        \\?\[ {_NUMBER} {_OTHERS} \\?\] (?= [\s.,;:!?)\]] | $ )
    | (?: (?<= [a-zß-öø-ÿ]{{4}} ) | (?<= [.,;:!?%)\u201d\u2019\u00bb] ) )
        (?: \^ {_NUMBER} (?: ,[ ]?{_NUMBER} ){{0,5}} \^ | [{_RAISED}] [{_RAISED}\u2070]{{0,2}} )
""",
    re.VERBOSE,
)
"""A raised number stands behind a sign or a word that is not short: km² is a unit, 10^12^ a power."""

SEEN = regex(rf"\[[1-9]|\^[1-9]|[{_RAISED}]")
"""What a text has that has such a number; few have, and the search for this one is cheap."""

POINTS = regex(r"(?<=[:;,][ \n])\[\d")
"""The points of a sentence are numbered: `two aims: [1] to cut fares, [2] to run more buses`."""

MEASURED = regex(
    r"(?i)(?:\b(?:CI|IC|KI|ranges?(?: of| from)?|interval\w{0,4}(?: of)?|between)|%"
    r"|(?<![\d.,])(?!(?:1[5-9]|20)\d\d\b)[\d.,]{1,9})[ ,:(]{1,3}$"
)
"""What stands before two numbers in brackets that are the ends of an interval."""
LONGEST_BEFORE = 24


def find_numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where numbers stand in a text that seem to be those of sources, in the sentence from `start` to `end`."""
    if not SEEN.search(text, start, end) or POINTS.search(text, start, end):
        return
    for match in NUMBERS.finditer(text, start, end):
        before = text[max(0, match.start() - LONGEST_BEFORE) : match.start()]
        bare = match[0].replace("\\", "")
        if bare[1:-1].isdigit() or bare[0] != "[" or not MEASURED.search(before):
            yield match.span()


_RANGE = regex(r"(\d{1,3})(?: ?[\u2013-] ?(\d{1,3}))?")
_PAGES = regex(r",? ?(?:pp?|S|págs?)\..*")
_LOWERED = str.maketrans("\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079", "1230456789")
MOST = 20
"""How many numbers a range stands for at most."""


def read_range(typed: str) -> Iterator[int]:
    """The numbers that `[2, 4-6]` stands for, without the pages behind them."""
    for match in _RANGE.finditer(_PAGES.sub("", typed.translate(_LOWERED))):
        first, last = int(match[1]), int(match[2] or match[1])
        yield from range(first, min(last, first + MOST) + 1)
