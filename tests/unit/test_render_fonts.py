"""Whole fonts become small ones that hold what is printed."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
import uharfbuzz as hb  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from briefkit import files
from briefkit.brand import default_brand
from briefkit.errors import RenderError
from briefkit.render.fonts import missing_characters, office_cuts, print_cuts, web_cuts, woff2
from briefkit.render.word_fonts import font_parts, garbled, guid

BRAND = default_brand(files.load_faces())


def test_printed_cuts_are_static_and_hold_the_text() -> None:
    cuts = print_cuts(BRAND, "Żeleński")
    assert len({(cut.family, cut.weight, cut.style) for cut in cuts}) == len(cuts)
    for cut in cuts:
        face = hb.Face(cut.data)
        assert not face.axis_infos
        assert {ord(char) for char in "Żeleński‐-"} <= set(face.unicodes)


def test_titles_have_a_cut_of_their_own() -> None:
    assert "Inter Display" in {cut.family for cut in print_cuts(BRAND, "")}


def test_web_cuts_are_small_and_readable_by_others() -> None:
    cuts = web_cuts(BRAND, "Żeleński")
    assert sum(len(cut.data) for cut in cuts) < 250_000
    for cut in cuts:
        font = TTFont(io.BytesIO(cut.data))
        assert font.flavor == "woff2"
        assert [axis.axisTag for axis in font["fvar"].axes] == ["wght"]
        assert ord("Ż") in font.getBestCmap()
        assert font.getGlyphSet()[font.getBestCmap()[ord("Ż")]].width > 0


def test_woff2_holds_the_same_tables() -> None:
    plain = print_cuts(BRAND, "abc")[0].data
    packed = TTFont(io.BytesIO(woff2(plain)))
    assert set(packed.reader.keys()) == set(TTFont(io.BytesIO(plain)).reader.keys())


def test_cuts_are_the_same_every_time() -> None:
    assert web_cuts(BRAND, "abc") == web_cuts(BRAND, "cba")


def test_a_broken_font_is_named() -> None:
    face = replace(BRAND.faces[0], data=b"no font")
    with pytest.raises(RenderError, match="Inter"):
        print_cuts(replace(BRAND, faces=(face,)), "a")


def test_missing_characters_are_found() -> None:
    assert missing_characters(BRAND, "abc Ż – 漢") == "漢"


def test_fonts_for_word_are_garbled_and_can_be_read_again() -> None:
    cuts = office_cuts(BRAND)
    parts = font_parts(cuts)
    key = bytes.fromhex(guid(bytes(range(16))).strip("{}").replace("-", ""))
    assert key == bytes(range(16))
    assert garbled(garbled(cuts[0].data, key), key) == cuts[0].data
    assert parts["word/fonts/font1.odttf"][:4] != cuts[0].data[:4]
    assert parts["word/fontTable.xml"].count(b"w:fontKey") == len(cuts) == 8
