"""The charts of a brief and its text in, their places out: the fence of each, and the words of its caption in it."""

from __future__ import annotations

from collections.abc import Sequence

from briefkit.parse.chart_blocks import CHART
from briefkit.parse.places import Spanned, Token
from briefkit.parse.prose import find_no_prose
from briefkit.parse.runs import Run
from briefkit.patterns import regex
from briefkit.text import WORD

EDGES = " \t>"
"""What may stand before a line of a fence: blanks, and the bars of block quotes."""


NOWHERE = (0, 0)
"""Stands for the place of a fence that does not stand as it is read."""


def find_fences(text: str, codes: Sequence[str]) -> list[tuple[int, int]]:
    """Where the opening line of each chart stands, as (start, end)."""
    fences: dict[str, list[tuple[int, int]]] = {}
    for match in find_no_prose(text) if codes else ():
        opening, *body = (match["fence"] or "").split("\n")[:-1] or ("",)
        if CHART in opening:
            start = match.start() + len(opening) - len(opening.lstrip(EDGES))
            fences.setdefault(_bare("\n".join(body)), []).append((start, match.start() + len(opening)))
    left = {body: iter(spots) for body, spots in fences.items()}
    return [next(left.get(_bare(code), iter(())), NOWHERE) for code in codes]


def with_charts(text: str, written: str, codes: Sequence[str]) -> str:
    """A text in which code of `written` is blanked, with the data of the charts, whose `codes` are given."""
    pieces: list[str] = []
    at = 0
    for code, fence in zip(codes, find_fences(written, codes), strict=True):
        start = stop = fence[1] + 1
        for _ in code.split("\n") if code and fence != NOWHERE and start > at else ():
            stop = written.find("\n", stop) + 1 or len(written) + 1
        if stop > start:
            pieces += (text[at:start], written[start : stop - 1])
            at = stop - 1
    return "".join((*pieces, text[at:]))


def _bare(code: str) -> str:
    """The lines of some code without what stands before and behind them, blank ones at the ends left out."""
    return "\n".join(line.strip(EDGES) for line in code.strip("\n").split("\n"))


CAPTION = regex(r"""\bcaption=(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|(?P<bare>[^\s}]*))""")


def place_charts(runs: Sequence[Run], placed: list[list[Spanned]], text: str) -> None:
    """Give the runs of charts their places: the data that of the fence, a caption those of its words in the fence."""
    data = [number for number, run in enumerate(runs) if run.kind == CHART]
    fences = find_fences(text, [runs[number].atoms[0].text for number in data])
    for number, fence in zip(data, fences, strict=True):
        placed[number] = [(Token(number, 0, 0, ""), fence)]
        if number + 1 < len(runs) and runs[number + 1].in_fence:
            placed[number + 1] = _caption_words(runs[number + 1], number + 1, text, fence)


def _caption_words(run: Run, number: int, text: str, fence: tuple[int, int]) -> list[Spanned]:
    """The words of a caption with their places; that of the fence for all when they do not stand there as read."""
    tokens = [Token(number, at, m.start(), m[0]) for at, atom in enumerate(run.atoms) for m in WORD.finditer(atom.text)]
    typed = CAPTION.search(text, *fence)
    span = typed.span(str(typed.lastgroup)) if typed else fence
    spots = [m.span() for m in WORD.finditer(text, *span)]
    if [text[a:b] for a, b in spots] == [token.word for token in tokens]:
        return list(zip(tokens, spots, strict=True))
    return [(token, fence) for token in tokens]
