"""A drawing in SVG and a brand go in, the drawing with its texts in the fonts of the brand comes out.

The engine would look for others among those that are installed, and another machine would make another picture.
"""

from __future__ import annotations

from html import unescape

from briefkit.model import Brand, Logo
from briefkit.patterns import regex
from briefkit.render.boxes import FAMILY
from briefkit.render.page_fonts import OUR_MARK
from briefkit.values import replace

ATTRIBUTE = regex(r'\sfont-family="([^"]*)"')
STYLES = regex(r'\sstyle="[^"]*"|<style[^>]*>[^<]*')
DECLARED = regex(r"""(?<=font-family:)(?:&quot;|"[^"<]*"|[^;}"<])+""")
ROOT = regex(r"<svg\b[^>]*")


def in_our_fonts(drawing: bytes, brand: Brand, mark: str = OUR_MARK) -> bytes:
    """A drawing whose texts are in the fonts of the brand, by the names that these have in the PDF.

    With an empty mark the names are those of the brand, for an engine that has no other fonts.
    """
    if b"<text" not in drawing:
        return drawing
    text = ATTRIBUTE.sub(lambda found: f' font-family="{_ours(found[1], brand, mark)}"', drawing.decode())
    text = STYLES.sub(lambda style: DECLARED.sub(lambda found: _ours(found[0], brand, mark), style[0]), text)
    root = ROOT.search(text)
    if root and "font-family" not in root[0]:
        text = f'{text[: root.end()].rstrip("/")} font-family="{_ours("", brand, mark)}"{text[root.end() :]}'
    return text.encode()


def with_lettered_logos(brand: Brand) -> Brand:
    """The brand with its logos in its own fonts, for the PDF."""
    return replace(brand, logo=_lettered(brand.logo, brand), band_logo=_lettered(brand.band_logo, brand))


def words_of_logos(brand: Brand) -> str:
    """The logos that are drawings, as text: the characters in them want fonts."""
    logos = [logo.picture.data for logo in (brand.logo, brand.band_logo) if logo and logo.picture.is_drawing]
    return b"".join(logos).decode()


def _lettered(logo: Logo | None, brand: Brand) -> Logo | None:
    if logo is None or not logo.picture.is_drawing:
        return logo
    return replace(logo, picture=replace(logo.picture, data=in_our_fonts(logo.picture.data, brand)))


def _ours(families: str, brand: Brand, mark: str) -> str:
    """The first of these families that the brand has, else that of its headings; boxes behind it."""
    named = (name.strip().strip("\"'").strip() for name in unescape(families).split(","))
    found = next((name for name in named if name and name in brand.families.values()), brand.families["headings"])
    others = [family for family in (found, *brand.families.values()) if family]
    quote = "" if mark else "'"
    return ", ".join(f"{quote}{mark}{family}{quote}" for family in dict.fromkeys((*others, FAMILY)))
