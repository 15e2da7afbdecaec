"""Which blocks of a tree are charts: blocks of code of class `chart`, which hold lines of comma-separated values.

What is said of a chart stands in the attributes of its fence: `type`, `highlight`, `unit`, `caption`, `alt`, `source`,
`data`. None of it is running text but the caption.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.parse.inlines import Tree

CHART = "chart"
"""The class of a block of code that is a chart."""


def is_chart(node: Tree) -> bool:
    """Whether a node is the code of a chart."""
    return bool(node["t"] == "CodeBlock" and CHART in node["c"][0][1])


def charts_in(tree: Tree) -> Iterator[Tree]:
    """The charts of a tree in the order of the file; what stands in a note is not printed."""
    if isinstance(tree, list):
        for item in tree:
            yield from charts_in(item)
    elif isinstance(tree, dict) and tree.get("t") != "Note":
        if "t" in tree and is_chart(tree):
            yield tree
        else:
            yield from charts_in(list(tree.values()))
