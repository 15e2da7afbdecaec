"""An element of a drawing goes in, what it says in a way that no engine can read comes out.

The engines of the PDF and of Word's pictures each stop at other values: at an opacity of `none`, a turn by nothing, a
size without end. What they have in common with browsers is the grammar of SVG, so that is what is asked for, in the
attributes where one of them stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree

from briefkit.patterns import regex

_NUMBER = r"(?>[+-]?(?:\d{1,9}(?:\.\d*)?|\.\d+)(?:[eE](?:\+?0{0,2}[0-6]|-\d{1,3}))?)"
_UNIT = r"(?:%|[cm]m|in|p[xtc]|r?em|ex|ch|q|deg|g?rad|turn)?+"
_BETWEEN = r"\s*+(?:,\s*+)?"
_WORD = r"(?!(?:nan|inf(?:inity)?)\b)[a-z-]{3,20}"
_GIVEN = r"inherit|initial|unset|var\([^)]*\)"
"""Nothing here goes back on what it has read: a drawing has a million characters."""

LENGTH = regex(rf"(?:{_NUMBER}{_UNIT}|{_WORD}|calc\(.*\)|{_GIVEN})?", re.IGNORECASE)
LENGTHS = regex(rf"(?:{_NUMBER}{_UNIT}{_BETWEEN})*+|{LENGTH.pattern}", re.IGNORECASE)
SHARE = regex(rf"{_NUMBER}%?|{_GIVEN}", re.IGNORECASE)
SIZE = regex(rf"0*\.?0*{_UNIT}|(?=\+?0*(?:[1-9]|\.0?[1-9])){_NUMBER}{_UNIT}|{_WORD}|calc\(.*\)|{_GIVEN}", re.IGNORECASE)
STYLE = regex(rf"normal|italic|oblique(?:\s+{_NUMBER}deg)?|{_GIVEN}", re.IGNORECASE)
WEIGHT = regex(rf"normal|bold(?:er)?|lighter|[1-9]\d{{0,2}}|1000|{_GIVEN}", re.IGNORECASE)
FRAME = regex(rf"(?:{_NUMBER}{_BETWEEN}){{4}}")
_COUNTS = (("matrix", "6"), ("(?:translate|scale)[XY]?", "1,2"), ("rotate", "1"), ("rotate", "3"), ("skew[XY]?", "1"))
"""Turns and how many numbers each takes; `rotate` takes one or three."""
_TURN = "|".join(rf"{name}\s*+\(\s*+(?:{_NUMBER}{_UNIT}{_BETWEEN}){{{count}}}\)" for name, count in _COUNTS)
TURNS = regex(rf"(?:{_BETWEEN}(?:{_TURN}))*+{_BETWEEN}|none|{_GIVEN}", re.IGNORECASE)

GRAMMAR: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys("x y dx dy rotate stroke-dasharray points".split(), LENGTHS),
    **dict.fromkeys(
        "width height cx cy r rx ry x1 x2 y1 y2 fx fy fr refX refY markerWidth markerHeight stroke-width offset "
        "stroke-dashoffset textLength startOffset letter-spacing".split(),
        LENGTH,
    ),
    **dict.fromkeys("opacity fill-opacity stroke-opacity stop-opacity stroke-miterlimit".split(), SHARE),
    **dict.fromkeys("transform gradientTransform patternTransform".split(), TURNS),
    "font-size": SIZE,
    "font-style": STYLE,
    "font-weight": WEIGHT,
    "viewBox": FRAME,
}
"""What the values of some attributes and properties must be; a value of none of these names is not looked at."""

ARC = regex(r"[Aa]([^A-DF-Za-df-z]*+)")
ARCS = regex(rf"\s*+(?:(?:{_NUMBER}{_BETWEEN}){{3}}[01]{_BETWEEN}[01]{_BETWEEN}(?:{_NUMBER}{_BETWEEN}){{2}})*+")
DECLARATION = regex(r"(?<![\w-])([\w-]++)\s*+:([^;{}]*+)")
SHOWN = 30


def odd_values(element: ElementTree.Element) -> Iterator[str]:
    """What an element says of itself that is no value of its kind, in words that follow "the drawing x.svg"."""
    name = str(element.tag).rpartition("}")[2]
    said: Iterable[tuple[str, str]] = element.items()
    for key, value in said:
        if key == "style":
            yield from _odd(name, DECLARATION.findall(value))
        elif key == "d":
            yield from (_told(name, key, arc) for arc in ARC.findall(value) if not ARCS.fullmatch(arc))
    yield from _odd(name, said)
    if name == "style":
        yield from _odd(name, DECLARATION.findall(element.text or ""))


def _odd(name: str, said: Iterable[tuple[str, str]]) -> Iterator[str]:
    for key, value in said:
        fit = GRAMMAR.get(key)
        if fit is not None and not fit.fullmatch(value.replace("!important", "").strip()):
            yield _told(name, key, value)


def _told(name: str, key: str, value: str) -> str:
    return f"has a <{name}> with '{value.strip()[:SHOWN]}' for its {key}"
