"""The colours of a brand go in, those of the report come out, in which open is told from sourced.

A report says by the accent that a claim is open, by the colour of links that it is sourced. A brand may have one colour
for both, or green for the accent and red for links. So what is open is in the brand's accent if that is a warm colour,
else in our red, and what is sourced is in that of links unless the two are alike, else in our teal.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from math import dist

from briefkit.brand.colours import colourfulness, from_hex, mix
from briefkit.brand.tokens import COLOURFUL, COLOURS, GROUNDS, until_readable

ALIKE = 0.4
"""Two colours nearer than this, where black and white are 1.7 apart, are hard to tell from each other in a thin bar."""

WARM = (65 / 360, 320 / 360)
"""Between yellow and magenta lie the hues that warn of nothing."""

GROUND = {"accent": "tint", "link": "calm"}
"""The ground that has some of a colour in it."""


def told_apart(colours: Mapping[str, str]) -> dict[str, str]:
    """Colours by name (`accent`, `night_accent`, all of them `#rrggbb`), by day and by night."""
    return {**colours, **_apart(colours, "", ""), **_apart(colours, "night_", "night-")}


def _apart(colours: Mapping[str, str], side: str, ours: str) -> dict[str, str]:
    """What is to be another colour on one side, day or night; `ours` is what stands before the names of that side."""
    named: dict[str, str] = {}
    if not _is_warm(colours[f"{side}accent"]):
        named |= _named(colours, side, "accent", COLOURS[f"{ours}accent"])
    if _distance(named.get(f"{side}accent", colours[f"{side}accent"]), colours[f"{side}link"]) < ALIKE:
        named |= _named(colours, side, "link", COLOURS[f"{ours}link"])
    return named


def _named(colours: Mapping[str, str], side: str, name: str, colour: str) -> dict[str, str]:
    """A colour and its ground, so that it can be read there and on what else it stands on."""
    paper = colours[f"{side}paper"]
    ground = mix(paper, colour, GROUNDS[GROUND[name]][1])
    readable = until_readable(colour, [paper, colours[f"{side}wash"], ground])
    return {f"{side}{name}": readable, f"{side}{GROUND[name]}": ground}


def _is_warm(colour: str) -> bool:
    hue, _, _ = colorsys.rgb_to_hls(*from_hex(colour))
    return colourfulness(colour) >= COLOURFUL and not WARM[0] < hue < WARM[1]


def _distance(one: str, other: str) -> float:
    """How far two colours lie from each other in red, green and blue."""
    return dist(from_hex(one), from_hex(other))
