"""What an author typed goes in, what may be printed comes out: no comments, no raw markup, no live attributes, only
links to the web, to mail and within the brief, pictures from the asset table, plain notes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, unquote

from briefkit.assemble import tree
from briefkit.assemble.tree import Node
from briefkit.errors import RenderError
from briefkit.model import Asset
from briefkit.parse.allowances import is_ours
from briefkit.parse.head_values import LANGUAGE, SIZE
from briefkit.parse.walk import same_list
from briefkit.patterns import regex

SCHEMES = frozenset({"http", "https", "mailto", "doi"})
SCHEME = regex(r"([A-Za-z][A-Za-z0-9+.-]*):")
GROUPED = regex(r"\d{1,3}(?:\{,\}\d{3}){1,9}(?:\.\d{1,20})?")
"""A figure whose thousands are set apart, as it is typed in a formula: `1{,}204`."""
KEPT = frozenset(
    "lang dir role title name actor by measure supports reason certainty level source width height start verdict "
    "date".split()
)
"""The attributes that reach an output. All others are dropped: `on*`, `style`, `src`, `href`, `custom-style`..."""
ASSET = "asset:"
"""The scheme of pictures in the tree; each format resolves it from the asset table in its own way."""
TEXTS = {"Str": None, "Code": 1, "CodeBlock": 1, "Math": 1}
"""The nodes that hold a text, and where in their content."""
NO_TEXT = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML may hold, and DEL; `&#1;` makes one, and Word opens no file that has it."""


def clean(blocks: list[Any], assets: Mapping[str, Asset]) -> list[Any]:
    """The blocks as they may be printed; raises RenderError for a picture that is not in the asset table."""
    joined = _joined_lists(blocks)

    def change(node: Node) -> Sequence[Node]:
        return _clean_node(node, assets)

    return list(tree.rewrite(joined, change))


def _clean_node(node: Node, assets: Mapping[str, Asset]) -> Sequence[Node]:
    """What becomes of one node whose content is clean already."""
    if node["t"] in ("RawBlock", "RawInline"):
        return ()
    if node["t"] in tree.ATTRIBUTES_AT:
        node = _with_kept_attributes(node)
    match node["t"]:
        case "Str" | "Code" | "CodeBlock":
            return (_writable(node),)
        case "Math":
            return (_grouped(_writable(node)),)
        case "Para" | "Plain":
            inlines = single_spaced(node["c"])
            return ({**node, "c": inlines},) if inlines else ()
        case "Link":
            return (_safe_link(node),)
        case "Image":
            return (_local_image(node, assets),)
        case "Note":
            return ({**node, "c": [block for block in node["c"] if block["t"] in ("Para", "Plain")]},)
        case _:
            return (node,)


def _grouped(node: Node) -> Node:
    """A formula with its grouped figures as text: pandoc would set a blank behind the comma of `1{,}204`."""
    kind, text = node["c"]
    return {**node, "c": [kind, GROUPED.sub(lambda found: f"\\text{{{found[0].replace('{,}', ',')}}}", text)]}


def _writable(node: Node) -> Node:
    """The node with a text that each format can hold."""
    content, at = node["c"], TEXTS[node["t"]]
    text: str = content if at is None else content[at]
    if text.isprintable() or not NO_TEXT.search(text):
        return node
    text = NO_TEXT.sub("", text)
    return {**node, "c": text if at is None else [content[0], text]}


def clean_references(blocks: list[Any]) -> list[Any]:
    """The blocks after citations were rendered: what a library brings in has no raw markup and no live link either."""

    def change(node: Node) -> Sequence[Node]:
        match node["t"]:
            case "RawBlock" | "RawInline":
                return ()
            case "Link":
                return (_safe_link(node),)
            case "Str":
                return (_writable(node),)
            case _:
                return (node,)

    return list(tree.rewrite(blocks, change))


def _with_kept_attributes(node: Node) -> Node:
    identifier, classes, pairs = tree.attr(node)
    kept = {name: NO_TEXT.sub("", value) for name, value in pairs.items() if name in KEPT and _can_be(name, value)}
    return tree.with_attr(node, tree.attributes(identifier, classes, kept))


def _can_be(name: str, value: str) -> bool:
    """Whether an attribute that the engines read has a value that they can: they stop at a language that is none,
    and a picture without a size is as large as it says itself.
    """
    return name not in READ or READ[name].fullmatch(value) is not None


READ = {"lang": LANGUAGE, "dir": regex("ltr|rtl|auto"), "width": SIZE, "height": SIZE}


def _safe_link(node: Node) -> Node:
    """The link, if it leads within the brief or has a scheme that we let through, else its words.

    What lies beside a brief on somebody's disk is not beside its outputs.
    """
    _, inlines, (target, _) = node["c"]
    target = "".join(char for char in target if char.isprintable() and not char.isspace())  # as a browser reads it
    matched = SCHEME.match(target)
    scheme = matched[1].lower() if matched else ""
    if scheme not in SCHEMES and not target.startswith("#"):
        return tree.span((), inlines)
    if scheme == "doi":
        target = "https://doi.org/" + target[4:]
    return {**node, "c": [node["c"][0], inlines, [target, ""]]}


def _local_image(node: Node, assets: Mapping[str, Asset]) -> Node:
    target = node["c"][2][0]
    name = target if target in assets else unquote(target)
    if name not in assets:
        raise RenderError(f"the picture {target!r} was not found", "check its path, seen from the brief's folder")
    words = tree.rewrite(node["c"][1], lambda inner: () if inner["t"] == "Note" else (inner,))
    return {**node, "c": [node["c"][0], words, [ASSET + quote(name), ""]]}


def asset_name(target: str) -> str:
    """The name in the asset table behind a target in the tree."""
    return unquote(target.removeprefix(ASSET))


def single_spaced(inlines: Sequence[Node]) -> list[Node]:
    """Inlines without a blank at either end and without two in a row: what is left where a comment stood."""
    kept: list[Node] = []
    for node in inlines:
        if node["t"] in ("Space", "SoftBreak") and (not kept or kept[-1]["t"] in tree.BREAKS):
            continue
        kept.append(node)
    while kept and kept[-1]["t"] in tree.BREAKS:
        kept.pop()
    return kept


# --- lists that a comment split ---------------------------------------------------------------


def _joined_lists(value: Any) -> Any:
    """The tree with lists joined between which only our comments stand; numbering goes on."""
    if isinstance(value, dict):
        return {key: _joined_lists(item) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    joined: list[Any] = []
    for item in (_joined_lists(item) for item in value):
        before = _list_to_join(joined, item)
        if before is None:
            joined.append(item)
        else:
            joined[before:] = [_one_list(joined[before], item)]
    return joined


def _is_our_comment(value: Any) -> bool:
    return tree.is_node(value) and value["t"] == "RawBlock" and is_ours(value["c"][1])


def _list_to_join(before: Sequence[Any], item: Any) -> int | None:
    """The index of the list that `item` continues, if only our comments stand between."""
    if not tree.is_node(item):
        return None
    index = len(before) - 1
    while index >= 0 and _is_our_comment(before[index]):
        index -= 1
    if index < 0 or index == len(before) - 1 or not tree.is_node(before[index]):
        return None
    return index if same_list(before[index], item) else None


def _one_list(first: Node, second: Node) -> Node:
    if first["t"] == "OrderedList":
        return {**first, "c": [first["c"][0], first["c"][1] + second["c"][1]]}
    return {**first, "c": first["c"] + second["c"]}
