"""A tree in, its tokens out, and the tree with something beside some of them.

A *token* is what a mark can stand before or behind: a word, or as a whole a citation, a piece of code, a formula, a
picture, the call of a note. Tokens are counted in the order of the tree, the caption of a table after its cells.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.tree import Node
from briefkit.parse.word_places import words_in
from briefkit.text import WORD
from briefkit.values import Value

WHOLE = frozenset(("Cite", "Code", "Math", "Image", "Note"))
TEXTS = frozenset(("Para", "Plain", "Header", "LineBlock"))


class Token(Value):
    """A word of a tree, or a node that is marked as a whole, with the number of its block."""

    node: Node
    block: int

    @property
    def said(self) -> str:
        """What tells it from others: of a citation its keys, since its words depend on what stands before it."""
        kind, content = self.node["t"], self.node["c"]
        if kind == "Cite":
            return " ".join((kind, *(citation["citationId"] for citation in content[0])))
        return f"{kind} {tree.plain(content if kind == 'Note' else self.node)}"

    @property
    def words(self) -> list[str]:
        """Its words, in the order of the file; those of a note are apart."""
        if self.node["t"] == "Note":
            return []
        return words_in(tree.plain(self.node["c"][1] if self.node["t"] == "Image" else self.node))


class Teller:
    """Goes through a tree and makes a new one, told for each token what is to stand in its place."""

    def __init__(self, take: Callable[[Node, int], Sequence[Node]], label: Callable[[str], None] | None = None) -> None:
        self.take = take
        self.label = label
        self.block = 0

    def many(self, value: Any) -> Any:
        """A part of a tree, made anew."""
        if isinstance(value, list):
            made: list[Any] = []
            for item in value:
                made += self.node(item) if tree.is_node(item) else [self.many(item)]
            return made
        return {key: self.many(item) for key, item in value.items()} if isinstance(value, dict) else value

    def node(self, node: Node) -> Sequence[Node]:
        """What one node becomes."""
        kind = node["t"]
        if kind in WHOLE or (kind == "Span" and tree.has_class(node, "missing-source")):
            return self.take(node, self.block)
        if kind == "Str":
            return self.words(node)
        if kind in TEXTS:
            self.block += 1
        if kind == "Table":
            attr, caption, *rest = node["c"]
            cells = self.many(rest)
            return ({**node, "c": [attr, self.many(caption), *cells]},)
        if kind == "Span" and self.label:
            self.label(tree.attr(node)[0])
        return ({**node, "c": self.many(node["c"])},) if "c" in node else (node,)

    def words(self, node: Node) -> Sequence[Node]:
        """The words of a text; it stays in one piece unless something is to stand beside one of them."""
        text, at, touched = node["c"], 0, False
        made: list[Node] = []
        for match in WORD.finditer(text):
            end = _with_marks(text, match.end())
            taken = self.take({"t": "Str", "c": text[match.start() : end]}, self.block)
            touched = touched or len(taken) > 1
            made += [*_text(text[at : match.start()]), *taken]
            at = end
        return [*made, *_text(text[at:])] if touched else (node,)


def _with_marks(text: str, end: int) -> int:
    """The end of a word with the marks on its last letter, which are no letters and must not be parted from it."""
    while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Mc", "Me"):
        end += 1
    return end


def _text(text: str) -> list[Node]:
    return [{"t": "Str", "c": text}] if text else []


def tokens(blocks: Sequence[Node]) -> list[Token]:
    """The tokens of a tree, in order."""
    found: list[Token] = []

    def take(node: Node, block: int) -> Sequence[Node]:
        found.append(Token(node, block))
        return (node,)

    Teller(take).many(list(blocks))
    return found


Beside = Mapping[int, Sequence[Node]]
"""Inlines for some tokens."""


def with_beside(blocks: Sequence[Node], before: Beside, after: Beside) -> list[Node]:
    """The tree with these inlines before and behind these tokens."""
    count = -1

    def take(node: Node, block: int) -> Sequence[Node]:
        nonlocal count
        count += 1
        return (*before.get(count, ()), node, *after.get(count, ()))

    return list(Teller(take).many(list(blocks)))
