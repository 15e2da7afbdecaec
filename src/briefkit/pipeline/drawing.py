"""The charts of a brief in, their pictures out, drawn in a child; tables take their place where nothing draws them."""

from __future__ import annotations

import importlib.metadata
import tempfile
from collections.abc import Iterable, Mapping
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from briefkit.model import Asset, Brand, Brief, Finding, Severity
from briefkit.parse.chart_blocks import charts_in
from briefkit.parse.chart_places import find_fences
from briefkit.pipeline.charting import CODE, Charts
from briefkit.pipeline.project import Project
from briefkit.processes import Child
from briefkit.text import Lines
from briefkit.values import replace

if TYPE_CHECKING:
    from briefkit.assemble.charts import Chart

CHART = "chart:"
"""How the names of the pictures of charts begin."""

ENGINE, DISTRIBUTION = "vl_convert", "vl-convert-python"
CURE = "make their data smaller; without vl-convert-python charts are printed as tables"
MISSING = 'pip install "briefkit[charts]"'
ENGINE_SPACE = 68_000
"""Megabytes of addresses: the engine reserves 66,000 when it starts, and uses 80; the rest is what others have."""


def can_draw() -> bool:
    """Whether the extra that draws charts is installed."""
    return find_spec(ENGINE) is not None


def engine() -> Mapping[str, str]:
    """The engine and its version, for the manifest."""
    return {DISTRIBUTION: importlib.metadata.version(DISTRIBUTION)}


def with_charts(brief: Brief, charts: Charts, pictures: Iterable[str]) -> Brief:
    """The brief with figures in the place of its charts; with tables where there are no pictures of them."""
    if not charts.found:
        return brief
    from briefkit.assemble.chart_figures import with_figures

    known = set(pictures)
    drawn = {key: name for key, name in _names(charts).items() if name in known}
    blocks = with_figures(brief.ast["blocks"], charts.found, drawn, charts.lang)
    return replace(brief, ast={**brief.ast, "blocks": blocks})


def _names(charts: Charts) -> dict[str, str]:
    """The name of the picture of each chart; no file is called so."""
    return {key: f"{CHART}{number}.svg" for number, key in enumerate(charts.found, 1)}


def draw_charts(project: Project, charts: Charts, brand: Brand) -> Mapping[str, Asset]:
    """The pictures of some charts in all their forms, drawn in a child; none where nothing draws."""
    if not charts.found or not can_draw():
        return {}
    from briefkit.render.charts import FORMS, PRINT

    wanted = {
        name.removesuffix(PRINT) + form: (charts.found[key], form)
        for key, name in _names(charts).items()
        for form in FORMS
    }
    pen = _Pen(brand, charts.lang)
    work = {name: partial(pen.draw, *one) for name, one in wanted.items()}
    limits = replace(project.pages, address_space=ENGINE_SPACE)
    with Child("the charts", work, limits, CURE) as child:
        made = child.result()
    return {name: Asset(name, made[name], FORMS[form]) for name, (_, form) in wanted.items()}


class _Pen:
    """Draws, in a child: the first drawing of it lays the fonts where the engine finds them."""

    def __init__(self, brand: Brand, lang: str) -> None:
        self.brand, self.lang = brand, lang
        self.ready = False

    def draw(self, chart: Chart, form: str) -> bytes:
        """A form of a chart."""
        from briefkit.render.chart_shapes import FAMILY
        from briefkit.render.charts import draw, use_fonts
        from briefkit.render.fonts import chart_cuts

        if not self.ready:
            folder = Path(tempfile.mkdtemp())
            for number, cut in enumerate(chart_cuts(self.brand, FAMILY)):
                (folder / f"{number}.ttf").write_bytes(cut.data)
            use_fonts(str(folder))
            self.ready = True
        return draw(chart, form, self.brand, self.lang)


def undrawn(brief: Brief, charts: Charts) -> tuple[Finding, ...]:
    """The remark that the charts of a brief are printed as tables, where nothing draws them."""
    if not charts.found or can_draw():
        return ()
    nodes = list(charts_in(brief.ast["blocks"]))
    fence = find_fences(brief.text, [nodes[0]["c"][1]])[0]
    place = Lines(brief.path, brief.text).place(*fence)
    message = f"Charts are printed as tables, since what draws them is not installed: {MISSING}"
    return (Finding(place, CODE, "unfit-chart", Severity.INFO, message, MISSING),)
