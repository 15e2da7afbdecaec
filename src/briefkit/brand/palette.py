"""The `color` of a brand file in, each palette and theme colour resolved out: aliases followed, circles told."""

from __future__ import annotations

from collections.abc import Mapping

from briefkit.brand.colours import WHITE, mix, read_colour
from briefkit.brand.notes import Notes, filled
from briefkit.brand.tokens import Tint
from briefkit.near_misses import did_you_mean
from briefkit.strict_yaml import Node
from briefkit.text import shorten
from briefkit.values import Value

THEME = (
    *("foreground", "background", "primary", "secondary", "tertiary", "success", "info", "warning", "danger"),
    *("light", "dark", "link"),
)
SIDES = ("light", "dark")


class Colours(Value):
    """The palette and the theme by day and by night, resolved."""

    palette: Mapping[str, Tint]
    day: Mapping[str, Tint]
    night: Mapping[str, Tint]


class Resolver:
    """Follows the names of colours: first those of the palette, then those of the theme."""

    def __init__(self, palette: Mapping[str, Node], theme: Mapping[str, Node], notes: Notes) -> None:
        self.palette = palette
        self.theme = theme
        self.notes = notes
        self.known: dict[tuple[int, str], str] = {}

    def tint(self, name: str, node: Node, side: str = "light") -> Tint | None:
        """The colour that a value comes to, with where it is from."""
        colour = self.resolve(node, side)
        return Tint(colour, f"{name}, {node.place.path}:{node.place.line}") if colour else None

    def resolve(self, start: Node, side: str) -> str:
        """The colour at the end of a chain of names as `#rrggbb`; empty when there is none, which is told once."""
        chain: dict[int, Node] = {}
        node = start
        while (id(node), side) not in self.known:
            if id(node) in chain:
                names = " > ".join(shorten(one.text) for one in (*tuple(chain.values())[:6], node))
                message = f"This colour leads back to itself: {names}"
                self.notes.add("colour-cycle", start.place, message, "let one of them be a colour such as #14284b")
                break
            chain[id(node)] = node
            found = self._follow(node, side)
            if isinstance(found, str):
                self.known[id(node), side] = found
                break
            node = found
        colour = self.known.get((id(node), side), "")
        self.known.update({(one, side): colour for one in chain})
        return colour

    def _follow(self, node: Node, side: str) -> Node | str:
        """The value that a name stands for, or the colour that it is."""
        if node.kind != "text":
            self.notes.odd(node, "color", "a colour or the name of one")
            return ""
        name = node.text.strip()
        for table, key in ((self.palette, "palette"), (self.theme, "theme")):
            target = table.get(name)
            if target is not None and target is not node:
                return _side(target, side) if key == "theme" else target
        return self._colour(node)

    def _colour(self, node: Node) -> str:
        found = read_colour(node.text)
        if found is None:
            near = did_you_mean(node.text, (*self.palette, *self.theme)) if len(node.text) < 60 else ""
            hint = near or "write #rrggbb, rgb(), hsl(), a name that CSS knows, or one of the palette"
            self.notes.add("impossible-colour", node.place, f"'{shorten(node.text)}' is no colour", hint)
            return ""
        colour, density = found
        if density < 1:
            self.notes.add(
                "odd-value", node.place, "A colour one sees through is mixed with white", "write it as it looks"
            )
        return mix(WHITE, colour, density) if density < 1 else colour


def _side(node: Node, side: str) -> Node:
    """The light or the dark form of a value that has both."""
    forms = filled(node)
    return forms.get(side) or forms.get("light") or node


def read_colours(node: Node | None, notes: Notes) -> Colours:
    """The palette and the theme of a brand; what is impossible is told and left out."""
    told = notes.known(node, ("palette", *THEME), "color")
    palette_node = told.pop("palette", None)
    if palette_node is not None and palette_node.kind != "mapping":
        notes.odd(palette_node, "palette", "names and colours")
    palette = filled(palette_node)
    resolver = Resolver(palette, told, notes)
    tints = {n: tint for n, value in palette.items() if (tint := resolver.tint(f"color.palette.{n}", value))}
    day: dict[str, Tint] = {}
    night: dict[str, Tint] = {}
    for name, value in told.items():
        forms = notes.known(value, SIDES, f"color.{name}") if value.kind == "mapping" else {"light": value}
        for side, made in (("light", day), ("dark", night)):
            tint = resolver.tint(f"color.{name}", forms[side], side) if side in forms else None
            if tint:
                made[name] = tint
    return Colours(tints, day, night)
