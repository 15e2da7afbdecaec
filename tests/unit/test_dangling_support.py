"""What is said where a recommendation rests on what is not in the brief."""

from __future__ import annotations

import pytest

from briefkit.pandoc import Worker
from tests.building import check_text

BRIEF = """---
title: T
---

# What we know

Prices rose [@smith2021].

# The costs

They rose too [@smith2021].

::: {{.recommendation actor="Ministry" by=2027-01-31 supports="{name}"}}
Buy pumps.
:::
"""
HINTS = {
    "the-cost": "did you mean 'the-costs'?",
    "sec-know": "did you mean 'what-we-know'?",
    "c-time": "write [...]{#c-time} around the claim, or name its section",
}


@pytest.mark.parametrize("name", list(HINTS))
def test_the_hint_names_what_is_nearly_so_or_has_a_word_of_it(name: str, pandoc: Worker) -> None:
    (found,) = (f for f in check_text(BRIEF.format(name=name), pandoc) if f.code == "DOC833")
    assert found.hint == HINTS[name]
