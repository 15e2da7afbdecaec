"""Pandoc's tree as plain values: build nodes, read their words, rewrite a tree into a new one. Nothing is changed in
place.

A node is `{"t": NAME, "c": CONTENT}`; its attributes are the triple `[id, classes, [[key, value], ...]]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

Node = dict[str, Any]
Change = Callable[[Node], Sequence[Node]]

ATTRIBUTES_AT = {
    "Header": 1,
    "CodeBlock": 0,
    "Div": 0,
    "Figure": 0,
    "Table": 0,
    "Code": 0,
    "Link": 0,
    "Image": 0,
    "Span": 0,
}
"""Where a node's content holds its attributes."""

BREAKS = ("Space", "SoftBreak", "LineBreak")


def attributes(identifier: str = "", classes: Iterable[str] = (), pairs: Mapping[str, str] | None = None) -> list[Any]:
    """The triple that pandoc calls Attr."""
    return [identifier, list(classes), [[key, value] for key, value in (pairs or {}).items()]]


def split_at_blanks(text: str) -> list[str]:
    """The words of a text; blanks at which no line may end divide nothing."""
    return [word for word in re.split(r"[ \t\n]+", text) if word]


def words(text: str) -> list[Node]:
    """Plain text as inlines."""
    inlines: list[Node] = []
    for index, word in enumerate(split_at_blanks(text)):
        inlines += [{"t": "Space"}] if index else []
        inlines.append({"t": "Str", "c": word})
    return inlines


def span(
    classes: Iterable[str], inlines: Sequence[Node], identifier: str = "", pairs: Mapping[str, str] | None = None
) -> Node:
    """A span of these classes."""
    return {"t": "Span", "c": [attributes(identifier, classes, pairs), list(inlines)]}


def div(
    classes: Iterable[str], blocks: Sequence[Node], pairs: Mapping[str, str] | None = None, identifier: str = ""
) -> Node:
    """A div of these classes."""
    return {"t": "Div", "c": [attributes(identifier, classes, pairs), list(blocks)]}


def para(inlines: Sequence[Node]) -> Node:
    """A paragraph."""
    return {"t": "Para", "c": list(inlines)}


def header(level: int, inlines: Sequence[Node], identifier: str = "", classes: Iterable[str] = ()) -> Node:
    """A heading."""
    return {"t": "Header", "c": [level, attributes(identifier, classes), list(inlines)]}


def link(target: str, inlines: Sequence[Node], identifier: str = "", pairs: Mapping[str, str] | None = None) -> Node:
    """A link; its class comes from nowhere, its attributes from `pairs`."""
    return {"t": "Link", "c": [attributes(identifier, (), pairs), list(inlines), [target, ""]]}


Cells = Sequence[Sequence[Node]]
"""The blocks of each cell of a row."""


def table(
    columns: Iterable[tuple[str, float]],
    head: Sequence[Cells],
    rows: Sequence[Cells],
    triple: Sequence[Any] = ("", (), ()),
    *,
    caption: Sequence[Node] = (),
    named: int = 0,
) -> Node:
    """A table; of each column how it is aligned and its share of the line, 0 for as much as it needs.

    The first `named` cells of each row are headings.
    """
    shares = [(side, {"t": "ColWidth", "c": share} if share else {"t": "ColWidthDefault"}) for side, share in columns]
    specs = [[{"t": side}, width] for side, width in shares]
    body = [attributes(), named, [], list(map(_row, rows))]
    whole = [list(triple), [None, list(caption)], specs, [attributes(), list(map(_row, head))], [body]]
    return {"t": "Table", "c": [*whole, [attributes(), []]]}


def _row(cells: Cells) -> list[Any]:
    return [attributes(), [[attributes(), {"t": "AlignDefault"}, 1, 1, list(blocks)] for blocks in cells]]


def attr(node: Node) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """Identifier, classes and pairs of a node; empty where the kind has none."""
    if node["t"] not in ATTRIBUTES_AT:
        return "", (), {}
    identifier, classes, pairs = node["c"][ATTRIBUTES_AT[node["t"]]]
    return identifier, tuple(classes), dict(pairs)


def with_attr(node: Node, triple: Sequence[Any]) -> Node:
    """The same node with other attributes."""
    content = list(node["c"])
    content[ATTRIBUTES_AT[node["t"]]] = list(triple)
    return {**node, "c": content}


def has_class(node: Node, *names: str) -> bool:
    """Whether a node is of one of these classes."""
    return not set(names).isdisjoint(attr(node)[1])


def is_node(value: object) -> bool:
    """Whether a value is a node (and not, say, a list of attributes)."""
    return isinstance(value, dict) and "t" in value


def rewrite(value: Any, change: Change) -> Any:
    """A new tree in which each node, innermost first, has become the nodes `change` gives for it."""
    if isinstance(value, list):
        made: list[Any] = []
        for item in value:
            made += change(rewrite(item, change)) if is_node(item) else [rewrite(item, change)]
        return made
    if isinstance(value, dict):
        return {key: rewrite(item, change) for key, item in value.items()}
    return value


def walk(value: Any) -> Iterator[Node]:
    """All nodes of a tree, outer before inner, in the order of the text."""
    if isinstance(value, list):
        for item in value:
            yield from walk(item)
    elif isinstance(value, dict):
        if is_node(value):
            yield value
        for item in value.values():
            yield from walk(item)


_CODE_IN_ENTRIES = ("\\texttt", "\\verb")


def has_code(value: Any, bib: str = "") -> bool:
    """Whether a tree, or an entry that is cited, prints code; the data of a chart is none."""
    return any(name in bib for name in _CODE_IN_ENTRIES) or any(map(_is_code, walk(value)))


def _is_code(node: Node) -> bool:
    """Whether a node is code or has some in a text of its attributes, which is Markdown."""
    if node["t"] in ("Code", "CodeBlock"):
        return not has_class(node, "chart")
    return any("`" in text for text in attr(node)[2].values())


def plain(value: Any) -> str:
    """The words of a tree without markup and notes."""
    if isinstance(value, list):
        return "".join(plain(item) for item in value)
    if not is_node(value):
        return ""
    match value["t"]:
        case "Str":
            return str(value["c"])
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Note" | "RawInline" | "RawBlock":
            return ""
        case "Code" | "Math":
            return str(value["c"][1])
        case "Quoted":
            marks = "‘’" if value["c"][0]["t"] == "SingleQuote" else "“”"
            return marks[0] + plain(value["c"][1]) + marks[1]
        case _:
            return plain(value.get("c", []))


def meta_text(value: Any) -> str:
    """The words of a value in the head of a document, nothing for a map or a list."""
    words = (value or {}).get("c", "")
    return words if isinstance(words, str) else plain(words) if value["t"] == "MetaInlines" else ""
