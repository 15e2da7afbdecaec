"""Nodes of pandoc's tree as its Word writer knows them: blocks and inlines in a style, raw markup, gaps."""

from __future__ import annotations

from collections.abc import Sequence

from briefkit.assemble import tree
from briefkit.assemble.tree import Node

BREAK = '<w:r><w:br w:type="page"/></w:r>'
PAGE_BREAK: Node = {"t": "RawBlock", "c": ["openxml", f"<w:p>{BREAK}</w:p>"]}


def styled(style: str, blocks: Sequence[Node], identifier: str = "") -> Node:
    """The blocks in the style of this name."""
    return tree.div((), blocks, {"custom-style": style}, identifier)


def styled_span(style: str, inlines: Sequence[Node]) -> Node:
    """The inlines in the style of this name."""
    return tree.span((), inlines, "", {"custom-style": style})


def raw(markup: str) -> Node:
    """A piece of a run as Word has it."""
    return {"t": "RawInline", "c": ["openxml", markup]}


def gap(*more: Node) -> Node:
    """A low empty line, which Word needs between two boxes or after a table; the end of a page may be on it."""
    return styled("Gap", [tree.para([{"t": "Str", "c": "\u00a0"}, *more])])
