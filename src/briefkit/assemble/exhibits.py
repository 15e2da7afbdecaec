"""Tables and figures: numbered in their captions, with the line that gives their source, each kept together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.chart_figures import DATA, UNDRAWN
from briefkit.assemble.decimals import with_figures_aligned
from briefkit.assemble.labels import Words
from briefkit.assemble.structure import printed_order
from briefkit.assemble.tables import tidy_table
from briefkit.assemble.tree import Node
from briefkit.parse.chart_blocks import charts_in

EXHIBITS = {"Table": "table", "Figure": "figure"}


def source_text(node: Node) -> str:
    """What the author gave as `source=` of a table, or of a figure or its picture."""
    given = tree.attr(node)[2].get("source", "")
    if given or node["t"] != "Figure":
        return given
    pictures = (inner for inner in tree.walk(node["c"][2]) if inner["t"] == "Image")
    return next((text for text in (tree.attr(inner)[2].get("source", "") for inner in pictures) if text), "")


def source_texts(blocks: Sequence[Node]) -> list[str]:
    """All texts given as `source=` in a document, each once."""
    return list(dict.fromkeys(text for n in tree.walk(list(blocks)) if n["t"] in EXHIBITS and (text := source_text(n))))


def numbered_exhibits(
    blocks: Sequence[Node], sources: Mapping[str, Sequence[Node]], words: Words, breadth: float = 1.0
) -> list[Node]:
    """The blocks with tables tidied for letters of this breadth, captions numbered and sources (text -> inlines) put
    below.
    """
    counts = {"Table": 0, "Figure": 0}

    def change(node: Node) -> Sequence[Node]:
        if node["t"] not in EXHIBITS:
            return (node,)
        if tree.has_class(node, DATA):
            return (_tidied(node, breadth, words.lang),)
        made = _tidied(node, breadth, words.lang) if node["t"] == "Table" else node
        if tree.plain(made["c"][1]).strip():
            kind = "Figure" if tree.has_class(node, UNDRAWN) else node["t"]
            counts[kind] += 1
            made = _numbered(made, f"{words[EXHIBITS[kind]]} {counts[kind]}")
        return (_exhibit(made, sources.get(source_text(node), ()), words),)

    return list(tree.rewrite(list(blocks), change))


def _tidied(table: Node, breadth: float, lang: str) -> Node:
    return with_figures_aligned(tidy_table(table, breadth), lang)


def find_exhibits(blocks: Sequence[Node]) -> Iterator[Node]:
    """The tables, figures and charts of a tree in the order of the text."""
    charts = {id(node) for node in charts_in(blocks)}
    return (node for node in tree.walk(list(blocks)) if node["t"] in EXHIBITS or id(node) in charts)


def exhibit_labels(blocks: Sequence[Node], roles: Mapping[str, str], words: Words) -> tuple[str, ...]:
    """What is printed before the caption of each of `find_exhibits`, `Table 1`; nothing where there is no caption.

    `roles` are those of headings by their identifiers: what stands in the boxes of the first page is counted first.
    """
    found = [[_kind(node) for node in find_exhibits([block])] for block in blocks]
    made: dict[int, list[str]] = {}
    counts = dict.fromkeys(EXHIBITS, 0)
    for number in printed_order(blocks, roles) if any(found) else ():
        made[number] = []
        for kind in found[number]:
            counts[kind or "Table"] += bool(kind)
            made[number].append(f"{words[EXHIBITS[kind]]} {counts[kind]}" if kind else "")
    return tuple(label for number in sorted(made) for label in made[number])


def _kind(node: Node) -> str:
    """Which of EXHIBITS a node is counted as; none where it has no caption."""
    if node["t"] == "CodeBlock":
        said = tree.attr(node)[2]
        return "Figure" if (said.get("caption", "") + said.get("unit", "")).strip() else ""
    return node["t"] if tree.plain(node["c"][1]).strip() else ""


def _numbered(node: Node, label: str) -> Node:
    """The exhibit with `Table 1` at the head of its caption."""
    short, blocks = node["c"][1]
    mark = tree.span(("exhibit-label",), tree.words(label))
    first, rest = blocks[0], blocks[1:]
    inlines = [mark, {"t": "Space"}, *first["c"]] if first["t"] in ("Para", "Plain") else [mark]
    kept = rest if first["t"] in ("Para", "Plain") else blocks
    caption: list[Any] = [short, [{"t": "Plain", "c": inlines}, *kept]]
    return {**node, "c": [node["c"][0], caption, *node["c"][2:]]}


def _exhibit(node: Node, source: Sequence[Node], words: Words) -> Node:
    """The box around an exhibit, of class `wide`, `dense` or `long` if its table is, with the source below it."""
    wide = tuple(name for name in ("wide", "dense", "long") if tree.has_class(node, name))
    label = tree.words(words.before("source"))
    lines = [tree.div(("source-line",), [tree.para([*label, {"t": "Space"}, *source])])] if source else []
    return tree.div(("exhibit", EXHIBITS[node["t"]] + "-exhibit", *wide), [node, *lines])
