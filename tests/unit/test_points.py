"""Briefs in, their key messages, options and recommendations, and the words of their running text out."""

from __future__ import annotations

import pytest

from briefkit.pandoc import Worker
from briefkit.parse.heading_words import HEADINGS
from briefkit.parse.lengths import words_by_section, words_in_sections
from briefkit.parse.points import find_points
from briefkit.parse.roles import ROLES, find_role
from tests.building import make_brief


def texts(text: str, kind: str, pandoc: Worker) -> list[str]:
    return [point.text for point in find_points(make_brief(text, pandoc), kind)]


def test_a_box_is_one_point_whatever_stands_in_it(pandoc: Worker) -> None:
    text = "::: {.option}\nOne.\n\n- two\n- three\n:::\n\n::: {.option}\nFour.\n:::\n"
    assert texts(text, "option", pandoc) == ["One. two three", "Four."]


def test_boxes_win_over_lists(pandoc: Worker) -> None:
    text = "# Recommendations\n\n- Three\n\n::: {.recommendation}\nOne.\n:::\n"
    assert texts(text, "recommendation", pandoc) == ["One."]


def test_an_item_has_its_paragraphs_and_inner_items(pandoc: Worker) -> None:
    text = "# Recommendations\n\nIntro.\n\n1. **One**\n\n    more\n\n    - inner\n\n2. Two\n"
    assert texts(text, "recommendation", pandoc) == ["One more inner", "Two"]


def test_subsections_are_points_with_titles(pandoc: Worker) -> None:
    text = "# Options\n\n## Repair\n\nText.\n\n### Cost\n\nLow.\n\n## Replace\n\nText.\n\n# Options again\n\nEnd.\n"
    found = find_points(make_brief(text, pandoc), "option")
    assert [(point.title, point.text) for point in found] == [("Repair", "Text. Low."), ("Replace", "Text.")]


def test_rows_of_a_table_are_options_only(pandoc: Worker) -> None:
    table = "| a | b |\n|---|---|\n| Repair | Low |\n| Replace | High |\n"
    assert texts(f"# Options\n\n{table}", "option", pandoc) == ["Repair Low", "Replace High"]
    assert texts(f"# Recommendations\n\n{table}", "recommendation", pandoc) == []


def test_running_text_is_one_recommendation_and_many_messages(pandoc: Worker) -> None:
    assert texts("# Recommendations\n\nOne.\n\nTwo.\n", "recommendation", pandoc) == ["One. Two."]
    assert texts("# Key messages\n\nOne.\n\nTwo.\n", "key-message", pandoc) == ["One.", "Two."]


def test_nothing_is_found_elsewhere(pandoc: Worker) -> None:
    assert texts("# Text\n\n- One\n- Two\n", "recommendation", pandoc) == []


def test_words_stand_under_a_heading_or_below_it(pandoc: Worker) -> None:
    text = "Lead of four words.\n\n# One\n\nTwo words [@smith2021].^[A note.]\n\n## Two\n\n- an item\n"
    text += "\n# References\n\nNone.\n"
    brief = make_brief(text, pandoc)
    own = words_by_section(brief)
    assert own == (4, 2, 2, 0)
    assert words_in_sections(brief, own) == (4, 2, 0)


@pytest.mark.parametrize("lang", list(HEADINGS))
def test_no_heading_stands_for_two_roles(lang: str) -> None:
    words = [title for titles in HEADINGS[lang].values() for title in titles]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("lang", list(HEADINGS))
def test_every_role_has_words_in_every_language(lang: str) -> None:
    assert set(ROLES) <= set(HEADINGS[lang])


@pytest.mark.parametrize(
    ("lang", "role", "title"), [(g, r, t) for g, d in HEADINGS.items() for r, ts in d.items() for t in ts]
)
def test_every_alias_is_its_role_in_its_language(lang: str, role: str, title: str) -> None:
    assert find_role((), title.capitalize(), lang) == role
