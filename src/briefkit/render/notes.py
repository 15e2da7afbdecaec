"""Footnotes for HTML: a list at the end of a web page, spans at the foot of a printed one. Blocks in, blocks out.

And two things a printed page needs that a browser does by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, takewhile
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.labels import Words
from briefkit.assemble.spacing import WHOLE
from briefkit.assemble.tree import Node
from briefkit.patterns import regex

JOINER: Node = {"t": "Str", "c": "\u2060"}
CALL, NOTE = "note-call-", "note-text-"
ENDS = ("end-matter", "references-heading")


def notes_as_spans(blocks: Sequence[Node]) -> list[Node]:
    """Each note in its place as a span that the layout engine floats to the foot of the page.

    Both ends have an identifier, so that one can see whether they came to stand on the same page.
    """
    numbers = count(1)

    def change(node: Node) -> Sequence[Node]:
        if node["t"] != "Note":
            return (node,)
        number = next(numbers)
        call = tree.span((), [], f"{CALL}{number}")
        return JOINER, call, tree.span(("footnote",), _as_inlines(node), f"{NOTE}{number}")

    return list(tree.rewrite(list(blocks), change))


def _as_inlines(note: Node) -> list[Node]:
    """The paragraphs of a note as inlines, a line break between two."""
    inlines: list[Node] = []
    for block in note["c"]:
        inlines += ([{"t": "LineBreak"}] if inlines else []) + list(block["c"])
    return inlines


def notes_as_list(blocks: Sequence[Node], words: Words) -> list[Node]:
    """Notes gathered under a heading before the references, linked both ways."""
    notes: list[Node] = []

    def change(node: Node) -> Sequence[Node]:
        if node["t"] != "Note":
            return (node,)
        notes.append(node)
        return (_call(len(notes)),)

    made = list(tree.rewrite(list(blocks), change))
    if not notes:
        return made
    items = [[_item(note, number)] for number, note in enumerate(notes, 1)]
    style = [1, {"t": "Decimal"}, {"t": "Period"}]
    heading = tree.header(1, tree.words(words["notes"]), "notes", ("notes-heading",))
    listed = tree.div(("notes",), [{"t": "OrderedList", "c": [style, items]}])
    at = _end(made)
    return [*made[:at], heading, listed, *made[at:]]


def _end(blocks: Sequence[Node]) -> int:
    """Where the apparatus begins: the references, else the end matter."""
    return next((index for index, node in enumerate(blocks) if tree.has_class(node, *ENDS)), len(blocks))


def _call(number: int) -> Node:
    target = tree.link(f"#fn{number}", tree.words(str(number)), f"fnref{number}", {"role": "doc-noteref"})
    return tree.span(("note-call",), [{"t": "Superscript", "c": [target]}])


def _item(note: Node, number: int) -> Node:
    back = tree.link(f"#fnref{number}", tree.words("↑"), "", {"role": "doc-backlink", "aria-label": f"{number} ↑"})
    blocks = list(note["c"])
    if blocks:
        blocks[-1] = {**blocks[-1], "c": [*blocks[-1]["c"], {"t": "Str", "c": "\u00a0"}, back]}
    return tree.div(("note",), blocks, {"role": "doc-footnote"}, f"fn{number}")


# --- for the printed page ---------------------------------------------------------------------


def quotes_beside(blocks: Sequence[Node]) -> list[Node]:
    """Each pull quote before the paragraph it followed, so that it stands beside it in the margin.

    Headings of the paragraph stay with it, below the quote: the engine would leave them at the end of a page on which
    the quote has no room. One with a note stays, if the paragraph has notes too: they are numbered in this order, and
    name each other by it.
    """
    made: list[Node] = []
    for node in blocks:
        beside = bool(made) and made[-1]["t"] == "Para" and not (_has_notes(node) and _has_notes(made[-1]))
        if tree.has_class(node, "pull-quote") and beside:
            headings = takewhile(lambda one: one["t"] == "Header", reversed(made[:-1]))
            made.insert(len(made) - 1 - len(list(headings)), node)
        else:
            made.append(node)
    return made


def _has_notes(node: Node) -> bool:
    return any(inner["t"] == "Note" for inner in tree.walk([node]))


CAPTIONS = ("Plain", "Para")
SHORT_WORD, SHORT_PAIR = 8, 18
"""Up to so many letters the last word of a paragraph does not stand on a line of its own, if the pair is not long."""


def without_widows(blocks: Sequence[Node]) -> list[Node]:
    """Headings and captions whose last two words keep together, and paragraphs that end with a short word."""

    def change(node: Node) -> Sequence[Node]:
        if node["t"] == "Header":
            return ({**node, "c": [*node["c"][:2], last_two_together(node["c"][2])]},)
        if node["t"] in ("Table", "Figure"):
            short, blocks = node["c"][1]
            caption = [{**one, "c": last_two_together(one["c"])} if one["t"] in CAPTIONS else one for one in blocks]
            return ({**node, "c": [node["c"][0], [short, caption], *node["c"][2:]]},)
        if node["t"] == "Para" and _ends_short(node["c"]):
            return ({**node, "c": last_two_together(node["c"])},)
        return (node,)

    return list(tree.rewrite(list(blocks), change))


def _ends_short(inlines: Sequence[Node]) -> bool:
    """Whether a text ends with two plain words of which the last is short."""
    if len(inlines) < 3:
        return False
    before, blank, last = inlines[-3:]
    if not (before["t"] == last["t"] == "Str" and blank["t"] in ("Space", "SoftBreak")):
        return False
    return len(last["c"]) <= SHORT_WORD and len(before["c"] + last["c"]) <= SHORT_PAIR


def last_two_together(inlines: Sequence[Node]) -> list[Node]:
    """The inlines, if they are more than a few words, with the last two words kept on one line."""
    spaces = [index for index, node in enumerate(inlines) if node["t"] in ("Space", "SoftBreak")]
    if len(spaces) < 3:
        return list(inlines)
    return [*inlines[: spaces[-1]], {"t": "Str", "c": "\u00a0"}, *inlines[spaces[-1] + 1 :]]


TEXT = ("Str", "Space", "SoftBreak", "LineBreak", "Quoted", "Note")


def blanks_apart(value: Any) -> Any:
    """The tree with the blank before a link, citation or emphasis in a span of its own.

    Pango 1.50 ends a line after its first word when a run of text fits without its last blank, but not with it.
    """
    if isinstance(value, dict):
        return {key: blanks_apart(item) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    made = [blanks_apart(item) for item in value]
    return [_apart(node, made[index + 1 : index + 2]) for index, node in enumerate(made)]


BEGUN = regex(r"https?://[^/?#-]{1,24}")
"""How an address begins, with its host up to a hyphen: more would leave a hole at the end of the line before."""

RANGE = regex(r"(?<=\d)–(?=\d)")
UNBROKEN = "\u2060–\u2060"
"""A dash between word joiners. A span that must not wrap would make the engine break the line far before it."""


def addresses_begun(blocks: Sequence[Node]) -> list[Node]:
    """The blocks with the beginning of each printed address in a piece: no line ends behind `https://`."""

    def change(node: Node) -> Sequence[Node]:
        first = node["c"][1][0] if node["t"] == "Link" and node["c"][1] else node
        found = BEGUN.match(first["c"]) if first["t"] == "Str" and node["t"] == "Link" else None
        if not found:
            return (node,)
        rest = [{"t": "Str", "c": first["c"][found.end() :]}] if first["c"][found.end() :] else []
        inlines = [tree.span((WHOLE,), [{"t": "Str", "c": found[0]}]), *rest, *node["c"][1][1:]]
        return ({**node, "c": [node["c"][0], inlines, node["c"][2]]},)

    return list(tree.rewrite(list(blocks), change))


def ranges_unbroken(blocks: Sequence[Node]) -> list[Node]:
    """The blocks with ranges of numbers such as `3–4` kept on one line."""

    def change(node: Node) -> Sequence[Node]:
        return ({**node, "c": RANGE.sub(UNBROKEN, node["c"])},) if node["t"] == "Str" else (node,)

    return list(tree.rewrite(list(blocks), change))


def _apart(node: Any, after: Sequence[Any]) -> Any:
    """A blank in a span if what follows is no plain text."""
    if not tree.is_node(node) or node["t"] not in ("Space", "SoftBreak"):
        return node
    follows = bool(after) and tree.is_node(after[0]) and after[0]["t"] not in TEXT
    return tree.span((), [node]) if follows else node
