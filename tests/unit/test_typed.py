"""Citations that are typed by hand, and the sources they mean."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.evidence.typed import Trust, find_meant, find_typed
from tests.building import make_library


def read(text: str, lang: str = "en") -> list[tuple[tuple[str, ...], str, Trust]]:
    return [(work.names, work.year, work.trust) for typed in find_typed(text, lang) for work in typed.works]


def test_names_are_given_without_what_the_sentence_begins_with() -> None:
    assert read("As Smith, Jones and Miller (2020) show") == [(("Smith", "Jones", "Miller"), "2020", Trust.MUCH)]


def test_each_work_between_brackets_is_read() -> None:
    works = read("(see Smith et al. 2020; von der Leyen 2019)")
    assert works == [(("Smith",), "2020", Trust.MUCH), (("von der Leyen",), "2019", Trust.MUCH)]


@pytest.mark.parametrize("text", ["In Kenya, Smith et al. (2020) find it.", "Seit 2010, so Smith et al. (2020)"])
def test_where_it_was_is_no_author(text: str) -> None:
    assert read(text)[0][0] == ("Smith",)


def test_a_possessive_is_no_part_of_the_name() -> None:
    assert read("Smith's (2020) study")[0][0] == ("Smith",)


@pytest.mark.parametrize(
    "text",
    [
        "Smith and her colleagues (2020) find it",
        "It fell (Smith and his colleagues, 2020).",
        "It fell (Smith und Kollegen 2020).",
        "Smith und seine Kollegen (2020) zeigen es",
        "Smith et ses collègues (2020) montrent",
    ],
)
def test_colleagues_are_no_name(text: str) -> None:
    assert read(text) == [(("Smith",), "2020", Trust.MUCH)]


def test_brackets_over_two_lines_are_read_as_one() -> None:
    assert read("It fell (Smith and\nJones 2020).") == [(("Smith", "Jones"), "2020", Trust.MUCH)]


@pytest.mark.parametrize(
    "text",
    [
        "(January 2020)",
        "(Paris 2015)",
        "(Resolution 1540 of 2004)",
        "(GDP 2019)",
        "(Act 2018)",
        "(since 2019)",
        "(Table 2020)",
        "(New York 2020)",
        "(Aug 2025)",
        "(Rio de Janeiro 1992)",
        "(Addison-Wesley, 1986)",
        "(France and Germany 2020)",
    ],
)
def test_what_else_stands_before_a_year_is_not_trusted(text: str) -> None:
    assert all(trust is Trust.NONE for _, _, trust in read(f"It was so {text}."))


def test_german_nouns_are_not_trusted_without_a_page() -> None:
    assert read("(Löhne und Preise 2020)", "de")[0][2] is Trust.NONE
    assert read("(Müller 2020, S. 12)", "de")[0][2] is Trust.MUCH


def test_a_work_without_a_date_of_its_own_has_that_of_its_book() -> None:
    library = make_library("@inbook{a, author={Smith, Jane}, crossref={b}} @book{b, title={X}, date={2020}}")
    works = [work for typed in find_typed("(Smith 2020; Smith 2021)") for work in typed.works]
    assert {work.year: source.key for work, source in find_meant(library, works).items()} == {"2020": "a"}


@given(st.text("(Aa .,;2019)&\n'", max_size=200))
def test_places_lie_in_the_text_and_in_its_order(text: str) -> None:
    spans = [(typed.start, typed.end) for typed in find_typed(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize("piece", ["(", "A ", "Aa, ", "(Aa ", "Aa and ", "(2020) ", "Aa (2020) ", "(Aa; ", "de la A "])
def test_a_long_text_is_read_in_linear_time(piece: str) -> None:
    started = time.process_time()
    list(find_typed(piece * (200_000 // len(piece))))
    assert time.process_time() - started < 4
