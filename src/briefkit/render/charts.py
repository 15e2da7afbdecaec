"""A Chart and a brand go in, a picture comes out: drawn by vl-convert in its colours and fonts, as SVG or as PNG.

vl-convert is the optional extra `briefkit[charts]`. It is given a specification of our own and fonts of the brand under
a name that no system has, and what it gives passes the check of all drawings. Who calls this does so in a child with
limits, after `use_fonts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from briefkit.assemble.charts import Chart
from briefkit.assemble.drawings import SVG, Unfit, fit_drawing
from briefkit.errors import RenderError
from briefkit.model import SVG as SVG_TYPE
from briefkit.model import Brand
from briefkit.render.chart_layout import lay_out
from briefkit.render.chart_shapes import FAMILY, ROLES, SIZE, Spec, specification
from briefkit.render.fonts import measurer
from briefkit.render.word_styles import text_width

WIDE, NARROW = 491.0, 280.0
"""The width of the text column in print, and one that fits a phone."""
TWIPS = 15
"""Word's units in a pixel: there a chart is as wide as its text, so that its letters are as large as in print."""

VEGA_LITE = "5.21"
SCALE = 3
APART = 80
"""So much two colours differ at least, red, green and blue together, to be told apart."""
PRINT, WORD, SCREEN, PHONE = ".svg", ".png", ".screen.svg", ".phone.svg"
FORMS: Mapping[str, str] = {
    PRINT: SVG_TYPE,
    WORD: "image/png",
    SCREEN: SVG_TYPE,
    PHONE: SVG_TYPE,
}
"""The forms of each drawing with their media types. Those for screens have the colours of the page they stand in."""


def use_fonts(folder: str) -> None:
    """Let the engine know the fonts in a folder, for the rest of this process."""
    import vl_convert  # the extra, which takes half a second

    vl_convert.register_font_directory(folder)


def draw(chart: Chart, form: str, brand: Brand, lang: str) -> bytes:
    """One of FORMS of a chart; RenderError when it comes out unfit."""
    width = NARROW if form == PHONE else text_width(brand.page) / TWIPS if form == WORD else WIDE
    sheet = lay_out(chart, width, lang, measurer(brand, SIZE), one_hue=has_one_hue(brand))
    drawn = _drawn(specification(sheet))
    if form in (SCREEN, PHONE):
        for name in ("width", "height", "version"):
            drawn.attrib.pop(name, None)
        return _written(drawn, {role: f"var(--{role})" for role in ROLES}, "")
    colours = {role: brand.colours[role] for role in ROLES}
    if form == PRINT:
        return _written(drawn, colours, brand.families["headings"])
    ground = ElementTree.Element(f"{{{SVG}}}rect", width="100%", height="100%", fill=ROLES["paper"])
    drawn.insert(0, ground)  # what is transparent is black to some
    return _as_png(_written(drawn, colours, FAMILY).decode())


def has_one_hue(brand: Brand) -> bool:
    """Whether links are so near the ink, by day or by night, that areas in both would not be told apart."""
    pairs = ((brand.colours["ink"], brand.colours["link"]), (brand.colours["night-ink"], brand.colours["night-link"]))
    return any(sum(abs(a - b) for a, b in zip(_channels(x), _channels(y), strict=True)) < APART for x, y in pairs)


def _channels(colour: str) -> bytes:
    return bytes.fromhex(colour.removeprefix("#"))


def _drawn(spec: Spec) -> ElementTree.Element:
    """The drawing of a specification, checked, with nothing in it but what is seen."""
    import vl_convert

    made: str = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    try:
        root = ElementTree.fromstring(fit_drawing(made.encode())[0])  # noqa: S314 - it has just passed the check
    except Unfit as unfit:
        raise RenderError(f"the drawing of a chart {unfit}", "report this, with the data of the chart") from unfit
    for element in root.iter():
        for name in [n for n in element.attrib if n in ("class", "role") or n.startswith("aria-")]:
            del element.attrib[name]
    return root


def _written(root: ElementTree.Element, colours: Mapping[str, str], family: str) -> bytes:
    """A drawing with the colours that stand for roles, and its texts in a family, or in that of the page."""
    by = {ROLES[role]: colour for role, colour in colours.items()}
    for element in root.iter():
        for name in ("fill", "stroke"):
            if (stand_in := element.get(name)) in by:
                element.set(name, by[str(stand_in)])
        if element.attrib.pop("font-family", "") and family:
            element.set("font-family", family)
    made: bytes = ElementTree.tostring(root, encoding="utf-8")
    return made


def _as_png(drawing: str) -> bytes:
    import vl_convert

    made: bytes = vl_convert.svg_to_png(drawing, scale=SCALE)
    return made
