"""The data of a chart is read whole or refused with its line; the words for it are in the brief's language."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.assemble import tree
from briefkit.assemble.chart_figures import DATA, UNDRAWN, has_charts, key_of, with_figures, without_data
from briefkit.assemble.chart_words import alt_text, printed, short_date
from briefkit.assemble.charts import KINDS, MOST_ROWS, Chart, Unfit, read_chart

PUMPS = "year,share\n2022,31\n2024,38"


def read(code: str = PUMPS, **said: str) -> Chart:
    return read_chart("fig-pumps", {"type": "bar", **said}, code)


def refused(code: str = PUMPS, **said: str) -> Unfit:
    with pytest.raises(Unfit) as raised:
        read(code, **said)
    assert raised.value.hint
    return raised.value


# --- reading ------------------------------------------------------------------------------------


def test_a_chart_is_read_with_all_that_is_said_of_it() -> None:
    chart = read(highlight="2024", unit="% of pumps", caption="Pumps", alt="Two bars", source="@a, p. 2")
    assert (chart.kind, chart.head, chart.items, chart.identifier) == ("bar", "year", ("2022", "2024"), "fig-pumps")
    assert [(one.name, one.values, one.typed) for one in chart.series] == [("share", (31.0, 38.0), ("31", "38"))]
    assert (chart.highlight, chart.unit, chart.caption) == (("2024",), "% of pumps", "Pumps")
    assert (chart.alt, chart.source) == ("Two bars", "@a, p. 2")


@pytest.mark.parametrize(
    ("cell", "typed"),
    [("1204.50", "1204.50"), ('"1,204"', "1204"), ("-3", "-3"), ("\u22123", "-3"), ("+3", "3"), ("", ""), (" 7 ", "7")],
)
def test_a_figure_is_read_as_people_write_it(cell: str, typed: str) -> None:
    assert read(f"year,share\n2022,31\n2024,{cell}").series[0].typed[1] == typed


@pytest.mark.parametrize("cell", ["38%", "n/a", "1,2,3", "1e5", "0x1", "nan", "inf", "1" * 16, "١٢"])
def test_a_cell_that_is_no_figure_is_refused_with_its_line(cell: str) -> None:
    assert refused(f'year,share\n2022,31\n2024,"{cell}"').line == 3


def test_semicolons_and_tabs_divide_columns_too_and_then_a_comma_is_decimal() -> None:
    assert read("year;share\n2022;31,5\n2024;38").series[0].values == (31.5, 38.0)
    assert read("year\tshare\n2022\t31.5").series[0].values == (31.5,)


def test_a_name_in_quotes_may_hold_a_comma() -> None:
    assert read('place,n\n"Bath, north",3\nBath,4').items == ("Bath, north", "Bath")


def test_a_highlight_may_name_several_and_a_name_with_a_comma() -> None:
    code = 'place,n\n"Bath, north",3\nBath,4\nYork,5'
    assert read(code, highlight="Bath, north").highlight == ("Bath, north",)
    assert read(code, highlight="Bath, York").highlight == ("Bath", "York")
    assert read(code, highlight="Bath, north; York").highlight == ("Bath, north", "York")


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("", 0),
        ("year,share", 0),
        ("year\n2022", 1),
        ("year,share,share\n2022,1,2", 1),
        ("year,share\n2022,1,2", 2),
        ("year,share\n2022", 2),
        ("year,share\n2022,x", 2),
        ('year,share\n2022,"31', 2),
        (f"year,share\n{'x' * 121},31", 2),
        ("year,share\n" + "2022,31\n" * (MOST_ROWS + 1), MOST_ROWS + 2),
    ],
)
def test_data_that_is_not_what_a_chart_shows_is_refused_with_its_line(code: str, line: int) -> None:
    assert refused(code).line == line


def test_names_that_are_nearly_right_are_offered() -> None:
    assert "'bar'" in refused(type="bars").hint
    assert "'highlight'" in refused(highligt="2024").hint
    assert "'Bath'" in refused("place,n\nBath,1", highlight="Bach").hint


def test_a_type_shows_no_more_than_a_reader_takes_in() -> None:
    rows = "\n".join(f"place {number},1" for number in range(31))
    assert "at most 30 rows" in refused(f"place,n\n{rows}").message
    assert len(read(f"place,n\n{rows}", type="line").items) == 31
    years = "\n".join(f"{1960 + number},1" for number in range(60))
    assert len(read(f"year,n\n{years}").times) == 60
    assert "type=dot" in refused("place,a,b\nBath,1,2").hint
    assert "at most 4" in refused("place,a,b,c,d,e\nBath,1,2,3,4,5", type="dot").message


def test_what_is_less_than_nothing_cannot_be_stacked() -> None:
    assert refused("place,a,b\nBath,1,2\nYork,1,-2", type="stacked").line == 3


@pytest.mark.parametrize(
    ("items", "times"),
    [
        (("2022/23", "2023/24"), (2022, 2023)),
        (("2009\u201310", "2010\u201311"), (2009, 2010)),
        (("FY1999/2000", "FY2000/2001"), (1999, 2000)),
        (("2023 Q4", "2024 Q1"), (2023.75, 2024)),
        (("T1 2024", "T2 2024"), (2024, 2024.25)),
        (("H1 2024", "H2 2024"), (2024, 2024.5)),
        (("2022/24", "2024/26"), ()),
        (("S1", "S2"), ()),
    ],
)
def test_years_over_two_and_parts_of_years_are_times(items: tuple[str, ...], times: tuple[float, ...]) -> None:
    assert read("year,n\n" + "".join(f"{item},1\n" for item in items)).times == times


def test_a_year_over_two_is_no_month() -> None:
    chart = read("year,n\n2010-11,1\n2011-12,2\n", highlight="2011-12")
    assert (chart.items, chart.highlight) == (("2010\u201311", "2011\u201312"), ("2011\u201312",))
    assert read("month,n\n2010-11,1\n2010-12,2\n").items == ("2010-11", "2010-12")


def test_items_are_times_only_if_they_rise() -> None:
    assert read("day,n\n2024-01-31,1\n2024-02-01,2").times
    assert not read("year,n\n2024,1\n2022,2").times
    assert not read("place,n\n2024,1\nBath,2").times


CELLS = st.text(alphabet='ab,;"\t 19.-\u2212%é\n\\', max_size=40)


@given(st.lists(CELLS, max_size=6).map("\n".join), st.sampled_from(KINDS), CELLS)
def test_whatever_stands_in_a_chart_is_read_or_refused(code: str, kind: str, highlight: str) -> None:
    line, lengths, items = 0, [0], 0
    try:
        chart = read_chart("", {"type": kind, "highlight": highlight}, code)
        lengths, items = [len(one.values) for one in chart.series], len(chart.items)
    except Unfit as unfit:
        line = unfit.line
    assert 0 <= line <= code.count("\n") + 1
    assert set(lengths) == {items}


# --- words --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "lang", "shown"),
    [
        ("-1204.50", "en-GB", "\u22121,204.50"),
        ("1204.5", "de", "1.204,5"),
        ("1204567", "fr", "1\u202f204\u202f567"),
        ("1204", "es", "1204"),
        ("12045", "es", "12\u00a0045"),
        ("999", "en", "999"),
        ("1000", "", "1,000"),
        ("", "en", "–"),
    ],
)
def test_a_figure_is_printed_as_the_language_has_it(typed: str, lang: str, shown: str) -> None:
    assert printed(typed, lang) == shown


def test_months_are_named_and_years_stay() -> None:
    assert short_date("2024-03", "en") == "Mar 2024"
    assert short_date("2024-03-07", "de-AT") == "7 März 2024"
    assert short_date("2024-03-07", "en-US") == "Mar 7, 2024"
    assert short_date("2024-07", "fr") == "juil 2024"
    assert short_date("2024-10", "fr") == "oct 2024"
    assert short_date("2024", "en") == "2024"


def test_the_words_for_a_chart_are_made_of_its_figures() -> None:
    assert alt_text(read(unit="% of pumps"), "en") == "Bar chart, % of pumps: 2022 31, 2024 38."
    assert alt_text(read("place,a,b\nBath,1,2", type="dot"), "de") == "Punktdiagramm: a: Bath 1; b: Bath 2."
    assert alt_text(read(alt="Two bars."), "en") == "Two bars."


def test_of_many_figures_the_words_tell_the_ends_and_the_extremes() -> None:
    rows = "\n".join(f"{2000 + number},{(number * 7) % 20}" for number in range(20))
    assert alt_text(read(f"year,n\n{rows}", type="line"), "en") == "Line chart: 2000 0, 2017 19, 2019 13."


# --- figures ------------------------------------------------------------------------------------


def code_block(code: str = PUMPS, identifier: str = "fig-pumps") -> dict[str, Any]:
    return {"t": "CodeBlock", "c": [[identifier, ["chart"], [["type", "bar"]]], code]}


def test_a_drawn_chart_is_a_figure_with_its_data_after_it() -> None:
    block, chart = code_block(), read(unit="%", caption="Pumps", source="@a")
    figure, data = with_figures([block], {key_of(block): chart}, {key_of(block): "chart:1.svg"}, "en")
    assert tree.attr(figure) == ("fig-pumps", ("chart",), {"source": "@a"})
    assert tree.plain(figure["c"][1]) == "Pumps %"
    image = next(node for node in tree.walk(figure) if node["t"] == "Image")
    assert (tree.plain(image["c"][1]), image["c"][2][0]) == ("Bar chart, %: 2022 31, 2024 38.", "chart:1.svg")
    assert tree.has_class(data, DATA)
    assert without_data([figure, data]) == [figure]


def test_a_chart_that_is_not_drawn_is_a_table_of_that_name() -> None:
    block, chart = code_block(), read(caption="Pumps", source="@a")
    (table,) = with_figures([block], {key_of(block): chart}, {}, "en")
    assert (table["t"], tree.attr(table)) == ("Table", ("fig-pumps", (UNDRAWN,), {"source": "@a"}))
    assert tree.plain(table["c"][4]) == "202231202438"


def test_the_class_of_the_data_is_ours() -> None:
    theirs = tree.div((DATA,), [tree.para(tree.words("Text"))])
    (kept,) = with_figures([theirs], {}, {}, "en")
    assert without_data([kept]) == [kept]
    assert not has_charts([kept])


def test_a_line_of_one_cell_has_one_cell() -> None:
    assert refused("year,n\n2024\n").message == "This line has 1 cell, and the first has 2"
