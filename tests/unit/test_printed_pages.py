"""What is printed stays on its page, in its column and apart from what stands beside it, however long it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # the package has no types
import pytest

from briefkit.pandoc import Pandoc
from briefkit.render import FORMATS
from tests.rendering import built_in_template, make_document

pytestmark = pytest.mark.slow

LONG_WORD = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung"


def printed(text: str, template: str = "policy-brief", marks: tuple[str, ...] = ()) -> Any:
    """The PDF of a text."""
    made = make_document(text, template=built_in_template(template), marks=marks)
    return pypdfium2.PdfDocument(FORMATS["pdf"](made, Pandoc()))


def letters(page: Any) -> Iterator[tuple[str, float, float, float, float]]:
    """Each letter of a page with its left, bottom, right and top."""
    text = page.get_textpage()
    for index, letter in enumerate(text.get_text_range()):
        if not letter.isspace() and index < text.count_chars():
            yield letter, *text.get_charbox(index)


def words(page: Any) -> str:
    """The text of a page, its lines joined."""
    return " ".join(page.get_textpage().get_text_range().split())


# --- long words -------------------------------------------------------------------------------


def test_a_word_longer_than_its_line_is_divided_where_the_language_does_it() -> None:
    text = f"---\ntitle: {LONG_WORD} ändern\nlang: de\n---\n\n# Kernaussagen\n\n- Es gilt die {LONG_WORD}.\n\n# {LONG_WORD} X\n\nA.\n\n"
    page = printed(text + f"::: {{.pull-quote}}\nNiemand mag die {LONG_WORD}.\n:::\n\nB.\n")[0]
    assert max(right for _, _, _, right, _ in letters(page)) < page.get_width() - 20
    assert "genehmi-" in page.get_textpage().get_text_range().replace("\ufffe", "-").replace("\x02", "-")


def test_a_title_that_no_language_divides_stays_on_the_page() -> None:
    page = printed(f"---\ntitle: {'X1' * 60}\n---\n\n# {'Y2' * 60}\n\nText with `{'z3' * 60}`.\n", "report")
    for sheet in page:
        assert max(right for _, _, _, right, _ in letters(sheet)) < sheet.get_width() - 20
