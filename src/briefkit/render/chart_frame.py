"""What the layouts of all charts share: tones, texts that fit and do not touch, scales and their round numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from briefkit.assemble.chart_words import printed, short_date
from briefkit.assemble.charts import YEAR, Chart, Series
from briefkit.values import Value

Scale = Callable[[float], float]
"""Where a value stands, in pixels."""

Measure = Callable[[str, bool], float]
"""How wide a text is in pixels, bold or not."""

Tone = tuple[str, float]
ACCENT: Tone = ("accent", 1)
INK: Tone = ("ink", 1)
MUTED: Tone = ("quiet", 0.45)
QUIET_TONES: Sequence[Tone] = (("quiet", 0.85), MUTED, ("quiet", 0.25), ("ink", 0.35), ("ink", 0.15), ("link", 0.3))
"""Those of the others where one does."""
PALER = 0.6
"""What is left of the tone of links where ink takes its place."""

LINE = 13.0
"""The height of a line of text."""
MOST_LINES = 4
"""More lines of a name would leave its row no measure of the others."""
GAP = 7.0
NARROWER = 6.0
"""By so much narrower a room is tried, until a text would take one line more in it."""


class Frame(Value):
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
        """The text in lines of about one length and no wider than the room, if its words let it; MOST_LINES at most."""
        lines = self._filled(text, room, bold)
        narrower = room - NARROWER
        while len(lines) > 1 and narrower > 0 and len(closer := self._filled(text, narrower, bold)) == len(lines):
            if max(self.measure(line, bold) for line in closer) > narrower:
                break
            lines, narrower = closer, narrower - NARROWER
        return [
            self.cut(line, room, bold=bold)
            for line in (*lines[: MOST_LINES - 1], " ".join(lines[MOST_LINES - 1 :]))
            if line
        ]

    def _filled(self, text: str, room: float, bold: bool) -> list[str]:
        """The text in lines that each hold as many words as have room."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else ""
            if lines and self.measure(longer, bold) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def cut(self, text: str, room: float, *, bold: bool = False) -> str:
        """The text, or as much of it as fits."""
        if self.measure(text, bold) <= room:
            return text
        while text and self.measure(f"{text}…", bold) > room:
            text = text[:-1]
        return f"{text.rstrip()}…"


def scale(low: float, high: float, left: float, right: float) -> Scale:
    """Where values between two ends stand between two places."""
    span = (high - low) or 1.0
    return lambda value: left + (value - low) / span * (right - left)


def known(series: Series) -> list[float]:
    """The values that are there."""
    return [value for value in series.values if value is not None]


def kept_inside(frame: Frame, middle: float, text: str, *, bold: bool = False) -> tuple[float, str]:
    """Where a text stands so that it does not leave the drawing, and on which side of that."""
    half = frame.measure(text, bold) / 2
    if middle - half < 0:
        return 0.0, "left"
    return (frame.width, "right") if middle + half > frame.width else (middle, "center")


def apart(frame: Frame, wanted: Sequence[int], places: Sequence[float], texts: Sequence[str]) -> set[int]:
    """Of the wanted numbers those whose texts do not touch where they are kept inside, the first before the later."""
    taken: list[tuple[float, float]] = []
    kept: set[int] = set()
    for number in wanted:
        half = frame.measure(texts[number], True) / 2
        middle = min(max(places[number], half), frame.width - half)
        left, right = middle - half - 5, middle + half + 5
        if all(right <= one or left >= other for one, other in taken):
            taken.append((left, right))
            kept.add(number)
    return kept


def shown_times(frame: Frame, places: Sequence[float]) -> list[int]:
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
    return sorted(apart(frame, [*wanted, len(items) - 1, 0, *even], places, names))


SPARED, MOST_TICKS = 0.15, 6
"""The part of an axis for the sake of which it has more ticks, and how many it has then at most."""


def ticks(low: float, high: float, wanted: int = 4) -> list[float]:
    """Round numbers from at most `low` to at least `high`: about as many as are `wanted`, and more if less of the axis
    is empty then by a good part.
    """
    raw = ((high - low) or abs(high) or 1.0) / wanted
    size = 10.0 ** math.floor(math.log10(raw))
    steps = [size * times for times in (0.5, 1, 2, 2.5, 5, 10)]
    at = next(n for n, step in enumerate(steps) if step >= raw * 0.999)
    usual, closer = _multiples(low, high, steps[at]), _multiples(low, high, steps[max(at - 1, 0)])
    spared = 1 - (closer[-1] - closer[0]) / (usual[-1] - usual[0])
    return closer if spared >= SPARED and len(closer) <= MOST_TICKS else usual


def _multiples(low: float, high: float, step: float) -> list[float]:
    """The multiples of a step from at most `low` to at least `high`."""
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(step * n, 10) for n in range(first, max(last, first + 1) + 1)]


def tick_texts(frame: Frame, values: Sequence[float]) -> list[str]:
    """The numbers of an axis, all with as many decimals as one of them needs."""
    decimals = next((d for d in range(10) if all(abs(round(v, d) - v) < 1e-9 for v in values)), 9)
    return [frame.figure(f"{value:.{decimals}f}") for value in values]


def axis_values(chart: Chart) -> list[float]:
    """The numbers of the axis: from nothing on, unless all values lie close together far from it."""
    values = [value for series in chart.series for value in known(series)]
    low, high = min(values), max(values)
    if low > 0 and low < 0.6 * high:
        low = 0.0
    if high < 0 and high > 0.6 * low:
        high = 0.0
    return ticks(low, high)
