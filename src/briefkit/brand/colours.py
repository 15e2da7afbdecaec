"""Colours: what CSS calls one goes in, `#rrggbb` comes out; how two of them contrast, and what lies between them."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

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


_TABLE = """
aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4
black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0
chartreuse 7fff00 chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c
cyan 00ffff darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400
darkgrey a9a9a9 darkkhaki bdb76b darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc
darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f
darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969
dimgrey 696969 dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff
gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520 gray 808080 green 008000 greenyellow adff2f
grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c
lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080
lightcyan e0ffff lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3
lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899
lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6
magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db
mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc
mediumvioletred c71585 midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead
navy 000080 oldlace fdf5e6 olive 808000 olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6
palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee palevioletred db7093 papayawhip ffefd5
peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd powderblue b0e0e6 purple 800080 rebeccapurple 663399
red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57
seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090
snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347
turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32
"""
_WORDS = _TABLE.split()

NAMED: Mapping[str, str] = MappingProxyType(
    {name: f"#{figures}" for name, figures in zip(_WORDS[::2], _WORDS[1::2], strict=True)}
)
"""Each name with its colour as `#rrggbb`."""
