"""What a font file says of itself."""

from __future__ import annotations

import io
from typing import Any

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from briefkit.brand.font_files import is_monospaced
from tests.branding import make_font


def changed(table: str, **values: Any) -> bytes:
    """A font whose table says something else."""
    font = TTFont(io.BytesIO(make_font("Some Sans")))
    for name, value in values.items():
        setattr(font[table], name, value)
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def test_a_font_of_text_is_not_monospaced() -> None:
    assert not is_monospaced(changed("post", isFixedPitch=0))


@pytest.mark.parametrize("pitch", [1, 0xFFFFFFFF])
def test_a_font_that_says_that_its_pitch_is_fixed_is_monospaced(pitch: int) -> None:
    assert is_monospaced(changed("post", isFixedPitch=pitch))
