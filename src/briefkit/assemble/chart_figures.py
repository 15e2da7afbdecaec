"""The tree of a brief and its charts go in, a tree of figures comes out: each chart a picture with a table of its data.

Where nothing draws charts, the table takes the place of the picture, and its number as a figure: the words that refer
to it stay right. What follows, captions, numbers, sources and references to it, is that of all figures and tables.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.chart_words import alt_text, printed, short_date, words_of
from briefkit.assemble.charts import Chart
from briefkit.assemble.tree import Node
from briefkit.parse.chart_blocks import is_chart
from briefkit.patterns import regex

DATA, UNIT = "chart-data", "unit-line"
"""The classes of the box that holds the data of a chart that is drawn, which is for screens only, and of its unit."""

APOSTROPHE = regex(r"(?<=[^\W\d_])'(?=[^\W\d_])")
"""One as it is typed in a caption, which is no Markdown: `l'eau`. Elsewhere pandoc makes it round."""

UNDRAWN = "undrawn-chart"
"""The class of the table that is shown in the place of a chart."""

Drawn = Mapping[str, str]
"""For the key of each chart the name of its picture; none where it is not drawn."""


def key_of(node: Node) -> str:
    """What tells a chart from others: all that it says."""
    return json.dumps(node["c"], ensure_ascii=False)


def with_figures(blocks: Sequence[Node], charts: Mapping[str, Chart], drawn: Drawn, lang: str) -> list[Any]:
    """The blocks with the charts as figures, or as tables if they are not drawn."""

    def change(node: Node) -> Sequence[Node]:
        if node["t"] == "CodeBlock" and is_chart(node) and (key := key_of(node)) in charts:
            return _figure(charts[key], drawn[key], lang) if key in drawn else (_table(charts[key], lang, shown=True),)
        if node["t"] == "Div" and tree.has_class(node, DATA):  # that class is ours
            return ({**node, "c": [tree.attributes(), node["c"][1]]},)
        return (node,)

    return list(tree.rewrite(list(blocks), change))


def without_data(blocks: Sequence[Node]) -> list[Any]:
    """The blocks without the data of charts: what is printed has its figures in the picture, and told by its words."""
    return list(tree.rewrite(list(blocks), lambda n: () if n["t"] == "Div" and tree.has_class(n, DATA) else (n,)))


def has_charts(blocks: Sequence[Node]) -> bool:
    """Whether any of the blocks was made of a chart."""
    return any(n["t"] in ("Span", "Div") and tree.has_class(n, DATA, UNIT) for n in tree.walk(list(blocks)))


def _figure(chart: Chart, name: str, lang: str) -> Sequence[Node]:
    """The picture with its caption, and the box with its data."""
    picture = {"t": "Image", "c": [tree.attributes(), tree.words(alt_text(chart, lang)), [name, ""]]}
    attr = tree.attributes(chart.identifier, ("chart",), _source(chart))
    figure = {"t": "Figure", "c": [attr, [None, _caption(chart)], [{"t": "Plain", "c": [picture]}]]}
    title = {"t": "Plain", "c": tree.words(words_of(lang)["data"])}
    return figure, tree.div((DATA,), [title, _table(chart, lang)])


def _source(chart: Chart) -> dict[str, str]:
    return {"source": chart.source} if chart.source else {}


def _caption(chart: Chart) -> list[Node]:
    """The caption, and on a line of its own the unit."""
    caption, said = (APOSTROPHE.sub("’", text) for text in (chart.caption, chart.unit))
    unit = [tree.span((UNIT,), tree.words(said))] if said else []
    apart = [{"t": "LineBreak"}] if caption and unit else []
    inlines = [*tree.words(caption), *apart, *unit]
    return [{"t": "Plain", "c": inlines}] if inlines else []


def _table(chart: Chart, lang: str, *, shown: bool = False) -> Node:
    """The data as a table: an exhibit of its own if it is shown in the place of the chart."""
    head, *rows = ([[{"t": "Plain", "c": tree.words(cell)}] for cell in row] for row in data_rows(chart, lang))
    columns = [("AlignLeft", 0.0), *[("AlignRight", 0.0)] * len(chart.series)]
    attr = tree.attributes(chart.identifier, (UNDRAWN,), _source(chart)) if shown else tree.attributes("", (DATA,))
    return tree.table(columns, [head], rows, attr, caption=_caption(chart) if shown else (), named=1)


def data_rows(chart: Chart, lang: str) -> list[list[str]]:
    """The data as it is printed: a row of names, and one for each item."""
    figures = [[printed(one, lang) for one in series.typed] for series in chart.series]
    rows = [[short_date(item, lang), *(column[at] for column in figures)] for at, item in enumerate(chart.items)]
    return [[chart.head, *(one.name for one in chart.series)], *rows]
