"""A brand and a text go in, the brand with the fonts out that the text needs besides its own: those of Arabic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefkit.model import Brand, Face

ARABIC = "arabic"
"""The use, among the families of a brand, of the one that has the Arabic letters."""

_LETTERS = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


def has_arabic(text: str) -> bool:
    """Whether a text has a letter or a sign of the Arabic script."""
    return not text.isascii() and _LETTERS.search(text) is not None


def with_arabic(brand: Brand, faces: Sequence[Face]) -> Brand:
    """The brand with a family for Arabic letters, which stands behind its own in every stack."""
    if faces[0].family in brand.families.values():
        return brand
    return replace(brand, faces=(*brand.faces, *faces), families={**brand.families, ARABIC: faces[0].family})
