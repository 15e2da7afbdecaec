"""A place in the front matter of a brief in, the words of the boxes at the head of its printed tree out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefkit.assemble.tokens import Token, tokens
from briefkit.assemble.tree import Node
from briefkit.model import Brief, Place, Sentence
from briefkit.parse.alignment import same_words
from briefkit.parse.word_places import words_in
from briefkit.text import Lines

PRINTED = ("bottom-line", "key-messages", "summary")
"""The keys whose texts are printed, in the order of their boxes: the first blocks of the printed tree."""

MOST_WORDS = 50
"""A place with more words than this is the whole of its sentence."""

Told = tuple[str, int]
"""A word and its token."""


class HeadWords:
    """The printed sentences of the front matter, each with its words."""

    def __init__(self, brief: Brief, lines: Lines, printed: Sequence[Node]) -> None:
        self.lines = lines
        blocks = {role: [b for b in brief.blocks if b.kind == "front" and b.role == role] for role in PRINTED}
        sentences = [sentence for role in PRINTED for block in blocks[role] for sentence in block.sentences]
        heads = tokens(printed[: sum(map(bool, blocks.values()))]) if sentences else []
        said = _said(sentences, heads)
        self.told = sorted(
            ((sentence.place.start, sentence, words) for sentence, words in zip(sentences, said, strict=True)),
            key=lambda one: one[0],
        )

    def find(self, place: Place) -> tuple[int, int] | None:
        """The first and the last token of what a place says; where it says no words of its sentence, of that."""
        at = bisect_right(self.told, place.start, key=lambda one: one[0]) - 1
        if at < 0 or place.path != self.lines.path:
            return None
        _, sentence, words = self.told[at]
        inside = place.start < sentence.place.end
        return self._within(sentence.place, words, place) if inside and words else None

    def _within(self, whole: Place, words: Sequence[Told], place: Place) -> tuple[int, int]:
        wanted = words_in(self.lines.slice(place))
        before = len(words_in(self.lines.text[self.lines.offset(*whole.start) : self.lines.offset(*place.start)]))
        spots = _spots([word for word, _ in words], wanted) if 0 < len(wanted) <= MOST_WORDS else ()
        at = min(spots, key=lambda spot: abs(spot - before), default=-1)
        found = words[at : at + len(wanted)] if at >= 0 else words
        return found[0][1], found[-1][1]


def _said(sentences: Sequence[Sentence], heads: Sequence[Token]) -> list[list[Told]]:
    """The words of each sentence that are among these tokens."""
    own = [(word, number) for number, sentence in enumerate(sentences) for word in words_in(sentence.plain)]
    boxed = [(word, number) for number, token in enumerate(heads) for word in token.words]
    found: list[list[Told]] = [[] for _ in sentences]
    for one, other in same_words([word for word, _ in own], [word for word, _ in boxed]).items():
        word, number = own[one]
        found[number].append((word, boxed[other][1]))
    return found


def _spots(words: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Where some words begin in others."""
    return [at for at in range(len(words) - len(wanted) + 1) if words[at : at + len(wanted)] == wanted]
