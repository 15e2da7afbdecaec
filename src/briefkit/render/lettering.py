"""A drawing in SVG and a brand go in, the drawing with its texts in the fonts of the brand comes out.

The engine would look for others among those that are installed, and another machine would make another picture.
"""

from __future__ import annotations

import re
from html import unescape

from briefkit.model import Brand
from briefkit.render.boxes import FAMILY
from briefkit.render.values import OUR_MARK

ATTRIBUTE = re.compile(r'\sfont-family="([^"]*)"')
STYLES = re.compile(r'\sstyle="[^"]*"|<style[^>]*>[^<]*')
DECLARED = re.compile(r"""(?<=font-family:)(?:&quot;|"[^"<]*"|[^;}"<])+""")
ROOT = re.compile(r"<svg\b[^>]*")


def in_our_fonts(drawing: bytes, brand: Brand) -> bytes:
    """A drawing whose texts are in the fonts of the brand, by the names that these have in the PDF."""
    if b"<text" not in drawing:
        return drawing
    text = ATTRIBUTE.sub(lambda found: f' font-family="{_ours(found[1], brand)}"', drawing.decode())
    text = STYLES.sub(lambda style: DECLARED.sub(lambda found: _ours(found[0], brand), style[0]), text)
    root = ROOT.search(text)
    if root and "font-family" not in root[0]:
        text = f'{text[: root.end()].rstrip("/")} font-family="{_ours("", brand)}"{text[root.end() :]}'
    return text.encode()


def _ours(families: str, brand: Brand) -> str:
    """The first of these families that the brand has, else that of its headings; boxes behind it."""
    named = (name.strip().strip("\"'").strip() for name in unescape(families).split(","))
    found = next((name for name in named if name and name in brand.families.values()), brand.families["headings"])
    others = [family for family in (found, *brand.families.values()) if family]
    return ", ".join(f"{OUR_MARK}{family}" for family in dict.fromkeys((*others, FAMILY)))
