"""A document with drawings in SVG goes in, the same with a PNG of each for Word comes out; Word shows no SVG.

The engine is foreign code at work on a foreign file, so it runs in a child. It has the fonts of the brand and no
others, and reads nothing: a drawing that was let through names no file.
"""

from __future__ import annotations

import struct
import tempfile
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from briefkit.assemble.drawings import shown_size, twin_of
from briefkit.assemble.pictures import chunk
from briefkit.errors import RenderError
from briefkit.model import Asset, Brand, Document, Logo
from briefkit.pipeline.drawing import CHART
from briefkit.processes import Child, ChildLimits
from briefkit.values import replace

PNG = "image/png"
DOTS = 3
"""Dots of the PNG to one of the 96 in an inch of a page."""

PIXELS_TO_METRE = 96 / 0.0254
WIDEST, HIGHEST = 624, 756
"""The text of a page in such pixels: 16.5 cm, and 20 cm."""

LOGO = 240
"""How wide a logo is, which stands small at the head of a page."""

LIMITS = ChildLimits(30.0, 1024)
HINT = "make it simpler, or put a PNG of the same name beside it"


def with_drawings(document: Document) -> Document:
    """The document with a PNG for each drawing that has none, and for a logo that is only a drawing."""
    drawings = [a for a in document.assets.values() if a.is_drawing and not a.name.startswith(CHART)]
    drawn = [a for a in drawings if twin_of(a.name) not in document.assets]
    made = {asset.name: _drawn(asset, document.brand) for asset in drawn}
    twins = {twin_of(name): Asset(twin_of(name), data, PNG) for name, data in made.items()}
    return replace(document, assets={**document.assets, **twins}, brand=_with_logo(document.brand))


def _with_logo(brand: Brand) -> Brand:
    """The brand with a logo for Word, if it has any."""
    logo = brand.logo
    if brand.office_logo is not None or logo is None:
        return brand
    width, height = logo.width / max(logo.width, logo.height), logo.height / max(logo.width, logo.height)
    size = (max(1, round(width * LOGO)), max(1, round(height * LOGO)))
    data = _drawn(logo.picture, brand, size)
    picture = Asset(logo.picture.name, data, PNG)
    return replace(brand, office_logo=Logo(picture, logo.alt, size[0] * DOTS, size[1] * DOTS))


def _drawn(asset: Asset, brand: Brand, size: tuple[float, float] = (0, 0)) -> bytes:
    """The PNG of a drawing, made in a child; RenderError or ToolLimitError when there is none."""
    what = f"the drawing {asset.name}"
    with Child(what, {"png": partial(as_png, what, asset.data, brand, size)}, LIMITS, HINT) as child:
        return child.result()["png"]


def as_png(what: str, svg: bytes, brand: Brand, size: tuple[float, float] = (0, 0)) -> bytes:
    """The PNG of a drawing at the size that it says itself, or at this one, at most as large as the text of a page."""
    import resvg_py  # only a Word file with a drawing needs it

    from briefkit.render.lettering import in_our_fonts

    width, height = size if size[0] else shown_size(svg, WIDEST)
    scale = min(1.0, WIDEST / width, HIGHEST / height)
    headings = brand.families["headings"]
    with ExitStack() as stack:
        files = _font_files(stack, brand) if b"<text" in svg else []
        try:
            made = resvg_py.svg_to_bytes(
                svg_string=in_our_fonts(svg, brand, "").decode("utf-8"),
                skip_system_fonts=True,
                dpi=96,  # else a width in millimetres is none
                width=max(1, round(width * scale * DOTS)),
                font_files=files,
                font_family=headings,
            )
        except ValueError as error:
            raise RenderError(f"{what} could not be drawn: {error}", HINT) from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # which is the engine's, and no Exception
                raise
            raise RenderError(f"{what} could not be drawn", HINT) from error
    return _with_density(bytes(made), round(DOTS * PIXELS_TO_METRE))


def _font_files(stack: ExitStack, brand: Brand) -> list[str]:
    """The fonts of the brand as files, for a drawing with text; the engine takes no others."""
    from briefkit.render.fonts import office_cuts, under_its_name

    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    named = {folder / f"{number}.ttf": under_its_name(cut) for number, cut in enumerate(office_cuts(brand))}
    for file, data in named.items():
        file.write_bytes(data)
    return [str(file) for file in named]


def _with_density(png: bytes, to_metre: int) -> bytes:
    """The picture with how many of its pixels go to a metre, as a chunk after its head."""
    return png[:33] + chunk(b"pHYs", struct.pack(">IIB", to_metre, to_metre, 1)) + png[33:]
