"""What is said of a figure that does not follow from others."""

from __future__ import annotations

from briefkit.pandoc import Worker
from tests.building import check_text

CARS = """---
title: T
---

Cars fell [@smith2021].

| School | Before | After | Change |
|---|---|---|---|
| Ash Grove | 412 | 118 | -71% |
| Mill Lane | 350 | 122 | -65% |
| Elm Road | 288 | 96 | -57% |

: Cars {source="@smith2021"}
"""


def test_a_change_that_is_wrong_is_told_as_a_share_with_the_cells_it_is_between(pandoc: Worker) -> None:
    found = [f.message for f in check_text(CARS, pandoc) if f.code == "CLM115"]
    assert found == ["This cell has -57%, but the change that 288 and 96 make is -66.7%"]


def test_decimals_in_a_message_are_those_of_the_language(pandoc: Worker) -> None:
    german = "---\ntitle: T\nlang: {}\n---\n\nVon 37 Verbänden nennen 29 (87 Prozent) die Finanzen [@smith2021].\n"
    for lang, share in (("de", "78,4%"), ("de-CH", "78.4%")):
        (message,) = (f.message for f in check_text(german.format(lang), pandoc) if f.code == "CLM115")
        assert share in message
