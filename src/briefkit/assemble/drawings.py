"""The bytes of an SVG go in, a drawing that shows shapes and nothing else comes out.

Scripts, links, pictures and styles that reach out of the drawing are refused with the reason, not cut away: who gave us
the file should know what is in it. What a drawing program keeps for itself beside the shapes is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree

from briefkit.assemble.drawn_values import odd_values
from briefkit.patterns import regex

SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"
SHAPES = frozenset(
    "svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan linearGradient "
    "radialGradient stop clipPath mask style switch pattern marker".split()
)
MAX_DRAWING = 1_000_000
MOST_ELEMENTS = 5_000
MOST_USES = 200
MOST_LETTERS = 20_000
"""Of what is written in a drawing: the engine that makes Word's PNG takes half a millisecond for each."""
MOST_DRAWN = 50_000
"""How many elements a drawing may come to, each counted as often as it is drawn."""

MOST_LEVELS = 150
LARGEST = 100_000
LONGEST = 1_000
"""How many times as long as wide a drawing may be; it is drawn at least a pixel wide."""
DECLARED = regex(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
PAGE = regex(rb"\s*<(?:!DOCTYPE\s+)?html\b", re.IGNORECASE)
STYLESHEET = regex(rb"<\?xml-stylesheet", re.IGNORECASE)
REACHES = regex(r"@import|url\(\s*['\"]?(?!\s*#)|expression\(|\\", re.IGNORECASE)
USED = regex(r"url\(\s*['\"]?#([^'\")\s]+)")
SELECTOR = regex(r"[.#]?[\w-]++|\*")
LENGTH = regex(r"\s*(\d{1,6}(?:\.\d{1,9})?)")
NUMBER = regex(r"\+?(\d{1,9}(?:\.\d*)?(?:[eE]\+?[0-6])?)")
NOTHING = regex(r"\s*(?:-|\+?0*\.?0*(?:[a-zA-Z%\s]|\Z))")


class Unfit(Exception):
    """A drawing cannot be printed; the message says why, in words that follow "the drawing x.svg"."""


def is_drawing(data: bytes) -> bool:
    """Whether this looks like an SVG: an element of that name near its beginning."""
    return b"<svg" in data[:4_000] and not PAGE.match(data)


def twin_of(name: str) -> str:
    """The name of the PNG that Word shows in the place of a drawing, which may itself be called as it likes."""
    return (name[:-4] if name.lower().endswith(".svg") else name) + ".png"


def fit_drawing(data: bytes) -> tuple[bytes, int, int]:
    """The drawing as it may be printed, with its width and height in units of its own; raises Unfit."""
    if len(data) > MAX_DRAWING:
        raise Unfit(f"is larger than {MAX_DRAWING // 1_000_000} MB")
    if DECLARED.search(data):
        raise Unfit("declares a document type or entities")
    if STYLESHEET.search(data):
        raise Unfit("names a style sheet")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - no entities, see above
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Unfit(f"cannot be read: {error}") from error
    if root.tag != f"{{{SVG}}}svg":
        raise Unfit("is no SVG")
    for fault in _faults(root):
        raise Unfit(fault)
    _leave_out(root)
    ElementTree.register_namespace("", SVG)
    return ElementTree.tostring(root, encoding="utf-8"), *_size(root)


def _faults(root: ElementTree.Element) -> Iterator[str]:
    """What the drawing holds that none should."""
    uses = letters = 0
    for count, element in enumerate(root.iter(), 1):
        name = str(element.tag).rpartition("}")[2]
        if count > MOST_ELEMENTS:
            yield f"has more than {MOST_ELEMENTS:,} elements"
        if str(element.tag).startswith(f"{{{SVG}}}") and name not in SHAPES and name != "metadata":
            yield f"holds <{name}>, which no drawing needs"
        uses += name == "use"
        if uses > MOST_USES:
            yield f"repeats more than {MOST_USES} parts"
        if name == "style" and REACHES.search(element.text or ""):
            yield "has a style that reaches out of it"
        letters += _letters(element, name)
        if letters > MOST_LETTERS:
            yield f"holds more than {MOST_LETTERS:,} letters"
        yield from _faults_of_attributes(element)
        yield from odd_values(element)
    if _depth(root) > MOST_LEVELS:
        yield f"nests parts in more than {MOST_LEVELS} levels"
    if _nests(root) or _drawn(root) > MOST_DRAWN:
        yield "repeats parts that repeat others"


def _letters(element: ElementTree.Element, name: str) -> int:
    """How much is written in an element, and behind it within its text."""
    within = len((element.text or "").strip()) if name in ("text", "tspan") else 0
    return within + len((element.tail or "").strip()) if name == "tspan" else within


def _depth(root: ElementTree.Element) -> int:
    """How many levels of elements there are, counted no further than it matters."""
    level, depth = [root], 0
    while level and depth <= MOST_LEVELS:
        level, depth = [child for element in level for child in element], depth + 1
    return depth


def _faults_of_attributes(element: ElementTree.Element) -> Iterator[str]:
    for key, value in element.items():
        name = key.rpartition("}")[2].lower()
        if name.startswith("on"):
            yield f"holds a script in {name}"
        elif name in ("href", "src") and not value.strip().startswith("#"):
            yield f"refers to {value.strip()[:40]}"
        elif REACHES.search(value):
            yield f"refers to something outside in {name}"


def _nests(root: ElementTree.Element) -> bool:
    """Whether a part that is repeated repeats another: a few lines of that are a million shapes."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    for element in root.iter(f"{{{SVG}}}use"):
        target = named.get((element.get("href") or element.get(XLINK) or "").strip().lstrip("#"))
        if target is not None and (target.tag == element.tag or target.find(f".//{{{SVG}}}use") is not None):
            return True
    return False


def _drawn(root: ElementTree.Element) -> int:
    """How many elements are drawn: a pattern, mask or marker as often as something is drawn with it.

    Counted up to a little over MOST_DRAWN; what is nested too deeply to be counted is too much. Raises Unfit for a part
    that is drawn with itself, if the page engine stops at its kind; others are not counted again.
    """
    named = {element.get("id", ""): element for element in root.iter() if element.get("id")}
    rules = _rules(root)
    known: dict[int, int] = {}
    begun: set[int] = set()

    def count(element: ElementTree.Element) -> int:
        if id(element) in begun and element.tag in ENDLESS:
            raise Unfit(f"has a <{element.tag.removeprefix(f'{{{SVG}}}')}> that is drawn with itself")
        if id(element) not in known:
            known[id(element)] = 0
            begun.add(id(element))
            used = [named[name] for name in _used(element, rules) if name in named]
            known[id(element)] = min(1 + sum(map(count, (*element, *used))), MOST_DRAWN + 1)
            begun.remove(id(element))
        return known[id(element)]

    try:
        return count(root)
    except RecursionError:
        return MOST_DRAWN + 1


ENDLESS = frozenset(f"{{{SVG}}}{name}" for name in ("clipPath", "mask", "marker"))


def _used(element: ElementTree.Element, rules: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The names of the parts that an element is drawn with."""
    for key, value in element.items():
        if key in ("href", XLINK):
            yield value.strip().lstrip("#")
        yield from USED.findall(value)
    tag, classes = str(element.tag).rpartition("}")[2], element.get("class", "").split()
    for selector in ("*", tag, f"#{element.get('id', '')}", *(f".{name}" for name in classes)):
        yield from rules.get(selector, ())


def _rules(root: ElementTree.Element) -> Mapping[str, Sequence[str]]:
    """What the elements of a drawing are drawn with, by each simple selector of its style sheets."""
    sheets = [element.text or "" for element in root.iter(f"{{{SVG}}}style")]
    rules = [rule.partition("{") for sheet in sheets for rule in sheet.split("}")]
    return {name: used for head, _, body in rules if (used := USED.findall(body)) for name in SELECTOR.findall(head)}


def _leave_out(root: ElementTree.Element) -> None:
    """Take away what is not SVG's own."""
    for parent in list(root.iter()):
        for child in list(parent):
            if not str(child.tag).startswith(f"{{{SVG}}}") or child.tag == f"{{{SVG}}}metadata":
                parent.remove(child)
        for key in [key for key in parent.attrib if key.startswith("{") and key != XLINK]:
            del parent.attrib[key]


def _size(root: ElementTree.Element) -> tuple[int, int]:
    """Width and height by the viewBox, else by the attributes; Unfit where neither says."""
    numbers = [NUMBER.fullmatch(word) for word in re.split(r"[\s,]+", root.get("viewBox", "").strip())[2:4]]
    if len(numbers) != 2:
        numbers = [LENGTH.match(root.get(name, "")) for name in ("width", "height")]
    width, height = (min(round(float(match[1])), LARGEST) if match else 0 for match in numbers)
    if not width or not height:
        raise Unfit("says no size: give it a viewBox")
    if max(width, height) > LONGEST * min(width, height):
        raise Unfit(f"is more than {LONGEST:,} times as long as wide")
    if any(NOTHING.match(root.get(name) or "1") for name in ("width", "height")):
        raise Unfit("says a size of nothing")
    return width, height


UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
MEASURE = regex(r"\s*(\d{1,6}(?:\.\d{1,9})?)\s*([a-z]{0,2})\s*")


def shown_size(svg: bytes, widest: float) -> tuple[float, float]:
    """How large a drawing that is fit to be printed says it is, in pixels of 96 to an inch.

    One that only has a viewBox is as wide as there is room.
    """
    root = ElementTree.fromstring(svg)  # noqa: S314 - no entities: it was let through
    width, height = _size(root)
    own = MEASURE.fullmatch(root.get("width", ""))
    wide = float(own[1]) * UNITS.get(own[2], 0) if own else 0
    wide = wide if 0 < wide < LARGEST else widest
    return wide, wide * height / width
