"""The code of a chart goes in, a Chart comes out: numbers with their names, and what is said of them.

The code is comma-separated values (or tabs or semicolons, if the first line has those): a line of names, then a line
for each item. The first column names the items, each other column is a series of figures.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from unicodedata import category

from briefkit.near_misses import did_you_mean
from briefkit.parse.chart_blocks import cells_of, mark_of
from briefkit.patterns import regex
from briefkit.text import plural, shorten
from briefkit.values import Value, replace

KINDS = ("bar", "line", "dot", "stacked")
ATTRIBUTES = ("type", "highlight", "unit", "caption", "alt", "source", "data")
MOST_ROWS = 500
MOST_ITEMS = {"bar": 30, "line": MOST_ROWS, "dot": 30, "stacked": 30}
"""So many items each kind shows: a reader takes in a line of five hundred points, but not five hundred bars."""
MOST_COLUMNS_OF_TIME = 60
MOST_SERIES = {"bar": 1, "line": 8, "dot": 4, "stacked": 6}
LONGEST_CELL = 120
NUMBER = regex(r"[-+\u2212]?[0-9]{1,15}(?:\.[0-9]{1,9})?|[-+\u2212]?[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,9})?")
DECIMAL_COMMA = regex(r"[-+\u2212]?[0-9]{1,15}(?:,[0-9]{1,9})?")
YEAR = regex(r"[12][0-9]{3}")
TIME = regex(r"(?P<year>[12][0-9]{3})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|3[01]))?)?")
SPAN = regex(r"(?:FY ?)?(?P<year>[12][0-9]{3})[/\u2013-](?P<next>[12][0-9]{3}|[0-9]{2})")
"""A year that begins in one and ends in the next: 2023/24, 2023-24."""

PART = regex(
    r"(?P<year>[12][0-9]{3})[ -]?(?P<kind>[QTHS])(?P<part>[1-4])"
    r"|(?P<sort>[QTHS])(?P<piece>[1-4])[ -](?P<of>[12][0-9]{3})"
)
"""A quarter or a half of a year: 2024 Q1, T1 2024, H2 2024."""
CITES = regex(r"\[[^\]]*@\w|(?<!\w)@\w")


class Unfit(Exception):
    """A chart cannot be drawn: what is wrong in a sentence, what to do, and the line of the data that it is about."""

    def __init__(self, message: str, hint: str, line: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.line = message, hint, line


class Series(Value):
    """A column of figures: its name, its values and how they were typed; an empty cell has no value."""

    name: str
    values: tuple[float | None, ...]
    typed: tuple[str, ...]


class Chart(Value):
    """What a chart shows: items and series of figures for them, which of them stand out, and what is said of it."""

    kind: str
    head: str
    items: tuple[str, ...]
    series: tuple[Series, ...]
    highlight: tuple[str, ...] = ()
    identifier: str = ""
    unit: str = ""
    caption: str = ""
    alt: str = ""
    source: str = ""

    @property
    def times(self) -> tuple[float, ...]:
        """The items as years with their fractions, if all of them are times and each comes after the one before."""
        times = tuple(time for time in map(_time_of, self.items) if time)
        rising = all(one < two for one, two in pairwise(times))
        return times if len(times) == len(self.items) and len(times) > 1 and rising else ()


def _time_of(item: str) -> float:
    """A day, a month, a part of a year or a year as so many years; 0 for what is no time."""
    if match := TIME.fullmatch(item):
        return int(match["year"]) + (int(match["month"] or 1) - 1) / 12 + (int(match["day"] or 1) - 1) / 372
    if _is_span(item):
        return float(item.removeprefix("FY").lstrip()[:4])
    if match := PART.fullmatch(item):
        parts = 4 if (match["kind"] or match["sort"]) in "QT" else 2
        return int(match["year"] or match["of"]) + (int(match["part"] or match["piece"]) - 1) / parts
    return 0


def _is_span(item: str) -> bool:
    match = SPAN.fullmatch(item)
    return match is not None and (int(match["year"]) + 1) % 100 == int(match["next"]) % 100


def _with_spans(chart: Chart) -> Chart:
    """The chart with 2010\u201311 for 2010-11, where all items are such years and no months."""
    if len(chart.items) < 2 or not all(map(_is_span, chart.items)):
        return chart
    items, highlight = (tuple(one.replace("-", "\u2013") for one in names) for names in (chart.items, chart.highlight))
    return replace(chart, items=items, highlight=highlight)


def read_chart(identifier: str, said: Mapping[str, str], code: str) -> Chart:
    """The chart that a block with these attributes and this data is; raises Unfit."""
    kind = _kind(said)
    rows = _rows(code)
    head, body = rows[0][1], rows[1:]
    series = tuple(_series(head[column], column, body, code) for column in range(1, len(head)))
    items = tuple(cells[0] for _, cells in body)
    chart = Chart(kind, head[0], items, series, (), identifier, *(said.get(n, "").strip() for n in ATTRIBUTES[2:6]))
    _refuse_many(chart)
    _refuse_negative(chart, [line for line, _ in body])
    if CITES.search(chart.caption):
        raise Unfit("The caption of this chart cites, and a caption is plain text", 'cite in source="@key, table 4"')
    return _with_spans(replace(chart, highlight=_highlight(said.get("highlight", ""), chart)))


def _kind(said: Mapping[str, str]) -> str:
    """The type of a chart, if it and the names of all attributes are known."""
    for name in said:
        if name not in ATTRIBUTES:
            hint = did_you_mean(name, ATTRIBUTES) or f"it takes {', '.join(ATTRIBUTES)}"
            raise Unfit(f"A chart has no attribute '{shorten(name, 40)}'", hint)
    kind = said.get("type", "").strip()
    if not kind:
        raise Unfit("This chart does not say its type", f"add type=bar; there are {', '.join(KINDS)}")
    if kind not in KINDS:
        hint = did_you_mean(kind, KINDS) or f"there are {', '.join(KINDS)}"
        raise Unfit(f"There is no type '{shorten(kind, 40)}' of chart", hint)
    return kind


# --- the data ---------------------------------------------------------------------------------


def _rows(code: str) -> list[tuple[int, list[str]]]:
    """The rows with the number of their lines, each as long as the first, which names the columns."""
    lines = [(n, line) for n, line in enumerate(code.split("\n"), 1) if line.strip()]
    if len(lines) < 2:
        raise Unfit("This chart has no data", "write a line of names, and below it a line for each item: 2022,31")
    if len(lines) - 1 > MOST_ROWS:
        message = f"This chart has {len(lines) - 1:,} rows, and at most {MOST_ROWS} are drawn"
        raise Unfit(message, "put them together by year or kind", lines[MOST_ROWS + 1][0])
    mark = mark_of(lines[0][1])
    rows = [(number, _cells(number, line, mark)) for number, line in lines]
    first, head = rows[0]
    if len(head) < 2:
        raise Unfit("This chart has no column of figures", "write a name and a figure in each line: 2022,31", first)
    if twice := next((name for n, name in enumerate(head) if name in head[:n]), None):
        raise Unfit(f"Two columns of this chart are called '{shorten(twice, 40)}'", "give each a name", first)
    for number, cells in rows:
        if len(cells) != len(head):
            message = f"This line has {plural(len(cells), 'cell')}, and the first has {len(head)}"
            raise Unfit(message, "write as many in each; a cell with a comma in it goes in quotes", number)
    return rows


def _cells(number: int, line: str, mark: str) -> list[str]:
    try:
        cells = cells_of(line, mark)
    except csv.Error as error:
        raise Unfit("This line of the chart cannot be read", "close its quotes", number) from error
    if long := next((cell for cell in cells if len(cell) > LONGEST_CELL), None):
        raise Unfit(f"'{shorten(long, 40)}' is too long for a chart", "say it in fewer words", number)
    if any(category(letter) == "Cc" for cell in cells for letter in cell):
        raise Unfit("This line of the chart holds a control character", "type it anew", number)
    return cells


def _series(name: str, column: int, rows: Sequence[tuple[int, list[str]]], code: str) -> Series:
    decimal = DECIMAL_COMMA if mark_of(code.lstrip().partition("\n")[0]) == ";" else None
    cells = [cells[column] for _, cells in rows]
    typed = tuple(_typed(cell, decimal) for cell in cells)
    if all(one is None or not one for one in typed):
        hint = "write figures in each column but the first, without signs or words: 38, not 38%"
        raise Unfit(f"The column '{shorten(name, 40)}' of this chart holds no figures", hint, rows[0][0])
    for (number, _), cell, one in zip(rows, cells, typed, strict=True):
        if one is None:
            hint = 'write the figure only, and what it counts in unit="..."; leave a cell empty where there is none'
            raise Unfit(f"'{shorten(cell, 40)}' in the column '{shorten(name, 40)}' is no figure", hint, number)
    return Series(name, tuple(float(one) if one else None for one in typed), tuple(one or "" for one in typed))


def _typed(cell: str, decimal: re.Pattern[str] | None) -> str | None:
    """A figure with a full stop and a hyphen, as programs write it; None for what is none."""
    if not cell:
        return ""
    if decimal and decimal.fullmatch(cell):
        return cell.replace(",", ".").replace("\u2212", "-").lstrip("+")
    return cell.replace(",", "").replace("\u2212", "-").lstrip("+") if NUMBER.fullmatch(cell) else None


# --- what does not go together ----------------------------------------------------------------


def _refuse_many(chart: Chart) -> None:
    series, items = MOST_SERIES[chart.kind], MOST_ITEMS[chart.kind]
    if len(chart.series) > series:
        message = f"A chart of type {chart.kind} shows at most {series} columns of figures, not {len(chart.series)}"
        more = "type=dot compares them, type=stacked adds them up" if series == 1 else "leave some out, or make two"
        raise Unfit(message, more)
    if chart.kind == "bar" and chart.times:
        items = MOST_COLUMNS_OF_TIME
    if len(chart.items) > items:
        message = f"A chart of type {chart.kind} shows at most {items} rows, not {len(chart.items)}"
        raise Unfit(message, "use type=line, or put the smallest together")


def _refuse_negative(chart: Chart, lines: Sequence[int]) -> None:
    for one in chart.series if chart.kind == "stacked" else ():
        for line, value, typed in zip(lines, one.values, one.typed, strict=True):
            if value is not None and value < 0:
                raise Unfit(f"{typed} cannot be stacked: it is less than nothing", "use type=dot", line)


def _highlight(text: str, chart: Chart) -> tuple[str, ...]:
    """The items and series that stand out: the whole text, or what stands between its semicolons or commas."""
    known = (*chart.items, *(one.name for one in chart.series))
    text = text.strip()
    if not text or text in known:
        return (text,) if text else ()
    names = [" ".join(name.split()) for name in re.split(r";" if ";" in text else r",", text) if name.strip()]
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or f"name a row or a column, such as {shorten(known[0], 40)}"
            raise Unfit(f"This chart has no '{shorten(name, 40)}' to highlight", hint)
    return tuple(names)
