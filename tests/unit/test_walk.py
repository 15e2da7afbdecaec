"""Pandoc's tree becomes runs of text: what kind each is, in which section and box, with which marks and waivers."""

from __future__ import annotations

import pytest

from briefkit.pandoc import Worker
from briefkit.parse.inlines import attributes_of, stringify
from briefkit.parse.prepare import READER
from briefkit.parse.roles import find_box, find_role
from briefkit.parse.runs import Run, Walked
from briefkit.parse.walk import same_list, walk
from tests.building import make_brief


def walked(text: str, pandoc: Worker, lang: str = "en") -> Walked:
    return walk(pandoc.read(text, READER).ast["blocks"], lang)


def words(run: Run) -> str:
    return "".join(atom.text for atom in run.atoms)


def kinds(text: str, pandoc: Worker) -> list[tuple[str, str]]:
    """Each run of a text as (kind, words)."""
    return [(run.kind, words(run)) for run in walked(text, pandoc).runs]


def atoms(text: str, pandoc: Worker) -> list[tuple[str, str]]:
    """The atoms of the only run of a text as (kind, text), blanks left out."""
    (run,) = walked(text, pandoc).runs
    return [(atom.kind, atom.text) for atom in run.atoms if atom.kind != "space"]


# --- kinds -----------------------------------------------------------------------------------


def test_a_paragraph_is_one_run(pandoc: Worker) -> None:
    assert kinds("One *two*.", pandoc) == [("paragraph", "One two.")]


def test_tables_and_figures_are_numbered_together(pandoc: Worker) -> None:
    table = "| A |\n|---|\n| 1 |\n\n: One\n\n"
    found = walked(f"{table}Why?\n\n![Two](a.png)\n\n{table}", pandoc).runs
    assert [(words(run), run.exhibit) for run in found if run.kind in ("caption", "paragraph")] == [
        ("One", 1),
        ("Why?", 0),
        ("Two", 2),
        ("One", 3),
    ]


def test_the_cells_of_a_table_belong_to_it(pandoc: Worker) -> None:
    assert {run.exhibit for run in walked("| A |\n|---|\n| 1 |\n", pandoc).runs} == {1}


def test_a_heading_is_a_run_of_its_own(pandoc: Worker) -> None:
    assert kinds("# Title\n\nText.", pandoc) == [("heading", "Title"), ("paragraph", "Text.")]


def test_items_of_all_levels_are_items(pandoc: Worker) -> None:
    assert kinds("- One\n    1. Two\n", pandoc) == [("item", "One"), ("item", "Two")]


def test_every_paragraph_of_an_item_is_an_item(pandoc: Worker) -> None:
    assert kinds("- One.\n\n    Two.\n", pandoc) == [("item", "One."), ("item", "Two.")]


def test_an_example_list_has_items(pandoc: Worker) -> None:
    assert kinds("(@) One\n(@) Two\n", pandoc) == [("item", "One"), ("item", "Two")]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("3. One\n4. Two\n", ["3.", "4."]),
        ("- One\n- Two\n", ["–", "–"]),
        ("(b) One\n(c) Two\n", ["(b)", "(c)"]),
        ("A) One\nB) Two\n", ["A)", "B)"]),
        ("iv. One\nv. Two\n", ["iv.", "v."]),
        ("XL. One\nXLI. Two\n", ["XL.", "XLI."]),
        ("#. One\n#. Two\n", ["1.", "2."]),
        ("1. One.\n\n    More of it.\n\n2. Two.\n", ["1.", "", "2."]),
        ("1. One\n    - Half\n2. Two\n", ["1.", "–", "2."]),
        ("A paragraph.\n", [""]),
    ],
)
def test_the_first_run_of_an_item_has_its_mark(text: str, marks: list[str], pandoc: Worker) -> None:
    assert [run.mark for run in walked(text, pandoc).runs] == marks


def test_a_paragraph_in_a_quote_is_a_quote(pandoc: Worker) -> None:
    assert kinds("> One.\n", pandoc) == [("quote", "One.")]


def test_a_list_in_a_quote_has_items(pandoc: Worker) -> None:
    assert kinds("> - One\n", pandoc) == [("item", "One")]


def test_a_definition_list_has_terms_and_definitions(pandoc: Worker) -> None:
    assert kinds("Term\n\n:   What it is.\n", pandoc) == [("term", "Term"), ("definition", "What it is.")]


def test_each_line_of_a_line_block_is_a_run(pandoc: Worker) -> None:
    assert kinds("| One\n| Two\n", pandoc) == [("paragraph", "One"), ("paragraph", "Two")]


def test_a_table_has_header_cells_cells_and_a_caption(pandoc: Worker) -> None:
    table = "| A | B |\n|---|---|\n| 1 | 2 |\n\n: Caption\n"
    assert kinds(table, pandoc) == [
        ("header-cell", "A"),
        ("header-cell", "B"),
        ("cell", "1"),
        ("cell", "2"),
        ("caption", "Caption"),
    ]


def test_the_caption_of_a_table_may_stand_elsewhere_in_the_file(pandoc: Worker) -> None:
    runs = walked("| A |\n|---|\n| 1 |\n\n: Caption\n", pandoc).runs
    assert [run.floats for run in runs] == [False, False, True]


def test_the_caption_of_a_figure_is_told_once(pandoc: Worker) -> None:
    assert kinds("![A well.](well.png)\n", pandoc) == [("caption", "A well.")]


def test_an_alternative_text_in_an_attribute_is_no_text(pandoc: Worker) -> None:
    assert kinds('![A well.](well.png){alt="A deep well"}\n', pandoc) == [("caption", "A well.")]


def test_an_image_in_a_line_of_text_is_an_aside(pandoc: Worker) -> None:
    assert ("aside", "icon") in atoms("See ![icon](i.png) here.", pandoc)


def test_a_code_block_is_an_aside(pandoc: Worker) -> None:
    assert kinds("```\ncode here\n```\n", pandoc) == [("aside", "code here")]


def test_a_raw_block_is_an_aside(pandoc: Worker) -> None:
    assert ("aside", "<hr/>") in kinds("<hr/>\n", pandoc)


def test_a_comment_between_blocks_is_a_comment(pandoc: Worker) -> None:
    assert kinds("<!-- note to self -->\n", pandoc) == [("comment", "<!-- note to self -->")]


def test_a_rule_is_nothing(pandoc: Worker) -> None:
    assert kinds("***\n", pandoc) == []


def test_the_paragraphs_of_a_note_hang_on_its_call(pandoc: Worker) -> None:
    (run,) = walked("Text.[^1]\n\n[^1]: One.\n\n    Two.\n", pandoc).runs
    (call,) = [atom for atom in run.atoms if atom.kind == "note"]
    assert [(note.kind, words(note)) for note in call.note] == [("note", "One."), ("note", "Two.")]


def test_a_note_floats(pandoc: Worker) -> None:
    (run,) = walked("Text.^[One.]\n", pandoc).runs
    assert [note.floats for atom in run.atoms for note in atom.note] == [True]


# --- atoms -----------------------------------------------------------------------------------


def test_markup_inside_a_word_makes_no_blank(pandoc: Worker) -> None:
    assert kinds("un**bold**ed", pandoc) == [("paragraph", "unbolded")]


def test_code_is_text_and_math_is_none(pandoc: Worker) -> None:
    assert atoms("`a b` $x^2$", pandoc) == [("text", "a b"), ("math", "x^2")]


def test_a_raw_tag_in_a_line_is_no_text(pandoc: Worker) -> None:
    assert ("raw", "<br/>") in atoms("One<br/>two", pandoc)


def test_a_comment_in_a_line_is_a_comment(pandoc: Worker) -> None:
    assert ("comment", "<!-- x -->") in atoms("One <!-- x --> two", pandoc)


def test_a_citation_keeps_its_keys_and_what_stands_around_them(pandoc: Worker) -> None:
    (run,) = walked("[see @a2020, p. 3; @b2021]", pandoc).runs
    (atom,) = run.atoms
    assert [(c.key, c.prefix, c.suffix, c.in_text) for c in atom.citations] == [
        ("a2020", "see", ", p.\u00a03", False),
        ("b2021", "", "", False),
    ]


def test_a_citation_in_the_text_says_so(pandoc: Worker) -> None:
    (run,) = walked("@a2020 argues", pandoc).runs
    assert run.atoms[0].citations[0].in_text


def test_a_key_in_code_is_not_a_citation(pandoc: Worker) -> None:
    assert atoms("`@a2020`", pandoc) == [("text", "@a2020")]


def test_a_soft_break_is_a_blank_that_remembers_its_line(pandoc: Worker) -> None:
    (run,) = walked("One\ntwo", pandoc).runs
    assert [atom.text for atom in run.atoms if atom.kind == "space"] == ["\n"]


def test_stringify_leaves_notes_out(pandoc: Worker) -> None:
    (block,) = pandoc.read("One^[two] *three*", READER).ast["blocks"]
    assert stringify(block["c"]) == "One three"


# --- sections, roles and boxes ---------------------------------------------------------------


def test_a_heading_opens_a_section(pandoc: Worker) -> None:
    runs = walked("Before.\n\n# One\n\nText.\n\n# Two\n\nText.\n", pandoc).runs
    assert [run.section for run in runs] == [-1, 0, 0, 1, 1]


def test_a_section_has_the_role_of_its_heading(pandoc: Worker) -> None:
    runs = walked("# Recommendations\n\nText.\n", pandoc).runs
    assert [run.role for run in runs] == ["recommendations", "recommendations"]


def test_a_class_wins_over_the_words_of_a_heading(pandoc: Worker) -> None:
    (heading,) = walked("# Summary {.risks}\n", pandoc).headings
    assert heading.role == "risks"


def test_a_heading_below_has_the_role_of_the_one_above(pandoc: Worker) -> None:
    headings = walked("# Options\n\n## Wells\n\n### Cost\n", pandoc).headings
    assert [h.role for h in headings] == ["options", "options", "options"]


def test_a_heading_of_the_same_level_has_no_role_from_before(pandoc: Worker) -> None:
    headings = walked("# Options\n\n# Wells\n", pandoc).headings
    assert [h.role for h in headings] == ["options", ""]


def test_a_role_does_not_pass_over_a_heading_that_closed_it(pandoc: Worker) -> None:
    headings = walked("# Options\n\n# Wells\n\n## Cost\n", pandoc).headings
    assert headings[2].role == ""


def test_a_heading_keeps_its_identifier(pandoc: Worker) -> None:
    (heading,) = walked("# Wells {#deep-wells}\n", pandoc).headings
    assert heading.identifier == "deep-wells"


def test_a_box_gives_its_role_to_what_it_holds(pandoc: Worker) -> None:
    (run,) = walked("::: {.key-message}\nText.\n:::\n", pandoc).runs
    assert run.role == "key-message"


def test_the_inner_box_wins(pandoc: Worker) -> None:
    runs = walked(":::: {.case-study}\nOne.\n\n::: {.pull-quote}\nTwo.\n:::\n\nThree.\n::::\n", pandoc).runs
    assert [run.role for run in runs] == ["case-study", "pull-quote", "case-study"]


def test_a_div_without_a_role_leaves_that_of_its_section(pandoc: Worker) -> None:
    runs = walked("# Options\n\n::: {.wide}\nText.\n:::\n", pandoc).runs
    assert runs[-1].role == "options"


def test_a_div_of_a_section_s_class_has_its_role(pandoc: Worker) -> None:
    (run,) = walked("::: {.recommendations}\nText.\n:::\n", pandoc).runs
    assert run.role == "recommendations"


def test_the_attributes_of_a_div_pass_to_what_it_holds(pandoc: Worker) -> None:
    (run,) = walked('::: {.case-study #a name="A town"}\nText.\n:::\n', pandoc).runs
    assert dict(run.attributes) == {"name": "A town", "class": "case-study", "id": "a"}


def test_the_source_of_a_table_is_on_its_cells_and_its_caption(pandoc: Worker) -> None:
    runs = walked('| A |\n|---|\n| 1 |\n\n: C {source="@a2020"}\n', pandoc).runs
    assert [run.attributes.get("source") for run in runs] == ["@a2020"] * 3


def test_the_source_of_a_figure_is_on_its_caption(pandoc: Worker) -> None:
    (run,) = walked('![A well.](well.png){source="@a2020"}\n', pandoc).runs
    assert run.attributes["source"] == "@a2020"


def test_attributes_without_classes_and_identifier_are_the_pairs_alone() -> None:
    assert attributes_of(["", [], [["a", "b"]]]) == {"a": "b"}


@pytest.mark.parametrize(
    ("title", "lang", "role"),
    [
        ("Executive Summary", "en", "summary"),
        ("  Key   messages:", "en", "key-messages"),
        ("Handlungsempfehlungen", "de-AT", "recommendations"),
        ("L\u2019essentiel", "fr", "key-messages"),
        ("Antecedentes", "es", "background"),
        ("Próximos passos", "pt-BR", "recommendations"),
        ("Limitações", "pt", "limits"),
        ("التوصيات", "ar", "recommendations"),
        ("ما العمل؟", "ar-EG", "recommendations"),
        ("المَراجِع:", "ar", "references"),
        ("الملخّص", "ar", "summary"),
        ("Summary", "de", "summary"),
        ("Empfehlungen", "en", ""),
        ("Our summary of it", "en", ""),
        ("2. What should be done", "en", "recommendations"),
        ("Recommendations for the ministry", "en", "recommendations"),
        ("Recommandations aux métropoles", "fr", "recommendations"),
        ("Conséquences", "fr", "implications"),
        ("Verworfene Alternative", "de", "options"),
        ("Alternativas consideradas", "es", "options"),
        ("O que deve ser feito", "pt", "recommendations"),
        ("Evidence for the ministry", "en", ""),
    ],
)
def test_a_heading_is_looked_up_in_its_language_and_in_english(title: str, lang: str, role: str) -> None:
    assert find_role((), title, lang) == role


def test_a_class_of_no_role_is_passed_over() -> None:
    assert find_role(("wide", "risks"), "Summary", "en") == "risks"


def test_a_div_of_no_box_s_class_is_no_box() -> None:
    assert find_box(("wide",)) == ""


# --- marks -----------------------------------------------------------------------------------


def marks(text: str, pandoc: Worker) -> list[list[tuple[str, str]]]:
    """For each text atom of a text its marks as (name, reason)."""
    runs = walked(text, pandoc).runs
    return [[(m.name, m.reason) for m in a.marks] for run in runs for a in run.atoms if a.kind == "text"]


def test_a_span_marks_its_words(pandoc: Worker) -> None:
    assert marks("[One]{.opinion} two", pandoc) == [[("opinion", "")], []]


def test_a_mark_may_have_a_reason(pandoc: Worker) -> None:
    assert marks('[One]{.waived reason="known"}', pandoc) == [[("waived", "known")]]


def test_marks_nest(pandoc: Worker) -> None:
    assert marks("[One [two]{.claim}]{.opinion}", pandoc) == [[("opinion", "")], [("opinion", ""), ("claim", "")]]


def test_a_div_marks_all_it_holds(pandoc: Worker) -> None:
    assert marks("::: {.own-analysis}\n- One\n- Two\n:::\n", pandoc) == [[("own-analysis", "")]] * 2


def test_a_span_of_another_class_marks_nothing(pandoc: Worker) -> None:
    assert marks("[One]{.smallcaps}", pandoc) == [[]]


def test_two_spans_are_two_marks(pandoc: Worker) -> None:
    (run,) = walked("[One]{.opinion} [two]{.opinion}", pandoc).runs
    serials = {m.serial for a in run.atoms for m in a.marks}
    assert len(serials) == 2


# --- waivers ---------------------------------------------------------------------------------


def covered(text: str, pandoc: Worker) -> list[list[str]]:
    """The words that each comment between blocks covers, as runs."""
    found = walked(text, pandoc)
    return [[words(run) for run in found.runs[w.first : w.last]] for w in found.waivers]


def test_a_comment_covers_the_next_block(pandoc: Worker) -> None:
    assert covered("<!-- c -->\n\nOne.\n\nTwo.\n", pandoc) == [["One."]]


def test_a_comment_covers_all_of_a_list(pandoc: Worker) -> None:
    assert covered("<!-- c -->\n\n- One\n- Two\n", pandoc) == [["One", "Two"]]


def test_a_comment_covers_all_of_a_box(pandoc: Worker) -> None:
    assert covered("<!-- c -->\n\n::: {.case-study}\nOne.\n\nTwo.\n:::\n", pandoc) == [["One.", "Two."]]


def test_two_comments_cover_the_same_block(pandoc: Worker) -> None:
    assert covered("<!-- a -->\n\n<!-- b -->\n\nOne.\n", pandoc) == [["One."], ["One."]]


def test_a_comment_at_the_end_covers_nothing(pandoc: Worker) -> None:
    assert covered("One.\n\n<!-- c -->\n", pandoc) == [[]]


def test_a_comment_at_the_end_of_an_item_covers_the_next_item(pandoc: Worker) -> None:
    assert covered("- One\n  <!-- c -->\n- Two\n- Three\n", pandoc) == [["Two"]]


def test_a_comment_between_the_items_of_a_loose_list_covers_the_next_item(pandoc: Worker) -> None:
    assert covered("- One\n\n    <!-- c -->\n\n- Two\n\n- Three\n", pandoc) == [["Two"]]


def test_a_comment_that_splits_a_list_covers_the_next_item_only(pandoc: Worker) -> None:
    assert covered("- One\n\n<!-- c -->\n\n- Two\n- Three\n", pandoc) == [["Two"]]


def test_a_comment_that_splits_a_numbered_list_covers_the_next_item_only(pandoc: Worker) -> None:
    assert covered("1. One\n\n<!-- c -->\n\n2. Two\n3. Three\n", pandoc) == [["Two"]]


def test_lists_of_other_kinds_are_not_one() -> None:
    bullets, numbers = {"t": "BulletList", "c": []}, {"t": "OrderedList", "c": [[1, "Decimal", "Period"], []]}
    assert not same_list(bullets, numbers)


def test_numbered_lists_of_other_styles_are_not_one() -> None:
    one = {"t": "OrderedList", "c": [[1, "Decimal", "Period"], []]}
    other = {"t": "OrderedList", "c": [[3, "LowerAlpha", "Period"], []]}
    assert not same_list(one, other)


def test_comments_and_headings_in_a_note_belong_to_the_note(pandoc: Worker) -> None:
    text = "A call.[^1]\n\n[^1]: One.\n\n    <!-- briefkit: allow x: y -->\n\n    # Head\n\n    Two.\n\n# Pumps\n"
    brief = make_brief(text, pandoc)
    assert [section.title for section in brief.sections] == ["Pumps"]
    assert [block.kind for block in brief.blocks] == ["paragraph", "note", "note", "note", "heading"]
    assert len(brief.allowances) == 1


def test_a_cell_of_dots_stays_in_its_table(pandoc: Worker) -> None:
    text = "# Costs\n\nOne.\n\n| A | B |\n|---|---|\n| Pumps | ... |\n| Wells | ... |\n\nTwo.\n"
    kinds = [block.kind for block in make_brief(text, pandoc).blocks]
    assert kinds == ["heading", "paragraph", *["header-cell"] * 2, *["cell"] * 4, "paragraph"]
