"""The charts of a brief in, the lines of their data out, and the same as grids, so that they are compared like tables.

Data that a chart takes from a file has the place of the chart: there it is before whoever reads the brief.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice

from briefkit.evidence.tables import Cell, Grid, make_cell
from briefkit.model import Block, Brief, Place
from briefkit.parse.chart_blocks import cells_of, mark_of
from briefkit.text import Lines

EDGES = " \t>"
"""What may stand before a line of data: blanks, and the bars of block quotes."""

MOST_LINES = 501
FEWEST_SIGNS = 3


def data_lines(brief: Brief, lines: Lines, block: Block) -> Iterator[tuple[str, Place]]:
    """The lines of a chart's data with their places: of its file, or up to the end of its fence."""
    if text := brief.data.get(block.attributes.get("data", "").strip()):
        words = (line.strip() for line in islice(text.split("\n", MOST_LINES), MOST_LINES))
        yield from ((line, block.place) for line in words if line)
    else:
        yield from _fenced(lines, block)


def _fenced(lines: Lines, block: Block) -> Iterator[tuple[str, Place]]:
    opening = lines.slice(block.place).lstrip(EDGES)
    fence = opening[: len(opening) - len(opening.lstrip(opening[:1]))]
    if len(fence) < FEWEST_SIGNS or opening[0] not in "`~":
        return
    start = lines.text.find("\n", lines.offset(block.place.line, block.place.column)) + 1
    for _ in range(MOST_LINES if start else 0):
        end = lines.text.find("\n", start)
        line = lines.text[start : end if end >= 0 else len(lines.text)]
        words = line.strip(EDGES)
        if words.startswith(fence) or end < 0:
            return
        if words:
            at = start + line.index(words)
            yield words, lines.place(at, at + len(words))
        start = end + 1


def sound_cells(line: str, mark: str) -> list[str]:
    """The cells of a line of data; none of one that cannot be read, of which its chart tells."""
    try:
        return cells_of(line, mark)
    except csv.Error:
        return []


def read_charts(brief: Brief) -> tuple[Grid, ...]:
    """The charts of a brief, each as a table."""
    blocks = [block for block in brief.blocks if block.kind == "chart"]
    if not blocks:
        return ()
    lines = Lines(brief.path, brief.text)
    return tuple(grid for block in blocks if (grid := _grid(brief, lines, block)))


def _grid(brief: Brief, lines: Lines, block: Block) -> Grid | None:
    data = list(data_lines(brief, lines, block))
    mark = mark_of(data[0][0]) if data else ","
    rows = [(sound_cells(line, mark), place) for line, place in data]
    width = len(rows[0][0]) if rows else 0
    if width < 2 or len(rows) < 2 or any(len(cells) != width for cells, _ in rows):
        return None
    unit = block.attributes.get("unit", "")
    lang = brief.front.language
    read = lang if mark == ";" else "en"  # figures between commas have a decimal point in any language
    made: dict[tuple[int, int], Cell] = {}
    for row, (cells, place) in enumerate(rows):
        for column, text in enumerate(cells):
            made[row, column] = make_cell(text, place, block, read)
    caption = block.attributes.get("caption", "")
    return Grid(made, (0,), tuple(range(1, len(rows))), tuple(range(width)), caption, unit)
