"""How long the sentences of the running text are, and how hard they make it to read."""

from __future__ import annotations

import pytest

from briefkit.pandoc import Worker
from briefkit.parse.brief import parse_brief
from briefkit.parse.lengths import grade, lix, read_lengths


def figure(text: str, pandoc: Worker) -> float | None:
    return lix(read_lengths(parse_brief(text, "a.md", pandoc)))


def test_the_figure_is_words_in_a_sentence_and_the_share_of_long_words(pandoc: Worker) -> None:
    assert figure("The ministry repairs it. " * 25, pandoc) == 4 + 100 * 2 / 4


def test_a_word_of_six_letters_a_number_and_a_word_with_signs_are_not_long(pandoc: Worker) -> None:
    assert figure("Office 2,000,000 (office) “office”. " * 25, pandoc) == 4


def test_signs_that_stand_alone_are_no_words(pandoc: Worker) -> None:
    assert figure("The pump – the well – is. " * 20, pandoc) == 5


def test_a_short_text_has_no_figure(pandoc: Worker) -> None:
    assert figure("The office keeps the pumps. " * 19, pandoc) is None


def test_only_running_text_is_read(pandoc: Worker) -> None:
    text = "# Infrastructure\n\n" + "It is so. " * 40 + "\n\n# References\n\nAuthorities maintain infrastructure.\n"
    assert figure(text, pandoc) == 3


@pytest.mark.parametrize(
    ("number", "name"),
    [(29.9, "very easy"), (30, "easy"), (45, "medium"), (59.9, "hard"), (60, "very hard"), (90, "very hard")],
)
def test_a_figure_has_a_grade(number: float, name: str) -> None:
    assert grade(number) == name
