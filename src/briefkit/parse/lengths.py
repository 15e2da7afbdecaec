"""A brief in, the words of its running text out: in all, and section by section.

References, front matter, headings, captions, tables, charts and notes are not counted, nor are pull quotes, which say
again what the text says.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefkit.model import Block, Brief
from briefkit.text import count_words

NOT_RUNNING = ("heading", "cell", "header-cell", "caption", "note", "front", "chart", "aside", "comment")


def count_running(blocks: Sequence[Block]) -> int:
    """The words of the running text of some blocks."""
    return sum(count_words(s.plain) for b in blocks if runs(b) for s in b.sentences)


def words_by_section(brief: Brief) -> tuple[int, ...]:
    """The words that stand under each heading itself, not under those below it; first what is before all of them."""
    counts = [0] * (len(brief.sections) + 1)
    for block in brief.blocks:
        if runs(block):
            counts[block.section + 1] += sum(count_words(s.plain) for s in block.sentences)
    return tuple(counts)


def runs(block: Block) -> bool:
    """Whether a block is part of the running text."""
    return block.kind not in NOT_RUNNING and block.role not in ("references", "pull-quote")
