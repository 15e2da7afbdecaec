"""The cells of a table in, the widths of its columns out: what is counted is letters of mean width."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from briefkit.patterns import regex

LINE, WIDE_LINE = 80, 100
"""Characters that fit on a line of a table as wide as the text, and as wide as the page, which Word makes narrowest."""
ROOMIER = 1.06
"""What a line holds besides in most faces: room for the sake of which a cell may wrap, but no word is broken."""
ALIKE = 1.25
"""Columns of figures up to so many times as wide as the least of them are made one width."""
DENSE_LINE = 116
"""What fits on a line as wide as the page in the type of dense tables."""
UNBROKEN = 14
"""Up to this length a cell is never wrapped: dates, sums, single words."""
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
FIGURE = regex(r"[~≈<>≤≥±+−–-]?\s*(?:[$€£]|US\$)?\s*\d")
FIGURES = regex(r"[~≈<>≤≥±+−–-]?\s*(?:[$€£]|US\$)?\s*[\d.,\s–-]*\d\s*(?:%|‰|[kKmMbB]|bn|m|pp|x|×)?")
DAY = regex(r"\d{4}-\d\d(?:-\d\d)?")


def needed(columns: Sequence[Sequence[str]]) -> float:
    """The room without which words are broken, or texts and headings have a word on each line."""
    return sum(
        max(longest(column, words_of), longest(column[1:], _lines), longest(column[:1], _halves)) for column in columns
    )


def column_widths(columns: Sequence[Sequence[str]], line: float = LINE, gap: float = GAP) -> list[float]:
    """Shares of the line.

    First each column has room for its longest word, or where the line does not hold them all, the longest of these are
    divided; then texts have it for lines of some words, then figures with their units and short cells, and what is left
    goes to those who have most to say. Headings come last, since one that is wrapped takes a line once and a cell one
    in each row. Columns of figures that are about as wide are made one width.
    """
    room = partial(longest, gap=gap)
    got = least = _levelled([room(column, words_of) for column in columns], ROOMIER * line)
    heads, bodies = [column[:1] for column in columns], [column[1:] for column in columns]
    stages = (
        *((bodies, _lines), (bodies, unbroken), (heads, _two_lines)),
        *((bodies, whole), (heads, unbroken), (heads, whole)),
    )
    for cells, parts in stages:
        wish = [max(0.0, room(column, parts) - had) for column, had in zip(cells, got, strict=True)]
        prose = [cells is not bodies or any(len(cell) > AS_PROSE for cell in column) for column in cells]
        got = [had + more for had, more in zip(got, _granted(wish, prose, ROOMIER * line - sum(got)), strict=True)]
    got = _no_less(_alike(got, [are_mostly_figures(column[1:]) for column in columns], line), least, line)
    total = sum(got) or 1.0
    return [round(width / total, 4) for width in got]


def _no_less(widths: Sequence[float], least: Sequence[float], line: float) -> list[float]:
    """The widths; where they take more than the line holds in our own face, what is beyond the longest words is cut
    down to it: in a broader face no word is broken for the sake of cells that may wrap.
    """
    beyond, spare = sum(widths) - sum(least), line - sum(least)
    if sum(widths) <= line or spare < 0:
        return list(widths)
    return [word + (width - word) * spare / beyond for width, word in zip(widths, least, strict=True)]


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


def longest(column: Sequence[str], parts: Callable[[str], Iterable[str]], gap: float = GAP) -> float:
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
    words = words_of(cell)
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    yield from min(cuts, key=lambda cut: max(map(len, cut)), default=())


def words_of(cell: str) -> list[str]:
    """What a line may end behind."""
    return BLANKS.split(cell)


def unbroken(cell: str) -> Iterator[str]:
    """What should not be divided: a short cell, a figure with its unit, a figure and the word that follows it."""
    if len(cell) <= UNBROKEN or (len(cell) <= WITH_UNIT and FIGURE.match(cell)):
        yield cell
        return
    words = words_of(cell)
    yield from words
    yield from (f"{one} {other}" for one, other in pairwise(words) if one[-1:].isdigit())


def whole(cell: str) -> tuple[str]:
    """All of a cell that is not to be wrapped."""
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
