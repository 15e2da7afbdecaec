"""What the package and those of its fonts bring."""

from __future__ import annotations

import pytest

from briefkit import packaged
from briefkit.errors import MissingToolError


def test_the_built_in_templates_are_there() -> None:
    names = {"policy-brief", "one-pager", "report", "memo", "plain"}
    assert names == set(packaged.built_in_templates())


def test_the_fonts_are_there() -> None:
    assert {face.family for face in packaged.load_faces()} == {"Inter", "Source Serif 4"}


def test_a_missing_font_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packaged, "FONTS", (("None", "normal", "fontpkg_none_such", "x.ttf", "400"),))
    with pytest.raises(MissingToolError) as caught:
        packaged.load_faces()
    assert caught.value.hint == "run: pip install --force-reinstall fontpkg-none-such; briefkit doctor tells more"
