"""Shapes of a chart in pixels go in, a Vega-Lite specification comes out. Nothing in it is code, nothing names a file.

Colours are roles: a number that no brand uses stands for each token, and is replaced when it is known where the drawing
goes. Texts are values of data, never parts of an expression.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from briefkit.values import Value

ROLES: Mapping[str, str] = {
    name: f"#0{n}fe0{n}" for n, name in enumerate(("ink", "text", "quiet", "accent", "link", "paper", "rule"))
}
"""What stands for each colour token in a drawing."""

FAMILY = "Briefkit Chart"
"""What stands for the family of the font."""

SIZE = 10.5
"""The size of all text."""

Spec = dict[str, Any]


class Shape(Value):
    """A mark of one kind: `style` is the same for all of its layer, `values` are its own."""

    kind: str
    style: Mapping[str, Any]
    values: Sequence[Mapping[str, Any]]


@dataclass(slots=True)
class Sheet:
    """A drawing as it grows: shapes from the back to the front, each with a role for its colour."""

    width: float
    height: float = 0
    shapes: list[Shape] = field(default_factory=list)

    def bar(self, left: float, top: float, right: float, bottom: float, tone: tuple[str, float]) -> None:
        """A filled rectangle."""
        role, opacity = tone
        place = {"x": left, "y": top, "x2": right, "y2": bottom}
        self.shapes.append(Shape("rect", {}, [{**_rounded(place), "fill": ROLES[role], "opacity": opacity}]))

    def rule(self, x: float, y: float, x2: float, y2: float, role: str, width: float) -> None:
        """A straight line."""
        place = {"x": x, "y": y, "x2": x2, "y2": y2}
        self.shapes.append(Shape("rule", {"strokeWidth": width, "stroke": ROLES[role]}, [_rounded(place)]))

    def line(self, points: Sequence[tuple[float, float]], tone: tuple[str, float], width: float) -> None:
        """A line through points."""
        style = {"stroke": ROLES[tone[0]], "strokeOpacity": tone[1], "strokeWidth": width, "strokeJoin": "round"}
        values = [{**_rounded({"x": x, "y": y}), "n": n} for n, (x, y) in enumerate(points)]
        self.shapes.append(Shape("line", {**style, "strokeCap": "round"}, values))

    def dot(self, x: float, y: float, tone: tuple[str, float], size: float = 75, *, square: bool = False) -> None:
        """A filled dot, or a square."""
        style = {"shape": "square" if square else "circle", "size": size, "opacity": 1}
        value = {**_rounded({"x": x, "y": y}), "fill": ROLES[tone[0]], "opacity": tone[1]}
        self.shapes.append(Shape("point", style, [value]))

    def text(
        self, x: float, y: float, text: str, align: str = "left", role: str = "text", *, bold: bool = False
    ) -> None:
        """A line of text, its middle at `y`."""
        style = {"align": align, "fontWeight": 600 if bold else 400}
        self.shapes.append(Shape("text", style, [{**_rounded({"x": x, "y": y}), "text": text, "fill": ROLES[role]}]))


def _rounded(place: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 2) for name, value in place.items()}


def specification(sheet: Sheet) -> Spec:
    """The Vega-Lite specification of a drawing."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": sheet.width,
        "height": sheet.height,
        "padding": 0,
        "autosize": {"type": "none"},
        "background": None,
        "config": {"view": {"stroke": None}, "aria": False, "font": FAMILY},
        "resolve": {"scale": {"color": "independent", "opacity": "independent"}},
        "layer": [_layer(kind, style, values) for kind, style, values in _layers(sheet.shapes)],
    }


def _layers(shapes: Sequence[Shape]) -> list[tuple[str, Mapping[str, Any], list[Mapping[str, Any]]]]:
    """The shapes with neighbours of one style together; a line stands alone."""
    made = []
    for key, group in groupby(enumerate(shapes), lambda pair: _style_of(*pair)):
        same = [shape for _, shape in group]
        made.append((str(key[0]), same[0].style, [value for shape in same for value in shape.values]))
    return made


def _style_of(number: int, shape: Shape) -> tuple[Any, ...]:
    return (shape.kind, tuple(shape.style.items()), number if shape.kind == "line" else 0)


def _layer(kind: str, style: Mapping[str, Any], values: Sequence[Mapping[str, Any]]) -> Spec:
    mark: Spec = {"type": kind, **style, "clip": False}
    names = values[0]
    encoding: Spec = {name: _raw(name) for name in ("x", "y", "x2", "y2") if name in names}
    if kind == "line":
        encoding["order"] = {"field": "n", "type": "quantitative"}
    if kind == "text":
        mark |= {"font": FAMILY, "fontSize": SIZE, "baseline": "middle"}
        encoding["text"] = {"field": "text", "type": "nominal"}
    if kind == "point":
        mark |= {"filled": True, "strokeWidth": 0}
    if "fill" in names:
        encoding["fill"] = {"field": "fill", "type": "nominal", "scale": None, "legend": None}
    if "opacity" in names:
        encoding["fillOpacity"] = {"field": "opacity", "type": "quantitative", "scale": None, "legend": None}
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def _raw(name: str) -> Spec:
    """An encoding of a place that is in pixels already."""
    second = name.endswith("2")
    return {"field": name} if second else {"field": name, "type": "quantitative", "scale": None, "axis": None}
