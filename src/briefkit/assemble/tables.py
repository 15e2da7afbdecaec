"""Tables: column widths from what the cells hold, figures to the right, headings with their scope."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.tree import Node
from briefkit.patterns import regex

LINE, WIDE_LINE = 80, 100
"""Characters that fit on a line of a table as wide as the text, and as wide as the page, which Word makes narrowest."""
WIDE = 74
"""A table whose cells need more than this on one line is set over the whole page."""
NARROW, LEAST_NARROW, LOOSE = 0.62, 0.25, 1.3
"""A table that needs less than the first share of a line, and room between its columns besides, is as wide as it must
be, but not less than the second share: figures are read across to their names.
"""
ROOMIER = 1.06
"""What a line holds besides in most faces: room for the sake of which a cell may wrap, but no word is broken."""
LABEL = 12
"""Letters of a caption's label, `Table 12`."""
ALIKE = 1.25
"""Columns of figures up to so many times as wide as the least of them are made one width."""
DENSE_LINE = 116
"""What fits on a line as wide as the page in the type of dense tables."""
UNBROKEN = 14
"""Up to this length a cell is never wrapped: dates, sums, single words."""
KEPT_ROWS = 12
"""Up to about so many lines a table is not divided between pages: a longer one could leave a third of one empty."""
WITH_UNIT = 22
"""Up to this length a cell that begins with a figure is one with its unit: `12.5 million euros`."""
LONGEST = 46
"""More than this a column does not ask for: it wraps."""
PROSE, AS_PROSE = 20, 30
"""A column with a cell longer than the second number is read as text, in lines of at least the first."""
GAP = 2.6
"""What the space between two columns is in letters."""
SLIM, BROAD = frozenset("fijlrtI.,:;'\u2019|!()[]/- "), frozenset("mwMW%@\u2014")
BLANKS = regex(r"[ \t\n]+")
"""Where a line may end; not at a blank that holds a figure and its unit together."""
UNIT = regex(r"\([^()]{1,12}\)")
"""What a heading says of its figures: `(€ m)`."""
FIGURE = regex(r"[~≈<>≤≥±+−–-]?\s*(?:[$€£]|US\$)?\s*\d")
FIGURES = regex(r"[~≈<>≤≥±+−–-]?\s*(?:[$€£]|US\$)?\s*[\d.,\s–-]*\d\s*(?:%|‰|[kKmMbB]|bn|m|pp|x|×)?")
DAY = regex(r"\d{4}-\d\d(?:-\d\d)?")


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
    widths = _in_hundredths([width * share for width in widths])
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
    return sum(min(_longest(column, _unbroken), DIVIDED + GAP) for column in columns)


def widened(table: Node, times: float) -> Node:
    """The table so many times as wide, or as wide as the line."""
    aligned = table["c"][2]
    share = sum(width["c"] for _, width in aligned if width["t"] == "ColWidth")
    if not 0 < share < 1:
        return table
    by = min(1 / share, times)
    wider = [[how, {"t": "ColWidth", "c": round(width["c"] * by, 4)}] for how, width in aligned]
    return {**table, "c": [*table["c"][:2], wider, *table["c"][3:]]}


def _in_hundredths(widths: Sequence[float]) -> list[float]:
    """The widths in whole hundredths, which is what pandoc cuts them down to in HTML: those that lose most by it are
    rounded up for as many as the others lose. A little more lets none be cut down once again.
    """
    made = [int(width * 100) for width in widths]
    left = round(sum(widths) * 100) - sum(made)
    for number in sorted(range(len(made)), key=lambda n: made[n] / (widths[n] or 1.0))[:left]:
        made[number] += 1
    return [hundredths / 100 + 1e-5 for hundredths in made]


def share_of_line(columns: Sequence[Sequence[str]], caption: str, line: float) -> float:
    """How much of the line a table is given: all of it, or little where cells and caption are short."""
    needs = LOOSE * sum(_longest(column, _whole) for column in columns)
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


def needed(columns: Sequence[Sequence[str]]) -> float:
    """The room without which words are broken, or texts and headings have a word on each line."""
    return sum(
        max(_longest(column, _words), _longest(column[1:], _lines), _longest(column[:1], _halves)) for column in columns
    )


def column_widths(columns: Sequence[Sequence[str]], line: float = LINE, gap: float = GAP) -> list[float]:
    """Shares of the line: first each column has room for its longest word, or where the line does not hold them all the
    longest of these are divided, none else; then texts for lines of some words, then
    figures with their units and short cells have theirs, and what is left goes to those who have most to say. Headings
    come last, since one that is wrapped takes a line once and a cell one in each row. Columns of figures that are about
    as wide are as wide as each other.
    """
    longest = partial(_longest, gap=gap)
    got = _levelled([longest(column, _words) for column in columns], ROOMIER * line)
    heads, bodies = [column[:1] for column in columns], [column[1:] for column in columns]
    stages = (
        *((bodies, _lines), (bodies, _unbroken), (heads, _two_lines)),
        *((bodies, _whole), (heads, _unbroken), (heads, _whole)),
    )
    for cells, parts in stages:
        wish = [max(0.0, longest(column, parts) - had) for column, had in zip(cells, got, strict=True)]
        prose = [cells is not bodies or any(len(cell) > AS_PROSE for cell in column) for column in cells]
        got = [had + more for had, more in zip(got, _granted(wish, prose, ROOMIER * line - sum(got)), strict=True)]
    got = _alike(got, [are_mostly_figures(column[1:]) for column in columns], ROOMIER * line)
    total = sum(got) or 1.0
    return [round(width / total, 4) for width in got]


def _alike(widths: Sequence[float], figures: Sequence[bool], room: float) -> list[float]:
    """The widths, those of columns of figures that are about the same made the same, if there is room for it."""
    level, made = 0.0, list(widths)
    for number in sorted((n for n, so in enumerate(figures) if so), key=widths.__getitem__, reverse=True):
        level = level if level and widths[number] * ALIKE >= level else widths[number]
        made[number] = level
    return made if sum(made) <= room else list(widths)


def _levelled(widths: Sequence[float], room: float) -> list[float]:
    """The widths, the widest cut down to one, so that there is room for all."""
    left, level = room, 0.0
    for number, width in enumerate(sorted(widths)):
        level = left / (len(widths) - number)
        if width > level:
            break
        left -= width
    else:
        return list(widths)
    return [min(width, level) for width in widths]


def _granted(wish: Sequence[float], prose: Sequence[bool], spare: float) -> list[float]:
    """What each column gets of the room to spare: short cells all that they wish, the smallest first, since a part of
    it would leave them wrapped as they were; texts and headings, which any room makes shorter, share the rest with the
    cells for which there was not enough.
    """
    given: dict[int, float] = {}
    for number in sorted((n for n, text in enumerate(prose) if not text), key=wish.__getitem__):
        if wish[number] <= spare:
            given[number] = wish[number]
            spare -= wish[number]
    wanted = sum(want for number, want in enumerate(wish) if number not in given)
    scale = min(1.0, max(0.0, spare) / wanted) if wanted else 0.0
    return [given.get(number, want * scale) for number, want in enumerate(wish)]


def _longest(column: Sequence[str], parts: Callable[[str], Iterable[str]], gap: float = GAP) -> float:
    """The room that the longest of these parts of its cells takes, with the gap to the next column."""
    return max((_room(part) for cell in column for part in parts(cell)), default=0.0) + gap


def _room(text: str) -> float:
    """How long a text is, if bold, in letters of mean width: capitals and some others are wider, some are slim."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> float:
    if letter in SLIM:
        return 0.62
    if letter in BROAD:
        return 1.6
    return 1.24 if letter.isupper() else 1.07


def _lines(cell: str) -> Iterator[str]:
    """What stands at least on a line of a text."""
    if len(cell) > AS_PROSE:
        yield "n" * PROSE


def _halves(cell: str) -> Iterator[str]:
    """Half of a heading, which is then not wrapped into a tower of words."""
    yield cell[: len(cell) // 2]


def _two_lines(cell: str) -> Iterator[str]:
    """The two lines of a heading that is divided where they are most alike."""
    words = _words(cell)
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    yield from min(cuts, key=lambda cut: max(map(len, cut)), default=())


def _words(cell: str) -> list[str]:
    return BLANKS.split(cell)


def _unbroken(cell: str) -> Iterator[str]:
    """What should not be divided: a short cell, a figure with its unit, a figure and the word that follows it."""
    if len(cell) <= UNBROKEN or (len(cell) <= WITH_UNIT and FIGURE.match(cell)):
        yield cell
        return
    words = _words(cell)
    yield from words
    yield from (f"{one} {other}" for one, other in pairwise(words) if one[-1:].isdigit())


def _whole(cell: str) -> tuple[str]:
    return (cell[:LONGEST],)


def are_figures(cells: Sequence[str]) -> bool:
    """Whether all cells that say something hold a figure, which a day is not."""
    filled = [cell for cell in cells if cell and cell not in ("–", "—", "-", "n/a")]
    return bool(filled) and all(FIGURES.fullmatch(cell) and not DAY.fullmatch(cell) for cell in filled)


def are_mostly_figures(cells: Sequence[str]) -> bool:
    """Whether more cells hold a figure than not, and no other says more than `none`."""
    filled = [cell for cell in cells if cell]
    others = [cell for cell in filled if not are_figures([cell])]
    return len(others) < len(filled) / 2 and all(len(cell) <= UNBROKEN and " " not in cell for cell in others)


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
