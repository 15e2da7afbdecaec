"""Places in the file of a brief and its tree in, the same places in the printed tree out, as words of it.

Assembling moves blocks and sets citations, so a place is carried through it: the tree is assembled a second time with
labels before the words that places begin and end at, and the words of both trees are compared. The tree that is printed
is the one without labels, hence word for word that of a build.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from briefkit.assemble import tree
from briefkit.assemble.tokens import Teller, Token, tokens, with_beside
from briefkit.assemble.tree import Node
from briefkit.model import Brief, Place, Sentence
from briefkit.parse.alignment import same_words
from briefkit.parse.front_matter import body_start
from briefkit.parse.word_places import placed_words, words_in
from briefkit.patterns import regex
from briefkit.text import Lines

Anchor = tuple[int, int]
"""The first and the last token of some printed words."""

WHOLE_BRIEF = (1, 1, 1, 1)
"""The place of what is said of a brief as a whole."""

LABEL = "briefkit-label"
LABELLED = regex(LABEL + r"-(\d+)")


# --- from the tree as it was read to the printed one ------------------------------------------


def with_labels(blocks: Sequence[Node], wanted: Iterable[int]) -> list[Node]:
    """The tree with a label before each of these tokens: an empty span, which assembling lets through."""
    own = tree.rewrite(list(blocks), _untyped)
    return with_beside(own, {n: (tree.span((LABEL,), [], f"{LABEL}-{n}"),) for n in wanted}, {})


def _untyped(node: Node) -> Sequence[Node]:
    """What an author typed as one of our labels is none."""
    typed = node["t"] == "Span" and LABELLED.fullmatch(tree.attr(node)[0])
    return (tree.with_attr(node, tree.attributes()),) if typed else (node,)


def carried(labelled: Sequence[Node], printed: Sequence[Node]) -> dict[int, int]:
    """For each label in a tree the token of the printed one before which it would stand."""
    said: list[str] = []
    found: dict[int, int] = {}  # a label: the token that follows it

    def take(node: Node, block: int) -> Sequence[Node]:
        said.append(Token(node, block).said)
        return (node,)

    def label(identifier: str) -> None:
        if matched := LABELLED.fullmatch(identifier):
            found.setdefault(int(matched[1]), len(said))

    Teller(take, label).many(list(labelled))
    same = same_words(said, [token.said for token in tokens(printed)])
    return {number: same[token] for number, token in found.items() if token in same}


# --- places -----------------------------------------------------------------------------------


class _Index:
    """Some (start, end, token) in the order of the file, asked for the first and the last token of a stretch."""

    def __init__(self, spots: Sequence[tuple[int, int, int]], found: Sequence[Token]) -> None:
        self.tokens = found
        self.starts = [start for start, _, _ in spots]
        self.ends = [end for _, end, _ in spots]
        self.numbers = [number for _, _, number in spots]
        self.blocks: dict[int, list[tuple[int, int]]] = {}
        for start, _, number in spots:
            self.blocks.setdefault(found[number].block, []).append((start, number))

    def after(self, start: int) -> int:
        """The index of the first word that ends behind an offset."""
        at = bisect_right(self.starts, start)
        return at - (at > 0 and self.ends[at - 1] > start)

    def within(self, start: int, end: int) -> Anchor | None:
        """The first and the last token of a stretch, in the block of its first word."""
        at = self.after(start)
        if at == len(self.starts) or self.starts[at] >= end:
            return None
        block = self.blocks[self.tokens[self.numbers[at]].block]
        inside = block[bisect_left(block, (self.starts[at], -1)) : bisect_left(block, (end, -1))]
        return min(n for _, n in inside), max(n for _, n in inside)

    def beside(self, start: int, text: str) -> Anchor:
        """The word before an offset in the same paragraph, else the one after it."""
        at = self.after(start)
        if at == len(self.starts) or (at and text.find("\n\n", self.ends[at - 1], start) < 0):
            at -= 1
        return self.numbers[at], self.numbers[at]


class Anchors:
    """Where the tokens of some blocks of a brief stand in its file, asked for those of a place.

    The words of a note stand for its call, but only where a place holds no others.
    """

    def __init__(self, brief: Brief, blocks: Sequence[Node]) -> None:
        self.lines = Lines(brief.path, brief.text)
        self.start = body_start(brief.text)
        self.tokens = tokens(blocks)
        spots = sorted(_spots(brief, self.tokens))
        self.body = _Index([s for s in spots if self.tokens[s[2]].node["t"] != "Note"], self.tokens)
        self.notes = _Index([s for s in spots if self.tokens[s[2]].node["t"] == "Note"], self.tokens)

    def find(self, place: Place) -> Anchor | None:
        """The first and the last token at a place, both of one block; None outside the body.

        Where nothing is printed the words beside it stand for it.
        """
        start = self.offset(*place.start)
        end = max(self.offset(*place.end), start + 1)
        whole = (place.line, place.column, place.end_line, place.end_column) == WHOLE_BRIEF
        if place.path != self.lines.path or whole or start < self.start:
            return None
        if found := self.body.within(start, end):
            return found
        if self.notes.within(start, end):
            return (self.notes.numbers[self.notes.after(start)],) * 2
        return self.body.beside(start, self.lines.text) if self.body.starts else None

    def offset(self, line: int, column: int) -> int:
        """The offset of a position, also of one behind the end."""
        return self.lines.offset(min(line, len(self.lines.starts)), column)


def _spots(brief: Brief, found: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    """(start, end, token) of all words that stand in the file; those of a note belong to its call."""
    own = list(_words_of(found))
    read = list(placed_words(brief))
    same = same_words([word for word, _ in own], [word for word, _ in read])
    unplaced = {number for number, token in enumerate(found) if token.node["t"] == "Image"}
    for one, other in same.items():
        if span := read[other].span:
            yield (*span, own[one][1])
            unplaced.discard(own[one][1])
    cursor = 0
    for number in sorted(unplaced):
        at = brief.text.find(f"]({found[number].node['c'][2][0]}", cursor)
        if at >= 0:
            yield at, at + 2, number
            cursor = at + 1


def _words_of(found: Sequence[Token]) -> Iterator[tuple[str, int]]:
    """The words of tokens, each with the number of its token; those of notes after the block that calls them."""
    waiting: list[int] = []
    block = -1
    for number, token in enumerate(found):
        if token.block != block:
            yield from _words_of_notes(found, waiting)
            waiting, block = [], token.block
        if token.node["t"] == "Note":
            waiting.append(number)
        yield from ((word, number) for word in token.words)
    yield from _words_of_notes(found, waiting)


def _words_of_notes(found: Sequence[Token], numbers: Sequence[int]) -> Iterator[tuple[str, int]]:
    for number in numbers:
        inner = tokens(found[number].node["c"])
        yield from ((word, number) for word, _ in _words_of(inner))


# --- all of it --------------------------------------------------------------------------------


def find_printed(
    brief: Brief,
    blocks: Sequence[Node],
    places: Iterable[Place],
    printed: Sequence[Node],
    assembled: Callable[[list[Node]], Sequence[Node]],
) -> list[Anchor | None]:
    """The anchor of each place in the printed tree; None for one of which nothing is printed in it, such as the title.

    `blocks` are those of the brief that `printed` was assembled from; `assembled` does the same with others.
    """
    own = Anchors(brief, blocks)
    places = list(places)
    found = [own.find(place) for place in places]
    labelled = with_labels(blocks, {end for anchor in found for end in anchor or ()})
    told = tokens(printed)
    labels = carried(assembled(labelled), printed)
    if any(end not in labels for anchor in found for end in anchor or ()):  # words that were set anew, as a box's title
        labels = {**same_words([token.said for token in own.tokens], [token.said for token in told]), **labels}
    heads = HeadWords(brief, own.lines, printed)
    anchors = (_anchor(labels, anchor, own.tokens, told) for anchor in found)
    return [anchor or heads.find(place) for anchor, place in zip(anchors, places, strict=True)]


def _anchor(
    labels: Mapping[int, int], anchor: Anchor | None, own: Sequence[Token], told: Sequence[Token]
) -> Anchor | None:
    """The anchor among the tokens of the printed tree, in one block of it."""
    ends = sorted((labels[end], end) for end in set(anchor or ()) if end in labels)
    if not ends:
        return None
    (first, _), (last, end) = ends[0], ends[-1]
    if told[first].block != told[last].block:
        return first, first
    return first, last + _parted(own[end].node, told[last].node)


def _parted(typed: Node, printed: Node) -> int:
    """1 for a citation whose unknown keys are printed behind it, else 0."""
    return int(typed["t"] == printed["t"] == "Cite" and len(printed["c"][0]) < len(typed["c"][0]))


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
        spots = _places_of([word for word, _ in words], wanted) if 0 < len(wanted) <= MOST_WORDS else ()
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


def _places_of(words: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Where some words begin in others."""
    return [at for at in range(len(words) - len(wanted) + 1) if words[at : at + len(wanted)] == wanted]
