"""Small facts about text: words, offsets as places, near misses, and what may be printed on a terminal."""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterable

from briefkit.model import Place

WORD = re.compile(r"[^\W_]+")
"""A word for alignment and counting by runs: letters and digits only, so that no markup is part of one."""

NEAR = 70.0
"""How alike two words must be, in percent, to be offered as a near miss."""


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

    def slice(self, place: Place) -> str:
        """The text at a place of this file."""
        return self.text[self.offset(place.line, place.column) : self.offset(place.end_line, place.end_column)]


def near_miss(word: str, candidates: Iterable[str]) -> str:
    """The candidate most like `word`, or an empty string when none is near."""
    from rapidfuzz import fuzz, process  # 20 ms, and only a mistake needs it

    found = process.extractOne(word, list(candidates), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=NEAR)
    return str(found[0]) if found else ""


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """`did you mean 'x'?`, or an empty string."""
    near = near_miss(word, candidates)
    return f"did you mean '{near}'?" if near else ""


def printable(text: str) -> str:
    """The text with every control, format and private character written as its escape, for a terminal."""
    return "".join(c if _harmless(c) else f"\\u{ord(c):04x}" for c in text)


NO_BREAK = "\u00a0\u202f"
"""The blanks that no line ends at: French has them before `:` and `%`. A terminal shows them as blanks."""


def _harmless(character: str) -> bool:
    return character in NO_BREAK or (
        character.isprintable() and unicodedata.category(character) not in ("Cf", "Cc", "Co", "Cs")
    )


def count_words(text: str) -> int:
    """The number of words as an author counts them: runs between blanks that hold a letter or digit."""
    return sum(1 for part in text.split() if WORD.search(part))


def plural(number: int, noun: str, nouns: str = "") -> str:
    """`1 sentence`, `2 sentences`."""
    return f"{number} {noun if number == 1 else nouns or noun + 's'}"
