"""Our own part of a brand file, `defaults.briefkit`, in; page, furniture, fonts of Word and fixed colours out."""

from __future__ import annotations

from collections.abc import Mapping

from briefkit.brand.notes import Notes
from briefkit.brand.tokens import COLOURS
from briefkit.brand.typography import FAMILY
from briefkit.model import EMPTY, Page
from briefkit.patterns import regex
from briefkit.strict_yaml import Node
from briefkit.text import SWITCHES
from briefkit.values import Value, replace

KEYS = ("page-size", "margins", "cover", "furniture", "disclaimer", "docx-fonts", "tokens")
SIZES = {"a4": "A4", "letter": "letter"}
SIDES = ("top", "right", "bottom", "left")
LENGTH = regex(r"(\d{1,3}(?:\.\d{1,3})?)\s*(mm|cm|in|pt)")
MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}
LEAST_MARGIN, MOST_MARGIN = 8.0, 40.0


A4 = Page()


class Settings(Value):
    """What a brand sets for briefkit alone; `tokens` are colours by the names of our tokens."""

    page: Page = A4
    disclaimer: str = ""
    docx_fonts: Mapping[str, str] = EMPTY
    tokens: Mapping[str, Node] = EMPTY


def read_settings(node: Node | None, notes: Notes) -> Settings:
    """The settings under `defaults.briefkit`; those of other tools are nobody's concern here."""
    own = next((value for key, value in node.pairs if key.text == "briefkit"), None) if node else None
    told = notes.known(own, KEYS, "defaults.briefkit")
    fonts = notes.known(told.get("docx-fonts"), ("base", "headings"), "docx-fonts")
    page = A4
    if "page-size" in told:
        page = replace(page, size=_size(told["page-size"], notes))
    if "margins" in told:
        page = _margins(page, told["margins"], notes)
    page = replace(
        page,
        cover=_switch(told.get("cover"), "cover", notes),
        furniture=_switch(told.get("furniture"), "furniture", notes),
    )
    disclaimer = notes.text(told.get("disclaimer"), "disclaimer")
    tokens = notes.known(told.get("tokens"), tuple(COLOURS), "tokens")
    families = {f"docx-{name}": _family(value, notes) for name, value in fonts.items()}
    return Settings(page, disclaimer, families, tokens)


def _size(node: Node, notes: Notes) -> str:
    if node.text.strip().lower() not in SIZES:
        notes.odd(node, "page-size", "a4 or letter")
    return SIZES.get(node.text.strip().lower(), A4.size)


def _margins(page: Page, node: Node, notes: Notes) -> Page:
    """One length for all sides, or some of them by name."""
    sides = dict.fromkeys(SIDES, node) if node.kind == "text" else notes.known(node, SIDES, "margins")
    found = {side: _length(value, notes) for side, value in sides.items()}
    top, right, bottom, left = (found.get(side) or getattr(page, side) for side in SIDES)
    return replace(page, top=top, right=right, bottom=bottom, left=left)


def _length(node: Node, notes: Notes) -> float:
    """A length in millimetres; 0 for what is none."""
    matched = LENGTH.fullmatch(node.text.strip().lower())
    length = float(matched[1]) * MILLIMETRES[matched[2]] if matched else 0.0
    if not LEAST_MARGIN <= length <= MOST_MARGIN:
        notes.odd(node, "margins", f"a length from {LEAST_MARGIN:g} to {MOST_MARGIN:g} mm, such as 20mm")
        return 0.0
    return round(length, 3)


def _switch(node: Node | None, name: str, notes: Notes) -> bool | None:
    if node is None:
        return None
    if node.text.lower() not in SWITCHES:
        notes.odd(node, name, "true or false")
    return SWITCHES.get(node.text.lower())


def _family(node: Node, notes: Notes) -> str:
    text = notes.text(node, "docx-fonts")
    if text and not FAMILY.fullmatch(text):
        notes.odd(node, "docx-fonts", "a name of letters, digits, blanks and hyphens")
        return ""
    return text
