"""Languages that run from right to left are known, and words that run the other way are set apart."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.assemble import tree
from briefkit.assemble.direction import MARKS, direction, isolated, steady
from briefkit.assemble.tree import Node
from tests.moments import moments

RLM = MARKS["rtl"]


def shown(nodes: Any) -> str:
    """Inlines as text: `<...>` for a span from left to right, `>...<` for one from right to left."""
    made = ""
    for node in nodes:
        if node["t"] in ("Span", "Link", "Emph"):
            inner = shown(node["c"][1] if node["t"] != "Emph" else node["c"])
            way = tree.attr(node)[2].get("dir", "") if node["t"] == "Span" else ""
            made += {"ltr": f"<{inner}>", "rtl": f">{inner}<"}.get(way, f"{{{inner}}}")
        else:
            made += tree.plain(node)
    return made


def apart(text: str, lang: str = "ar") -> str:
    (made,) = isolated([tree.para(tree.words(text))], lang)
    return shown(made["c"])


@pytest.mark.parametrize(
    ("lang", "way"),
    [
        *((lang, "rtl") for lang in ("ar", "ar-EG", "fa", "he-IL", "ur", "uz-Arab", "pa-Arab-PK")),
        *((lang, "ltr") for lang in ("en-GB", "", "ku-latn", "az-Latn", "ar-Latn")),
    ],
)
def test_the_script_of_a_tag_tells_the_direction_else_its_language(lang: str, way: str) -> None:
    assert direction(lang) == way


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("قال World Bank ذلك", "قال <World Bank> ذلك"),
        ("قال البنك (World Bank) ذلك.", "قال البنك (<World Bank>) ذلك."),
        ("قرار A/RES/70/1 الصادر", "قرار <A/RES/70/1> الصادر"),
        ("الـUNDP، ثم", "الـ<UNDP>، ثم"),
        ("مؤشر SDG 6.4.2 (b) هنا", "مؤشر <SDG 6.4.2 (b)> هنا"),
        ("نحو GDP 14% سنويا", "نحو <GDP 14%> سنويا"),
        ("عام 2050 أو 14%", "عام 2050 أو 14%"),
        ("من UN.", "من <UN>."),
        ("(UN) و(FAO (Rome) 2020) هنا", "(<UN>) و(<FAO (Rome) 2020>) هنا"),
        ("UN (see البنك) هنا", "<UN> (<see> البنك) هنا"),
        ("UN ((a) b) هنا", "<UN ((a) b)> هنا"),
        ("UN () هنا", "<UN> () هنا"),
        ("UN) FAO هنا", "<UN>) <FAO> هنا"),
        ("تغير −3.2% و+4، ثم", "تغير <−3.2%> و<+4>، ثم"),
        ("بين 2019-2024 و1,204.5", "بين 2019-2024 و1,204.5"),
    ],
)
def test_latin_words_in_arabic_are_set_apart_with_what_belongs_to_them(typed: str, made: str) -> None:
    assert apart(typed) == made


def test_arabic_words_in_english_are_set_apart() -> None:
    assert apart("The word «سلام عليكم» (السلام) is old.", "en") == "The word «>سلام عليكم<» (>السلام<) is old."


def test_a_text_of_one_direction_stays_as_it_is() -> None:
    blocks = [tree.para(tree.words("A brief with Ελλάδα and 12%."))]
    assert isolated(blocks, "en") == blocks


def test_a_foreign_citation_is_one_piece_with_its_brackets() -> None:
    link = tree.link("#ref-a", tree.words("World Bank 2018"))
    cite: Node = {"t": "Cite", "c": [[], [{"t": "Str", "c": "("}, link, {"t": "Str", "c": ", 12)"}]]}
    (made,) = isolated([tree.para([*tree.words("ذلك "), cite])], "ar")
    assert shown(made["c"][-1]["c"][1]) == "<({World Bank 2018}, 12)>"


def test_a_foreign_link_is_set_apart_as_a_whole() -> None:
    link = tree.link("https://x.org", tree.words("https://x.org"))
    (made,) = isolated([tree.para([*tree.words("هنا "), link])], "ar")
    assert shown(made["c"]).endswith("<{https://x.org}>")


def test_a_link_of_both_holds_no_span() -> None:
    """The layout engine tags a link inside a span as none."""
    (made,) = isolated([tree.para([tree.link("#a", tree.words("تقرير World Bank هنا"))])], "ar")
    assert shown(made["c"]) == f"{{تقرير {RLM}World Bank هنا}}"


@pytest.mark.parametrize(("text", "way"), [("World Bank. البنك", "ltr"), ("2018. البنك World", "rtl"), ("2018.", "")])
def test_a_reference_runs_as_its_first_letter_does(text: str, way: str) -> None:
    (made,) = isolated([tree.div(("csl-entry",), [tree.para(tree.words(text))])], "ar")
    assert tree.attr(made)[2].get("dir", "") == ("" if way == "rtl" else way)


def test_who_says_a_direction_is_obeyed() -> None:
    span = {"t": "Span", "c": [tree.attributes("", (), {"dir": "ltr"}), tree.words("A B")]}
    (made,) = isolated([tree.para([span])], "ar")
    assert made["c"] == [span]


def test_a_language_says_a_direction_to_what_has_letters_of_it() -> None:
    for lang, text, way in (
        ("ar", "مرحبا!", "rtl"),
        ("ar", "Marhaban!", ""),
        ("ar-Latn", "مرحبا!", ""),
        ("fr", "Oui !", ""),
    ):
        made = {"t": "Span", "c": [tree.attributes("", (), {"lang": lang}), tree.words(text)]}
        (para,) = isolated([tree.para([*tree.words("By نص says"), made])], "en")
        assert tree.attr(para["c"][-1])[2].get("dir", "") == way


def test_a_paragraph_of_foreign_words_is_one_piece_with_its_stop() -> None:
    assert apart("In English only.") == "<In English only.>"


def test_a_block_of_code_runs_from_left_to_right_and_a_column_begins_at_the_right() -> None:
    code: Node = {"t": "CodeBlock", "c": [tree.attributes(), "make"]}
    (made,) = isolated([code], "ar")
    assert (tree.attr(made)[2], made["c"][1]) == ({"dir": "ltr"}, [code])
    assert isolated([{"t": "AlignLeft"}, {"t": "AlignRight"}], "ar") == [{"t": "AlignDefault"}, {"t": "AlignRight"}]


def test_code_is_left_alone() -> None:
    code: Node = {"t": "Code", "c": [tree.attributes(), "make"]}
    (made,) = isolated([tree.para([*tree.words("اكتب "), code])], "ar")
    assert made["c"][-1] == code


def test_a_line_of_plain_text_has_marks_where_it_could_turn() -> None:
    assert steady("موجز Policy Brief 3", "ar") == f"موجز {RLM}Policy Brief 3"
    assert steady("موجز Policy Brief 3", "en") == "موجز Policy Brief 3"


@given(st.text(alphabet="ab1. ()[]%،سم\u00a0"), st.sampled_from(["ar", "en"]))
def test_no_letter_is_lost_or_moved(text: str, lang: str) -> None:
    nodes = tree.words(text)
    (made,) = isolated([tree.para(nodes)], lang)
    assert tree.plain(made) == tree.plain(nodes)


def test_a_long_text_takes_no_time_to_speak_of() -> None:
    for text in ("a (" * 25_000, "س a) " * 25_000, "a" + "(" * 50_000 + ")" * 50_000):
        with moments(20):
            (made,) = isolated([tree.para([{"t": "Str", "c": text + "س"}])], "ar")
        assert tree.plain(made) == text + "س"
