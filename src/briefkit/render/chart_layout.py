"""A Chart and a width go in, its drawing comes out: bars, lines, dots and stacks with labels beside what they name.

The layout is ours, and not that of a plotting library, because labels that stand at their bars and lines need to know
how wide they are, and must not touch each other. What stands out is in the accent colour and bold, the rest is quiet.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefkit.assemble.chart_words import printed, short_date
from briefkit.assemble.charts import YEAR, Chart, Series
from briefkit.render.chart_shapes import Sheet

Scale = Callable[[float], float]
"""Where a value stands, in pixels."""

Measure = Callable[[str, bool], float]
"""How wide a text is in pixels, bold or not."""

Tone = tuple[str, float]
ACCENT: Tone = ("accent", 1)
INK: Tone = ("ink", 1)
MUTED: Tone = ("quiet", 0.45)
TONES: Sequence[Tone] = (INK, ("link", 1), ("quiet", 0.6), ("link", 0.35), ("quiet", 0.25), ("ink", 0.5))
"""The tones of series where none stands out."""
QUIET_TONES: Sequence[Tone] = (("quiet", 0.85), MUTED, ("quiet", 0.25), ("ink", 0.35), ("ink", 0.15), ("link", 0.3))
"""Those of the others where one does."""
DOT_TONES: Sequence[Sequence[Tone]] = (
    (INK,),
    (("quiet", 0.6), INK),
    (("quiet", 0.45), ("link", 1), INK),
    (("quiet", 0.4), ("quiet", 0.85), ("link", 1), INK),
)
"""Those of dots, by how many there are: the last column is what counts, most often the latest."""
LINE_TONES: Sequence[Tone] = (
    *(INK, ("link", 1), ("quiet", 0.9), ("ink", 0.5)),
    *(("link", 0.5), ("quiet", 0.5), ("ink", 0.3), ("link", 0.3)),
)
"""Those of lines, which have their names beside them."""
PALER = 0.6
DARK = 0.8
"""From this opacity on a tone takes text in the colour of the paper."""

LINE = 13.0
ROW, BAR = 21.0, 13.0
GAP = 7.0
PLOT = 176.0
COLUMN = 0.7


@dataclass(frozen=True, slots=True)
class Frame:
    """What all kinds of charts need: the chart, how wide it is, the language, how wide texts are.

    With `one_hue` the brand's links are so near its ink that they would not be told apart.
    """

    chart: Chart
    width: float
    lang: str
    measure: Measure
    one_hue: bool = False

    def stands_out(self, name: str) -> bool:
        """Whether an item or a series is highlighted."""
        return name in self.chart.highlight

    def name(self, item: str) -> str:
        """An item as it is printed: a month or a day in words, all else as it was typed."""
        return short_date(item, self.lang)

    def figure(self, typed: str) -> str:
        """A figure as it is printed."""
        return printed(typed, self.lang)

    def tones(self, usual: Sequence[Tone]) -> list[Tone]:
        """A tone for each series: the usual ones where none stands out."""
        series = self.chart.series
        if not any(self.stands_out(one.name) for one in series):
            return [self.told_apart(tone) for tone in usual[: len(series)]]
        quiet = iter(QUIET_TONES)
        return [ACCENT if self.stands_out(one.name) else self.told_apart(next(quiet)) for one in series]

    def told_apart(self, tone: Tone) -> Tone:
        """The tone, or with one hue only a paler ink in the place of links."""
        return ("ink", round(tone[1] * PALER, 3)) if self.one_hue and tone[0] == "link" else tone

    def wrapped(self, text: str, room: float, *, bold: bool = False) -> list[str]:
        """The text in lines no wider than the room, if its words let it; three at most."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else ""
            if lines and self.measure(longer, bold) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return [self.cut(line, room, bold=bold) for line in (*lines[:2], " ".join(lines[2:])) if line]

    def cut(self, text: str, room: float, *, bold: bool = False) -> str:
        """The text, or as much of it as fits."""
        if self.measure(text, bold) <= room:
            return text
        while text and self.measure(f"{text}…", bold) > room:
            text = text[:-1]
        return f"{text.rstrip()}…"


def lay_out(chart: Chart, width: float, lang: str, measure: Measure, *, one_hue: bool = False) -> Sheet:
    """The drawing of a chart."""
    frame = Frame(chart, width, lang, measure, one_hue)
    if chart.kind == "bar":
        return _columns(frame) if chart.times else _bars(frame)
    return {"line": _lines, "dot": _dots, "stacked": _stacks}[chart.kind](frame)


# --- rows: a name at the left, what it has at the right ------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
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


def _scale(low: float, high: float, left: float, right: float) -> Scale:
    span = (high - low) or 1.0
    return lambda value: left + (value - low) / span * (right - left)


def _known(series: Series) -> list[float]:
    return [value for value in series.values if value is not None]


def _bars(frame: Frame) -> Sheet:
    """Lying bars, each with its figure at its end."""
    chart, series = frame.chart, frame.chart.series[0]
    rows, edge, bottom = _rows(frame, 1)
    sheet = Sheet(frame.width, bottom + 1)
    room = max(frame.measure(frame.figure(one), True) for one in series.typed) + GAP
    low, high = min(0.0, *_known(series), 0.0), max(0.0, *_known(series), 0.0)
    left = edge + GAP + (room if low < 0 else 0)
    place = _scale(low, high, left, frame.width - (room if high > 0 else 0))
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


def _columns(frame: Frame) -> Sheet:
    """Standing bars for times, each with its figure above it where there is room."""
    chart, series = frame.chart, frame.chart.series[0]
    low, high = min(0.0, *_known(series), 0.0), max(0.0, *_known(series), 0.0)
    sheet = Sheet(frame.width, PLOT + LINE + 8)
    place = _scale(low, high, PLOT - (LINE + 3 if low < 0 else 0), LINE + 3)
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
            x, align = _kept_inside(frame, middle, frame.figure(typed), bold=True)
            bold = out or not chart.highlight
            sheet.text(x, y, frame.figure(typed), align, "accent" if out else "text", bold=bold)
    sheet.rule(0, place(0), frame.width, place(0), "ink", 1)
    names = _shown_times(frame, [step * (n + 0.5) for n in range(len(chart.items))])
    for number in names:
        out = frame.stands_out(chart.items[number])
        name = frame.name(chart.items[number])
        x, align = _kept_inside(frame, step * (number + 0.5), name, bold=out)
        sheet.text(x, PLOT + LINE / 2 + 4, name, align, "accent" if out else "text", bold=out)
    return sheet


def _kept_inside(frame: Frame, middle: float, text: str, *, bold: bool = False) -> tuple[float, str]:
    """Where a text stands so that it does not leave the drawing, and on which side of that."""
    half = frame.measure(text, bold) / 2
    if middle - half < 0:
        return 0.0, "left"
    return (frame.width, "right") if middle + half > frame.width else (middle, "center")


def _shown_columns(frame: Frame, step: float) -> set[int]:
    """The columns whose figures are printed: all if they fit, else those that stand out, the last and the highest."""
    series, items = frame.chart.series[0], frame.chart.items
    if all(frame.measure(frame.figure(one), True) + 4 <= step for one in series.typed):
        return set(range(len(items)))
    values = [(value if value is not None else -math.inf) for value in series.values]
    wanted = [n for n, item in enumerate(items) if frame.stands_out(item)]
    wanted += [] if wanted else [len(items) - 1, values.index(max(values))]
    return _apart(frame, wanted, [(n + 0.5) * step for n in range(len(items))], series.typed)


def _apart(frame: Frame, wanted: Sequence[int], places: Sequence[float], texts: Sequence[str]) -> set[int]:
    """Of the wanted numbers those whose texts do not touch, the first before the later."""
    taken: list[tuple[float, float]] = []
    kept: set[int] = set()
    for number in wanted:
        half = frame.measure(texts[number], True) / 2 + 5
        left, right = places[number] - half, places[number] + half
        if all(right <= one or left >= other for one, other in taken):
            taken.append((left, right))
            kept.add(number)
    return kept


def _shown_times(frame: Frame, places: Sequence[float]) -> list[int]:
    """The items whose names stand below: those that stand out, the ends, and what fits between in even steps."""
    items = frame.chart.items
    names = [frame.name(item) for item in items]
    widest = max(frame.measure(name, True) for name in names) + 12
    span = (places[-1] - places[0]) or 1.0
    step = next((s for s in (1, 2, 5, 10, 20, 25, 50, 100, 250) if span / max(len(items) - 1, 1) * s >= widest), 500)
    even = [n for n, item in enumerate(items) if not YEAR.fullmatch(item) or step == 1 or int(item) % step == 0]
    if not all(YEAR.fullmatch(item) for item in items):
        even = list(range(0, len(items), step))
    wanted = [n for n, item in enumerate(items) if frame.stands_out(item)]
    return sorted(_apart(frame, [*wanted, len(items) - 1, 0, *even], places, names))


# --- lines --------------------------------------------------------------------------------------


def ticks(low: float, high: float, wanted: int = 4) -> list[float]:
    """Round numbers from at most `low` to at least `high`."""
    raw = ((high - low) or abs(high) or 1.0) / wanted
    size = 10.0 ** math.floor(math.log10(raw))
    step = next(size * times for times in (1, 2, 2.5, 5, 10) if size * times >= raw * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(step * n, 10) for n in range(first, max(last, first + 1) + 1)]


def _tick_texts(frame: Frame, values: Sequence[float]) -> list[str]:
    """The numbers of an axis, all with as many decimals as one of them needs."""
    decimals = next((d for d in range(10) if all(abs(round(v, d) - v) < 1e-9 for v in values)), 9)
    return [frame.figure(f"{value:.{decimals}f}") for value in values]


def _axis_values(chart: Chart) -> list[float]:
    """The numbers of the axis: from nothing on, unless all values lie close together far from it."""
    values = [value for series in chart.series for value in _known(series)]
    low, high = min(values), max(values)
    if low > 0 and low < 0.6 * high:
        low = 0.0
    if high < 0 and high > 0.6 * low:
        high = 0.0
    return ticks(low, high)


def _lines(frame: Frame) -> Sheet:
    """Lines over even numbers, each with its name and its last figure at its end."""
    chart = frame.chart
    axis = _axis_values(chart)
    texts = _tick_texts(frame, axis)
    left = max(frame.measure(text, False) for text in texts) + GAP
    names = _end_names(frame)
    right = frame.width - max((frame.measure(line, bold) for lines, bold in names for line in lines), default=0) - 10
    sheet = Sheet(frame.width, PLOT + LINE + 10)
    up = _scale(axis[0], axis[-1], PLOT, 8)
    for value, text in zip(axis, texts, strict=True):
        ground = value == 0 or value == axis[0]
        sheet.rule(left, up(value), right, up(value), "ink" if value == 0 else "rule", 1 if ground else 0.75)
        sheet.text(left - GAP, up(value), text, "right", "quiet")
    times = chart.times or tuple(map(float, range(len(chart.items))))
    along = _scale(times[0], times[-1], left + 6, right - 4)
    places = [along(time) for time in times]
    for number in _shown_times(frame, places):
        out = frame.stands_out(chart.items[number])
        name = frame.name(chart.items[number])
        x, align = _kept_inside(frame, places[number], name, bold=out)
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
    heights = {number: LINE * len(names[number][0]) + 2 for _, number in ends}
    for number, middle in _moved_apart(sorted(ends), heights, PLOT + LINE):
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
    ends: Sequence[tuple[float, int]], heights: Mapping[int, float], bottom: float
) -> list[tuple[int, float]]:
    """The middle of each label, as near to its end as the others let it."""
    placed: list[tuple[int, float]] = []
    edge = 0.0
    for middle, number in ends:
        middle = max(middle, edge + heights[number] / 2)
        placed.append((number, middle))
        edge = middle + heights[number] / 2
    over = bottom
    moved = []
    for number, middle in reversed(placed):
        middle = min(middle, over - heights[number] / 2)
        moved.append((number, middle))
        over = middle - heights[number] / 2
    return moved


# --- several series in a row ---------------------------------------------------------------------


def _legend(frame: Frame, sheet: Sheet, tones: Sequence[Tone], left: float, *, square: bool) -> float:
    """The names of the series in their colours above the rows; where it ends."""
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


def _dots(frame: Frame) -> Sheet:
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
    axis = _axis_values(chart)
    left = edge + GAP + (room if several or axis[0] < 0 else 6)
    place = _scale(axis[0], axis[-1], left, frame.width - room)
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
        sheet.text(found[-1][0] + 9, row.middle, found[-1][2], "left", role, bold=bold)
        if len(found) > 1:
            sheet.text(found[0][0] - 9, row.middle, found[0][2], "right", role, bold=bold)


def _axis_below(frame: Frame, sheet: Sheet, axis: Sequence[float], place: Scale, y: float) -> float:
    """The numbers of an axis below the rows; where they end."""
    for value, text in zip(axis, _tick_texts(frame, axis), strict=True):
        sheet.rule(place(value), y, place(value), y + 4, "rule", 0.75)
        x, align = _kept_inside(frame, place(value), text)
        sheet.text(x, y + LINE / 2 + 5, text, align, "quiet")
    return y + LINE + 8


def _stacks(frame: Frame) -> Sheet:
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
    place = _scale(0, max(sums), edge + GAP, frame.width - room)
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
