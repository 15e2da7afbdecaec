"""A text in, the cells of R Markdown, Quarto and MyST in it out: ```` ```{r setup} ````, ```` ```{note} ````.

Pandoc reads no attributes in these braces, so that the fence opens no code for it: the cell is running text, its
comments are headings, and the fence that ends it opens code that goes on to the next cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.patterns import regex
from briefkit.values import Value

FENCE = regex(r"^[ ]{0,3}(?P<bars>`{3,40}|~{3,40})(?P<info>[^\n]*)$", re.MULTILINE)
CELL = regex(r"[ \t]*\{[ ]?(?P<name>[A-Za-z][\w-]{0,20})(?:[ ,][^`\n]{0,400})?\}[^`\n]{0,200}")
ATTRIBUTES = regex(
    r"[ \t]*+\{[ ]?(?:[\w-]++=(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^\s\"'{}]++)[ ]*+|[.#][\w:.-]++[ ]*+)++\}[ \t]*"
)
LANGUAGES = frozenset(
    "python r julia ojs observable bash sh zsh shell sql dot graphviz mermaid js javascript typescript ts node stata"
    " sas matlab octave stan rust cpp c perl ruby go scala lua haskell code-cell".split()
)
"""What is code in such a cell; all else is a box of MyST, with text in it."""


class Cell(Value):
    """A cell: where its first fence begins, the braces and the end of that line, its last fence, whether it is code."""

    start: int
    braces: tuple[int, int]
    last: tuple[int, int]
    is_code: bool


def find_cells(text: str) -> Iterator[Cell]:
    """The cells of a text, without those in other code; one that never ends is no code, and its fence is its end."""
    if "`{" not in text and "` {" not in text:
        return
    bars, name = "", ""
    start, braces = 0, (0, 0)
    for match in FENCE.finditer(text):
        if bars and match["bars"].startswith(bars) and not match["info"].strip():
            if name:
                yield Cell(start, braces, match.span("bars"), name in LANGUAGES)
            bars = ""
        elif not bars and (match["bars"][0] == "~" or "`" not in match["info"]):
            bars, name = match["bars"], _name_of(match)
            start, braces = match.start("bars"), match.span("info")
    if bars and name:
        yield Cell(start, braces, (braces[1], braces[1]), is_code=False)


def _name_of(fence: re.Match[str]) -> str:
    """What stands first in the braces of a cell; empty for any other fence."""
    cell = CELL.fullmatch(fence["info"]) if fence["bars"][0] == "`" else None
    return cell["name"].lower() if cell and not ATTRIBUTES.fullmatch(fence["info"]) else ""


def as_pandoc_reads(text: str) -> str:
    """The text with the braces of cells blanked, so that code is code, or the fences of a box; every offset stays."""
    parts, at = [], 0
    for cell in find_cells(text):
        for start, end in (cell.braces,) if cell.is_code else ((cell.start, cell.braces[1]), cell.last):
            parts += [text[at:start], " " * (end - start)]
            at = end
    return "".join((*parts, text[at:]))
