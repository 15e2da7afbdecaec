"""Acronyms of a brief: what one is, what it is the plural or edition of, and what writes it out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.claims.acronyms import base, find_contradictions, find_undefined
from briefkit.claims.known_acronyms import KNOWN, SMALL, known
from briefkit.pandoc import Worker
from briefkit.parse.brief import parse_brief
from briefkit.text import WORD


def undefined(text: str, pandoc: Worker) -> list[str]:
    return [use.written for use in find_undefined(parse_brief(text, "a.md", pandoc))]


@pytest.mark.parametrize(
    ("written", "short"), [("NGOs", "NGO"), ("COP28", "COP"), ("SDG13", "SDG"), ("G20", "G20"), ("GAS", "GAS")]
)
def test_a_plural_and_an_edition_are_of_one_acronym(written: str, short: str) -> None:
    assert base(written) == short


@given(st.text(alphabet="ABC019s", min_size=2, max_size=7))
def test_a_base_is_the_beginning_of_what_is_written(written: str) -> None:
    assert written.startswith(base(written))


def test_each_language_with_a_list_has_its_small_words() -> None:
    assert KNOWN.keys() == SMALL.keys()
    assert "GDP" in known("en")
    assert known("sv") == frozenset()


def test_every_known_acronym_is_a_word_in_capitals() -> None:
    words = [word for lang in KNOWN for word in known(lang)]
    assert [word for word in words if not WORD.fullmatch(word) or word != word.upper()] == []


@pytest.mark.parametrize(
    "written_out",
    [
        "The Rural Water Board (RWB) pays.",
        "The RWB (a board for water in villages) pays.",
        "The board for water (the “RWB”) pays.",
        "The Rural Water Board pays.",
        "The board (RWB, once of the state) pays.",
        "| Short | Long |\n|:--|:--|\n| RWB | the board for water |",
    ],
)
def test_an_acronym_is_written_out_in_any_of_these_ways(written_out: str, pandoc: Worker) -> None:
    text = "The RWB is old, and the RWB is small."
    assert undefined(text, pandoc) == ["RWB"]
    assert undefined(f"{text}\n\n{written_out}", pandoc) == []


def test_the_last_cell_of_a_brief_writes_nothing_out(pandoc: Worker) -> None:
    assert undefined("The RWB is old, and the RWB is small.\n\n| Office |\n|:--|\n| RWB |", pandoc) == ["RWB"]


def test_brackets_with_several_acronyms_write_none_out(pandoc: Worker) -> None:
    assert undefined("The offices (RWB, DRW) pay. The RWB and the DRW are old.", pandoc) == ["RWB", "DRW"]


def test_two_expansions_are_told_once_with_the_first(pandoc: Worker) -> None:
    text = "A Rural Water Board (RWB), a Regional Works Bureau (RWB), a Royal Wine Bar (RWB)."
    found = list(find_contradictions(parse_brief(text, "a.md", pandoc)))
    assert [(a.words, b.words) for a, b in found] == [(("Rural", "Water", "Board"), ("Regional", "Works", "Bureau"))]
