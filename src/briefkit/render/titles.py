"""A document in, the size of its title out: as large as its kind of page has it, less where it is long or has a word
that no line of that size holds.

What is measured is the brand's own font, so that a title in wide letters is set as one that is longer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefkit.assemble.direction import RTL, direction
from briefkit.model import Document
from briefkit.render.fonts import breadth, measurer
from briefkit.values import Value

HEAVIER = 1.05
"""What the heaviest letters take beside the semibold ones that are measured."""
STEPS = (1.0, 0.92, 0.84, 0.76)
"""The sizes that are tried, of the full one."""


class Setting(Value):
    """How a kind of page sets its title: `size` in points, `width` of its line in millimetres, the `lines` it may have
    at that size, and how many `letters` of our own font one holds.
    """

    size: float
    width: float
    lines: int
    letters: int


def title_share(document: Document, setting: Setting) -> float:
    """How large the title is, of the full size: the largest of STEPS at which its words fit their lines, and the lines
    the page.
    """
    words = document.meta.title.split()
    if direction(document.lang) == RTL or not document.brand.faces:
        return 1.0
    measure = measurer(document.brand, setting.size * HEAVIER * 25.4 / 72)
    return next((step for step in STEPS if _fits(words, measure, setting, step)), STEPS[-1])


def line_letters(document: Document, setting: Setting) -> int:
    """How many letters of the title stand on one of its lines."""
    return round(setting.letters / breadth(document.brand) / title_share(document, setting))


def _fits(words: Sequence[str], measure: Callable[[str, bool], float], setting: Setting, step: float) -> bool:
    """Whether no word is divided at this step, and no more lines are filled than may be."""
    lines = list(_lines(words, measure, setting.width / step))
    return len(lines) <= setting.lines and max(lines, default=0.0) <= setting.width / step


def _lines(words: Sequence[str], measure: Callable[[str, bool], float], room: float) -> Iterator[float]:
    """How wide the lines are into which the words go; a word that is wider than the room has one of its own."""
    line = 0.0
    for word in words:
        width, blank = measure(word, True), measure(" ", True)
        if line and line + blank + width > room:
            yield line
            line = width
        else:
            line += (blank if line else 0.0) + width
    if line:
        yield line
