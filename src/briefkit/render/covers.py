"""A laid-out cover in, one that holds all that stands on it out: with smaller type, or going on over the next page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

TITLE, FACTS = "cover:title", "cover:facts"
"""The identifiers of the title with its authors, and of the facts at the foot."""
APART = 22.0
"""So many pixels the title stands above the facts, at least."""
EDGE = 76.0
"""What is left free at the foot of a cover without facts, in pixels."""

SMALLER = (
    ".cover .band-title{top:62mm!important} .cover-mark{top:46mm!important} .cover h1{font-size:25pt!important}"
    " .cover .standfirst{margin-top:4mm!important;font-size:13pt!important}"
    " .cover .authors{margin-top:6mm!important;font-size:8.2pt!important}"
)
FLOWING = (
    "@page cover{margin-top:20mm!important;margin-bottom:14mm!important}"
    " .cover{height:auto!important;overflow:visible!important} .cover .band-line{padding-top:2mm!important}"
    " .cover .band-title{position:static!important;margin:26mm 24mm 0!important} .cover-mark{top:21mm!important}"
    " .cover .facts{position:static!important;margin:9mm 24mm 0!important;break-inside:avoid}"
    " .cover .authors li{break-inside:avoid}"
)
SHEETS = (SMALLER, SMALLER + FLOWING)
"""Covers to try where the usual one does not hold its title, its authors and its facts."""


def with_room(sheet: str, layout: Any, lay: Callable[[str], Any]) -> tuple[str, Any]:
    """The layout with the sheet that it is of, or the first whose cover is not overfull; the last one cannot be."""
    for more in SHEETS:
        if not _is_overfull(layout):
            break
        sheet, layout = sheet + more, lay(sheet + more)
    return sheet, layout


def _is_overfull(layout: Any) -> bool:
    """Whether the title of a cover reaches down to the facts, to the foot of the page or over to the next."""
    first, *others = layout.pages
    if TITLE not in first.anchors:
        return False
    end = first.anchors[FACTS][1] - APART if FACTS in first.anchors else first.height - EDGE
    return bool(first.anchors[TITLE][3] > end or (others and TITLE in others[0].anchors))
