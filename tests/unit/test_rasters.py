"""Drawings in SVG become PNGs for Word: of the right size, with the brand's fonts, the same bytes each time."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from typing import Any

import pytest

from briefkit import packaged
from briefkit.assemble.drawings import Unfit, fit_drawing, shown_size
from briefkit.assemble.pictures import density_of, fit_picture, size_of
from briefkit.brand import default_brand
from briefkit.errors import RenderError
from briefkit.model import Asset, Brand, Face, Logo
from briefkit.pandoc import Pandoc
from briefkit.pipeline.rasters import as_png, with_drawings
from briefkit.render import FORMATS
from briefkit.render.docx import unpacked
from briefkit.values import replace
from tests.branding import make_font
from tests.rendering import make_document
from tests.unit.test_pictures import png

pytestmark = pytest.mark.slow

SHAPES = '<rect width="300" height="150" fill="#369"/><circle cx="80" cy="70" r="40" fill="#fff"/>'


def svg(inside: str = SHAPES, head: str = 'width="300" height="150" viewBox="0 0 300 150"') -> bytes:
    return fit_drawing(f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'.encode())[0]


def brand() -> Brand:
    return default_brand(packaged.load_faces())


def drawing(name: str = "a.svg", **given: Any) -> Asset:
    return Asset(name, svg(**given), "image/svg+xml")


def test_the_picture_is_whole_and_has_three_dots_to_a_pixel() -> None:
    made = as_png("a", svg(), brand())
    assert fit_picture(made) == (made, "image/png")
    assert size_of(made) == (900, 450)
    assert round(density_of(made)) == 288


@pytest.mark.parametrize("unit", ["mm", "cm", "in", "pt", "pc"])
def test_a_drawing_may_be_measured_in_anything(unit: str) -> None:
    made = as_png("a", svg(head=f'width="40{unit}" height="20{unit}" viewBox="0 0 300 150"'), brand())
    width, height = size_of(made)
    assert width / height == pytest.approx(2, rel=0.05)


def test_the_same_drawing_makes_the_same_bytes() -> None:
    assert as_png("a", svg(), brand()) == as_png("a", svg(), brand())


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('width="300" viewBox="0 0 30 15"', (300, 150)),
        ('width="3in" viewBox="0 0 30 15"', (288, 144)),
        ('width="50mm" height="9" viewBox="0 0 30 15"', (189, 94)),
        ('viewBox="0 0 30 15"', (624, 312)),
        ('width="100%" viewBox="0 0 30 15"', (624, 312)),
        ('width="40" height="20"', (40, 20)),
    ],
)
def test_a_drawing_is_as_large_as_it_says_or_as_wide_as_the_text(head: str, size: tuple[int, int]) -> None:
    width, height = shown_size(svg(head=head), 624)
    assert (int(width + 0.5), int(height)) == size


@pytest.mark.parametrize("head", ['width="9000" viewBox="0 0 90 10"', 'width="500" viewBox="0 0 10 900"'])
def test_no_picture_is_larger_than_a_page(head: str) -> None:
    width, height = size_of(as_png("a", svg(head=head), brand()))
    assert 0 < width <= 3 * 624
    assert 0 < height <= 3 * 756 + 90


def test_text_is_set_in_the_fonts_of_the_brand() -> None:
    empty = as_png("a", svg(""), brand())
    text = '<text x="9" y="90" font-size="40" font-family="{0}">Łódź</text>'
    texts = [as_png("a", svg(text.format(family)), brand()) for family in ("Inter", "'Source Serif 4'")]
    assert len({empty, *texts}) == 3
    unknown = as_png("a", svg(text.format("No Such Face, sans-serif")), brand())
    assert unknown == texts[0]


@pytest.mark.parametrize("family", ["Lane Serif", "Helvetica", "monospace"])
def test_text_is_there_when_a_font_calls_itself_otherwise_than_its_brand_does(family: str) -> None:
    data = make_font("Quarry Text")
    faces = (Face("Lane Serif", "400", "normal", data), Face("Lane Serif", "700", "normal", data))
    own = replace(brand(), faces=faces, families=dict.fromkeys(("base", "headings", "monospace"), "Lane Serif"))
    words = f'<text x="9" y="90" font-size="40" font-family="{family}">Kitchen</text>'
    assert as_png("a", svg(words), own) != as_png("a", svg(""), own)


@pytest.mark.parametrize("inside", ['<circle r="999999999" fill="red"/>'])
def test_what_the_engine_gives_up_on_is_an_error_with_a_cure(inside: str) -> None:
    with pytest.raises(RenderError, match="the drawing could not be drawn") as raised:
        as_png("the drawing", svg(inside), brand())
    assert "put a PNG of the same name beside it" in raised.value.hint


def nested(count: int, how: str = 'fill="url(#p{0})"', head: str = "") -> str:
    parts = "".join(
        f'<pattern id="p{n}" width="1" height="1"><rect width="9" height="9" {how.format(n + 1)}/>'
        f'<rect width="5" height="5" {how.format(n + 1)}/></pattern>'
        for n in range(count)
    )
    return f'{head}<defs>{parts}<pattern id="p{count}"/></defs><rect width="9" height="9" {how.format(0)}/>'


@pytest.mark.parametrize("count", [20, 1500])
def test_parts_that_repeat_others_over_and_over_are_refused(count: int) -> None:
    with pytest.raises(Unfit, match="repeats parts that repeat others"):
        svg(nested(count))


def test_the_same_by_a_style_sheet_is_refused() -> None:
    rules = "".join(f".c{n}{{fill:url(#p{n})}}" for n in range(30))
    with pytest.raises(Unfit, match="repeats parts that repeat others"):
        svg(nested(25, 'class="c{0}"', f"<style>{rules}</style>"))


def test_a_few_levels_and_a_circle_are_let_through() -> None:
    assert svg(nested(3))
    assert svg('<pattern id="p0"><rect width="9" height="9" fill="url(#p0)"/></pattern>')


# --- in Word -----------------------------------------------------------------------------------


def word(text: str, *assets: Asset, brand: Brand | None = None) -> dict[str, bytes]:
    from briefkit.values import replace

    document = make_document(f"---\ntitle: T\n---\n\n{text}\n", assets={asset.name: asset for asset in assets})
    document = replace(document, brand=brand) if brand else document
    return unpacked(FORMATS["docx"](with_drawings(document), Pandoc()))


def extents(parts: dict[str, bytes]) -> list[tuple[float, float]]:
    """How large each picture is shown, in centimetres."""
    found = re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', parts["word/document.xml"].decode())
    return [(round(int(x) / 360_000, 1), round(int(y) / 360_000, 1)) for x, y in found]


def pictures(parts: dict[str, bytes]) -> list[bytes]:
    return [data for name, data in sorted(parts.items()) if name.startswith("word/media/")]


def test_a_drawing_is_shown_in_word() -> None:
    parts = word("![A pump](a.svg)", drawing())
    assert pictures(parts) == [as_png("a", svg(), brand())]
    assert extents(parts) == [(7.9, 4.0)]


def test_the_png_beside_it_is_shown_instead() -> None:
    twin = Asset("a.png", png(width=48, height=24), "image/png")
    assert pictures(word("![A pump](a.svg)", drawing(), twin)) == [twin.data]


@pytest.mark.parametrize(
    ("size", "shown"),
    [((96, 48), (2.5, 1.3)), ((4000, 1000), (16.6, 4.2)), ((100, 4000), (0.5, 20.0)), ((1000, 4000), (5.0, 20.0))],
)
def test_a_picture_has_its_own_size_or_that_of_the_page(size: tuple[int, int], shown: tuple[float, float]) -> None:
    asset = Asset("a.png", png(width=size[0], height=size[1]), "image/png")
    ((width, height),) = extents(word("![A pump](a.png)", asset))
    assert abs(width - shown[0]) <= 0.15
    assert abs(height - shown[1]) <= 0.15


def test_the_author_sets_another_size() -> None:
    asset = Asset("a.png", png(width=96, height=96), "image/png")
    assert extents(word("![A pump](a.png){width=8cm}", asset)) == [(8.0, 8.0)]


def test_a_picture_counts_by_its_own_density() -> None:
    whole = png(width=300, height=300)
    content = b"pHYs" + struct.pack(">IIB", 11_811, 11_811, 1)
    import zlib

    dense = whole[:33] + struct.pack(">I", 9) + content + struct.pack(">I", zlib.crc32(content)) + whole[33:]
    assert round(density_of(dense)) == 300
    assert extents(word("![A pump](a.png)", Asset("a.png", dense, "image/png"))) == [(2.5, 2.5)]
    jfif = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\1\0\x96\0\x96\0\0"
    assert density_of(jfif) == 150
    assert density_of(jfif.replace(b"\1\1\1", b"\1\1\0")) == density_of(b"\xff\xd8\xff\xe1") == 96


def test_a_logo_that_is_only_a_drawing_stands_in_the_header() -> None:
    from briefkit.values import replace

    logo = Logo(drawing("logo.svg"), "Meridian", 300, 150)
    parts = word("Text.", brand=replace(brand(), logo=logo))
    assert b'descr="Meridian"' in parts["word/header2.xml"]
    assert size_of(parts["word/media/brand-logo.png"]) == (720, 360)


def test_a_logo_that_word_can_show_stays() -> None:
    from briefkit.values import replace

    own = Logo(Asset("logo.png", png(width=9, height=9), "image/png"), "M", 9, 9)
    worn = replace(brand(), logo=Logo(drawing("logo.svg"), "M", 300, 150), office_logo=own)
    assert word("Text.", brand=worn)["word/media/brand-logo.png"] == own.picture.data


def test_a_build_prints_a_drawing_in_every_format(tmp_path: Path) -> None:
    from tests.e2e.command import briefkit

    (tmp_path / "briefkit.toml").write_text("")
    (tmp_path / "a.svg").write_bytes(svg('<text x="9" y="90" font-size="40">Pumps</text>' + SHAPES))
    (tmp_path / "a.md").write_text("---\ntitle: T\nlang: en\n---\n\n![Pumps](a.svg)\n")
    ran = briefkit("build", "a.md", "--draft", "--to", "pdf,docx,html", cwd=tmp_path)
    assert (ran.code, "DOC819" in ran.out) == (0, False)
    assert b"image/svg+xml" in (tmp_path / "dist/a/a.html").read_bytes()
    (tmp_path / "a.png").write_bytes(png(width=30, height=15))
    assert briefkit("build", "a.md", "--draft", "--to", "docx", cwd=tmp_path).code == 0
    whole = unpacked((tmp_path / "dist/a/a.docx").read_bytes())
    assert [size_of(data) for name, data in whole.items() if name.startswith("word/media/")] == [(30, 15)]
