"""Charts of rows: a name at the left, and at the right of it a bar, dots, or parts that add up."""

from __future__ import annotations

from collections.abc import Sequence

from briefkit.assemble.charts import Chart
from briefkit.render.chart_frame import (
    ACCENT,
    GAP,
    INK,
    LINE,
    MUTED,
    Frame,
    Scale,
    Tone,
    axis_values,
    kept_inside,
    known,
    scale,
    tick_texts,
)
from briefkit.render.chart_shapes import Sheet
from briefkit.values import Value

TONES: Sequence[Tone] = (INK, ("link", 1), ("quiet", 0.6), ("link", 0.35), ("quiet", 0.25), ("ink", 0.5))
"""The tones of series where none stands out."""
DOT_TONES: Sequence[Sequence[Tone]] = (
    (INK,),
    (("quiet", 0.6), INK),
    (("quiet", 0.45), ("link", 1), INK),
    (("quiet", 0.4), ("quiet", 0.85), ("link", 1), INK),
)
"""Those of dots, by how many there are: the last column is what counts, most often the latest."""
DARK = 0.8
"""From this opacity on a tone takes text in the colour of the paper."""
ROW, BAR = 21.0, 13.0


class Row(Value):
    """An item with the lines of its name and the middle of its row."""

    item: str
    lines: Sequence[str]
    middle: float


def _rows(frame: Frame, top: float) -> tuple[list[Row], float, float]:
    """The rows of the items, where their names end, and where the last row ends."""
    room = frame.width * 0.36
    items = frame.chart.items
    wrapped = [frame.wrapped(frame.name(item), room, bold=frame.stands_out(item)) for item in items]
    pairs = [(line, item) for item, lines in zip(items, wrapped, strict=True) for line in lines]
    edge = max((frame.measure(line, frame.stands_out(item)) for line, item in pairs), default=0.0)
    rows = []
    for item, lines in zip(items, wrapped, strict=True):
        height = ROW + LINE * (max(len(lines), 1) - 1)
        rows.append(Row(item, lines, top + height / 2))
        top += height
    return rows, edge, top


def _names(frame: Frame, sheet: Sheet, rows: Sequence[Row], edge: float) -> None:
    for row in rows:
        first = row.middle - LINE * (len(row.lines) - 1) / 2
        bold = frame.stands_out(row.item)
        for number, line in enumerate(row.lines):
            sheet.text(edge, first + LINE * number, line, "right", "accent" if bold else "text", bold=bold)


def bars(frame: Frame) -> Sheet:
    """Lying bars, each with its figure at its end."""
    chart, series = frame.chart, frame.chart.series[0]
    rows, edge, bottom = _rows(frame, 1)
    sheet = Sheet(frame.width, bottom + 1)
    room = max(frame.measure(frame.figure(one), True) for one in series.typed) + GAP
    low, high = min(0.0, *known(series), 0.0), max(0.0, *known(series), 0.0)
    left = edge + GAP + (room if low < 0 else 0)
    place = scale(low, high, left, frame.width - (room if high > 0 else 0))
    for row, value, typed in zip(rows, series.values, series.typed, strict=True):
        out = frame.stands_out(row.item)
        tone = ACCENT if out else MUTED if chart.highlight else INK
        if value is not None:
            near, far = sorted((place(0), place(value)))
            sheet.bar(near, row.middle - BAR / 2, far, row.middle + BAR / 2, tone)
        side, align = (2 - GAP, "right") if (value or 0.0) < 0 else (GAP - 2, "left")
        x, role, bold = place(value or 0.0) + side, "accent" if out else "text", out or not chart.highlight
        sheet.text(x, row.middle, frame.figure(typed), align, role, bold=bold)
    if low < 0:
        sheet.rule(place(0), 0, place(0), bottom, "ink", 1)
    _names(frame, sheet, rows, edge)
    return sheet


def _legend(frame: Frame, sheet: Sheet, tones: Sequence[Tone], left: float, *, square: bool) -> float:
    """The names of the series in their colours above the rows; where it ends. Long ones begin at the edge."""
    names = sum(29 + frame.measure(one.name, frame.stands_out(one.name)) for one in frame.chart.series) - 16
    left = left if left + names <= frame.width else 0.0
    x, y = left, 8.0
    for one, tone in zip(frame.chart.series, tones, strict=True):
        bold = frame.stands_out(one.name)
        name = frame.cut(one.name, frame.width - left - 14, bold=bold)
        wide = 13 + frame.measure(name, bold)
        if x > left and x + wide > frame.width:
            x, y = left, y + LINE + 4
        sheet.dot(x + 4.5, y, tone, 81 if square else 75, square=square)
        sheet.text(x + 13, y, name, "left", "accent" if bold else "text", bold=bold)
        x += wide + 16
    return y + LINE


def dots(frame: Frame) -> Sheet:
    """A row of dots for each item, joined by a line, with the figures at its ends where there are two at most."""
    chart = frame.chart
    several = len(chart.series) > 1
    tones = frame.tones(DOT_TONES[len(chart.series) - 1])
    sheet = Sheet(frame.width)
    _, edge, _ = _rows(frame, 0)
    wide = frame.width - edge - GAP >= frame.width * 0.55
    top = _legend(frame, sheet, tones, edge + GAP if wide else 0, square=False) if several else 0.0
    rows, edge, bottom = _rows(frame, top + 2)
    direct = len(chart.series) <= 2
    figures = [frame.figure(one) for series in chart.series for one in series.typed]
    room = max(frame.measure(text, True) for text in figures) + GAP + 6 if direct else 10.0
    axis = axis_values(chart)
    left = edge + GAP + (room if several or axis[0] < 0 else 6)
    place = scale(axis[0], axis[-1], left, frame.width - room)
    for row in rows:
        sheet.rule(edge + GAP, row.middle, frame.width, row.middle, "rule", 0.5)
    for at, row in enumerate(rows):
        _row_of_dots(frame, sheet, row, at, place, tones, direct=direct)
    _names(frame, sheet, rows, edge)
    sheet.height = bottom + 1
    if not direct:
        sheet.height = _axis_below(frame, sheet, axis, place, bottom)
    return sheet


def _row_of_dots(
    frame: Frame,
    sheet: Sheet,
    row: Row,
    at: int,
    place: Scale,
    tones: Sequence[Tone],
    *,
    direct: bool,
) -> None:
    out = frame.stands_out(row.item)
    muted = bool(frame.chart.highlight) and not any(frame.stands_out(one.name) for one in frame.chart.series)
    found = []
    for series, tone in zip(frame.chart.series, tones, strict=True):
        value = series.values[at]
        if value is not None:
            lone = len(tones) == 1
            shown = (ACCENT if out else MUTED) if lone and muted else ACCENT if out and tone == tones[-1] else tone
            found.append((place(value), shown, frame.figure(series.typed[at])))
    found.sort(key=lambda dot: dot[0])
    if len(found) > 1:
        sheet.rule(found[0][0], row.middle, found[-1][0], row.middle, "accent" if out else "quiet", 1.6)
    for x, shown, _ in found:
        sheet.bar(x - 4, row.middle - 1, x + 4, row.middle + 1, ("paper", 1))
        sheet.dot(x, row.middle, shown)
    if direct and found:
        bold = out or (len(tones) == 1 and not muted)
        role = "accent" if out else "text"
        _beside(frame, sheet, row, found[-1], 1, role, bold)
        if len(found) > 1:
            _beside(frame, sheet, row, found[0], -1, role, bold)


def _beside(
    frame: Frame, sheet: Sheet, row: Row, dot: tuple[float, Tone, str], side: int, role: str, bold: bool
) -> None:
    """The figure of a dot at a side of it, on paper: the line of the row does not go through it."""
    x, text = dot[0] + 9 * side, dot[2]
    near, far = sorted((x - 2 * side, x + (frame.measure(text, bold) + 3) * side))
    sheet.bar(near, row.middle - 1, far, row.middle + 1, ("paper", 1))
    sheet.text(x, row.middle, text, "left" if side > 0 else "right", role, bold=bold)


def _axis_below(frame: Frame, sheet: Sheet, axis: Sequence[float], place: Scale, y: float) -> float:
    """The numbers of an axis below the rows; where they end."""
    for value, text in zip(axis, tick_texts(frame, axis), strict=True):
        sheet.rule(place(value), y, place(value), y + 4, "rule", 0.75)
        x, align = kept_inside(frame, place(value), text)
        sheet.text(x, y + LINE / 2 + 5, text, align, "quiet")
    return y + LINE + 8


def stacks(frame: Frame) -> Sheet:
    """Lying bars that add up: each part with its figure if that fits, at the end the sum if it is not a hundred."""
    chart = frame.chart
    tones = frame.tones(TONES)
    sheet = Sheet(frame.width)
    _, edge, _ = _rows(frame, 0)
    wide = frame.width - edge - GAP >= frame.width * 0.55
    top = _legend(frame, sheet, tones, edge + GAP if wide else 0, square=True)
    rows, edge, bottom = _rows(frame, top + 2)
    sums = [sum(series.values[at] or 0.0 for series in chart.series) for at in range(len(rows))]
    whole = all(98.5 <= total <= 101.5 for total in sums)
    totals = [] if whole else [frame.figure(_as_typed(chart, total)) for total in sums]
    room = max((frame.measure(text, True) for text in totals), default=0) + (GAP if totals else 0)
    place = scale(0, max(sums), edge + GAP, frame.width - room)
    for at, row in enumerate(rows):
        x = 0.0
        for series, tone in zip(chart.series, tones, strict=True):
            value = series.values[at] or 0.0
            if value:
                _part(frame, sheet, row, (place(x), place(x + value)), tone, frame.figure(series.typed[at]))
            x += value
        if totals:
            sheet.text(place(x) + GAP - 2, row.middle, totals[at], "left", "text", bold=True)
    _names(frame, sheet, rows, edge)
    sheet.height = bottom + 1
    return sheet


def _as_typed(chart: Chart, total: float) -> str:
    """A sum with as many decimals as the figures that it is of."""
    decimals = max(len(typed.partition(".")[2]) for series in chart.series for typed in series.typed)
    return f"{total:.{decimals}f}"


def _part(frame: Frame, sheet: Sheet, row: Row, ends: tuple[float, float], tone: Tone, text: str) -> None:
    """A part of a bar, a hair apart from the next, with its figure if that fits."""
    left, right = ends
    high = BAR + 3
    sheet.bar(left, row.middle - high / 2, max(right - 1, left + 0.5), row.middle + high / 2, tone)
    if frame.measure(text, False) + 8 <= right - left:
        sheet.text((left + right - 1) / 2, row.middle, text, "center", "paper" if tone[1] >= DARK else "text")
