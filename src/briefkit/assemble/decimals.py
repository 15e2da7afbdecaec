"""A table in, one whose figures stand with their units below each other out: a cell says what its figure lacks beside
the longest decimals of its column, `.0` for 11 below 4.5, and each format leaves so much room behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.direction import RTL, direction
from briefkit.assemble.tree import Node
from briefkit.patterns import regex
from briefkit.quantities.numbers import has_decimal_comma

LACKS = "lacks"
"""The attribute of a cell."""
MOST = 4
"""More decimals than this, and the figures are numbers of something."""
CELL = regex(r"(?P<before>.*?)(?P<number>\d(?:[\d.,'\u2019\u00a0\u202f ]*\d)?)(?P<unit>\D*)")
"""What stands before the last number of a cell, it, and its unit."""
POINT, COMMA = regex(r".*?\.(\d+)"), regex(r".*?,(\d+)")
"""A number with decimals behind a point, and behind a comma."""


def with_figures_aligned(table: Node, lang: str) -> Node:
    """The table with LACKS on the cells of columns at the right; a language from right to left has it as it is."""
    if direction(lang) == RTL:
        return table
    attr, caption, specs, head, bodies, foot = table["c"]
    rows = [row for body in bodies for part in body[2:4] for row in part] + list(foot[1])
    lacking = [
        _lacking(rows, index, len(specs), lang) if spec[0]["t"] == "AlignRight" else {}
        for index, spec in enumerate(specs)
    ]
    if not any(lacking):
        return table

    def change(row: Any) -> Any:
        cells = [_with(cell, lacking[at].get(id(cell), "")) for at, cell in enumerate(row[1])]
        return [row[0], cells]

    bodies = [[*body[:2], *([change(row) for row in part] for part in body[2:4])] for body in bodies]
    return {**table, "c": [attr, caption, specs, head, bodies, [foot[0], [change(row) for row in foot[1]]]]}


def _lacking(rows: Sequence[Any], index: int, width: int, lang: str) -> dict[int, str]:
    """What the cells of a column lack, by their identity; nothing where their units differ."""
    cells = [row[1][index] for row in rows if len(row[1]) == width]
    read = [(cell, found) for cell in cells if (found := CELL.fullmatch(tree.plain(cell[4]).strip()))]
    if len({found["unit"].strip() for _, found in read}) != 1:
        return {}
    mark = "," if has_decimal_comma(lang) else "."
    pattern = COMMA if mark == "," else POINT
    own = {id(cell): len(said[1]) if (said := pattern.fullmatch(found["number"])) else 0 for cell, found in read}
    most = max(own.values())
    if most > MOST:
        return {}
    return {cell: (mark if not has else "") + "0" * (most - has) for cell, has in own.items() if has < most}


def _with(cell: Any, lacks: str) -> Any:
    """The cell with what it lacks among its attributes."""
    identifier, classes, pairs = cell[0]
    return [[identifier, classes, [*pairs, [LACKS, lacks]]], *cell[1:]] if lacks else cell
