"""Whole fonts become small ones that hold what is printed."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from itertools import pairwise

import pytest
import uharfbuzz as hb  # type: ignore[import-untyped]
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from briefkit import packaged
from briefkit.brand import default_brand
from briefkit.brand.scripts import CODE, with_arabic, with_code
from briefkit.errors import RenderError
from briefkit.model import Brand, Face
from briefkit.render import woff2
from briefkit.render.fonts import (
    NARROWEST,
    arabic_families,
    breadth,
    count_characters,
    missing_characters,
    office_cuts,
    print_cuts,
    web_cuts,
)
from briefkit.render.word_fonts import font_parts, garbled, guid
from briefkit.values import replace
from tests.branding import make_font

BRAND = default_brand(packaged.load_faces())


def test_printed_cuts_are_static_and_hold_the_text() -> None:
    cuts = print_cuts(BRAND, "Żeleński")
    assert len({(cut.family, cut.weight, cut.style) for cut in cuts}) == len(cuts)
    for cut in cuts:
        face = hb.Face(cut.data)
        assert not face.axis_infos
        assert {ord(char) for char in "Żeleński‐-"} <= set(face.unicodes)


def with_headings(font: bytes) -> Brand:
    """A brand whose headings are in a font of its own."""
    families = {**BRAND.families, "headings": "Lane Sans"}
    return replace(BRAND, faces=(*BRAND.faces, Face("Lane Sans", "400", "normal", font)), families=families)


def changed(change: Callable[[TTFont], None]) -> bytes:
    """A font in which something was changed."""
    font, made = TTFont(io.BytesIO(make_font("Lane Sans"))), io.BytesIO()
    change(font)
    font.save(made)
    return made.getvalue()


def test_a_font_whose_letters_have_no_width_has_a_breadth() -> None:
    def flatten(font: TTFont) -> None:
        font["hmtx"].metrics = dict.fromkeys(font["hmtx"].metrics, (0, 0))

    assert breadth(with_headings(changed(flatten))) == NARROWEST
    assert 0.9 < breadth(with_headings(make_font("Lane Sans"))) < 1.1


def test_a_font_that_makes_many_signs_of_one_is_told() -> None:
    def swell(font: TTFont) -> None:
        steps = "".join(f"sub {one} by {' '.join([two] * 64)};" for one, two in pairwise("opqrs"))
        steps = "".join(f"lookup L{n} {{ {step}; }} L{n};" for n, step in enumerate(steps.split(";")[:-1]))
        addOpenTypeFeaturesFromString(font, f"feature liga {{ {steps} }} liga;")

    with pytest.raises(RenderError, match=r"the font of Lane Sans makes more signs .* than can be set"):
        breadth(with_headings(changed(swell)))


def test_titles_have_a_cut_of_their_own() -> None:
    assert "Inter Display" in {cut.family for cut in print_cuts(BRAND, "")}


def test_a_family_without_italic_is_slanted_in_the_pdf_and_one_with_it_is_not() -> None:
    upright = make_font("Lane Sans")
    families = dict.fromkeys(("base", "headings", "monospace"), "Lane Sans")
    own = replace(BRAND, faces=(Face("Lane Sans", "400", "normal", upright),), families=families)
    cuts = {(cut.family, cut.style): cut for cut in print_cuts(own, "il")}
    leaning, straight = (hb.Face(cuts["Lane Sans", style].data) for style in ("italic", "normal"))
    boxes = [hb.Font(face).get_glyph_extents(hb.Font(face).get_nominal_glyph(ord("l"))) for face in (leaning, straight)]
    assert boxes[0].width > 1.5 * boxes[1].width
    assert boxes[0].height == boxes[1].height
    italics = [cut for cut in print_cuts(BRAND, "") if cut.style == "italic"]
    assert {cut.family for cut in italics} == {"Inter", "Source Serif 4"}


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
    packed = TTFont(io.BytesIO(woff2.pack(plain)))
    assert set(packed.reader.keys()) == set(TTFont(io.BytesIO(plain)).reader.keys())


def test_cuts_are_the_same_every_time() -> None:
    assert web_cuts(BRAND, "abc") == web_cuts(BRAND, "cba")


def test_a_broken_font_is_named() -> None:
    face = replace(BRAND.faces[0], data=b"no font")
    with pytest.raises(RenderError, match="Inter"):
        print_cuts(replace(BRAND, faces=(face,)), "a")


def damaged(face: Face, table: str, byte: bytes) -> Face:
    """A face of which a table says nothing any more."""
    at = face.data.index(table.encode(), 12)
    start, size = struct.unpack(">II", face.data[at + 8 : at + 16])
    return replace(face, data=face.data[:start] + byte * size + face.data[start + size :])


@pytest.mark.parametrize("byte", [b"\0", b"\xff"])
@pytest.mark.parametrize("table", ["glyf", "loca", "gvar", "avar", "HVAR", "hhea", "head", "maxp"])
def test_a_font_with_a_damaged_table_counts_no_characters(table: str, byte: bytes) -> None:
    face = BRAND.faces[0]
    assert count_characters(face) > 2_000
    with pytest.raises(RenderError, match=face.family):
        count_characters(damaged(face, table, byte))


@pytest.mark.parametrize("table", ["glyf", "loca"])
def test_a_font_without_outlines_is_never_printed(table: str) -> None:
    brand = replace(BRAND, faces=tuple(damaged(face, table, b"\xff") for face in BRAND.faces))
    for cuts in (print_cuts, web_cuts):
        with pytest.raises(RenderError, match="is damaged: it prints nothing for 0 1 2"):
            cuts(brand, "a")


def test_a_good_font_may_have_a_blank_for_an_odd_letter() -> None:
    font = TTFont(io.BytesIO(make_font("Odd")))
    for table in font["cmap"].tables:
        table.cmap[ord("ŋ")] = "space"
    made = io.BytesIO()
    font.save(made)
    assert count_characters(Face("Odd", "400", "normal", made.getvalue())) > 500


def test_missing_characters_are_found() -> None:
    assert missing_characters(BRAND, "abc Ż – 漢") == "漢"


ARABIC = with_arabic(BRAND, packaged.load_arabic_faces())
"""The built-in brand, fit for a text with Arabic letters."""


def test_letters_that_the_brand_lacks_are_in_a_family_behind_its_own() -> None:
    for cuts in (print_cuts(ARABIC, "abc سلام؟"), web_cuts(ARABIC, "abc سلام؟")):
        behind = [cut for cut in cuts if cut.family == "Noto Naskh Arabic"]
        assert [(cut.weight, cut.style) for cut in behind] == [("400", "normal"), ("700", "normal")]
    face = hb.Face(print_cuts(ARABIC, "abc سلام؟")[-1].data)
    assert {ord(letter) for letter in "سلام؟"} <= set(face.unicodes)
    assert ord("ظ") not in face.unicodes
    assert missing_characters(ARABIC, "abc سلام؟ 漢") == "漢"


def test_a_text_without_arabic_letters_takes_nothing_of_that_family() -> None:
    assert print_cuts(ARABIC, "abc") == print_cuts(BRAND, "abc")


def house(*uses: str) -> Brand:
    """A brand that sets these uses in a family of its own that has Arabic letters, fit for a text with some."""
    own = tuple(replace(face, family="House") for face in packaged.load_arabic_faces())
    brand = replace(BRAND, faces=(*BRAND.faces, *own), families={**BRAND.families, **dict.fromkeys(uses, "House")})
    return with_arabic(brand, packaged.load_arabic_faces())


def test_a_brand_with_arabic_letters_is_set_in_its_own_in_word() -> None:
    assert arabic_families(BRAND) is None
    assert arabic_families(ARABIC) == ("Noto Naskh Arabic", "Noto Naskh Arabic")
    assert arabic_families(house("base")) == ("House", "Noto Naskh Arabic")
    assert arabic_families(house("base", "headings")) == ("House", "House")
    assert "Noto Naskh Arabic" in {cut.family for cut in office_cuts(house("base"))}
    assert "Noto Naskh Arabic" not in {cut.family for cut in office_cuts(house("base", "headings"))}


def test_a_brand_that_uses_our_arabic_family_needs_no_other() -> None:
    faces = packaged.load_arabic_faces()
    brand = replace(BRAND, faces=(*BRAND.faces, *faces), families={**BRAND.families, "base": faces[0].family})
    assert with_arabic(brand, faces) == brand


def test_fonts_for_word_are_garbled_and_can_be_read_again() -> None:
    cuts = office_cuts(BRAND)
    parts = font_parts(cuts)
    key = bytes.fromhex(guid(bytes(range(16))).strip("{}").replace("-", ""))
    assert key == bytes(range(16))
    assert garbled(garbled(cuts[0].data, key), key) == cuts[0].data
    assert parts["word/fonts/font1.odttf"][:4] != cuts[0].data[:4]
    assert parts["word/fontTable.xml"].count(b"w:fontKey") == len(cuts) == 8


CODED = with_code(BRAND, packaged.load_code_faces())


def test_code_has_one_weight_in_print_and_on_the_web_and_the_rest_stays_as_it_was() -> None:
    for cuts in (print_cuts, web_cuts):
        made = cuts(CODED, "abc")
        assert [(cut.weight, cut.style) for cut in made if cut.family == CODE] == [("400", "normal")]
        assert tuple(cut for cut in made if cut.family != CODE) == cuts(BRAND, "abc")


def test_code_in_word_calls_itself_by_its_family() -> None:
    cuts = [cut for cut in office_cuts(CODED) if cut.family == CODE]
    assert [cut.weight for cut in cuts] == ["400", "700"]
    names = {hb.Face(cut.data).get_name(hb.OTNameIdPredefined.FONT_FAMILY) for cut in cuts}
    assert names == {CODE}


def test_what_the_font_for_code_lacks_is_not_missing() -> None:
    assert missing_characters(CODED, "₿ ‥ ├") == missing_characters(BRAND, "₿ ‥ ├") == "├"


def test_code_in_a_family_of_text_takes_no_faces_more() -> None:
    faces = packaged.load_code_faces()
    own = replace(BRAND, faces=(*BRAND.faces, *faces), families={**BRAND.families, "headings": CODE})
    assert with_code(own, faces).faces == own.faces
