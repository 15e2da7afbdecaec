"""Which cells of a table say something."""

from __future__ import annotations

import pytest

from briefkit.parse.cells import says_something


@pytest.mark.parametrize(
    ("cell", "lang", "says"),
    [
        ("A tarifa social é paga pelo município", "pt-BR", True),
        ("Norma da agência reguladora estadual", "pt", False),
        ("ترتفع الفاتورة في كل سنة", "ar", True),
        ("قرار من الهيئة الناظمة للمياه", "ar", False),
        ("وكانت الكلفة أعلى من المتوقع", "ar-EG", True),
        ("محطات جديدة", "ar", False),
    ],
)
def test_a_cell_with_a_verb_and_some_words_says_something(cell: str, lang: str, says: bool) -> None:
    assert says_something(cell, lang) == says
