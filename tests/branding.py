"""Builders for tests of brands: fonts of another name made from the built-in ones, pictures, a folder with a brand."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache
from pathlib import Path

import uharfbuzz as hb  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from briefkit import packaged

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 60"><circle cx="30" cy="30" r="26" fill="#e4572e"/>'
    '<rect x="70" y="18" width="160" height="24" fill="#f4f1ea"/></svg>'
)
BRAND = """
meta:
  name: {full: Meridian Institute for Water, short: Meridian}
  link: {home: "https://meridian.example/"}
logo:
  images:
    wide: {path: logo.png, alt: Meridian Institute}
    wide-on-dark: {path: logo.svg, alt: Meridian Institute}
  medium: {light: wide, dark: wide-on-dark}
color:
  palette:
    forest: "#1f4d3a"
    green: forest
    orange: "#e4572e"
    cream: "#fdfaf3"
  foreground: {light: "#222222", dark: "#e8e4da"}
  background: {light: cream, dark: "#101512"}
  primary: {light: green, dark: "#9fd3b7"}
  secondary: orange
  link: hsl(200, 80%, 30%)
typography:
  fonts:
    - family: Meridian Sans
      source: file
      files:
        - {path: fonts/sans-regular.ttf, weight: regular}
        - {path: fonts/sans-bold.woff2, weight: bold}
  base: {family: "Inter, Helvetica, sans-serif", size: 11pt}
  headings: {family: Meridian Sans, weight: bold}
defaults:
  briefkit:
    page-size: letter
    margins: {left: 20mm, right: 20mm}
    disclaimer: "The views are **those of the authors**."
    docx-fonts: {base: Calibri}
"""


@cache
def make_font(family: str, weight: int = 400, kind: str = "") -> bytes:
    """A static font of this name, as TTF, or as `woff` or `woff2`."""
    face = hb.Face(packaged.load_faces()[0].data)
    subset = hb.SubsetInput()
    subset.unicode_set.update(range(0x20, 0x250))
    subset.unicode_set.update(range(0x2000, 0x2213))
    subset.pin_axis_location(face, "wght", weight)
    subset.pin_axis_location(face, "opsz", 14)
    font = TTFont(io.BytesIO(hb.subset(face, subset).blob.data))
    for record in list(font["name"].names):
        font["name"].setName(family.replace(" ", "") if record.nameID == 6 else family, record.nameID, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font.flavor = kind or None
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def make_png(width: int, height: int, rows: int | None = None) -> bytes:
    """A picture of one dark green; with fewer `rows` than its head says it is a lie."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    packed = zlib.compress((b"\0" + b"\x1f\x4d\x3a" * width) * (height if rows is None else rows))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def write_brand(folder: Path, text: str = BRAND) -> Path:
    """A folder with a brand, its fonts and its logos; the path of its file."""
    (folder / "fonts").mkdir(parents=True, exist_ok=True)
    (folder / "fonts" / "sans-regular.ttf").write_bytes(make_font("Meridian Sans"))
    (folder / "fonts" / "sans-bold.woff2").write_bytes(make_font("Meridian Sans", 700, "woff2"))
    (folder / "logo.png").write_bytes(make_png(800, 200))
    (folder / "logo.svg").write_text(SVG)
    (folder / "_brand.yml").write_text(text)
    return folder / "_brand.yml"
