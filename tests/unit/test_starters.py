"""What new briefs begin with: every type in every language, whole, without a word that looks like a claim."""

from __future__ import annotations

import re
import tomllib
from itertools import product

import pytest

from briefkit import packaged
from briefkit.brief_types import make_type
from briefkit.claims import judge
from briefkit.config import BRIEF_TYPES, make_config
from briefkit.library.standins import find_stand_ins
from briefkit.model import Field, Place, Source, Utterance
from briefkit.pandoc import Worker
from briefkit.parse.brief import parse_brief
from briefkit.parse.roles import ROLES, find_role
from briefkit.starters.making import CLASSES, PLACES, SECTIONS, Wish, make_brief, make_project
from briefkit.text import primary

LANGUAGES = [name.removesuffix(".toml") for name in packaged.starters()]
DAY = "2026-11-29"


def words(lang: str) -> str:
    return packaged.starters()[f"{lang}.toml"]


def role_of(section: str) -> str:
    return find_role(CLASSES.get(section, f".{section}").replace(".", "").split(), "", "en")


def test_each_type_of_brief_has_a_starter() -> None:
    assert tuple(SECTIONS) == BRIEF_TYPES


def test_there_are_starters_in_five_languages() -> None:
    assert LANGUAGES == ["de", "en", "es", "fr", "pt"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_titles_of_the_entries_of_a_new_library_stand_in_for_others(lang: str) -> None:
    place = Place("references.bib", 1, 1, 1, 2)
    for name in ("source-one", "source-two"):
        title = Field(tomllib.loads(words(lang))["words"][name], 1)
        assert list(find_stand_ins(Source("a", "report", {"title": title}, place)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_has_the_words_of_english(lang: str) -> None:
    table, english = tomllib.loads(words(lang)), tomllib.loads(words("en"))
    assert table["words"].keys() == english["words"].keys()
    assert list(table["sections"]) == list(english["sections"])
    assert set(table["sections"]) == {name for names in SECTIONS.values() for name in names} | {"conclusion"}


@pytest.mark.parametrize(("lang", "kind"), list(product(LANGUAGES, BRIEF_TYPES)))
def test_a_starter_has_the_sections_of_its_type_and_states_nothing(lang: str, kind: str, pandoc: Worker) -> None:
    brief = parse_brief(make_brief(Wish(kind, lang, DAY), words(lang)), "a.md", pandoc)
    headings = [b for b in brief.blocks if b.kind == "heading"]
    assert [b.role for b in headings] == [role_of(name) for name in SECTIONS[kind]]
    assert not brief.problems
    blocks = [b for b in brief.blocks if b.kind not in ("heading", "caption")]
    said = [s.plain for b in blocks for s in b.sentences if not s.citations]
    assert [text for text in said if judge(Utterance(text, text), lang).level != "none"] == []


def test_a_brief_of_a_type_of_ones_own_has_what_it_needs_counts_and_orders() -> None:
    table = {
        "needs": [{"roles": ["summary", "bottom-line"]}],
        "order": {"roles": ["summary", ["problem", "evidence"], "recommendations"]},
        "counts": {"options": {"least": 2}},
    }
    own = make_type("minister", table, "minister.toml", ROLES)
    headings = re.findall(r"^# .*\{\.([\w-]+)", make_brief(Wish("minister", "en", DAY), words("en"), own), re.MULTILINE)
    assert sorted(headings) == ["evidence", "options", "problem", "recommendations", "summary"]
    assert [name for name in headings if name != "options"] == ["summary", "problem", "evidence", "recommendations"]


def test_each_section_is_named_by_a_role() -> None:
    assert {role_of(name) for names in SECTIONS.values() for name in names} <= set(ROLES)


def test_a_brief_that_may_not_cite_cites_nothing() -> None:
    text = make_brief(Wish("options", "en", DAY, cites=False), words("en"))
    assert "@" not in text.replace("[@key, p. 3]", "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_mark_is_left_in_what_is_written(lang: str) -> None:
    wish = Wish("evidence", lang, DAY)
    made = make_project(wish, words(lang), packaged.starters("project"), "1.0")
    texts = [make_brief(wish, words(lang)), *made.values()]
    assert [m for text in texts for m in re.findall(r"%[a-z-]+%", text)] == []
    assert list(made) == list(PLACES.values())


def test_each_setting_that_is_offered_exists() -> None:
    text = re.sub(r"^# (?=\S+ = |\[)", "", packaged.starters("project")["briefkit.toml"], flags=re.MULTILINE)
    table = tomllib.loads(text)
    assert len(table) > 10
    make_config(table, "briefkit.toml")


def test_a_tag_has_a_language() -> None:
    assert primary("pt-BR") == "pt"
