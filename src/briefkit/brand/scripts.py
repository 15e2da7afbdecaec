"""A brand and a text go in, the brand with the fonts out that the text needs besides its own: of Arabic, of code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefkit.brand.font_files import is_monospaced
from briefkit.brand.typography import Stack
from briefkit.model import Brand, Face
from briefkit.patterns import regex
from briefkit.values import replace

ARABIC = "arabic"
"""The use, among the families of a brand, of the one that has the Arabic letters."""

CODE = "Source Code Pro"
"""The family of code for a brand that has none of its own. What it lacks is set in that of headings."""

_LETTERS = regex("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


def has_arabic(text: str) -> bool:
    """Whether a text has a letter or a sign of the Arabic script."""
    return not text.isascii() and _LETTERS.search(text) is not None


def with_arabic(brand: Brand, faces: Sequence[Face]) -> Brand:
    """The brand with a family for Arabic letters, which stands behind its own in every stack."""
    if faces[0].family in brand.families.values():
        return brand
    return replace(brand, faces=(*brand.faces, *faces), families={**brand.families, ARABIC: faces[0].family})


def names_code_font(stacks: Iterable[Stack]) -> bool:
    """Whether a brand names our font for code, for whatever use."""
    return any(family.lower() == CODE.lower() for stack in stacks for family in stack.families)


def has_code_font(brand: Brand, stack: Stack | None) -> bool:
    """Whether a brand has a font for code: one that it names for that, or one whose signs are of one width."""
    family = brand.families["monospace"]
    named = stack is not None and family.lower() in (name.lower() for name in stack.families)
    return named or any(is_monospaced(face.data) for face in brand.faces if face.family == family)


def with_code(brand: Brand, faces: Sequence[Face]) -> Brand:
    """The brand with a font for code."""
    families = {**brand.families, "monospace": faces[0].family}
    known = faces[0].family in brand.families.values()
    return replace(brand, faces=brand.faces if known else (*brand.faces, *faces), families=families)
