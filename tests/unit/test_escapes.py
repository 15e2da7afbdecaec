"""What a terminal may be shown, and what is written as its escape."""

from __future__ import annotations

import json

import pytest

from briefkit.escapes import encode_json, printable


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\x1b", "\\u001b"),
        ("\x07", "\\u0007"),
        ("\x9b", "\\u009b"),
        ("\u202e", "\\u202e"),
        ("\u200b", "\\u200b"),
        ("\ue000", "\\ue000"),
        ("\u2028", "\\u2028"),
        ("\n", "\\u000a"),
    ],
)
def test_what_could_steer_a_terminal_is_escaped(character: str, shown: str) -> None:
    assert printable(f"a{character}b") == f"a{shown}b"


@pytest.mark.parametrize(
    "text", ["naïve café", "Насосы", "水泵", "مضخة", "पंप", "“quoted” – 12 €", "😀", "61\u202f% : «\u00a0oui\u00a0»"]
)
def test_words_of_any_language_are_shown_as_they_are(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize("character", ["\x7f", "\x9b", "\xad", "\u202e", "\u200b", "\u2028", "\ufeff", "\U000e0041"])
def test_json_shows_nothing_unseen_and_its_reader_gets_it_back(character: str) -> None:
    value = {"text": f"café {character}, {character}"}
    written = encode_json(value).decode()
    assert character not in written
    assert "café" in written
    assert json.loads(written) == value
