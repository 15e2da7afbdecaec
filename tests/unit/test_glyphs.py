"""The letters of a PDF as a reader sees them: each is drawn from the file, and again from the font it should be of.

The text of a PDF can be right while its pictures are wrong: two files of one face, and one font is embedded, painted
with the numbers of the other's glyphs. Only pixels tell.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # the package has no types
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageOps, ImageStat

from briefkit import packaged
from briefkit.model import Face
from briefkit.pandoc import Pandoc
from briefkit.render import FORMATS
from briefkit.render.fonts import DISPLAY_SIZE, TEXT_SIZE, _cut
from briefkit.render.pdf import lay_out
from tests.rendering import make_document

pytestmark = pytest.mark.slow

LINE = (
    "Zażółć gęślą jaźń. Příliš žluťoučký kůň úpěl. Pijamalı hasta yağız şoföre. Tiếng Việt ngữ, ở ẵ ệ ỹ. "
    "Őrült űrhajó. Șapte țări, mâță. Þórður, ð, æ. Ķēniņš ģība. Ľúbezný ŕ. Ñandú ¿qué? Œuvre à ÿ. Straße."
)
"""Polish, Czech, Turkish, Vietnamese, Hungarian, Romanian, Icelandic, Latvian, Slovak, Spanish, French, German."""

LETTERS = sorted({letter for letter in LINE if letter.isalpha() and not letter.isascii()})
SPACED = f"{LINE} {'  '.join(LETTERS)}"
WHERE = {
    "text": (SPACED, "Source Serif 4", 400, TEXT_SIZE),
    "a note": (f"A.^[{SPACED}]", "Inter", 400, TEXT_SIZE),
    "a heading": (f"# {SPACED}\n\nA.", "Inter", 700, DISPLAY_SIZE),
}
SCALE = 10
SIDE = 48
LIMIT = 24
"""The mean difference of two pictures of a letter, of 255, from which on they are not of one letter."""


@cache
def face(family: str) -> Face:
    return next(face for face in packaged.load_faces() if face.family == family and face.style == "normal")


def drawn(data: bytes) -> Iterator[tuple[str, Image.Image]]:
    """Each letter beyond ASCII in a PDF that stands between blanks, as it is painted."""
    pdf = pypdfium2.PdfDocument(data)
    page = pdf[0]
    text, height = page.get_textpage(), page.get_height()
    picture = page.render(scale=SCALE, grayscale=True).to_pil()
    shown = f" {text.get_text_range()} "
    for match in re.finditer(r"(?<=\s)[^\W\d_](?=\s)", shown):
        letter, index = match[0], match.start() - 1
        if not letter.isascii():
            left, bottom, right, top = (SCALE * edge for edge in text.get_charbox(index))
            yield (
                letter,
                picture.crop(
                    (int(left) - 4, int(SCALE * height - top) - 4, int(right) + 5, int(SCALE * height - bottom) + 5)
                ),
            )
    pdf.close()


def alone(letter: str, font: Any) -> Image.Image:
    """A letter by itself, from the whole font."""
    picture = Image.new("L", (400, 400), 255)
    ImageDraw.Draw(picture).text((120, 120), letter, font=font, fill=0)
    return picture


def whole_font(family: str, weight: int, size: float) -> Any:
    """A font as it was published, at a weight and an optical size."""
    font = ImageFont.truetype(io.BytesIO(face(family).data), 100)
    wanted = {b"weight": weight, b"optical size": size}
    axes: Any = font.get_variation_axes()
    font.set_variation_by_axes(
        [min(max(wanted.get(axis["name"].lower(), axis["default"]), axis["minimum"]), axis["maximum"]) for axis in axes]
    )
    return font


def fitted(picture: Image.Image) -> Image.Image:
    """A picture of a letter, cut close and scaled to one size, dark on light."""
    dark = ImageOps.autocontrast(ImageChops.invert(picture.convert("L")))
    box = dark.point(lambda value: 255 * (value > 127)).getbbox()
    return dark.crop(box).resize((SIDE, SIDE)) if box else Image.new("L", (SIDE, SIDE))


def difference(one: Image.Image, other: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.difference(fitted(one), fitted(other))).mean[0])


@pytest.mark.parametrize("where", list(WHERE))
def test_every_letter_is_painted_as_its_font_has_it(where: str) -> None:
    text, family, weight, size = WHERE[where]
    font = whole_font(family, weight, size)
    data = FORMATS["pdf"](make_document(f"---\ntitle: T\nlang: en\n---\n\n{text}\n"), Pandoc())
    measured = {letter: difference(picture, alone(letter, font)) for letter, picture in drawn(data)}
    assert sorted(measured) == LETTERS
    assert {letter: value for letter, value in measured.items() if value > LIMIT} == {}


def test_wrong_glyphs_behind_the_right_text_are_seen() -> None:
    source, letters = face("Source Serif 4"), "żółćęśąń"
    halves = [_cut(source, text, "400", TEXT_SIZE) for text in ("abc", letters)]
    rules = "".join(f"@font-face{{font-family:Two;src:url(asset:{index}.ttf)}}" for index in range(2))
    page = f"<html lang=pl><title>t</title><style>{rules}p{{font:40pt Two}}</style><p>abc {' '.join(letters)} abc</p>"
    data = lay_out(page, {f"{index}.ttf": (half, "font/ttf") for index, half in enumerate(halves)})
    font = whole_font("Source Serif 4", 400, TEXT_SIZE)
    assert any(difference(picture, alone(letter, font)) > LIMIT for letter, picture in drawn(data))


def test_two_letters_that_differ_in_a_mark_are_told_apart() -> None:
    font = whole_font("Source Serif 4", 400, TEXT_SIZE)
    for one, other in ("ąa", "żź", "ıi", "ệê", "șs", "őö", "ñn"):
        assert difference(alone(one, font), alone(other, font)) > LIMIT
