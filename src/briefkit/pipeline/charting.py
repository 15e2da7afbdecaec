"""The charts of a brief, read from its blocks and files of data; what is wrong with them, each with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from briefkit import files
from briefkit.errors import InputError
from briefkit.model import EMPTY, Brief, Place, Problem
from briefkit.parse.chart_blocks import CHART, charts_in
from briefkit.parse.chart_places import EDGES, NOWHERE, find_fences
from briefkit.pipeline.project import Project
from briefkit.text import Lines, shorten
from briefkit.values import Value

if TYPE_CHECKING:
    from briefkit.assemble.charts import Chart

CODE = "DOC821"
MAX_DATA = 1_000_000


class Charts(Value):
    """The charts of a brief by their keys, the bytes of their files by name, and the language they are drawn in."""

    found: Mapping[str, Chart]
    read: Mapping[str, bytes]
    lang: str


def read_charts(project: Project, folder: Path, brief: Brief, *, faulty: bool = False) -> Charts:
    """The charts of a brief; InputError for a faulty one, unless `faulty` ones are left as they were typed."""
    found: dict[str, Chart] = {}
    read: dict[str, bytes] = {}
    for node in charts_in(brief.ast["blocks"]) if CHART in brief.text else ():
        from briefkit.assemble.chart_figures import key_of  # only a brief with charts needs it
        from briefkit.assemble.charts import Unfit

        try:
            found[key_of(node)], data = _read(project, folder, node)
        except (Unfit, InputError) as error:
            if faulty:
                continue
            raise InputError(error.message, error.hint) from error
        read |= data
    return Charts(found, read, brief.front.language)


def _read(
    project: Project, folder: Path, node: Any, known: Mapping[str, str] = EMPTY
) -> tuple[Chart, dict[str, bytes]]:
    """A chart, and the file read for it if it is none of the `known`; raises Unfit, and InputError for the file."""
    from briefkit.assemble.charts import Unfit, read_chart

    (identifier, _, pairs), code = node["c"]
    said = {str(name): str(value) for name, value in pairs}
    name = said.get("data", "").strip()
    if not name:
        return read_chart(identifier, said, code), {}
    if code.strip():
        raise Unfit(f"This chart has data of its own and names {shorten(name, 40)}", "leave one of them out", 1)
    read = {} if name in known else {name: _read_file(project, folder, name)}
    try:
        text = files.decode(read[name], name) if read else known[name]
        return read_chart(identifier, said, text), read
    except Unfit as unfit:
        where = f" ({shorten(name, 40)}, line {unfit.line})" if unfit.line else ""
        raise Unfit(unfit.message + where, unfit.hint) from unfit


def _read_file(project: Project, folder: Path, name: str) -> bytes:
    """The data of a chart by its path from the brief."""
    path = folder / unquote(name)
    if "://" in name or not files.inside(path, project.root):
        hint = "copy the file into the project and name it relative to the brief"
        raise InputError(f"the data {shorten(name, 80)} lies outside the project", hint)
    if not files.there(path):
        raise InputError(f"the data {shorten(name, 80)} does not exist", f"looked for {files.show(path)}")
    return files.read_bytes(path, MAX_DATA, project.root)


def chart_data(project: Project, folder: Path, brief: Brief) -> Mapping[str, str]:
    """The words of the files that charts take their figures from, by name; none of those that cannot be read."""
    found: dict[str, str] = {}
    for block in brief.blocks:
        if block.kind == CHART and (name := block.attributes.get("data", "").strip()) not in (*found, ""):
            with suppress(InputError):  # chart_faults tells why
                found[name] = files.decode(_read_file(project, folder, name), name)
    return found


def chart_faults(project: Project, folder: Path, brief: Brief) -> Iterator[Problem]:
    """What is wrong with the charts of a brief, each with its line."""
    nodes = list(charts_in(brief.ast["blocks"])) if CHART in brief.text else []
    if not nodes:
        return
    from briefkit.assemble.charts import Unfit  # only a brief with charts needs it

    lines = Lines(brief.path, brief.text)
    for node, fence in zip(nodes, find_fences(brief.text, [node["c"][1] for node in nodes]), strict=True):
        try:
            _read(project, folder, node, brief.data)
        except Unfit as unfit:
            yield Problem(CODE, _below(lines, fence, unfit.line), unfit.message, unfit.hint)
        except InputError as error:
            yield Problem(CODE, lines.place(*fence), error.sentence, error.hint)


def _below(lines: Lines, fence: tuple[int, int], line: int) -> Place:
    """The line of the data, so many below its fence; the fence itself for none."""
    place = lines.place(*fence)
    if not line or fence == NOWHERE:
        return place
    start = lines.offset(place.line + line, 1)
    end = lines.text.find("\n", start)
    text = lines.text[start : end if end >= 0 else len(lines.text)]
    indent = len(text) - len(text.lstrip(EDGES))
    return lines.place(start + indent, start + max(indent, len(text.rstrip())))
