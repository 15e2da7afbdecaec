"""The built-in brand can be read by everyone."""

from __future__ import annotations

import pytest

from briefkit.brand.colours import HEX, contrast
from briefkit.brand.tokens import COLOURS, READABLE


def test_contrast_follows_the_formula() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#ffffff") == 1


@pytest.mark.parametrize(("text", "ground"), READABLE)
def test_each_text_can_be_read_on_its_ground(text: str, ground: str) -> None:
    assert contrast(COLOURS[text], COLOURS[ground]) >= 4.5


def test_white_can_be_read_on_the_mark_of_a_draft() -> None:
    assert contrast("#ffffff", COLOURS["accent"]) >= 4.5


def test_colours_are_written_as_six_figures() -> None:
    assert all(HEX.fullmatch(colour) for colour in COLOURS.values())
