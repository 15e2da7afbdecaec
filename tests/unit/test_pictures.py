"""Pictures: bombs, halves and other files are refused, and what a camera wrote is not printed."""

from __future__ import annotations

import contextlib
import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from briefkit.assemble.pictures import MAX_PIXELS, PNG, Unfit, fit_picture, with_eight_bits


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int = 4, height: int = 3, rows: bytes | None = None, extra: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress((b"\0" + b"\1\2\3" * width) * height if rows is None else rows)
    return PNG + chunk(b"IHDR", head) + extra + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def jpeg(**options: object) -> bytes:
    made = BytesIO()
    Image.new("RGB", (40, 20), "red").save(made, "JPEG", **options)
    return made.getvalue()


def why(data: bytes) -> str:
    with pytest.raises(Unfit) as caught:
        fit_picture(data)
    return str(caught.value)


def test_a_plain_png_goes_through_as_it_is() -> None:
    assert fit_picture(png()) == (png(), "image/png")


@pytest.mark.parametrize(
    ("usual", "other"),
    [(b"\xff\xc0\0\x11\x08", b"\xff\xc0\0\x11\x0c"), (b"\xff\xc0", b"\xff\xc9"), (b"\xff\xc0", b"\xff\xc3")],
)
def test_a_jpeg_that_no_browser_shows_is_refused(usual: bytes, other: bytes) -> None:
    assert why(jpeg().replace(usual, other)).startswith("is a JPEG of a kind that browsers do not show")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_goes_through(mode: str) -> None:
    made = BytesIO()
    Image.new(mode, (13, 7)).save(made, "PNG")
    assert Image.open(BytesIO(fit_picture(made.getvalue())[0])).size == (13, 7)


def test_grey_of_sixteen_bits_is_made_grey_of_eight() -> None:
    made = BytesIO()
    grey = Image.new("I;16", (300, 2))
    for x in range(300):
        grey.putpixel((x, x % 2), x * 210)
    grey.save(made, "PNG")
    halved = Image.open(BytesIO(with_eight_bits(made.getvalue())))
    assert halved.mode == "L"
    assert [halved.getpixel((x, x % 2)) for x in range(300)] == [x * 210 // 256 for x in range(300)]
    assert with_eight_bits(png()) == png()


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"quality": 95}, {"icc_profile": b"x" * 100}])
def test_every_kind_of_jpeg_goes_through(options: dict[str, object]) -> None:
    data, kind = fit_picture(jpeg(**options))
    before, after = Image.open(BytesIO(jpeg(**options))), Image.open(BytesIO(data))
    assert (kind, after.tobytes(), after.info.get("icc_profile")) == (
        "image/jpeg",
        before.tobytes(),
        before.info.get("icc_profile"),
    )


def test_a_jpeg_with_four_inks_keeps_what_says_how_they_mix() -> None:
    made = BytesIO()
    Image.new("CMYK", (8, 8), (10, 200, 30, 40)).save(made, "JPEG")
    data = fit_picture(made.getvalue())[0]
    assert Image.open(BytesIO(data)).tobytes() == Image.open(made).tobytes()


def test_the_place_where_a_photograph_was_taken_is_taken_out_and_its_orientation_stays() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "SECRET PLACE"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    data = fit_picture(jpeg(exif=exif, comment=b"SECRET COMMENT"))[0]
    assert b"SECRET" not in data
    kept = Image.open(BytesIO(data)).getexif()
    assert dict(kept) == {0x0112: 6}
    assert not kept.get_ifd(0x8825)


def test_texts_and_notes_in_a_png_are_taken_out() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "SECRET")
    notes.add_itxt("Place", "SECRET")
    exif = Image.Exif()
    exif[0x010E] = "SECRET"
    made = BytesIO()
    Image.new("RGB", (4, 4)).save(made, "PNG", pnginfo=notes, exif=exif)
    assert b"SECRET" in made.getvalue()
    assert b"SECRET" not in fit_picture(made.getvalue())[0]


def test_what_stands_after_the_end_of_a_picture_is_taken_out() -> None:
    assert b"SECRET" not in fit_picture(png() + b"SECRET")[0]
    assert b"SECRET" not in fit_picture(jpeg() + b"SECRET")[0]


def test_a_png_of_more_pixels_than_may_be_printed_is_refused() -> None:
    assert "20,000 x 20,000 pixels" in why(png(20_000, 20_000, b""))


def test_a_png_of_just_so_many_pixels_is_not() -> None:
    assert fit_picture(png(5_000, MAX_PIXELS // 5_000))[1] == "image/png"


def test_a_jpeg_of_more_pixels_than_may_be_printed_is_refused() -> None:
    data = bytearray(jpeg())
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = b"\xff\xff\xff\xff"
    assert "65,535 x 65,535 pixels" in why(bytes(data))


def test_a_png_that_unpacks_to_more_than_its_rows_is_refused() -> None:
    assert "rows" in why(png(rows=bytes(50_000_000)))


def test_a_png_of_too_few_rows_is_refused() -> None:
    assert "rows" in why(png(rows=bytes(20)))


@pytest.mark.parametrize("length", [0, 4, 8, 20, 33, 60])
def test_a_png_that_ends_too_early_is_refused(length: int) -> None:
    why(png()[:length])


@pytest.mark.parametrize("length", [3, 20, 200, -2])
def test_a_jpeg_that_ends_too_early_is_refused(length: int) -> None:
    assert "damaged" in why(jpeg()[:length])


def test_a_png_with_a_wrong_checksum_is_refused() -> None:
    data = bytearray(png())
    data[20] ^= 1
    assert "checksum" in why(bytes(data))


@pytest.mark.parametrize("data", [b"", b"<html>", b"<svg onload='x'/>", b"GIF89a", b"RIFF0000WEBP", b"%PDF-1.7"])
def test_what_is_no_picture_of_ours_is_refused(data: bytes) -> None:
    assert why(data) == "is no PNG, JPEG or SVG"


@pytest.mark.parametrize("size", [(0, 5), (5, 0)])
def test_a_picture_without_a_size_is_refused(size: tuple[int, int]) -> None:
    assert "no size" in why(png(*size))


@given(st.sampled_from([png(), jpeg()]), st.data())
def test_no_damage_raises_anything_else(whole: bytes, data: st.DataObject) -> None:
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(2, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Unfit):
        fit_picture(bytes(damaged[: data.draw(st.integers(0, len(whole)))]))
