"""A Chart and a width go in, its drawing comes out: bars, lines, dots and stacks with labels beside what they name.

The layout is ours, and not that of a plotting library, because labels that stand at their bars and lines need to know
how wide they are, and must not touch each other. What stands out is in the accent colour and bold, the rest is quiet.
"""

from __future__ import annotations

from briefkit.assemble.charts import Chart
from briefkit.render.chart_frame import Frame, Measure
from briefkit.render.chart_rows import bars, dots, stacks
from briefkit.render.chart_shapes import Sheet
from briefkit.render.chart_times import columns, lines_over_time


def lay_out(chart: Chart, width: float, lang: str, measure: Measure, *, one_hue: bool = False) -> Sheet:
    """The drawing of a chart."""
    frame = Frame(chart, width, lang, measure, one_hue)
    if chart.kind == "bar":
        return columns(frame) if chart.times else bars(frame)
    return {"line": lines_over_time, "dot": dots, "stacked": stacks}[chart.kind](frame)
