"""What an organisation's output looks like: the text of a `_brand.yml` and its files go in, a Brand comes out.

A brand's colours are tokens by what they are for; `families` says which font sets what. Nothing here touches the disk:
`pipeline.branding` finds the files and reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefkit.brand.colours import HEX
from briefkit.brand.tokens import COLOURS
from briefkit.model import Brand, Face

__all__ = ["FAMILIES", "HEX", "default_brand"]

FAMILIES: Mapping[str, str] = MappingProxyType(
    {"base": "Source Serif 4", "headings": "Inter", "monospace": "Inter", "docx-base": "", "docx-headings": ""}
)


def default_brand(faces: tuple[Face, ...]) -> Brand:
    """The built-in brand with these fonts: Source Serif 4 for text, Inter for headings, labels and tables."""
    return Brand(name="", link="", colours=COLOURS, faces=faces, families=FAMILIES)
