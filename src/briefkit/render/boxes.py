"""Characters go in, a font comes out that has an empty box for each: what no font of a brand can show is seen to be
missing, and no font that happens to be installed takes its place.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from briefkit.patterns import regex

FAMILY = "boxes"
UNITS, WIDTH, HEIGHT, STROKE = 1000, 620, 700, 50
SIDE = 60
"""What is free beside a box."""
MOST = 20_000
"""So many characters a font of boxes has at most."""
BLANKS: Mapping[str, int] = {
    " ": 250,
    "\u00a0": 250,
    "\u2002": 500,
    "\u2009": 200,
    "\u202f": 200,
    "\u2060": 0,
    "\ufe0e": 0,
}
"""Blanks with their widths: they are set in the font of what stands before them."""


def box_font(characters: str) -> bytes:
    """A TrueType font in which each of these characters is a box, by a sign of its own: text is searched by them."""
    # only a brief with characters that no font has needs it; the package has no types
    from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
    from fontTools.ttLib.tables._g_l_y_f import Glyph  # type: ignore[import-untyped]

    codes = sorted({ord(character) for character in characters})[:MOST]
    signs = {code: f"box{code:x}" for code in codes}
    blanks = {ord(blank): f"blank{ord(blank):x}" for blank in BLANKS if ord(blank) not in signs}
    font = FontBuilder(UNITS, isTTF=True)
    font.setupGlyphOrder([".notdef", *signs.values(), *blanks.values()])
    font.setupCharacterMap(signs | blanks)
    font.setupGlyf(
        {".notdef": _box(), **{name: _box() for name in signs.values()}} | dict.fromkeys(blanks.values(), Glyph())
    )
    widths = dict.fromkeys((".notdef", *signs.values()), (WIDTH + 2 * SIDE, SIDE))
    font.setupHorizontalMetrics(
        widths | {blanks[ord(blank)]: (width, 0) for blank, width in BLANKS.items() if ord(blank) in blanks}
    )
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": FAMILY, "styleName": "Regular", "psName": "Boxes-Regular"})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    font.setupPost(keepGlyphNames=False)
    font.setupHead(unitsPerEm=UNITS, created=0, modified=0)
    return saved(font.font)


def saved(font: Any) -> bytes:
    """The file of a font of fontTools, without the time when it was made."""
    made = io.BytesIO()
    font.recalcTimestamp = False
    font.save(made)
    return made.getvalue()


EMOJI = regex("([\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff])\ufe0f?")


def without_emoji(page: str, lacking: str) -> str:
    """The page with the mark of text behind each picture sign that is lacking, which has fonts of its own otherwise."""
    return EMOJI.sub(lambda sign: f"{sign[1]}\ufe0e" if sign[1] in lacking else sign[0], page) if lacking else page


def _box() -> object:
    """The outline of a box: a rectangle, and the hole in it."""
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

    pen = TTGlyphPen(None)
    left, right = SIDE, SIDE + WIDTH
    outer = ((left, 0), (left, HEIGHT), (right, HEIGHT), (right, 0))
    inner = tuple((min(max(x, left + STROKE), right - STROKE), min(max(y, STROKE), HEIGHT - STROKE)) for x, y in outer)
    for start, *others in (outer, inner[::-1]):
        pen.moveTo(start)
        for point in others:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()
