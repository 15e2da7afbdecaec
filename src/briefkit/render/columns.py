"""The blocks of a brief go in, the same for a page of columns come out: runs of text that flow through the columns, and
between them what stands across.

The engine lets only children of the box with the columns stand across them, so a wide table in a subsection would run
over the next column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from briefkit.assemble import tree
from briefkit.assemble.column_widths import LINE
from briefkit.assemble.structure import FIRST_PAGE, IN_PLACE
from briefkit.assemble.tables import least_width, widened
from briefkit.assemble.tree import Node
from briefkit.model import Asset, Brand
from briefkit.patterns import regex
from briefkit.render.notes import ENDS
from briefkit.values import replace

PRINT, PHONE = ".svg", ".phone.svg"
"""How the names of the forms of a chart end, in print and on phones."""

RUN, ACROSS = "run", "across"
"""The classes of text in columns, and of an exhibit across them with its headings."""
COLUMN = 50
"""Characters that fit on one line of a table as wide as a column of two."""
BOXES = (*FIRST_PAGE, *IN_PLACE)


def in_columns(blocks: Sequence[Node]) -> list[Node]:
    """The blocks as runs for the columns; boxes at their head, wide exhibits and what ends a brief stand across."""
    made: list[Node] = []
    run: list[Node] = []
    text = list(takewhile(lambda node: not tree.has_class(node, *ENDS), blocks))
    for node in tree.rewrite(text, _in_a_column):
        if not _stands_across(node):
            run.append(node)
            continue
        headings = _last_headings(run) if tree.has_class(node, "exhibit") else []
        made += _as_run(run[: len(run) - len(headings)])
        made.append(tree.div((ACROSS,), [*headings, node]) if headings else node)
        run = []
    return [*made, *_as_run(run), *blocks[len(text) :]]


def _in_a_column(node: Node) -> Sequence[Node]:
    """A table that is narrower than a line, with its share of the line of a column."""
    return (widened(node, LINE / COLUMN) if node["t"] == "Table" else node,)


def _as_run(nodes: Sequence[Node]) -> list[Node]:
    return [tree.div((RUN,), nodes)] if nodes else []


def _stands_across(node: Node) -> bool:
    """Whether a block is too wide for a column, or a box for the whole page."""
    if not tree.has_class(node, "exhibit"):
        return tree.has_class(node, *BOXES)
    tables = (inner for inner in tree.walk(node["c"][1]) if inner["t"] == "Table")
    return tree.has_class(node, "wide") or any(least_width(table) > COLUMN for table in tables)


def _last_headings(run: Sequence[Node]) -> list[Node]:
    """The headings at the end of a run, which go with what follows."""
    return list(takewhile(lambda node: node["t"] == "Header", reversed(run)))[::-1]


# --- charts -----------------------------------------------------------------------------------

ROLE = regex(r"var\(--([a-z-]+)\)")
"""A colour of the page in a drawing for screens."""


def narrow_charts(assets: Mapping[str, Asset], brand: Brand) -> dict[str, Asset]:
    """The assets with each chart as it is drawn for phones, about as wide as a column, in the face of the brand."""
    narrow = {f"{name.removesuffix(PHONE)}{PRINT}": asset for name, asset in assets.items() if name.endswith(PHONE)}
    family = f'font-family="{brand.families["headings"]}"'

    def drawn(asset: Asset) -> bytes:
        text = ROLE.sub(lambda role: brand.colours[role[1]], asset.data.decode())
        return text.replace("<svg ", f"<svg {family} ", 1).encode()

    return {**assets, **{name: replace(asset, name=name, data=drawn(asset)) for name, asset in narrow.items()}}
