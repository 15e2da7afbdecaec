"""Small facts about text: its words, its lines, offsets as places, and how a value stands in a message."""

from __future__ import annotations

import bisect
import re
from functools import lru_cache

from briefkit.model import Place
from briefkit.patterns import regex

WORD = regex(r"[^\W_]+")
"""A word for alignment and counting by runs: letters and digits only, so that no markup is part of one."""

SWITCHES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
"""What may be typed for yes and no, in small letters."""


@lru_cache(maxsize=64)
def primary(lang: str) -> str:
    """The primary subtag of a language tag, in small letters: `pt` of `pt-BR` (BCP 47)."""
    return lang.partition("-")[0].lower()


def normalise_newlines(text: str) -> str:
    """The text with every CRLF and CR as LF; lines are split at LF and nowhere else."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Lines:
    """Offsets of one text as places: line and column 1-based, columns in code points."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.starts = [0, *(m.end() for m in re.finditer("\n", text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect.bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def place(self, start: int, end: int) -> Place:
        """The place of `text[start:end]`."""
        return Place(self.path, *self.position(start), *self.position(max(start, end)))

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column."""
        return self.starts[line - 1] + column - 1

    def span(self, place: Place) -> tuple[int, int]:
        """The offsets of a place of this file, the end exclusive."""
        return self.offset(*place.start), self.offset(*place.end)

    def slice(self, place: Place) -> str:
        """The text at a place of this file."""
        start, end = self.span(place)
        return self.text[start:end]


def count_words(text: str) -> int:
    """The number of words as an author counts them: runs between blanks that hold a letter or digit."""
    return sum(1 for part in text.split() if WORD.search(part))


def plural(number: int, noun: str, nouns: str = "") -> str:
    """`1 sentence`, `2 sentences`."""
    return f"{number} {noun if number == 1 else nouns or noun + 's'}"


SHOWN = 40
"""How many characters of a value a message shows unless told otherwise."""


def shorten(value: str, most: int = SHOWN) -> str:
    """A value as it may stand in a message: on one line, cut where it is long; a very long one is not read whole."""
    line = " ".join(value[: 5 * most].split())
    return line if len(line) <= most and len(value) <= 5 * most else line[: most - 1].rstrip() + "…"
