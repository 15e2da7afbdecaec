"""The `typography` of a brand file in, its font files and families out. Nothing of the net is fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.brand.notes import Notes, is_address
from briefkit.model import Place
from briefkit.patterns import regex
from briefkit.strict_yaml import Node
from briefkit.text import shorten
from briefkit.values import Value

KEYS = ("fonts", "base", "headings", "monospace", "monospace-inline", "monospace-block", "link")
FONT_KEYS = ("family", "source", "files", "weight", "style", "display")
ELEMENT_KEYS = ("family", "size", "weight", "style", "line-height", "color", "background-color", "decoration")
WEIGHTS: Mapping[str, int] = {
    **{"thin": 100, "extra-light": 200, "ultra-light": 200, "light": 300, "normal": 400, "regular": 400},
    **{"medium": 500, "semi-bold": 600, "demi-bold": 600, "bold": 700, "extra-bold": 800, "ultra-bold": 800},
    "black": 900,
}
NUMBER = regex(r"[1-9]\d{0,2}|1000")
SPAN = regex(r"([1-9]\d{2})\s*(?:\.\.| )\s*([1-9]\d{2})")
FAMILY = regex(r"[\w -]{1,80}")
GENERIC = frozenset(
    {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif", "ui-sans-serif", "ui-monospace"}
)
USES = ("base", "headings", "monospace")


class FontFile(Value):
    """A font file that a brand names; weight and style are empty where only the file knows them."""

    family: str
    path: str
    weight: str
    style: str
    place: Place


class Stack(Value):
    """The families that a brand wants for something, the first that is there wins."""

    families: tuple[str, ...]
    place: Place


class Typography(Value):
    """The fonts of a brand: its local files, and what is set in which families."""

    files: tuple[FontFile, ...]
    stacks: Mapping[str, Stack]


def read_typography(node: Node | None, notes: Notes) -> Typography:
    """Fonts and families of a brand."""
    told = notes.known(node, KEYS, "typography")
    files: list[FontFile] = []
    fonts = told.pop("fonts", None)
    if fonts is not None and fonts.kind != "list":
        notes.odd(fonts, "typography.fonts", "a list")
    for item in fonts.items if fonts else ():
        found = notes.known(item, FONT_KEYS, "typography.fonts")
        family = notes.text(found.get("family"), "family")
        files += _files(family, found, notes)
        notes.text(found.get("source"), "source")  # a list there is told; what is on the net is not fetched
    stacks = {}
    for name, value in told.items():
        if (stack := _stack(name, value, notes)) and name in USES:
            stacks[name] = stack
    return Typography(tuple(files), stacks)


def _files(family: str, font: Mapping[str, Node], notes: Notes) -> Iterator[FontFile]:
    node = font.get("files")
    if node is None:
        return
    if not FAMILY.fullmatch(family):
        notes.odd(font.get("family", node), "family", "a name of letters, digits, blanks and hyphens")
        return
    for item in node.items or (node,):
        found = {"path": item} if item.kind == "text" else notes.known(item, ("path", "weight", "style"), "files")
        path = notes.text(found.get("path"), "path")
        if is_address(path):
            hint = "save the file beside the brand and name it here"
            notes.add("not-fetched", item.place, f"The font {shorten(path)} is on the net and is not fetched", hint)
        elif path:
            weight = _weight(found.get("weight"), notes)
            style = _style(found.get("style"), notes)
            yield FontFile(family, path, weight, style, item.place)


def _weight(node: Node | None, notes: Notes) -> str:
    """A weight as CSS has it, `400` or `100 900`; empty for none."""
    if node is None:
        return ""
    word = node.text.strip().lower()
    if word in WEIGHTS:
        return str(WEIGHTS[word])
    if NUMBER.fullmatch(word):
        return word
    if span := SPAN.fullmatch(word):
        return f"{span[1]} {span[2]}"
    notes.odd(node, "weight", f"a number from 100 to 900, a span or one of {', '.join(WEIGHTS)}")
    return ""


def _style(node: Node | None, notes: Notes) -> str:
    if node is None:
        return ""
    if node.text in ("normal", "italic", "oblique"):
        return "normal" if node.text == "normal" else "italic"
    notes.odd(node, "style", "normal or italic")
    return ""


def _stack(name: str, node: Node, notes: Notes) -> Stack | None:
    """The families of `base: Inter, sans-serif` or `base: {family: ...}`."""
    if node.kind == "mapping":
        found = notes.known(node, ELEMENT_KEYS, f"typography.{name}")
        if found.get("weight") is not None and found["weight"].kind == "text":
            _weight(found["weight"], notes)
        node = found.get("family") or node
        if node.kind == "mapping":
            return None
    text = notes.text(node, f"typography.{name}")
    families = tuple(part.strip().strip("\"'").strip() for part in text[:500].split(","))
    return Stack(tuple(f for f in families if f and f.lower() not in GENERIC), node.place)
