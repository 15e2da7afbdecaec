"""A brief in, the words of its running text out, in all and section by section, and how hard they make it to read.

References, front matter, headings, captions, tables, charts and notes are not counted, nor are pull quotes, which say
again what the text says.

LIX (C.-H. Björnsson, Läsbarhet, 1968) is the average number of words in a sentence and the percentage of words with
more than six letters, added. It needs no syllables, so that one scale serves all our languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefkit.model import Block, Brief, Sentence
from briefkit.text import count_words, primary

NOT_RUNNING = ("heading", "cell", "header-cell", "caption", "note", "front", "chart", "aside", "comment")


def words_by_section(brief: Brief) -> tuple[int, ...]:
    """The words that stand under each heading itself, not under those below it; first what is before all of them."""
    counts = [0] * (len(brief.sections) + 1)
    for block in brief.blocks:
        if runs(block):
            counts[block.section + 1] += words_of((block,))
    return tuple(counts)


def words_of(blocks: Iterable[Block]) -> int:
    """The words of blocks, whatever they are."""
    return sum(count_words(s.plain) for block in blocks for s in block.sentences)


def words_in_sections(brief: Brief, own: Sequence[int]) -> tuple[int, ...]:
    """The words of each section with those below it; `own` are what `words_by_section` counts."""
    totals = list(own[1:])
    above: list[int] = []
    for number, section in enumerate(brief.sections):
        while above and brief.sections[above[-1]].level >= section.level:
            _close(above, totals)
        above.append(number)
    while above:
        _close(above, totals)
    return tuple(totals)


def openings(brief: Brief) -> frozenset[int]:
    """The numbers of the sections that are no part of a section of the same role."""
    above: list[int] = []
    found = []
    for number, section in enumerate(brief.sections):
        while above and brief.sections[above[-1]].level >= section.level:
            above.pop()
        if not above or brief.sections[above[-1]].role != section.role:
            found.append(number)
        above.append(number)
    return frozenset(found)


def _close(above: list[int], totals: list[int]) -> None:
    """Add the words of the last open section to those of the one that it stands in."""
    number = above.pop()
    if above:
        totals[above[-1]] += totals[number]


def runs(block: Block) -> bool:
    """Whether a block is part of the running text."""
    return block.kind not in NOT_RUNNING and block.role not in ("references", "pull-quote")


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
