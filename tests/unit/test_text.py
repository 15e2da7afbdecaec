"""Small facts about text: newlines, offsets and places, words that are counted."""

from __future__ import annotations

import pytest

from briefkit.model import Place
from briefkit.text import SHOWN, Lines, count_words, normalise_newlines, plural, shorten


@pytest.mark.parametrize("typed", ["a\r\nb", "a\rb", "a\nb"])
def test_every_kind_of_newline_becomes_one(typed: str) -> None:
    assert normalise_newlines(typed) == "a\nb"


def test_an_empty_line_between_two_kinds_of_newline_stays_one() -> None:
    assert normalise_newlines("a\r\n\r\nb\r\rc") == "a\n\nb\n\nc"


def test_the_first_character_stands_in_line_1_column_1() -> None:
    assert Lines("a.md", "word").position(0) == (1, 1)


def test_the_character_after_a_newline_stands_in_column_1_of_the_next_line() -> None:
    assert Lines("a.md", "one\ntwo").position(4) == (2, 1)


def test_a_newline_belongs_to_the_line_it_ends() -> None:
    assert Lines("a.md", "one\ntwo").position(3) == (1, 4)


def test_columns_count_code_points_and_not_bytes() -> None:
    assert Lines("a.md", "é😀x").position(2) == (1, 3)


def test_a_tab_is_one_column() -> None:
    assert Lines("a.md", "\tx").position(1) == (1, 2)


def test_a_line_separator_of_unicode_ends_no_line() -> None:
    assert Lines("a.md", "a\u2028b\x0cc").position(4) == (1, 5)


def test_a_place_has_an_exclusive_end() -> None:
    assert Lines("a.md", "one two").place(4, 7) == Place("a.md", 1, 5, 1, 8)


def test_a_place_never_ends_before_it_starts() -> None:
    assert Lines("a.md", "one two").place(4, 2) == Place("a.md", 1, 5, 1, 5)


def test_a_place_may_run_over_lines() -> None:
    assert Lines("a.md", "one\ntwo").place(0, 7) == Place("a.md", 1, 1, 2, 4)


def test_the_slice_of_a_place_is_the_text_it_was_made_of() -> None:
    lines = Lines("a.md", "one\ntwo three\nfour")
    assert lines.slice(lines.place(4, 13)) == "two three"


def test_offset_is_the_inverse_of_position() -> None:
    lines = Lines("a.md", "one\n\ntwo\n")
    assert [lines.offset(*lines.position(n)) for n in range(9)] == list(range(9))


def test_the_end_of_a_text_that_ends_in_a_newline_is_a_line_of_its_own() -> None:
    assert Lines("a.md", "one\n").position(4) == (2, 1)


def test_a_place_holds_itself() -> None:
    place = Place("a.md", 2, 3, 4, 5)
    assert place.holds(place)


def test_a_place_holds_what_lies_inside() -> None:
    assert Place("a.md", 2, 3, 4, 5).holds(Place("a.md", 3, 1, 3, 90))


def test_a_place_does_not_hold_what_reaches_over_its_end() -> None:
    assert not Place("a.md", 2, 3, 4, 5).holds(Place("a.md", 2, 3, 4, 6))


def test_a_place_does_not_hold_what_begins_before_it() -> None:
    assert not Place("a.md", 2, 3, 4, 5).holds(Place("a.md", 2, 2, 4, 5))


def test_a_place_holds_nothing_of_another_file() -> None:
    assert not Place("a.md", 1, 1, 9, 9).holds(Place("b.md", 2, 1, 2, 2))


@pytest.mark.parametrize(
    ("text", "number"),
    [("", 0), ("one", 1), ("one two", 2), ("one – two", 2), ("well-known", 1), ("12% of it", 3), (" \n ", 0)],
)
def test_words_are_counted_as_an_author_counts_them(text: str, number: int) -> None:
    assert count_words(text) == number


@pytest.mark.parametrize(("number", "said"), [(0, "0 briefs"), (1, "1 brief"), (2, "2 briefs")])
def test_a_noun_agrees_with_its_number(number: int, said: str) -> None:
    assert plural(number, "brief") == said


def test_an_irregular_plural_is_given() -> None:
    assert plural(3, "entry", "entries") == "3 entries"


def test_a_message_quotes_one_line_of_a_long_value() -> None:
    assert shorten("a\n  b") == "a b"
    assert shorten("a" * SHOWN) == "a" * SHOWN
    assert shorten("a" * (SHOWN + 1)) == "a" * (SHOWN - 1) + "…"
    assert shorten("a" * 1_000, 3) == "aa…"
    assert shorten("a" + " " * 1_000 + "b") == "a…"
