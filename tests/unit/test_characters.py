"""What is hidden, garbled or without a sign in a text, and what only looks so."""

from __future__ import annotations

import pytest

from briefkit.characters import MOST, find_garbled, find_hidden, find_unprintable


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("plain text\n\twith a tab", []),
        ("a\u202eb\u202cc", [1, 3]),
        ("a\u2066b\u2069", [1, 3]),
        ("a\u200b\u200bb", [1]),
        ("\ufeffa", [0]),
        ("a\u200db", [1]),
        ("\u0645\u06cc\u200c\u0634", []),
        ("\u0645\u06cc\u200c\u202e\u0634", [3]),
        ("\U0001f469\u200d\U0001f52c", []),
        ("a\u200e b", [1]),
        ("\u05d0 (GDP)\u200f", []),
        ("a\x1b[31m", [1]),
        ("a\u00a0b\u2009c", []),
    ],
)
def test_hidden_characters_are_found_where_no_script_needs_them(text: str, starts: list[int]) -> None:
    assert [odd.start for odd in find_hidden(text)] == starts


def test_a_hidden_character_has_its_number_and_name() -> None:
    assert [odd.what for odd in find_hidden("a\u200bb\x07")] == [
        "U+200B (zero width space)",
        "U+0007 (a control character)",
    ]


@pytest.mark.parametrize(
    "text", ["Müller, São, ÂGE, AÇÃ”, «PÂ», Ä–Ö, â 25 °C, l’État", "Ä", "Ã", "", "\u00c2\u00a0"[0]]
)
def test_good_text_is_not_garbled(text: str) -> None:
    assert list(find_garbled(text)) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("MÃ¼ller", "'Ã¼' was 'ü'"),
        ("Ã–sterreich", "'Ã–' was 'Ö'"),
        ("Ã“scar", "'Ã“' was 'Ó'"),
        ("5\u00c2\u00a0kg", "'\u00c2\u00a0' was 'U+00A0 (no-break space)'"),
        ("itâ€™s", "'â€™' was '’'"),
        ("it\u00e2\u0080\u0099s", "'\u00e2\u0080\u0099' was '’'"),
        ("M\ufffd\ufffdller", "a character was lost here"),
    ],
)
def test_garbled_text_is_told_with_what_it_was(text: str, what: str) -> None:
    assert [odd.what for odd in find_garbled(text)] == [what]


def test_of_many_only_the_first_are_told() -> None:
    found = list(find_garbled("Ã¼ " * 50))
    assert len(found) == MOST
    assert [odd.more for odd in found if odd.more] == [50 - MOST]


def test_an_accent_that_makes_a_letter_needs_no_sign_of_its_own() -> None:
    assert find_unprintable("s\u0327 and e\u0301, x\u033b") == {"\u033b": 12}


def test_a_plain_text_has_all_its_signs() -> None:
    assert find_unprintable("Prices rose – by 12 %.") == {}
