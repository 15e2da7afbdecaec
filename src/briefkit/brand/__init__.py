"""What an organisation's output looks like. Fonts go in, a Brand comes out: so far the built-in one.

A brand's colours are tokens by what they are for; `families` says which font sets what. `_brand.yml` will be read here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from briefkit.model import Brand, Face

COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "ink": "#14284b",  # bands, headings, rules: a deep navy
        "text": "#1c2430",  # running text
        "quiet": "#56606f",  # labels, captions' second voice, footers
        "accent": "#b03a28",  # the one accent: figures, rules, recommendations' dates
        "link": "#0f5f73",  # links, and the rule of the box on confidence
        "paper": "#ffffff",
        "wash": "#eef1f6",  # boxes
        "tint": "#fbeeea",  # a row or chip that stands out
        "calm": "#edf4f5",  # the box on confidence
        "rule": "#c9d1dc",  # hair lines
        "on-ink": "#ffffff",  # text on the band
        "on-ink-quiet": "#c5d0e4",  # its second voice
        # the same by night, on screens that ask for it
        "night-ink": "#d6e2f7",
        "night-text": "#dde4ee",
        "night-quiet": "#a3b0c2",
        "night-accent": "#f0917e",
        "night-link": "#7cc4d6",
        "night-paper": "#10161f",
        "night-wash": "#1a2433",
        "night-tint": "#33211f",
        "night-calm": "#16282d",
        "night-rule": "#3a4658",
    }
)
"""The built-in colours as `#rrggbb`."""

_ON_GROUND = (
    ("ink", "paper"),
    ("ink", "wash"),
    ("ink", "tint"),
    ("text", "paper"),
    ("text", "wash"),
    ("text", "calm"),
    ("text", "tint"),
    ("quiet", "paper"),
    ("quiet", "wash"),
    ("quiet", "calm"),
    ("accent", "paper"),
    ("accent", "wash"),
    ("accent", "tint"),
    ("link", "paper"),
    ("link", "wash"),
    ("link", "calm"),
)
READABLE = (
    *_ON_GROUND,
    *((f"night-{text}", f"night-{ground}") for text, ground in _ON_GROUND),
    ("on-ink", "ink"),
    ("on-ink-quiet", "ink"),
)
"""Pairs (text, ground) that occur in the templates and must be readable."""

FAMILIES: Mapping[str, str] = MappingProxyType(
    {"base": "Source Serif 4", "headings": "Inter", "monospace": "Inter", "docx-base": "", "docx-headings": ""}
)
HEX = re.compile(r"#[0-9a-fA-F]{6}")


def default_brand(faces: tuple[Face, ...]) -> Brand:
    """The built-in brand with these fonts: Source Serif 4 for text, Inter for headings, labels and tables."""
    return Brand(name="", link="", colours=COLOURS, faces=faces, families=FAMILIES)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by the WCAG formula, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
