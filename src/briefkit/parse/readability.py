"""A brief in, the lengths of the sentences and words of its running text out, and how hard they make it to read.

LIX (C.-H. Björnsson, Läsbarhet, 1968) is the average number of words in a sentence and the percentage of words with
more than six letters, added. It needs no syllables, so that one scale serves all our languages.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefkit.model import Brief, Sentence
from briefkit.parse.lengths import runs
from briefkit.text import primary

LANGUAGES = ("en", "fr", "de", "es", "pt", "it", "nl", "sv", "da", "nb", "nn", "no")
"""Languages that put blanks between words, and in which a long word is one of more than six letters."""

LONG = 6
FEWEST = 100
"""Below so many words a figure says little."""

SCALE = ((30, "very easy"), (40, "easy"), (50, "medium"), (60, "hard"))
HARDEST = "very hard"
"""The scale of Björnsson, each with the figure that it ends at."""


class Length(NamedTuple):
    """A sentence of the running text, the index of its section, its words, and how many of them are long."""

    sentence: Sentence
    section: int
    kind: str
    words: int
    long: int


def read_lengths(brief: Brief) -> tuple[Length, ...]:
    """The sentences of the running text; none in a language that is not measured."""
    if primary(brief.front.language) not in LANGUAGES:
        return ()
    return tuple(
        Length(sentence, block.section, block.kind, *_count(sentence.plain))
        for block in brief.blocks
        if runs(block)
        for sentence in block.sentences
    )


def _count(plain: str) -> tuple[int, int]:
    """The words of a sentence, and those with more than six letters."""
    words = long = 0
    for part in plain.split():
        if any(map(str.isalnum, part)):
            words += 1
            long += len(part) > LONG and sum(map(str.isalpha, part)) > LONG
    return words, long


def lix(lengths: Iterable[Length]) -> float | None:
    """How hard these sentences are to read; nothing where there are too few words."""
    sentences = words = long = 0
    for length in lengths:
        sentences += length.words > 0
        words += length.words
        long += length.long
    return words / sentences + 100 * long / words if words >= FEWEST else None


def grade(figure: float) -> str:
    """The name of a figure on the scale."""
    return next((name for end, name in SCALE if figure < end), HARDEST)
