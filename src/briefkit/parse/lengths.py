"""A brief in, the words of its running text out: in all, and section by section.

References, front matter, headings, captions, tables, charts and notes are not counted, nor are pull quotes, which say
again what the text says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefkit.model import Block, Brief
from briefkit.text import count_words

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
