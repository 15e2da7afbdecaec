"""In a report what is open and what is sourced differ, whatever colours the brand has."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies

from briefkit.brand.colours import contrast
from briefkit.brand.reader import read_brand
from briefkit.report.review_page.telling import ALIKE, _distance, _is_warm, told_apart

ANY = strategies.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


def colours(theme: str) -> dict[str, str]:
    tokens = read_brand(f"color: {{{theme}}}", "_brand.yml").tokens
    return {token.name.replace("-", "_"): token.value for token in tokens}


def test_a_brand_of_two_colours_keeps_them() -> None:
    made = colours("primary: '#0b4f6c', secondary: '#b8401f'")
    assert told_apart(made) == made


ONE = ["primary: '#000000'", "primary: '#f6e27a'", "primary: '#b03a28'", "primary: '#5b2a86'"]
TURNED = ["primary: '#7a1f1f', secondary: '#3a6b35'", "primary: '#ff0066', secondary: '#00e5ff'"]


@pytest.mark.parametrize("theme", [*ONE, *TURNED])
def test_open_is_a_warm_colour_and_sourced_another(theme: str) -> None:
    """Whether the brand has one colour, or its accent is green and its links are red."""
    made = told_apart(colours(theme))
    for side in ("", "night_"):
        assert _is_warm(made[f"{side}accent"])
        assert _distance(made[f"{side}accent"], made[f"{side}link"]) >= ALIKE


@given(ANY)
def test_what_is_changed_can_be_read_on_its_grounds(primary: str) -> None:
    made = told_apart(colours(f"primary: '{primary}'"))
    pairs = (("accent", "tint"), ("accent", "paper"), ("link", "calm"), ("link", "paper"))
    for side in ("", "night_"):
        assert all(contrast(made[side + text], made[side + ground]) >= 4.5 for text, ground in pairs)
