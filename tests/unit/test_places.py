"""Every sentence and every key knows where it stands in the file, whatever markup, note or table it stands in."""

from __future__ import annotations

import pytest

from briefkit.model import Brief
from briefkit.pandoc import Worker
from briefkit.text import Lines, normalise_newlines
from tests.building import make_brief


def sentences(text: str, pandoc: Worker) -> list[tuple[str, str]]:
    """Each sentence of a text as (words as printed, words as typed), in the order of the file."""
    return [(s.plain, slice_(brief, s.place)) for brief in [make_brief(text, pandoc)] for s in brief.sentences]


def typed(text: str, pandoc: Worker) -> list[str]:
    """Each sentence of a text as typed, cut out of the file by its place."""
    return [source for _, source in sentences(text, pandoc)]


def starts(text: str, pandoc: Worker) -> list[tuple[int, int]]:
    """Where each sentence of a text starts."""
    return [(s.place.line, s.place.column) for s in make_brief(text, pandoc).sentences]


def keys(text: str, pandoc: Worker) -> list[tuple[int, int]]:
    """Where each key of a text stands."""
    return [(c.place.line, c.place.column) for c in make_brief(text, pandoc).citations]


def slice_(brief: Brief, place: object) -> str:
    return Lines(brief.path, brief.text).slice(place)  # type: ignore[arg-type]


# --- plain text ------------------------------------------------------------------------------


def test_the_first_sentence_stands_in_line_1_column_1(pandoc: Worker) -> None:
    assert starts("It rose. It fell.\n", pandoc) == [(1, 1), (1, 10)]


def test_the_source_of_a_sentence_is_the_slice_of_its_place(pandoc: Worker) -> None:
    brief = make_brief("It *rose* [@a2020].\nIt fell.\n", pandoc)
    assert all(s.source == slice_(brief, s.place) for s in brief.sentences)


def test_a_sentence_may_run_over_lines(pandoc: Worker) -> None:
    assert typed("It rose\nand fell. Then\nit rose.\n", pandoc) == ["It rose\nand fell.", "Then\nit rose."]


def test_equal_sentences_have_their_own_places(pandoc: Worker) -> None:
    assert starts("It rose. It rose.\n\nIt rose.\n", pandoc) == [(1, 1), (1, 10), (3, 1)]


def test_lines_of_the_front_matter_are_counted(pandoc: Worker) -> None:
    assert starts("---\ntitle: It rose.\n---\n\nIt rose.\n", pandoc) == [(5, 1)]


def test_crlf_text_has_the_same_places(pandoc: Worker) -> None:
    text = "---\r\ntitle: T\r\n---\r\n\r\nIt rose\r\nand fell. It rose.\r\n"
    assert starts(normalise_newlines(text), pandoc) == [(5, 1), (6, 11)]


def test_a_tab_is_one_column(pandoc: Worker) -> None:
    assert starts("It\trose.\tIt fell.\n", pandoc) == [(1, 1), (1, 10)]


def test_a_heading_has_a_place(pandoc: Worker) -> None:
    assert typed("## It rose {#rose}\n\nIt fell.\n", pandoc)[1] == "It fell."


def test_a_section_knows_where_its_heading_stands(pandoc: Worker) -> None:
    (section,) = make_brief("Text.\n\n## It rose\n", pandoc).sections
    assert (section.place.line, section.place.column) == (3, 4)


def test_an_underlined_heading_has_a_place(pandoc: Worker) -> None:
    assert typed("It rose\n=======\n\nIt fell.\n", pandoc) == ["It rose", "It fell."]


# --- markup in words -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "un**bold**ed words.",
        "It *rose*.",
        "**It rose.**",
        "_It_ __rose__.",
        "~~It~~ rose.",
        "H~2~O and x^2^.",
        "It \\*rose\\*.",
        "It rose -- 12 % --- then.",
        "`It rose` here.",
        "$x^2$ rose.",
        "[It]{.smallcaps} rose.",
        "[It rose.]{.opinion}",
        "It cost 3.5 million.",
    ],
)
def test_markup_that_touches_the_words_is_part_of_the_sentence(text: str, pandoc: Worker) -> None:
    assert typed(text + "\n", pandoc) == [text]


def test_bold_sentences_are_cut_where_they_end(pandoc: Worker) -> None:
    assert typed("**It rose. It fell.** Then.\n", pandoc) == ["**It rose.", "It fell.**", "Then."]


def test_smart_quotes_belong_to_their_sentence(pandoc: Worker) -> None:
    text = "“It rose.” He said ‘no’."
    assert typed(text + "\n", pandoc) == ["“It rose.”", "He said ‘no’."]


def test_straight_quotes_belong_to_their_sentence(pandoc: Worker) -> None:
    assert typed("\"It rose.\" He said 'no'.\n", pandoc) == ['"It rose."', "He said 'no'."]


def test_brackets_belong_to_their_sentence(pandoc: Worker) -> None:
    assert typed("(It rose.) It fell.\n", pandoc) == ["(It rose.)", "It fell."]


# --- links -----------------------------------------------------------------------------------


def test_the_words_of_a_link_are_found_before_those_of_its_target(pandoc: Worker) -> None:
    text = "See [the cost](https://example.org/the/cost) of it. The cost rose."
    assert typed(text + "\n", pandoc) == [
        "See [the cost](https://example.org/the/cost) of it.",
        "The cost rose.",
    ]


def test_a_link_target_that_repeats_the_next_sentence_takes_none_of_its_words(pandoc: Worker) -> None:
    text = "[It rose](https://example.org/it/fell/again). It fell again."
    assert starts(text + "\n", pandoc) == [(1, 1), (1, 47)]


def test_the_title_of_a_link_is_not_its_words(pandoc: Worker) -> None:
    text = '[The report](https://example.org "The report") fell. The report rose.'
    assert starts(text + "\n", pandoc) == [(1, 1), (1, 54)]


def test_a_bare_address_is_its_own_words(pandoc: Worker) -> None:
    assert typed("See <https://example.org/cost>. It rose.\n", pandoc) == [
        "See <https://example.org/cost>.",
        "It rose.",
    ]


def test_a_reference_link_takes_no_words_of_its_definition(pandoc: Worker) -> None:
    text = "[cost]: https://example.org/cost\n\nThe [cost] rose. The cost fell.\n"
    assert starts(text, pandoc) == [(3, 1), (3, 18)]


def test_a_link_with_brackets_in_its_target_keeps_its_end(pandoc: Worker) -> None:
    text = "See [it](https://example.org/a_(b)). It rose."
    assert typed(text + "\n", pandoc) == ["See [it](https://example.org/a_(b)).", "It rose."]


# --- notes -----------------------------------------------------------------------------------

NOTE = "[^1]: The note rose.\n"


def test_the_words_of_a_note_stand_at_its_definition(pandoc: Worker) -> None:
    assert starts(f"It rose.[^1] It fell.\n\n{NOTE}", pandoc) == [(1, 1), (1, 14), (3, 7)]


def test_a_note_may_be_defined_before_it_is_called(pandoc: Worker) -> None:
    assert starts(f"{NOTE}\nIt rose.[^1] It fell.\n", pandoc) == [(1, 7), (3, 1), (3, 14)]


def test_a_note_between_paragraphs_has_its_place_and_they_have_theirs(pandoc: Worker) -> None:
    text = f"It rose.[^1]\n\n{NOTE}\nThe note rose.\n"
    assert sorted(starts(text, pandoc)) == [(1, 1), (3, 7), (5, 1)]


def test_a_note_called_twice_shares_its_place(pandoc: Worker) -> None:
    text = f"It rose.[^1] It fell.[^1]\n\n{NOTE}"
    assert starts(text, pandoc) == [(1, 1), (1, 14), (3, 7), (3, 7)]


def test_notes_defined_in_another_order_than_called_have_their_own_places(pandoc: Worker) -> None:
    text = "One.[^a] Two.[^b]\n\n[^b]: It rose by two.\n\n[^a]: It rose by one.\n"
    assert typed(text, pandoc) == ["One.[^a]", "Two.[^b]", "It rose by two.", "It rose by one."]


def test_notes_of_almost_equal_words_are_told_apart(pandoc: Worker) -> None:
    text = "One.[^a] Two.[^b]\n\n[^a]: See page one.\n[^b]: See page two.\n"
    assert typed(text, pandoc)[2:] == ["See page one.", "See page two."]


def test_a_note_that_repeats_the_text_stands_at_its_own_words(pandoc: Worker) -> None:
    text = "It rose by two.[^a] It fell.\n\n[^a]: It rose by two.\n"
    assert starts(text, pandoc) == [(1, 1), (1, 21), (3, 7)]


def test_a_note_of_several_paragraphs_keeps_their_order(pandoc: Worker) -> None:
    text = "One.[^a]\n\n[^a]: It rose.\n\n    It fell.\n\nTwo.\n"
    assert starts(text, pandoc) == [(1, 1), (3, 7), (5, 5), (7, 1)]


def test_an_inline_note_stands_where_it_is_called(pandoc: Worker) -> None:
    assert typed("It rose^[The note fell.] again.\n", pandoc) == ["It rose^[The note fell.] again.", "The note fell."]


def test_the_words_of_an_inline_note_stand_inside_it(pandoc: Worker) -> None:
    assert starts("It rose^[The note fell. It did.] again.\n", pandoc) == [(1, 1), (1, 10), (1, 25)]


def test_a_key_in_a_note_stands_at_the_note(pandoc: Worker) -> None:
    assert keys("It rose.[^1]\n\n[^1]: See @a2020.\n", pandoc) == [(3, 11)]


def test_a_note_in_the_cell_of_a_table_has_its_place(pandoc: Worker) -> None:
    text = "| A     |\n|-------|\n| x[^1] |\n\n[^1]: The note rose.\n"
    assert typed(text, pandoc)[-1] == "The note rose."


# --- tables ----------------------------------------------------------------------------------


def test_the_cells_of_a_pipe_table_are_cut_at_the_bars(pandoc: Worker) -> None:
    assert typed("| A | B C |\n|---|-----|\n|1|two 3|\n", pandoc) == ["A", "B C", "1", "two 3"]


def test_a_caption_after_a_table_has_its_place(pandoc: Worker) -> None:
    text = "| A |\n|---|\n| 1 |\n\n: The cost. It rose. {#t}\n"
    assert starts(text, pandoc) == [(1, 3), (3, 3), (5, 3), (5, 13)]


def test_a_caption_before_a_table_has_its_place(pandoc: Worker) -> None:
    text = ": The cost. It rose.\n\n| A |\n|---|\n| 1 |\n"
    assert starts(text, pandoc) == [(1, 3), (1, 13), (3, 3), (5, 3)]


def test_a_caption_may_begin_with_the_word_table(pandoc: Worker) -> None:
    text = "| A |\n|---|\n| 1 |\n\nTable: The cost.\n"
    assert typed(text, pandoc)[-1] == "The cost."


def test_a_caption_that_repeats_a_cell_has_its_own_place(pandoc: Worker) -> None:
    text = ": The cost\n\n| The cost |\n|----------|\n| The cost |\n"
    assert starts(text, pandoc) == [(1, 3), (3, 3), (5, 3)]


def test_a_simple_table_has_places(pandoc: Worker) -> None:
    text = "Name    Cost\n------  ----\nWell    twelve\n"
    assert typed(text, pandoc) == ["Name", "Cost", "Well", "twelve"]


GRID = """\
+---------+----------+
| Name    | Cost     |
+=========+==========+
| A deep  | It rose  |
| well    | by two   |
+---------+----------+
| Another | It fell  |
+---------+----------+
"""


def test_the_cells_of_a_grid_table_begin_at_their_own_words(pandoc: Worker) -> None:
    assert starts(GRID, pandoc) == [(2, 3), (2, 13), (4, 3), (4, 13), (7, 3), (7, 13)]


def test_a_cell_over_several_lines_is_shown_by_its_first(pandoc: Worker) -> None:
    assert typed(GRID, pandoc)[2:4] == ["A deep", "It rose"]


MULTILINE = """\
-------------------------------
Name       Cost
---------- --------------------
A deep     It rose by two
well       and by three.

Another    It fell.
-------------------------------
"""


def test_the_cells_of_a_multiline_table_begin_at_their_own_words(pandoc: Worker) -> None:
    assert starts(MULTILINE, pandoc) == [(2, 1), (2, 12), (4, 1), (4, 12), (7, 1), (7, 12)]


def test_text_after_a_grid_table_has_its_place(pandoc: Worker) -> None:
    assert typed(f"{GRID}\nIt rose.\n", pandoc)[-1] == "It rose."


def test_two_rules_with_text_between_are_no_table(pandoc: Worker) -> None:
    assert starts("One.\n\n---\n\nTwo.\n\n---\n\nThree.\n", pandoc) == [(1, 1), (5, 1), (9, 1)]


def test_the_key_in_the_source_of_a_table_has_its_place(pandoc: Worker) -> None:
    text = '| A |\n|---|\n| 1 |\n\n: C {source="@a2020"}\n'
    assert typed(text, pandoc)[-1].startswith("C")


# --- figures, code, raw text -----------------------------------------------------------------


def test_the_caption_of_a_figure_has_its_place(pandoc: Worker) -> None:
    assert starts("It rose.\n\n![It rose. It fell.](rose.png)\n", pandoc) == [(1, 1), (3, 3), (3, 12)]


def test_an_alternative_text_takes_no_words_of_the_next_paragraph(pandoc: Worker) -> None:
    text = '![The well.](w.png){alt="It rose by two"}\n\nIt rose by two.\n'
    assert starts(text, pandoc) == [(1, 3), (3, 1)]


def test_the_name_of_a_picture_takes_no_words(pandoc: Worker) -> None:
    assert starts("![The well.](the/well.png)\n\nThe well.\n", pandoc) == [(1, 3), (3, 1)]


def test_an_image_in_a_line_takes_no_words(pandoc: Worker) -> None:
    assert typed("See ![rose](rose.png) how it rose. It rose.\n", pandoc)[1] == "It rose."


def test_a_code_block_takes_no_words(pandoc: Worker) -> None:
    assert starts("```python\nIt rose.\n```\n\nIt rose.\n", pandoc) == [(5, 1)]


def test_indented_code_takes_no_words(pandoc: Worker) -> None:
    assert starts("    It rose.\n\nIt rose.\n", pandoc) == [(3, 1)]


def test_a_comment_takes_no_words(pandoc: Worker) -> None:
    assert starts("<!-- It rose. -->\n\nIt rose.\n", pandoc) == [(3, 1)]


def test_the_words_of_an_html_element_have_places(pandoc: Worker) -> None:
    assert typed('<div class="it rose">\n\nIt rose.\n\n</div>\n', pandoc) == ["It rose."]


def test_tags_in_a_line_take_no_words(pandoc: Worker) -> None:
    assert typed('It <b title="it fell">rose</b>. It fell.\n', pandoc)[1] == "It fell."


def test_display_math_takes_no_words_of_the_text(pandoc: Worker) -> None:
    assert typed("$$\nx = rose\n$$\n\nIt rose.\n", pandoc)[-1] == "It rose."


# --- lists, quotes, boxes --------------------------------------------------------------------


def test_items_have_places_behind_their_marks(pandoc: Worker) -> None:
    assert starts("- It rose.\n- It fell.\n    - It rose.\n", pandoc) == [(1, 3), (2, 3), (3, 7)]


def test_numbers_of_a_list_are_no_words(pandoc: Worker) -> None:
    assert starts("1. 1 rose.\n2. 2 fell.\n", pandoc) == [(1, 4), (2, 4)]


def test_an_example_list_and_its_reference_have_places(pandoc: Worker) -> None:
    text = "(@good) It rose.\n\nAs (@good) shows, it fell.\n"
    assert starts(text, pandoc) == [(1, 9), (3, 1)]


def test_a_definition_list_has_places(pandoc: Worker) -> None:
    assert starts("A term\n:   It rose. It fell.\n", pandoc) == [(1, 1), (2, 5), (2, 14)]


def test_the_lines_of_a_line_block_have_places(pandoc: Worker) -> None:
    assert starts("| It rose\n| and fell.\n", pandoc) == [(1, 3), (2, 3)]


def test_a_quote_over_lines_has_its_marks_inside_its_place(pandoc: Worker) -> None:
    assert typed("> It rose\n> and fell. It rose.\n", pandoc) == ["It rose\n> and fell.", "It rose."]


def test_text_in_nested_boxes_has_places(pandoc: Worker) -> None:
    text = ":::: {.case-study}\nIt rose.\n\n::: {.key-message}\nIt fell.\n:::\n::::\n\nIt rose.\n"
    assert starts(text, pandoc) == [(2, 1), (5, 1), (9, 1)]


def test_the_attributes_of_a_box_take_no_words(pandoc: Worker) -> None:
    text = '::: {.case-study name="It rose by two"}\nIt rose by two.\n:::\n'
    assert starts(text, pandoc) == [(2, 1)]


# --- front matter ----------------------------------------------------------------------------


def test_a_key_message_stands_in_the_front_matter(pandoc: Worker) -> None:
    text = "---\ntitle: It rose.\nkey-messages:\n  - It rose.\n  - It fell.\n---\n\nIt rose.\n"
    assert starts(text, pandoc) == [(4, 5), (5, 5), (8, 1)]


def test_a_title_that_repeats_a_key_message_takes_none_of_its_words(pandoc: Worker) -> None:
    text = "---\nkey-messages:\n  - It rose by two.\ntitle: It rose by two\n---\n\nText.\n"
    assert starts(text, pandoc)[0] == (3, 5)


def test_a_folded_summary_has_its_place(pandoc: Worker) -> None:
    text = "---\ntitle: T\nsummary: >\n  It rose\n  and fell. It rose.\n---\n\nText.\n"
    assert typed(text, pandoc)[:2] == ["It rose\n  and fell.", "It rose."]


def test_a_key_in_the_front_matter_has_its_place(pandoc: Worker) -> None:
    text = '---\ntitle: T\nbottom-line: "It rose [@a2020, p. 3]."\n---\n'
    assert keys(text, pandoc) == [(3, 24)]


# --- citations -------------------------------------------------------------------------------


def test_a_key_stands_at_its_sign(pandoc: Worker) -> None:
    assert keys("It rose [@a2020, p. 3].\n", pandoc) == [(1, 10)]


def test_every_key_of_a_group_has_its_place(pandoc: Worker) -> None:
    assert keys("It rose [see @a2020, p. 3; also @b2021].\n", pandoc) == [(1, 14), (1, 33)]


def test_a_key_cited_twice_in_a_group_has_two_places(pandoc: Worker) -> None:
    assert keys("It rose [@a2020, p. 3; @a2020, p. 9].\n", pandoc) == [(1, 10), (1, 24)]


def test_a_key_with_signs_inside_has_its_place(pandoc: Worker) -> None:
    brief = make_brief("It rose [@doi:10.1/a_b-c].\n", pandoc)
    assert [slice_(brief, c.place) for c in brief.citations] == ["@doi:10.1/a_b-c"]


def test_a_key_in_braces_has_its_place(pandoc: Worker) -> None:
    brief = make_brief("It rose [@{https://example.org/a?b=c}].\n", pandoc)
    assert [slice_(brief, c.place)[:7] for c in brief.citations] == ["@{https"]


def test_an_author_who_is_suppressed_has_a_place(pandoc: Worker) -> None:
    assert keys("Smith says so [-@a2020].\n", pandoc) == [(1, 17)]


def test_a_key_in_the_text_has_its_place(pandoc: Worker) -> None:
    assert keys("As @a2020 [p. 3] says, it rose.\n", pandoc) == [(1, 4)]


def test_a_key_that_is_also_a_word_of_the_text_stands_at_its_sign(pandoc: Worker) -> None:
    assert keys("The census [@census] counted. The census rose [@census].\n", pandoc) == [(1, 13), (1, 48)]


# --- scripts ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "pair",
    [
        ("水泵的成本上升了。", "它们坏了。"),
        ("ポンプの費用が上がった。", "壊れた。"),
        ("ارتفعت تكلفة المضخات.", "تعطلت المضخة."),
        ("पंप की लागत बढ़ गई।", "पंप टूट गया।"),
        ("Насосы сломались.", "Цена выросла."),
        ("Zażółć gęślą jaźń.", "Koszt wzrósł."),
        ("Ο αγωγός έσπασε.", "Το κόστος αυξήθηκε."),
    ],
)
def test_sentences_of_every_script_have_places(pair: tuple[str, str], pandoc: Worker) -> None:
    assert typed(f"{pair[0]} {pair[1]}\n", pandoc) == list(pair)


def test_signs_outside_the_basic_plane_are_one_column(pandoc: Worker) -> None:
    assert starts("It 😀😀 rose. It fell.\n", pandoc) == [(1, 1), (1, 13)]


def test_combining_signs_are_part_of_their_word(pandoc: Worker) -> None:
    assert typed("Cafe\u0301 rose. It fell.\n", pandoc) == ["Cafe\u0301 rose.", "It fell."]


# --- nothing to place ------------------------------------------------------------------------


def test_an_empty_text_has_no_blocks(pandoc: Worker) -> None:
    assert make_brief("", pandoc).blocks == ()


def test_a_text_of_markup_alone_has_no_sentences(pandoc: Worker) -> None:
    assert typed("***\n\n<!-- x -->\n\n```\n```\n", pandoc) == []


def test_a_picture_without_words_and_an_empty_cell_stay_where_they_stand(pandoc: Worker) -> None:
    text = "# One\n\nIt rose.\n\n# Two\n\n![](map.png)\n\n| | North |\n|---|---|\n| a | 1 |\n"
    sections = [block.section for block in make_brief(text, pandoc).blocks]
    assert sections == sorted(sections)
