"""Each citation and note call gets a card with the words it leads to. Blocks go in, blocks come out; nothing is run.

A link names its card in `interestfor`: browsers that know it open the card when the link is pointed at, reached by
keyboard or pressed long, and Escape closes it. In all others the style sheet shows it. It describes the link for those
who hear the page, and the link leads to the whole reference as before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.tree import Node

CARD = "card-"
WAY_BACK = "doc-backlink"


def with_cards(blocks: Sequence[Node]) -> tuple[list[Node], list[str]]:
    """The blocks with their cards at the end, one for each reference or note that a link leads to, and their names."""
    texts = dict(_texts(blocks))
    names: dict[str, str] = {}

    def change(node: Node) -> Sequence[Node]:
        target = node["c"][2][0] if node["t"] == "Link" else ""
        if target not in texts or tree.attr(node)[2].get("role") == WAY_BACK:
            return (node,)
        return _described(node, names.setdefault(target, f"{CARD}{len(names) + 1}"))

    made = list(tree.rewrite(list(blocks), change))
    cards = [block for target, name in names.items() for block in _card(name, texts[target])]
    return [*made, *([tree.div(("cards",), cards)] if cards else [])], list(names.values())


def _texts(blocks: Sequence[Node]) -> Iterator[tuple[str, list[Node]]]:
    """The targets of links, and the words that stand there: the entries of the references and the notes."""
    for node in tree.walk(list(blocks)):
        if node["t"] == "Div" and tree.has_class(node, "csl-entry", "note") and tree.attr(node)[0]:
            words, way = _words(node["c"][1]), _way(node)
            yield "#" + tree.attr(node)[0], [{"t": "Span", "c": [way, words]}] if way[2] else words


def _way(node: Node) -> list[Any]:
    """Attributes that say no more than the direction of a node, where it has one."""
    said = tree.attr(node)[2].get("dir", "")
    return tree.attributes("", tree.attr(node)[1] if node["t"] != "Div" else (), {"dir": said} if said else None)


def _words(blocks: Sequence[Node]) -> list[Node]:
    """The paragraphs as inlines, with nothing to follow and nothing that has a name."""
    inlines: list[Node] = []
    for block in blocks:
        if block["t"] in ("Para", "Plain"):
            inlines += ([{"t": "LineBreak"}] if inlines else []) + list(tree.rewrite(list(block["c"]), _unnamed))
    return inlines


def _unnamed(node: Node) -> Sequence[Node]:
    match node["t"]:
        case "Link" if tree.attr(node)[2].get("role") == WAY_BACK:
            return ()
        case "Link" | "Image":
            return list(node["c"][1])
        case "Span" | "Code":
            return (tree.with_attr(node, _way(node)),)
        case _:
            return (node,)


def _described(link: Node, card: str) -> list[Node]:
    """The link as markup: pandoc would write attributes that it does not know with `data-` before them."""
    identifier, classes, pairs = tree.attr(link)
    given = {"href": link["c"][2][0], "id": identifier, "class": " ".join(classes), **pairs}
    return [_tag("a", {**given, "aria-describedby": card, "interestfor": card}), *link["c"][1], _raw("</a>")]


def _card(name: str, inlines: Sequence[Node]) -> list[Node]:
    opening = _tag("div", {"class": "card", "id": name, "role": "tooltip", "popover": "hint"})
    return [{"t": "Plain", "c": [opening, *inlines, _raw("</div>")]}]


def _tag(name: str, attributes: Mapping[str, str]) -> Node:
    given = (f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    return _raw(f"<{name}{''.join(given)}>")


def _raw(markup: str) -> Node:
    return {"t": "RawInline", "c": ["html", markup]}
