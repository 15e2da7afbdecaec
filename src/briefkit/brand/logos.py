"""The `logo` of a brand file in, the pictures to print out, the best first. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.brand.notes import Notes, filled, is_address, is_empty
from briefkit.brand.palette import SIDES
from briefkit.model import Place
from briefkit.strict_yaml import Node
from briefkit.text import shorten
from briefkit.values import Value

SIZES = ("medium", "small", "large")
"""The sizes of a logo in the order in which a page takes them."""


class LogoFile(Value):
    """A logo of a brand: the size it is for, the ground it is for (`light` or `dark`), its file and its words."""

    size: str
    side: str
    path: str
    alt: str
    place: Place


def read_logos(node: Node | None, notes: Notes) -> tuple[LogoFile, ...]:
    """The logos with local files, in the order of SIZES."""
    if node is None or is_empty(node):
        return ()
    if node.kind == "text" or any(key.text in ("path", *SIDES) for key, _ in node.pairs):
        return tuple(_sides("medium", node, {}, notes))
    told = notes.known(node, ("images", "small", "medium", "large", "alt"), "logo")
    images = told.get("images")
    named = filled(images)
    return tuple(logo for size in SIZES if size in told for logo in _sides(size, told[size], named, notes))


def _sides(size: str, node: Node, named: Mapping[str, Node], notes: Notes) -> Iterator[LogoFile]:
    if node.kind == "mapping" and any(key.text in SIDES for key, _ in node.pairs):
        for side, value in notes.known(node, SIDES, f"logo.{size}").items():
            yield from _one(size, side, value, named, notes)
    else:
        yield from _one(size, "light", node, named, notes)


def _one(size: str, side: str, node: Node, named: Mapping[str, Node], notes: Notes) -> Iterator[LogoFile]:
    """A path, the name of an image, or `{path, alt}`."""
    alt = ""
    place = node.place
    for _ in range(2):
        if node.kind == "mapping":
            found = notes.known(node, ("path", "alt"), "logo")
            alt = alt or notes.text(found.get("alt"), "alt")
            node = found.get("path") or node
        if node.kind != "text":
            notes.odd(node, f"logo.{size}", "a path, the name of an image, or path and alt")
            return
        if node.text not in named:
            break
        node = named[node.text]
    path = node.text.strip() if node.kind == "text" else ""
    if not path:
        notes.odd(node, f"logo.{size}", "a path")
    elif is_address(path):
        hint = "save the picture beside the brand and name it here"
        notes.add("not-fetched", place, f"The logo {shorten(path)} is on the net and is not fetched", hint)
    else:
        yield LogoFile(size, side, path, alt, place)
