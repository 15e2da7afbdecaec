"""Colours: what CSS calls one goes in, `#rrggbb` comes out; how two of them contrast, and what lies between them."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Sequence

from briefkit.brand.named_colours import NAMED
from briefkit.patterns import regex

HEX = regex(r"#[0-9a-fA-F]{6}")
BLACK, WHITE = "#000000", "#ffffff"
LONGEST = 100
"""Characters that a colour may have."""

LOUDEST = 0.65
"""The saturation up to which light letters on a dark page are no glare."""

_FIGURES = regex(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = regex(r"(rgb|hsl)a?\(([^()]*)\)")
_NUMBER = regex(r"([+-]?(?:\d+\.?\d*|\.\d+))(%|deg|turn|rad|grad)?")
_TURN = {"": 360.0, "deg": 360.0, "turn": 1.0, "rad": 6.283185307179586, "grad": 400.0}


def read_colour(text: str) -> tuple[str, float] | None:
    """A colour of CSS as `#rrggbb` and how dense it is, from 0 to 1; None for what is none or cannot be printed."""
    word = text.strip().lower()
    if len(word) > LONGEST:
        return None
    if word in NAMED:
        return NAMED[word], 1.0
    if _FIGURES.fullmatch(word):
        return _from_figures(word[1:])
    called = _FUNCTION.fullmatch(word)
    return _from_function(called[1], called[2]) if called else None


def _from_figures(figures: str) -> tuple[str, float]:
    long = figures if len(figures) > 4 else "".join(figure * 2 for figure in figures)
    return f"#{long[:6]}", int(long[6:] or "ff", 16) / 255


def _from_function(name: str, inside: str) -> tuple[str, float] | None:
    """What stands in `rgb(...)` or `hsl(...)`, with commas or with blanks and a slash."""
    words = [word for word in re.split(r"[\s,/]+", inside.strip()) if word]
    found = [_NUMBER.fullmatch(word) for word in words]
    if len(found) not in (3, 4) or not all(found):
        return None
    numbers = [(float(match[1]), match[2] or "") for match in found if match]
    parts = _rgb(numbers[:3]) if name == "rgb" else _hsl(numbers[:3])
    density = _share(*numbers[3], whole=1.0) if len(numbers) == 4 else 1.0
    return None if parts is None or density is None else (to_hex(parts), density)


def _rgb(numbers: Sequence[tuple[float, str]]) -> Sequence[float] | None:
    parts = [_share(number, unit, whole=255.0) for number, unit in numbers]
    return [part for part in parts if part is not None] if None not in parts else None


def _hsl(numbers: Sequence[tuple[float, str]]) -> Sequence[float] | None:
    (hue, unit), *rest = numbers
    saturation, light = (_share(number, one, whole=100.0) for number, one in rest)
    if unit not in _TURN or saturation is None or light is None:
        return None
    return colorsys.hls_to_rgb(hue / _TURN[unit] % 1.0, light, saturation)


def _share(number: float, unit: str, whole: float) -> float | None:
    """A number of so many, or a percentage, from 0 to 1."""
    if unit not in ("", "%"):
        return None
    return min(max(number / (100.0 if unit else whole), 0.0), 1.0)


def to_hex(parts: Sequence[float]) -> str:
    """Red, green and blue from 0 to 1 as `#rrggbb`."""
    return "#" + "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02x}" for part in parts)


def from_hex(colour: str) -> tuple[float, float, float]:
    """`#rrggbb` as red, green and blue from 0 to 1."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def mix(one: str, other: str, share: float) -> str:
    """The colour that lies between two, with this share of the second."""
    return to_hex([a + (b - a) * share for a, b in zip(from_hex(one), from_hex(other), strict=True)])


def lightened(colour: str, share: float) -> str:
    """A colour of the same hue, so far on its way to white, and no louder than light letters should be."""
    hue, light, saturation = colorsys.rgb_to_hls(*from_hex(colour))
    return to_hex(colorsys.hls_to_rgb(hue, light + (1.0 - light) * share, min(saturation, LOUDEST)))


def colourfulness(colour: str) -> float:
    """How far a colour is from a grey, from 0 to 1."""
    parts = from_hex(colour)
    return max(parts) - min(parts)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by the WCAG formula, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`."""
    parts = from_hex(colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
