"""Sections and boxes get their places, labels and numbers."""

from __future__ import annotations

from typing import Any

import pytest

from briefkit.assemble import structure, tree
from briefkit.assemble.exhibits import numbered_exhibits, source_texts
from briefkit.assemble.labels import (
    LABELS,
    NAMES,
    STATUS_WORDS,
    Words,
    before_date,
    labels,
    long_date,
    status_words,
    with_colon,
)
from briefkit.pandoc import Worker
from briefkit.parse.prepare import READER


def read(text: str, pandoc: Worker) -> list[Any]:
    return list(pandoc.read(text, READER).ast["blocks"])


def classes(blocks: list[Any]) -> list[tuple[str, ...]]:
    return [tree.attr(node)[1] for node in blocks]


# --- sections ---------------------------------------------------------------------------------


def test_key_messages_come_to_the_head(pandoc: Worker) -> None:
    blocks = read("# One\n\nText.\n\n# Key {.key-messages}\n\n- a\n\n# Two\n", pandoc)
    front, rest = structure.boxed_sections(blocks)
    assert classes(front) == [("key-messages",)]
    assert [tree.plain(n) for n in rest] == ["One", "Text.", "Two"]


def test_a_summary_is_boxed_where_it_stands(pandoc: Worker) -> None:
    front, rest = structure.boxed_sections(read("# One\n\n# In short {.summary}\n\nText.\n", pandoc))
    assert front == []
    assert [node["t"] for node in rest] == ["Header", "Div"]


def test_a_role_found_by_the_words_of_a_heading_counts(pandoc: Worker) -> None:
    (heading,) = structure.with_roles(read("# Key findings\n", pandoc), {"key-findings": "key-messages"})
    assert tree.attr(heading)[1] == ("key-messages",)


def test_a_colon_after_a_label_stands_apart_in_french() -> None:
    assert [with_colon("Source", lang) for lang in ("en", "fr-CA", "de")] == ["Source:", "Source\u00a0:", "Source:"]


def test_the_highest_heading_is_of_level_one(pandoc: Worker) -> None:
    blocks = structure.from_level_one(read("## A\n\n### B\n", pandoc))
    assert [node["c"][0] for node in blocks] == [1, 2]


# --- recommendations --------------------------------------------------------------------------


def test_recommendations_are_one_numbered_list(pandoc: Worker) -> None:
    text = '::: {.recommendation actor="Ministry" by=2027-01-31}\nDo.\n:::\n\n::: {.recommendation}\nPay.\n:::\n'
    (made,) = structure.numbered_recommendations(read(text, pandoc), Words("en-GB"))
    (numbers,) = made["c"][1]
    assert numbers["c"][0][0] == 1
    assert [tree.plain(item).strip() for item in numbers["c"][1]] == ["Do.Ministry · by 31 January 2027", "Pay."]


def test_numbering_goes_on_after_text_between(pandoc: Worker) -> None:
    text = "::: {.recommendation}\nDo.\n:::\n\nBetween.\n\n::: {.recommendation}\nPay.\n:::\n"
    first, _, second = structure.numbered_recommendations(read(text, pandoc), Words("en"))
    assert [made["c"][1][0]["c"][0][0] for made in (first, second)] == [1, 2]


def test_a_deadline_in_words_is_kept(pandoc: Worker) -> None:
    text = '::: {.recommendation actor="Ministry" by="spring 2027"}\nDo.\n:::\n'
    (made,) = structure.numbered_recommendations(read(text, pandoc), Words("en"))
    assert tree.plain(made).endswith("Ministry · spring 2027")


@pytest.mark.parametrize(("lang", "said"), [("en", "Measured by: Deaths"), ("fr", "Mesuré par\u00a0: Deaths")])
def test_how_a_recommendation_is_measured_is_printed(lang: str, said: str, pandoc: Worker) -> None:
    text = '::: {.recommendation actor="Ministry" measure="Deaths"}\nDo.\n:::\n'
    (made,) = structure.numbered_recommendations(read(text, pandoc), Words(lang))
    assert tree.plain(made).endswith(f"Ministry · {said}")


# --- boxes ------------------------------------------------------------------------------------


def titled(text: str, pandoc: Worker, lang: str = "en") -> str:
    return tree.plain(structure.with_box_titles(read(text, pandoc), Words(lang)))


def test_a_box_gets_its_label_in_the_language_of_the_brief(pandoc: Worker) -> None:
    assert titled("::: {.case-study}\nText.\n:::\n", pandoc, "de-AT") == "FallbeispielText."


def test_the_name_of_a_box_follows_its_label(pandoc: Worker) -> None:
    assert titled('::: {.definition name="Excursion"}\nText.\n:::\n', pandoc) == "Definition ExcursionText."


def test_a_title_the_author_typed_is_not_said_twice(pandoc: Worker) -> None:
    assert titled("::: {.confidence}\n**How sure are we?** Fairly.\n:::\n", pandoc) == "How sure are we?Fairly."


def test_an_option_with_a_bold_lead_needs_no_title(pandoc: Worker) -> None:
    assert titled('::: {.option name="Widen"}\n**B, widen:** Text.\n:::\n', pandoc) == "B, widen: Text."


def test_an_option_whose_bold_lead_is_not_its_name_shows_both(pandoc: Worker) -> None:
    shown = titled('::: {.option name="B. Widen"}\n**Lanes are added.** Text.\n:::\n', pandoc)
    assert shown == "Option B. WidenLanes are added. Text."


def test_a_bold_lead_that_is_a_part_of_the_name_is_not_said_twice(pandoc: Worker) -> None:
    shown = titled('::: {.option name="B. Widen the road"}\n**Widen the road.** Text.\n:::\n', pandoc)
    assert shown == "Option B. Widen the roadText."


def test_an_option_shows_its_certainty(pandoc: Worker) -> None:
    text = '::: {.option name="Solar" certainty=high}\nText.\n:::\n'
    assert titled(text, pandoc) == "Option Solar Certainty: highText."


def test_an_option_that_begins_with_its_name_shows_its_certainty_behind_that(pandoc: Worker) -> None:
    text = '::: {.option name="Solar" certainty=high verdict=best}\n**Solar roofs.** Text.\n:::\n'
    assert titled(text, pandoc) == "Solar roofs. Certainty: high best Text."


# --- tables and figures -----------------------------------------------------------------------

TABLE = '| A |\n|---|\n| b |\n\n: Caption {source="@x"}\n\n'


def test_captions_are_numbered(pandoc: Worker) -> None:
    made = numbered_exhibits(read(TABLE * 2, pandoc), {}, Words("en"))
    assert [tree.plain(node["c"][1][0]["c"][1]) for node in made] == ["Table 1 Caption", "Table 2 Caption"]


def test_a_table_without_caption_takes_no_number(pandoc: Worker) -> None:
    made = numbered_exhibits(read("| A |\n|---|\n| b |\n\nText.\n\n" + TABLE, pandoc), {}, Words("de"))
    assert tree.plain(made[2]["c"][1][0]["c"][1]) == "Tabelle 1 Caption"


def test_the_source_of_a_table_stands_below_it(pandoc: Worker) -> None:
    blocks = read(TABLE, pandoc)
    assert source_texts(blocks) == ["@x"]
    (made,) = numbered_exhibits(blocks, {"@x": tree.words("The Office")}, Words("fr"))
    assert tree.plain(made["c"][1][1]) == "Source\u00a0: The Office"


# --- words ------------------------------------------------------------------------------------


def test_each_language_has_all_words() -> None:
    assert all(set(words) == set(NAMES) and all(words.values()) for words in LABELS.values())


def test_a_language_without_words_gets_english() -> None:
    assert labels("pl")["references"] == "References"


def test_dates_are_written_out() -> None:
    written = [long_date("2026-11-01", lang) for lang in ("en-GB", "de", "fr", "es")]
    assert written == ["1 November 2026", "1. November 2026", "1er novembre 2026", "1 de noviembre de 2026"]


@pytest.mark.parametrize(
    ("lang", "first", "other", "month"),
    [
        ("es", "1 de noviembre de 2026", "20 de noviembre de 2026", "noviembre de 2026"),
        ("pt-BR", "1º de novembro de 2026", "20 de novembro de 2026", "novembro de 2026"),
        ("pt-PT", "1 de novembro de 2026", "20 de novembro de 2026", "novembro de 2026"),
        ("ar-EG", "1 نوفمبر 2026", "20 نوفمبر 2026", "نوفمبر 2026"),
    ],
)
def test_days_and_months_are_written_as_a_language_has_them(lang: str, first: str, other: str, month: str) -> None:
    assert [long_date(f"2026-11{day}", lang) for day in ("-01", "-20", "")] == [first, other, month]


def test_a_deadline_may_be_a_month() -> None:
    by = {lang: (before_date("2027-01-31", lang), before_date("2027-01", lang)) for lang in ("en", "es", "fr", "pt")}
    assert by["en"] == ("by", "by")
    assert by["es"] == ("antes del", "antes de")
    assert by["fr"] == ("d’ici au", "d’ici")
    assert by["pt"] == ("até", "até")


def test_each_language_but_english_has_a_word_for_each_status() -> None:
    assert set(STATUS_WORDS) == set(LABELS) - {"en"}
    assert len({tuple(words) for words in STATUS_WORDS.values()}) == 1


def test_what_is_no_date_is_left_alone() -> None:
    assert [long_date(text, "en") for text in ("spring", "2026-13-01", "2026-11")] == [
        "spring",
        "2026-13-01",
        "November 2026",
    ]


def test_a_status_is_written_in_words() -> None:
    assert (status_words("in-review", "en"), status_words("in-review", "de")) == ("In review", "In Prüfung")


def boxed(text: str, pandoc: Worker) -> list[tuple[str, ...]]:
    return classes(structure.with_box_titles(read(f"::: {{.case-study}}\n{text}\n:::\n", pandoc), Words("en")))


def test_a_box_of_a_third_of_a_page_may_be_divided(pandoc: Worker) -> None:
    assert boxed("Words of a case. " * 90, pandoc) == [("case-study", "long")]
    assert boxed("Words of a case. " * 20, pandoc) == [("case-study",)]


def test_a_box_of_many_short_lines_is_long(pandoc: Worker) -> None:
    assert boxed("- yes\n" * 40, pandoc) == [("case-study", "long")]


def test_a_long_summary_may_be_divided(pandoc: Worker) -> None:
    _, (summary,) = structure.boxed_sections(read("# In short {.summary}\n\n" + "Words of it. " * 120, pandoc))
    assert tree.attr(summary)[1] == ("summary", "long")
