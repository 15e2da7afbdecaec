"""The drawing of a chart keeps to its width, its labels do not touch, and its figures stand where they belong."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.assemble.charts import KINDS, MOST_SERIES, Chart, read_chart
from briefkit.render.chart_frame import ticks
from briefkit.render.chart_layout import lay_out
from briefkit.render.chart_shapes import ROLES, Sheet, specification

WIDE, NARROW = 491.0, 280.0


def measure(text: str, bold: bool) -> float:
    return len(text) * (6.4 if bold else 6.0)


def chart(kind: str, code: str, highlight: str = "") -> Chart:
    return read_chart("", {"type": kind, "highlight": highlight}, code)


def drawing(kind: str, code: str, highlight: str = "", width: float = WIDE) -> Sheet:
    return lay_out(chart(kind, code, highlight), width, "en", measure)


def texts(sheet: Sheet) -> dict[str, str]:
    """The role of the colour of each text."""
    roles = {colour: name for name, colour in ROLES.items()}
    return {v["text"]: roles[v["fill"]] for shape in sheet.shapes if shape.kind == "text" for v in shape.values}


def bars(sheet: Sheet) -> list[tuple[float, float, str]]:
    """Left and right of each bar, and its colour."""
    found = (v for shape in sheet.shapes if shape.kind == "rect" for v in shape.values)
    return [(v["x"], v["x2"], v["fill"]) for v in found]


def test_bars_are_as_long_as_their_figures_and_begin_at_nothing() -> None:
    (left, one, _), (same, two, _) = bars(drawing("bar", "place,n\nBath,10\nYork,20"))
    assert left == same
    assert two - left == pytest.approx(2 * (one - left), abs=0.1)


def test_a_name_of_several_lines_has_them_of_about_one_length() -> None:
    lines = list(texts(drawing("bar", "place,n\nOuter coast and the islands beyond it,31\nYork,38")))
    assert lines[2:4] == ["Outer coast and the", "islands beyond it"]


def test_names_that_end_differently_are_told_apart_in_a_column() -> None:
    names = [f"Outer islands beyond the lighthouse, {season} timetable" for season in ("winter", "summer")]
    lines = list(texts(drawing("bar", f'place,n\n"{names[0]}",31\n"{names[1]}",38', width=NARROW)))
    assert not any("\u2026" in line for line in lines)


def test_the_line_of_a_row_does_not_go_through_figures_of_dots() -> None:
    sheet = drawing("dot", "place,before,after\nBath,2,5")
    paper = [(left, right) for left, right, colour in bars(sheet) if colour == ROLES["paper"]]
    (rule,) = (v for shape in sheet.shapes if shape.kind == "rule" for v in shape.values if v["x2"] == WIDE)
    assert len(paper) == 4
    assert all(rule["x"] < left < right < rule["x2"] for left, right in paper)


def test_a_legend_that_has_no_room_above_the_bars_begins_at_the_edge() -> None:
    code = "place,Leaks of all kinds,Slow meters,Theft\nOuter coast beyond,1,2,3"
    sheet = drawing("stacked", code, width=330)
    (left, *_) = (v["x"] for shape in sheet.shapes if shape.kind == "text" for v in shape.values)
    assert left == 13


def test_bars_below_nothing_go_the_other_way() -> None:
    (_, zero, _), (same, _, _) = bars(drawing("bar", "place,n\nBath,-10\nYork,20"))
    assert zero == same


def test_what_is_highlighted_is_in_the_accent_colour_and_the_rest_is_quiet() -> None:
    sheet = drawing("bar", "place,n\nBath,10\nYork,20", "York")
    assert [colour for _, _, colour in bars(sheet)] == [ROLES["quiet"], ROLES["accent"]]
    assert texts(sheet) == {"10": "text", "20": "accent", "Bath": "text", "York": "accent"}


def test_in_a_brand_of_one_hue_parts_are_told_apart_by_how_pale_they_are() -> None:
    one = chart("stacked", "place,a,b\nBath,30,70")
    shapes = lay_out(one, WIDE, "en", measure, one_hue=True).shapes
    found = [v for shape in shapes if shape.kind == "rect" for v in shape.values]
    assert [(v["fill"], v["opacity"]) for v in found] == [(ROLES["ink"], 1), (ROLES["ink"], 0.6)]


def test_without_a_highlight_no_bar_is_in_the_accent_colour() -> None:
    assert {colour for _, _, colour in bars(drawing("bar", "place,n\nBath,10\nYork,20"))} == {ROLES["ink"]}


def test_bars_of_years_stand() -> None:
    found = bars(drawing("bar", "year,n\n2022,10\n2023,20"))
    assert found[0][1] < found[1][0]


def test_a_line_ends_where_a_figure_is_missing_and_goes_on_after_it() -> None:
    sheet = drawing("line", "year,n\n2020,1\n2021,2\n2022,\n2023,3\n2024,4")
    assert [len(shape.values) for shape in sheet.shapes if shape.kind == "line"] == [2, 2]


def test_names_at_the_ends_of_lines_do_not_touch() -> None:
    sheet = drawing("line", "year,North,South,East,West\n2020,1,2,3,4\n2024,50,50,50.1,50")
    names = sorted(
        v["y"]
        for shape in sheet.shapes
        if shape.kind == "text"
        for v in shape.values
        if v["text"].startswith(("North", "South", "East", "West"))
    )
    assert len(names) == 4
    assert all(two - one >= 13 for one, two in pairwise(names))


def names_at_ends(sheet: Sheet, *starts: str) -> dict[str, float]:
    """How far down the names of lines stand."""
    found = (v for shape in sheet.shapes if shape.kind == "text" for v in shape.values)
    return {v["text"]: v["y"] for v in found if v["text"].startswith(starts)}


def test_names_that_touch_go_up_as_well_as_down_and_leave_the_highlighted_one_at_its_line() -> None:
    head = "year,North,South,East,West,Upper,Lower,Core"
    sheet = drawing("line", f"{head}\n2020,71,70,69,68,70,71,90\n2024,66.4,66.3,66.2,66.1,66,65.9,41", "Core")
    names = names_at_ends(sheet, "North", "South", "East", "West", "Upper", "Lower", "Core")
    (line,) = (s for s in sheet.shapes if s.kind == "line" and s.style["stroke"] == ROLES["accent"])
    assert abs(names["Core 41"] - line.values[-1]["y"]) < 13
    assert names["North 66.4"] < min(names["Core 41"], 66) < names["Lower 65.9"] + 26


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_names_at_the_ends_of_lines_keep_clear_of_the_times_below(width: float) -> None:
    names = names_at_ends(drawing("line", "year,North,South\n2020,60,70\n2024,0,1", width=width), "North", "South")
    assert max(names.values()) <= 176 - 7


def test_the_last_time_below_columns_does_not_touch_the_one_before() -> None:
    months = [f"{2024 + n // 12}-{n % 12 + 1:02}" for n in range(24)]
    sheet = drawing("bar", "\n".join(["month,n", *(f"{month},9" for month in months)]))
    shown = [v for shape in sheet.shapes if shape.kind == "text" for v in shape.values if " 202" in v["text"]]
    sides = {shape.values[0]["text"]: shape.style["align"] for shape in sheet.shapes if shape.kind == "text"}
    lefts = sorted(
        (v["x"] - {"left": 0, "center": wide / 2, "right": wide}[sides[v["text"]]], wide)
        for v in shown
        for wide in [measure(v["text"], False)]
    )
    assert "Dec 2025" in sides
    assert all(left + wide <= after for (left, wide), (after, _) in pairwise(lefts))


def test_the_parts_of_a_stack_lie_end_to_end() -> None:
    one, two = bars(drawing("stacked", "place,a,b\nBath,30,70"))
    assert one[1] == pytest.approx(two[0] - 1, abs=0.02)


def test_a_sum_is_printed_unless_it_is_a_hundred() -> None:
    assert "100" not in texts(drawing("stacked", "place,a,b\nBath,30,70"))
    assert "110" in texts(drawing("stacked", "place,a,b\nBath,40,70"))


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (0, 86, [0, 25, 50, 75, 100]),
        (0, 412, [0, 100, 200, 300, 400, 500]),
        (101.2, 107, [100, 102, 104, 106, 108]),
        (-3, 3, [-4, -2, 0, 2, 4]),
    ],
)
def test_ticks_are_round_numbers_around_the_values(low: float, high: float, found: list[float]) -> None:
    assert ticks(low, high) == found


FIGURES = st.one_of(st.just(""), st.integers(0, 10**9).map(str), st.decimals(0, 100, places=2).map(str))
NAMES = st.text(alphabet="abc défgh", min_size=1, max_size=60).map(lambda s: " ".join(s.split()) or "x")


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Charts of each kind."""
    kind = draw(st.sampled_from(KINDS))
    columns = draw(st.integers(1, MOST_SERIES[kind]))
    times = draw(st.booleans())
    rows = draw(st.lists(st.tuples(NAMES, *[FIGURES] * columns), min_size=1, max_size=12))
    names = [str(2000 + n) if times else row[0] for n, row in enumerate(rows)]
    lines = [",".join((name, *row[1:])) for name, row in zip(names, rows, strict=True)]
    head = ",".join(["item", *(f"series {n}" for n in range(columns))])
    full = ",".join([str(2000 + len(rows)) if times else "last", *["7"] * columns])  # no column is empty
    return chart(kind, "\n".join([head, *lines, full]))


@given(charts(), st.sampled_from([WIDE, NARROW]))
def test_nothing_leaves_the_drawing(one: Chart, width: float) -> None:
    sheet = lay_out(one, width, "en", measure)
    for shape in sheet.shapes:
        for value in shape.values:
            assert -1 <= value["x"] <= width + 1
            assert -1 <= value["y"] <= sheet.height + 1
            if shape.kind == "rect":
                assert value["x"] <= value["x2"] <= width + 1


@given(charts(), st.sampled_from([WIDE, NARROW]))
def test_no_text_leaves_the_drawing(one: Chart, width: float) -> None:
    for shape in lay_out(one, width, "en", measure).shapes:
        for value in shape.values if shape.kind == "text" else ():
            wide = measure(value["text"], shape.style["fontWeight"] == 600)
            left = value["x"] - {"left": 0, "center": wide / 2, "right": wide}[shape.style["align"]]
            assert left >= -1
            assert left + wide <= width + 1


@given(charts())
def test_the_specification_names_no_file_and_holds_no_expression(one: Chart) -> None:
    found = repr(specification(lay_out(one, WIDE, "en", measure)))
    assert not any(word in found for word in ("'url'", "'expr'", "'signal'", "'transform'", "'params'", "'href'"))
