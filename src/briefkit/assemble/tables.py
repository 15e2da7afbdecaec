"""Tables: column widths from what the cells hold, figures to the right, headings with their scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.column_widths import (
    DENSE_LINE,
    GAP,
    LINE,
    LONGEST,
    WIDE_LINE,
    are_figures,
    column_widths,
    longest,
    needed,
    unbroken,
    whole,
)
from briefkit.assemble.tree import Node
from briefkit.patterns import regex

WIDE = 74
"""A table whose cells need more than this on one line is set over the whole page."""
NARROW, LEAST_NARROW, LOOSE = 0.62, 0.25, 1.3
"""A table that needs less than the first share of a line, and room between its columns besides, is as wide as it must
be, but not less than the second share: figures are read across to their names.
"""
LABEL = 12
"""Letters of a caption's label, `Table 12`."""
KEPT_ROWS = 12
"""Up to about so many lines a table is not divided between pages: a longer one could leave a third of one empty."""
UNIT = regex(r"\([^()]{1,12}\)")
"""What a heading says of its figures: `(€ m)`."""


def tidy_table(node: Node, breadth: float = 1.0) -> Node:
    """The table with widths, alignments, row headings and scopes, of class `wide`, `dense` or `long` if it is.

    `breadth` is how wide letters are beside those of our own font: so many fewer has a line.
    """
    attr, caption, specs, head, bodies, foot = node["c"]
    head = [head[0], tree.rewrite(head[1], _with_units_whole)]
    node = {**node, "c": [attr, caption, specs, head, bodies, foot]}
    columns = [_column(node, index) for index in range(len(specs))]
    wide = _is_wide(columns, WIDE / breadth)
    dense = wide and needed(columns) > WIDE_LINE / breadth
    widths = column_widths(columns, (DENSE_LINE if dense else WIDE_LINE if wide else LINE) / breadth, GAP / breadth)
    share = share_of_line(columns, tree.plain(caption[1]), LINE / breadth)
    widths = [round(width * share, 4) for width in widths]
    aligned = [
        [_alignment(spec[0], column), {"t": "ColWidth", "c": w}]
        for spec, column, w in zip(specs, columns, widths, strict=True)
    ]
    headed = any(any(column[:1]) for column in columns)
    named = len(columns) > 1 and headed and any(columns[0]) and not are_figures(columns[0][1:])
    bodies = [[b[0], 1 if named and not b[1] else b[1], b[2], _scoped_rows(b[3], named)] for b in bodies]
    head = [head[0], [_scoped(_centred(row), len(row[1]), "col") for row in head[1]]]
    node = {**node, "c": [attr, caption, aligned, head, bodies, foot]}
    known = (("wide", wide), ("dense", dense), ("long", _is_long(columns)))
    sizes = [name for name, so in known if so]
    identifier, classes, pairs = tree.attr(node)
    return tree.with_attr(node, tree.attributes(identifier, (*classes, *sizes), pairs))


def _with_units_whole(node: Node) -> Sequence[Node]:
    """A paragraph of a heading whose units in brackets, `(€ m)`, are not divided at the end of a line."""
    if node["t"] not in ("Plain", "Para"):
        return (node,)
    made: list[Node] = []
    for inline in node["c"]:
        opens = len(made) > 1 and made[-1]["t"] == "Space" and made[-2]["t"] == inline["t"] == "Str"
        if opens and UNIT.fullmatch(unit := f"{made[-2]['c']}\u00a0{inline['c']}"):
            made[-2:] = [{"t": "Str", "c": unit}]
        else:
            made.append(inline)
    return ({**node, "c": made},)


DIVIDED = 24
"""A word longer than this may be divided in a table."""


def least_width(table: Node) -> float:
    """How many letters of mean width a line of a table must hold so that only its longest words are divided."""
    columns = (_column(table, index) for index in range(len(table["c"][2])))
    return sum(min(longest(column, unbroken), DIVIDED + GAP) for column in columns)


def widened(table: Node, times: float) -> Node:
    """The table so many times as wide, or as wide as the line."""
    aligned = table["c"][2]
    share = sum(width["c"] for _, width in aligned if width["t"] == "ColWidth")
    if not 0 < share < 1:
        return table
    by = min(1 / share, times)
    wider = [[how, {"t": "ColWidth", "c": round(width["c"] * by, 4)}] for how, width in aligned]
    return {**table, "c": [*table["c"][:2], wider, *table["c"][3:]]}


def in_hundredths(table: Node) -> Node:
    """The table with widths in whole hundredths, to which pandoc cuts them down in HTML: those that lose most by it are
    rounded up for as many as the others lose. A little more lets none be cut down once again.
    """
    widths = [float(width["c"]) if width["t"] == "ColWidth" else 0.0 for _, width in table["c"][2]]
    made = [int(width * 100) for width in widths]
    left = round(sum(widths) * 100) - sum(made)
    for number in sorted(range(len(made)), key=lambda n: made[n] / (widths[n] or 1.0))[:left]:
        made[number] += 1
    specs = [
        [how, {**width, "c": hundredths / 100 + 1e-5} if width["t"] == "ColWidth" else width]
        for (how, width), hundredths in zip(table["c"][2], made, strict=True)
    ]
    return {**table, "c": [*table["c"][:2], specs, *table["c"][3:]]}


def share_of_line(columns: Sequence[Sequence[str]], caption: str, line: float) -> float:
    """How much of the line a table is given: all of it, or little where cells and caption are short."""
    needs = LOOSE * sum(longest(column, whole) for column in columns)
    share = max(needs, (len(caption) + LABEL) * 1.2 if caption else 0, LEAST_NARROW * line) / line
    return share if share < NARROW else 1.0


def _is_long(columns: Sequence[Sequence[str]]) -> bool:
    """Whether a table is too long to be kept on one page."""
    return sum(max(1, max(map(len, row)) // LONGEST) for row in zip(*columns, strict=False)) > KEPT_ROWS


def _is_wide(columns: Sequence[Sequence[str]], most: float) -> bool:
    return len(columns) > 4 or sum(_natural(column) for column in columns) > most


def _rows(node: Node) -> Iterator[Any]:
    _, _, _, head, bodies, foot = node["c"]
    yield from head[1]
    for body in bodies:
        yield from body[2]
        yield from body[3]
    yield from foot[1]


def _column(node: Node, index: int) -> list[str]:
    """The words of each cell of a column, heading first; rows with spans are left out."""
    rows = [row[1] for row in _rows(node)]
    return [tree.plain(row[index][4]).strip() for row in rows if len(row) == len(node["c"][2])]


def _natural(column: Sequence[str]) -> int:
    return max((len(cell) for cell in column), default=0) + 2


def _alignment(given: Node, column: Sequence[str]) -> Node:
    if given["t"] == "AlignDefault" and are_figures(column[1:]):
        return {"t": "AlignRight"}
    return given


def _centred(row: Any) -> Any:
    """A row of the head in which what stands over several columns stands in their middle, if nothing else was said."""
    middle = {"t": "AlignCenter"}
    cells = [
        [cell[0], middle, *cell[2:]] if cell[3] > 1 and cell[1]["t"] == "AlignDefault" else cell for cell in row[1]
    ]
    return [row[0], cells]


def _scoped_rows(rows: Sequence[Any], named: bool) -> list[Any]:
    return [_scoped(row, 1, "row") for row in rows] if named else list(rows)


def _scoped(row: Any, count: int, scope: str) -> Any:
    """The row with `scope` on its first `count` cells."""
    cells = [
        [[cell[0][0], cell[0][1], [*cell[0][2], ["scope", scope]]], *cell[1:]] if index < count else cell
        for index, cell in enumerate(row[1])
    ]
    return [row[0], cells]
