"""Tables get widths from what their cells hold, figures to the right, headings with their scope."""

from __future__ import annotations

from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.column_widths import DENSE_LINE, column_widths, longest, words_of
from briefkit.assemble.tables import in_hundredths, tidy_table
from briefkit.pandoc import Worker
from briefkit.parse.prepare import READER

NARROW = "| Who | Cost |\n|---|---|\n| Ministry | 8.8 m |\n| Treasury | 14 m |\n"


def tidied(text: str, pandoc: Worker) -> Any:
    (table,) = pandoc.read(text, READER).ast["blocks"]
    return tidy_table(table)


def test_widths_add_up_to_the_line() -> None:
    assert abs(sum(column_widths([["a", "bb"], ["c" * 40, "d"], ["e", "f"]])) - 1) < 0.001


def test_who_has_more_to_say_gets_more_room() -> None:
    short, long = column_widths([["Yes", "No"], ["word " * 20, "word " * 30]])
    assert long > 3 * short


def test_a_date_is_not_broken() -> None:
    date, *_ = column_widths([["Date", "20 Oct 2023"], *[["word " * 30, "word"]] * 3], 106)
    assert date * 106 >= len("20 Oct 2023")


def test_a_figure_stays_with_its_unit_where_others_have_room() -> None:
    texts = [["Reached", "homes of any size in all of the provinces"]] * 2
    cost, *_ = column_widths([["Cost", "74 million euros"], *texts], 80)
    assert cost * 80 >= len("74 million euros")


def test_a_figure_in_a_text_stays_with_the_word_after_it() -> None:
    power, *_ = column_widths([["Power", "as much as a pump of 1,200 megawatts"], *[["word " * 30, "word"]] * 2], 60)
    assert power * 60 >= len("1,200 megawatts")


def test_a_blank_that_does_not_break_is_no_end_of_a_line() -> None:
    narrow, _ = column_widths([["Power", "a large pump of 1200\u00a0megawatts"], ["word " * 9, "n" * 60]], 40)
    assert narrow * 40 > 40 * len("1200\u00a0megawatts") / (60 + len("1200\u00a0megawatts") + 6)


def test_no_word_is_broken_for_the_sake_of_another_column() -> None:
    columns = [["Hochwasserrisikoklasse", "A"], ["Owner", "Wasserverband"], *[["Cost", "1,056.5"]] * 5]
    rooms = [share * 116 for share in column_widths(columns, 116)]
    assert all(room >= max(map(len, column)) for room, column in zip(rooms, columns, strict=True))


def test_where_not_all_words_have_room_only_the_longest_are_divided() -> None:
    columns = [["Hochwasserrisikoklassenverzeichnis", "A"], ["Hours", "21,400"], *[["Kilometres", "16,450"]] * 6]
    rooms = [share * 80 for share in column_widths(columns, 80)]
    assert all(room >= max(map(len, column)) for room, column in zip(rooms[1:], columns[1:], strict=True))


def test_a_long_heading_of_figures_has_no_lines_as_a_text() -> None:
    heads = ("Price of power (crowns in each hour)", "Particles that are saved (kg a year)")
    name, *_ = column_widths([["Port", "Altenwerder Terminal"], *[[head, "310"] for head in heads]], 60)
    assert name * 60 >= len("Altenwerder Terminal")


def test_letters_of_a_wide_font_have_fewer_on_a_line(pandoc: Worker) -> None:
    row = "| Name of the place | Kilometres | Passengers | Connections | Population | Households | Employment |\n"
    (table,) = pandoc.read(row + "|---|--:|--:|--:|--:|--:|--:|\n" + row, READER).ast["blocks"]
    assert not tree.has_class(tidy_table(table), "dense")
    assert tree.has_class(tidy_table(table, 1.3), "dense")


def test_a_text_has_more_than_a_word_on_a_line() -> None:
    *_, prose = column_widths(
        [*[["Wasserverband", "x"]] * 5, ["Remarks", "kept by erosion law and by a plan of them"]], 116
    )
    assert prose * 116 >= len("kept by erosion law")


def test_a_name_is_not_wrapped_for_the_heading_of_another_column() -> None:
    names, *_ = column_widths([["Place", "Northern Bay"], *[["Dug, 2024", "188"]] * 9], 100)
    assert names * 100 >= len("Northern Bay")


def test_short_cells_stand_on_one_line_where_a_part_of_more_room_would_help_none() -> None:
    short, long = "once in a dry summer", "the whole council of the island"
    columns = [["Place", "Northern Bay"], ["Paid", short], ["Kept by whom, and since when", long], ["Fee", "4.5"]]
    rooms = [share * 74 for share in column_widths(columns, 74)]
    assert rooms[1] >= len(short)
    assert rooms[3] < 12


def test_a_table_that_needs_more_than_a_line_is_dense(pandoc: Worker) -> None:
    rows = [f"| {' | '.join([word] * 7)} |\n" for word in ("Province", "---", "Wasserverband")]
    assert tree.has_class(tidied("".join(rows), pandoc), "dense")
    assert not tree.has_class(tidied("".join(rows).replace("verband", ""), pandoc), "dense")


def test_the_unit_of_a_heading_is_not_divided(pandoc: Worker) -> None:
    head = tidied("| Who | Cost (€ m) |\n|---|---|\n| A b | (c d) |\n", pandoc)["c"][3]
    assert tree.plain(head[1][0][1][1][4]) == "Cost (€\u00a0m)"


def test_no_columns_have_no_widths() -> None:
    assert column_widths([]) == []


def test_figures_are_set_to_the_right(pandoc: Worker) -> None:
    specs = tidied(NARROW, pandoc)["c"][2]
    assert [spec[0]["t"] for spec in specs] == ["AlignDefault", "AlignRight"]


def test_an_alignment_the_author_chose_is_kept(pandoc: Worker) -> None:
    specs = tidied(NARROW.replace("|---|---|", "|---|:--|"), pandoc)["c"][2]
    assert specs[1][0]["t"] == "AlignLeft"


def test_the_first_column_names_the_rows(pandoc: Worker) -> None:
    body = tidied(NARROW, pandoc)["c"][4][0]
    assert body[1] == 1
    assert body[3][0][1][0][0][2] == [["scope", "row"]]


def test_a_column_of_figures_names_no_rows(pandoc: Worker) -> None:
    assert tidied("| 2023 | Cost |\n|---|---|\n| 1 | 2 |\n", pandoc)["c"][4][0][1] == 0


def test_headings_say_that_they_head_columns(pandoc: Worker) -> None:
    head = tidied(NARROW, pandoc)["c"][3]
    assert [cell[0][2] for cell in head[1][0][1]] == [[["scope", "col"]]] * 2


GROUPS = """
+-------+-------+-------+
|       | Dry season    |
|       +-------+-------+
|       | Days  | Cost  |
+=======+======:+======:+
| Hired | 2     | 38    |
+-------+-------+-------+
"""


def test_what_heads_several_columns_stands_in_their_middle(pandoc: Worker) -> None:
    first, second = tidied(GROUPS, pandoc)["c"][3][1]
    assert [cell[1]["t"] for cell in first[1]] == ["AlignDefault", "AlignCenter"]
    assert all(cell[1]["t"] == "AlignDefault" for cell in second[1])


def test_a_table_that_fits_is_not_wide(pandoc: Worker) -> None:
    assert not tree.has_class(tidied(NARROW, pandoc), "wide", "long")


def test_a_table_of_many_words_is_wide(pandoc: Worker) -> None:
    row = "| " + " | ".join(["word word word word word"] * 4) + " |\n"
    assert tree.has_class(tidied(row + "|---|---|---|---|\n" + row, pandoc), "wide")


def test_a_table_that_would_leave_a_third_of_a_page_empty_may_be_divided(pandoc: Worker) -> None:
    sizes = [tidied("| A | B |\n|---|---|\n" + "| a | b |\n" * rows, pandoc) for rows in (10, 16)]
    assert [tree.has_class(table, "long") for table in sizes] == [False, True]


def test_a_table_of_many_rows_is_long(pandoc: Worker) -> None:
    assert tree.has_class(tidied("| A | B |\n|---|---|\n" + "| a | b |\n" * 40, pandoc), "long")


def shares(text: str, pandoc: Worker) -> float:
    return float(sum(width["c"] for _, width in tidied(text, pandoc)["c"][2]))


def test_a_table_of_short_cells_is_as_wide_as_it_must_be(pandoc: Worker) -> None:
    assert 0.24 < shares("| Yes | No |\n|---|---|\n| 7 | 4 |\n", pandoc) < 0.4


def test_a_caption_widens_a_narrow_table(pandoc: Worker) -> None:
    assert shares(NARROW, pandoc) < shares(NARROW + "\n: What offices spend\n", pandoc) < 1


def test_a_table_that_nearly_fills_the_line_fills_it(pandoc: Worker) -> None:
    text = f"| Who | Cost |\n|---|---|\n| {'Ministry ' * 4} | 8.8 million euros |\n"
    assert abs(shares(text, pandoc) - 1) < 0.01


def test_a_table_may_be_empty(pandoc: Worker) -> None:
    table = tidied("|  |  |\n|--|--|\n|  |  |\n", pandoc)
    assert tree.plain(table) == ""


def test_columns_of_figures_that_are_about_as_wide_are_one_width() -> None:
    years = [["2027", "3.1"], ["2031", "9.0"], ["Total", "155.2"]]
    _, *figures = column_widths([["", "Replacement"], *years], 100)
    assert len(set(figures)) == 1


def test_a_heading_that_does_not_fit_has_two_lines_cut_at_a_word() -> None:
    heads = ["Closures avoided a year", "Gap between the districts"]
    rooms = [share * 75 for share in column_widths([["Option", "n" * 24], *[[head, "96"] for head in heads]], 75)]
    assert rooms[1] >= len("avoided a year")
    assert rooms[2] >= len("the districts")


def test_the_space_between_columns_is_more_letters_of_a_slim_font() -> None:
    columns = [["Works from", "now"], ["Share of people at risk reached by then", "3.5"]]
    slim, ours = column_widths(columns, 46, 4.0), column_widths(columns, 46)
    assert slim[0] > ours[0]


def test_names_below_an_empty_corner_are_headings_of_their_rows(pandoc: Worker) -> None:
    made = tidied("| | 2027 | 2028 |\n|---|---|---|\n| Repair | 1 | 2 |\n", pandoc)
    ((_, named, _, rows),) = made["c"][4]
    assert named == 1
    assert ["scope", "row"] in rows[0][1][0][0][2]


def test_widths_are_whole_hundredths_that_no_one_cuts_down(pandoc: Worker) -> None:
    row = "| Measure of cost | First cost | Works from | Share of all people |\n"
    made = in_hundredths(tidied(f"{row}|---|--:|---|--:|\n| Sails | 88.25 | year 1 | 3.5 |\n", pandoc))
    cut = [int(width["c"] * 100) for _, width in made["c"][2]]
    assert sum(cut) == 100


def test_a_full_table_keeps_the_room_of_its_longest_words_when_it_is_cut_down_to_the_line() -> None:
    said = "The ministry reviews the tariff every four years and asks the shippers first"
    columns = [
        ["Port", "Port-Saint-Louis-du-Rhône 12", "Kiel"],
        ["Draught (m)", "13.5", "9.1"],
        *(["Calls 2025", "1,288", "90"] for _ in range(3)),
        ["Tonnes (thousand)", "14,709", "901"],
        ["Share of total", "26.1%", "2.0%"],
        ["Remarks of the harbour master", said, said],
    ]
    widths = column_widths(columns, DENSE_LINE)
    room = [longest(column, words_of) / DENSE_LINE for column in columns]
    assert all(width >= word - 0.0001 for width, word in zip(widths, room, strict=True))
