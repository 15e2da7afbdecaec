"""The charts of a brief, read and drawn: their blocks and files of data in, pictures out, or what is wrong with them."""

from __future__ import annotations

import importlib.metadata
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from briefkit import files
from briefkit.errors import InputError
from briefkit.model import Asset, Brand, Brief, Finding, Place, Problem, Severity
from briefkit.parse.chart_blocks import CHART, charts_in
from briefkit.parse.chart_places import find_fences
from briefkit.pipeline.project import Project
from briefkit.processes import Child, ChildLimits
from briefkit.text import Lines, shorten

if TYPE_CHECKING:
    from briefkit.assemble.charts import Chart

ENGINE, DISTRIBUTION = "vl_convert", "vl-convert-python"
CODE = "DOC821"
MAX_DATA = 1_000_000
ENGINE_SPACE = 68_000
"""Megabytes of addresses: the engine reserves 66,000 when it starts, and uses 80; the rest is as much as others have."""

MISSING = 'pip install "briefkit[charts]"'


def can_draw() -> bool:
    """Whether the extra that draws charts is installed."""
    return find_spec(ENGINE) is not None


def engine() -> Mapping[str, str]:
    """The engine and its version, for the manifest."""
    return {DISTRIBUTION: importlib.metadata.version(DISTRIBUTION)}


@dataclass(frozen=True, slots=True)
class Charts:
    """The charts of a brief by their keys, the bytes of their files by name, and the language they are drawn in."""

    found: Mapping[str, Chart]
    read: Mapping[str, bytes]
    lang: str


def read_charts(project: Project, folder: Path, brief: Brief) -> Charts:
    """The charts of a brief; InputError for a faulty one."""
    found: dict[str, Chart] = {}
    read: dict[str, bytes] = {}
    for node in charts_in(brief.ast["blocks"]) if CHART in brief.text else ():
        from briefkit.assemble.chart_figures import key_of  # only a brief with charts needs it

        found[key_of(node)], data = _read(project, folder, node)
        read |= data
    return Charts(found, read, brief.front.lang or "en")


def _read(project: Project, folder: Path, node: Any) -> tuple[Chart, dict[str, bytes]]:
    """A chart and the file it is drawn from, if it has one; InputError with the line of the block that is at fault."""
    from briefkit.assemble.charts import Unfit, read_chart

    (identifier, _, pairs), code = node["c"]
    said = {str(name): str(value) for name, value in pairs}
    name = said.get("data", "").strip()
    try:
        if not name:
            return read_chart(identifier, said, code), {}
        if code.strip():
            raise Unfit(f"This chart has data of its own and names {shorten(name, 40)}", "leave one of them out", 1)
        data = _read_file(project, folder, name)
        return read_chart(identifier, said, files.decode(data, name)), {name: data}
    except Unfit as unfit:
        where = f" ({shorten(name, 40)}, line {unfit.line})" if name and unfit.line and not code.strip() else ""
        raise InputError(f"{unfit.message}{where}", unfit.hint, 0 if where else unfit.line) from unfit


def _read_file(project: Project, folder: Path, name: str) -> bytes:
    """The data of a chart by its path from the brief."""
    path = folder / unquote(name)
    if "://" in name or not files.inside(path, project.root):
        hint = "copy the file into the project and name it relative to the brief"
        raise InputError(f"the data {shorten(name, 80)} lies outside the project", hint)
    if not files.there(path):
        raise InputError(f"the data {shorten(name, 80)} does not exist", f"looked for {files.show(path)}")
    return files.read_bytes(path, MAX_DATA)


# --- drawing ------------------------------------------------------------------------------------


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
    return {key: f"chart:{number}.svg" for number, key in enumerate(charts.found, 1)}


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
    limits = ChildLimits(project.pages.seconds, ENGINE_SPACE)
    with Child("the charts", work, limits, "make their data smaller, or leave a chart out") as child:
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


def chart_faults(project: Project, folder: Path, brief: Brief) -> Iterator[Problem]:
    """What is wrong with the charts of a brief, each with its line."""
    nodes = list(charts_in(brief.ast["blocks"])) if CHART in brief.text else []
    lines = Lines(brief.path, brief.text)
    for node, fence in zip(nodes, find_fences(brief.text, [node["c"][1] for node in nodes]), strict=True):
        try:
            _read(project, folder, node)
        except InputError as error:
            message = error.message[:1].upper() + error.message[1:]
            yield Problem(CODE, _below(lines.place(*fence), error.line or 0, brief), message, error.hint)


def _below(place: Place, line: int, brief: Brief) -> Place:
    """The line of the data, so many below its fence; the fence itself for none."""
    if not line:
        return place
    number = place.line + line
    text = brief.text.split("\n")[number - 1] if number <= brief.text.count("\n") + 1 else ""
    start = len(text) - len(text.lstrip(" \t>"))
    return Place(place.path, number, start + 1, number, max(len(text.rstrip()), start) + 1)
