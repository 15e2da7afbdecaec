"""The parts of a Word file that runs from left to right go in, the same from right to left come out.

Word mirrors indents, tabs and tables by itself once a paragraph or a table says its direction, but not the bars beside
paragraphs. What is bold or large in Arabic letters is said in words of its own (`bCs`, `szCs`), letters that join are
not tracked, and a run says `rtl` or is taken for Latin.
"""

from __future__ import annotations

import re

from briefkit.assemble.direction import runs_leftward
from briefkit.patterns import regex
from briefkit.render.word_sheet import Border, Style
from briefkit.render.word_xml import w
from briefkit.values import replace

OPPOSITE = {"left": "right", "right": "left"}
BOLD = regex(r"(<w:b((?: w:val=\"[^\"]*\")?) ?/>)(?!\s*<w:bCs)")
RUN = regex(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?(<w:t\b[^>]*>([^<]*)</w:t>)</w:r>", re.DOTALL)
ALIGNED = regex(r'(<w:bidi ?/>\s*<w:jc w:val=)"right"')
SLANTED = regex(r"<w:i ?/>\s*<w:iCs ?/>(?=(?:(?!</w:rPr>).)*<w:rtl ?/>)", re.DOTALL)
TABLE = regex(r"(<w:tblPr>\s*(?:<w:tblStyle [^>]*/>)?)(?!\s*<w:bidiVisual)")


def leftward_style(style: Style) -> Style:
    """The style with its bar on the other side and its letters untracked."""
    return replace(style, borders=tuple(map(_mirrored, style.borders)), tracking=0)


def _mirrored(border: Border) -> Border:
    side, width, colour, distance = border
    return OPPOSITE.get(side, side), width, colour, distance


def leftward_sheet(text: str) -> str:
    """The style sheet in which what is bold is so in Arabic letters too; each paragraph says its direction itself."""
    return BOLD.sub(r"\1<w:bCs\2/>", text)


def leftward_header(text: str) -> str:
    """A header or footer that runs from right to left."""
    text = re.sub(r"(<w:pStyle [^>]*/>)", r"\1<w:bidi/>", text)
    return BOLD.sub(r"\1<w:bCs\2/>", RUN.sub(_leftward_run, text))


def _leftward_run(matched: re.Match[str]) -> str:
    properties, text, plain = matched[1] or "", matched[2], matched[3]
    return w("r", w("rPr", properties, w("rtl")), text) if runs_leftward(plain) else matched[0]


def leftward_body(text: str) -> str:
    """The document with its tables and its section from right to left; pandoc sees to paragraphs and runs.

    Emphasis is bold, because Arabic letters are not slanted. The side where a paragraph begins is called `left`.
    """
    text = ALIGNED.sub(r'\1"left"', text)
    text = SLANTED.sub("<w:b/><w:bCs/>", TABLE.sub(r"\1<w:bidiVisual/>", text))
    return re.sub(r"(<w:titlePg ?/>)(?!\s*<w:bidi)", r"\1<w:bidi/>", text)
