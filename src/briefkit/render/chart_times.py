"""Charts over time, or over anything in an order: columns that stand, and lines with their names at their ends."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from briefkit.assemble.charts import Series
from briefkit.render.chart_frame import (
    ACCENT,
    GAP,
    INK,
    LINE,
    MUTED,
    Frame,
    Scale,
    Tone,
    apart,
    axis_values,
    kept_inside,
    known,
    scale,
    shown_times,
    tick_texts,
)
from briefkit.render.chart_shapes import Sheet
from briefkit.values import Value

LINE_TONES: Sequence[Tone] = (
    *(INK, ("link", 1), ("quiet", 0.9), ("ink", 0.5)),
    *(("link", 0.5), ("quiet", 0.5), ("ink", 0.3), ("link", 0.3)),
)
"""Those of lines, which have their names beside them."""
PLOT = 176.0
"""The height of what lies above the names of the items."""

FIRMNESS = 8.0
"""How much nearer to its line the name of one that stands out is kept, as a multiple of the others."""

COLUMN = 0.7
"""How much of its place a column takes up."""


def columns(frame: Frame) -> Sheet:
    """Standing bars for times, each with its figure above it where there is room."""
    chart, series = frame.chart, frame.chart.series[0]
    low, high = min(0.0, *known(series), 0.0), max(0.0, *known(series), 0.0)
    sheet = Sheet(frame.width, PLOT + LINE + 8)
    place = scale(low, high, PLOT - (LINE + 3 if low < 0 else 0), LINE + 3)
    step = frame.width / len(chart.items)
    shown = _shown_columns(frame, step)
    for number, (item, value, typed) in enumerate(zip(chart.items, series.values, series.typed, strict=True)):
        out = frame.stands_out(item)
        middle = step * (number + 0.5)
        half = min(step * COLUMN, 64) / 2
        if value is not None:
            top, bottom = sorted((place(value), place(0)))
            sheet.bar(middle - half, top, middle + half, bottom, ACCENT if out else MUTED if chart.highlight else INK)
        if number in shown:
            y = place(value or 0) + (8 if (value or 0) < 0 else -8)
            x, align = kept_inside(frame, middle, frame.figure(typed), bold=True)
            bold = out or not chart.highlight
            sheet.text(x, y, frame.figure(typed), align, "accent" if out else "text", bold=bold)
    sheet.rule(0, place(0), frame.width, place(0), "ink", 1)
    names = shown_times(frame, [step * (n + 0.5) for n in range(len(chart.items))])
    for number in names:
        out = frame.stands_out(chart.items[number])
        name = frame.name(chart.items[number])
        x, align = kept_inside(frame, step * (number + 0.5), name, bold=out)
        sheet.text(x, PLOT + LINE / 2 + 4, name, align, "accent" if out else "text", bold=out)
    return sheet


def _shown_columns(frame: Frame, step: float) -> set[int]:
    """The columns whose figures are printed: all if they fit, else those that stand out, the last and the highest."""
    series, items = frame.chart.series[0], frame.chart.items
    if all(frame.measure(frame.figure(one), True) + 4 <= step for one in series.typed):
        return set(range(len(items)))
    values = [(value if value is not None else -math.inf) for value in series.values]
    wanted = [n for n, item in enumerate(items) if frame.stands_out(item)]
    wanted += [] if wanted else [len(items) - 1, values.index(max(values))]
    return apart(frame, wanted, [(n + 0.5) * step for n in range(len(items))], series.typed)


def lines_over_time(frame: Frame) -> Sheet:
    """Lines over even numbers, each with its name and its last figure at its end."""
    chart = frame.chart
    axis = axis_values(chart)
    texts = tick_texts(frame, axis)
    left = max(frame.measure(text, False) for text in texts) + GAP
    names = _end_names(frame)
    right = frame.width - max((frame.measure(line, bold) for lines, bold in names for line in lines), default=0) - 10
    sheet = Sheet(frame.width, max(PLOT + LINE + 10, sum(_height(lines) for lines, _ in names)))
    up = scale(axis[0], axis[-1], PLOT, 8)
    for value, text in zip(axis, texts, strict=True):
        ground = value == 0 or value == axis[0]
        sheet.rule(left, up(value), right, up(value), "ink" if value == 0 else "rule", 1 if ground else 0.75)
        sheet.text(left - GAP, up(value), text, "right", "quiet")
    times = chart.times or tuple(map(float, range(len(chart.items))))
    along = scale(times[0], times[-1], left + 6, right - 4)
    places = [along(time) for time in times]
    for number in shown_times(frame, places):
        out = frame.stands_out(chart.items[number])
        name = frame.name(chart.items[number])
        x, align = kept_inside(frame, places[number], name, bold=out)
        sheet.rule(places[number], PLOT, places[number], PLOT + 3, "rule", 0.75)
        sheet.text(x, PLOT + LINE / 2 + 7, name, align, "accent" if out else "quiet", bold=out)
    _draw_lines(frame, sheet, places, up, names, right)
    return sheet


def _line_tones(frame: Frame) -> list[Tone]:
    series = frame.chart.series
    if any(frame.stands_out(one.name) for one in series):
        return [ACCENT if frame.stands_out(one.name) else ("quiet", 0.6) for one in series]
    return [frame.told_apart(LINE_TONES[number]) for number in range(len(series))]


def _end_names(frame: Frame) -> list[tuple[list[str], bool]]:
    """What stands at the end of each line: its name, if there are several, and its last figure."""
    made = []
    for one in frame.chart.series:
        bold = frame.stands_out(one.name) or len(frame.chart.series) == 1
        last = next((frame.figure(typed) for typed in reversed(one.typed) if typed), "")
        text = last if len(frame.chart.series) == 1 else f"{one.name} {last}"
        made.append((frame.wrapped(text, frame.width * 0.3, bold=bold), bold))
    return made


def _height(lines: Sequence[str]) -> float:
    """What the name of a line takes up, with a little room to the next."""
    return LINE * len(lines) + 2


def _draw_lines(
    frame: Frame,
    sheet: Sheet,
    places: Sequence[float],
    up: Scale,
    names: Sequence[tuple[list[str], bool]],
    right: float,
) -> None:
    """The lines, those that stand out above the others, then the names at their ends, moved apart."""
    tones = _line_tones(frame)
    order = sorted(range(len(tones)), key=lambda n: tones[n] == ACCENT)
    ends: list[tuple[float, int]] = []
    for number in order:
        series, tone = frame.chart.series[number], tones[number]
        for run in _unbroken(series, places, up):
            if len(run) > 1:
                sheet.line(run, tone, 2.2 if tone in (ACCENT, INK) else 1.6)
            else:
                sheet.dot(*run[0], tone, 30)
        known = [(x, up(value)) for x, value in zip(places, series.values, strict=True) if value is not None]
        sheet.dot(*known[-1], tone, 34)
        ends.append((known[-1][1], number))
    _points(frame, sheet, places, up)
    heights = {number: _height(names[number][0]) for _, number in ends}
    firm = {number for number, tone in enumerate(tones) if tone == ACCENT}
    for number, middle in _moved_apart(sorted(ends), heights, firm, PLOT):
        lines, bold = names[number]
        role = tones[number][0] if tones[number][1] == 1 else "quiet"
        for at, line in enumerate(lines):
            sheet.text(right + 6, middle + LINE * (at - (len(lines) - 1) / 2), line, "left", role, bold=bold)


def _unbroken(series: Series, places: Sequence[float], up: Scale) -> list[list[tuple[float, float]]]:
    """The points of a line, divided where a figure is missing."""
    runs: list[list[tuple[float, float]]] = [[]]
    for x, value in zip(places, series.values, strict=True):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((x, up(value)))
    return [run for run in runs if run]


def _points(frame: Frame, sheet: Sheet, places: Sequence[float], up: Scale) -> None:
    """A dot on each line at a highlighted item, with its figure where it does not touch another."""
    for at, item in enumerate(frame.chart.items):
        if not frame.stands_out(item) or at == len(places) - 1:
            continue
        found = [(up(value), one.typed[at]) for one in frame.chart.series if (value := one.values[at]) is not None]
        above = -math.inf
        for y, typed in sorted(found):
            sheet.dot(places[at], y, ACCENT, 46)
            if y - above >= 2 * LINE:
                sheet.text(places[at], y - 11, frame.figure(typed), "center", "accent", bold=True)
            above = y


def _moved_apart(
    ends: Sequence[tuple[float, int]], heights: Mapping[int, float], firm: Collection[int], bottom: float
) -> list[tuple[int, float]]:
    """The middle of each label, as near to its end as the others let it, the firm ones nearest.

    Labels that would touch make a block whose labels all move by the same, so that some go up and some go down.
    """
    blocks: list[_Block] = []
    taken = 0.0
    for middle, number in ends:
        wish, weight = middle - taken - heights[number] / 2, FIRMNESS if number in firm else 1.0
        taken += heights[number]
        blocks.append(_Block((number,), wish, weight))
        while len(blocks) > 1 and blocks[-2].top >= blocks[-1].top:
            blocks[-2:] = [blocks[-2].joined(blocks[-1])]
    moved, above = [], 0.0
    for block in blocks:
        top = max(0.0, min(block.top, bottom - taken))
        for number in block.numbers:
            moved.append((number, top + above + heights[number] / 2))
            above += heights[number]
    return moved


class _Block(Value):
    """Labels that touch: which, where the first would begin were there none above the block, how firmly they stand."""

    numbers: tuple[int, ...]
    top: float
    weight: float

    def joined(self, below: _Block) -> _Block:
        """The two as one, between where each would stand."""
        weight = self.weight + below.weight
        top = (self.top * self.weight + below.top * below.weight) / weight
        return _Block((*self.numbers, *below.numbers), top, weight)
