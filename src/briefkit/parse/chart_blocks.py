"""Which blocks of a tree are charts: blocks of code of class `chart`, which hold lines of comma-separated values.

What is said of a chart stands in the attributes of its fence: `type`, `highlight`, `unit`, `caption`, `alt`, `source`,
`data`. None of it is running text but the caption.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from briefkit.parse.inlines import Tree

CHART = "chart"
"""The class of a block of code that is a chart."""

NO_BLOCKS = frozenset({"CodeBlock", "Header", "LineBlock", "Para", "Plain", "RawBlock"})
"""Blocks that hold none but those of notes."""


def is_chart(node: Tree) -> bool:
    """Whether a node is the code of a chart."""
    return bool(node["t"] == "CodeBlock" and CHART in node["c"][0][1])


def charts_in(tree: Tree) -> Iterator[Tree]:
    """The charts of a tree in the order of the file; what stands in a note is not printed."""
    waiting = [tree]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            if found.get("t") in NO_BLOCKS:
                if found["t"] == "CodeBlock" and is_chart(found):
                    yield found
                continue
            found = list(found.values())
        waiting.extend(inner for inner in reversed(found) if isinstance(inner, dict | list))


def mark_of(head: str) -> str:
    """The sign between the cells of a chart whose first line of data this is."""
    return next((mark for mark in ("\t", ";") if mark in head), ",")


def cells_of(line: str, mark: str) -> list[str]:
    """The cells of a line of data between such signs; csv.Error if a quote in it has no partner."""
    return [" ".join(cell.split()) for cell in next(csv.reader([line], delimiter=mark, strict=True), [])]
