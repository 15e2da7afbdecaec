"""The words of likelihood of each language, against the scale."""

import pytest

from briefkit.rules.unfitting_likelihood import SCALE, TERMS


@pytest.mark.parametrize("lang", TERMS)
def test_a_language_has_a_word_for_each_step_of_the_scale(lang: str) -> None:
    assert len(TERMS[lang].split("|")) == len(SCALE)
