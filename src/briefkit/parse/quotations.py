"""The blocks of a brief in, the same out with the lines apart that say whose words a block quotation is.

Such a line begins with a dash: the last paragraph of the quotation, the end of its last paragraph, or the paragraph
behind it. It becomes a block of the kind `attribution`, which is part of the quotation and no text to account for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefkit.model import Block
from briefkit.text import count_words
from briefkit.values import replace

DASHES = ("\u2014", "\u2013", "\u2015")
MOST_WORDS = 40
"""What is longer is no name of a person or a work."""


def part_attributions(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, which come in the order of the file; one that ends in such a line as two."""
    ends = dict(_ends(blocks))
    for number, block in enumerate(blocks):
        quotation, first = ends.get(number, (0, 0))
        if not quotation:
            yield block
            continue
        if first:
            yield _cut(block, 0, first)
        source = _cut(block, first, len(block.sentences))
        yield replace(source, kind="attribution", counts=False, quotation=quotation)


def quotations_of(blocks: Sequence[Block]) -> Mapping[int, tuple[Block, ...]]:
    """The blocks with words of each block quotation, by its number."""
    found: dict[int, list[Block]] = {}
    for block in blocks:
        if block.quotation and block.sentences:
            found.setdefault(block.quotation, []).append(block)
    return {number: tuple(parts) for number, parts in found.items()}


def _ends(blocks: Sequence[Block]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Of each attribution the number of its block, that of its quotation, and its first sentence there."""
    text = [n for n, block in enumerate(blocks) if block.kind != "note" and block.sentences]
    parts: list[int] = []
    for at, number in enumerate(text):
        quotation = blocks[number].quotation
        if not quotation:
            continue
        parts.append(number)
        after = text[at + 1] if at + 1 < len(text) else -1
        if after >= 0 and blocks[after].quotation == quotation:
            continue
        dashed = [(n, s) for n in parts for s, one in enumerate(blocks[n].sentences) if _dashed(one.plain)]
        if (
            not dashed
            and after >= 0
            and blocks[after].kind == "paragraph"
            and _dashed(blocks[after].sentences[0].plain)
        ):
            dashed = [(after, 0)]
        if len(dashed) == 1 and dashed[0][0] in (number, after) and dashed[0] != (parts[0], 0):
            where, first = dashed[0]
            if sum(count_words(one.plain) for one in blocks[where].sentences[first:]) <= MOST_WORDS:
                yield where, (quotation, first)
        parts = []


def _dashed(plain: str) -> bool:
    return plain.startswith(DASHES)


def _cut(block: Block, first: int, end: int) -> Block:
    """A block with some of its sentences, and their place."""
    if (first, end) == (0, len(block.sentences)):
        return block
    sentences = block.sentences[first:end]
    start, last = sentences[0].place, sentences[-1].place
    return replace(block, sentences=sentences, place=replace(start, end_line=last.end_line, end_column=last.end_column))
