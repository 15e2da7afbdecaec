"""The blocks of a brief whose citations will be notes go in, the same come out with each citation knowing its note.

A brief is read in several pieces, its front matter apart from its text, and boxes move to its head: the numbers that
the reader gave are those of the pieces. By these numbers a style says `ibid.` and `see note 3`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.tree import Node

NOTHING: Node = {"t": "Str", "c": ""}
"""What citeproc leaves where a stop stood that is now before the call."""


def with_note_numbers(blocks: Sequence[Node]) -> list[Node]:
    """The blocks with each citation numbered by the note it stands in, or becomes, as they are printed."""
    return list(_numbered(list(blocks), count(1), 0))


def _numbered(value: Any, numbers: Iterator[int], note: int) -> Any:
    """A part of the tree; `note` is the number of the author's note that it stands in, or 0."""
    if isinstance(value, list):
        return [_numbered(item, numbers, note) for item in value]
    if not isinstance(value, dict):
        return value
    if value.get("t") == "Cite":
        number = note or next(numbers)
        citations = [{**citation, "citationNoteNum": number} for citation in value["c"][0]]
        return {**value, "c": [citations, value["c"][1]]}
    inside = next(numbers) if value.get("t") == "Note" else note
    return {key: _numbered(item, numbers, inside) for key, item in value.items()}


def without_cited_pictures(blocks: Sequence[Node]) -> list[Node]:
    """The blocks without citations in the words that stand for a picture: a note can be called from no picture."""

    def change(node: Node) -> Sequence[Node]:
        if node["t"] != "Image":
            return (node,)
        return ({**node, "c": [node["c"][0], _without_citations(node["c"][1]), node["c"][2]]},)

    return list(tree.rewrite(list(blocks), change))


def _without_citations(inlines: Sequence[Node]) -> list[Node]:
    """The inlines without citations and the blank before each."""
    kept: list[Node] = []
    for node in inlines:
        if node["t"] != "Cite":
            kept.append(node)
        elif kept and kept[-1]["t"] in tree.BREAKS:
            kept.pop()
    return kept


def without_links_in_links(blocks: Sequence[Node]) -> list[Node]:
    """The blocks with no link inside another: what stands before the inner one leads where the outer one did.

    A note is a link to its reference as a whole, and holds the address of its source.
    """
    return list(tree.rewrite(list(blocks), _unnested))


def with_calls_apart(value: Any) -> Any:
    """The tree with a raised comma between two notes that are called in one place: `7,8`, not `78`."""
    if isinstance(value, dict):
        return {key: with_calls_apart(item) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    made: list[Any] = []
    for item in map(with_calls_apart, (item for item in value if item != NOTHING)):
        if made and _calls(item, 0) and _calls(made[-1], -1):
            made.append({"t": "Superscript", "c": [{"t": "Str", "c": ","}]})
        made.append(item)
    return made


def _calls(value: Any, end: int) -> bool:
    """Whether a note is called at this end of a node."""
    if not tree.is_node(value):
        return False
    if value["t"] == "Cite":
        return bool(value["c"][1]) and _calls(value["c"][1][end], end)
    return bool(value["t"] == "Note")


def _unnested(node: Node) -> Sequence[Node]:
    if node["t"] != "Link":
        return (node,)
    inlines = node["c"][1]
    first = next((index for index, inner in enumerate(inlines) if inner["t"] == "Link"), len(inlines))
    if first == len(inlines):
        return (node,)
    before = [{**node, "c": [node["c"][0], inlines[:first], node["c"][2]]}] if first else []
    return [*before, *inlines[first:]]
