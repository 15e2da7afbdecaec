"""Where a brand is looked for: what a brief names and is none is a fault of the brief, and of nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefkit.errors import ConfigError, InputError
from briefkit.pipeline.branding import find_brand
from briefkit.pipeline.project import load_project


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "briefkit.toml").touch()
    (tmp_path / "briefs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("named", "why"),
    [("briefs", "the brand briefs has no _brand.yml"), ("nowhere", "the brand nowhere does not exist")],
)
def test_a_brand_that_a_brief_names_and_is_none_is_an_error_of_the_brief(named: str, why: str, root: Path) -> None:
    with pytest.raises(InputError, match=why):
        find_brand(load_project({}), root / "briefs", named)


@pytest.mark.parametrize(
    ("named", "why"), [("briefs", "--brand: briefs has no _brand.yml"), ("nowhere", "--brand: there is no brand at")]
)
def test_a_brand_that_the_command_line_names_and_is_none_is_one_of_the_command_line(named: str, why: str) -> None:
    with pytest.raises(ConfigError, match=why):
        find_brand(load_project({"brand": named}))


def test_a_folder_stands_for_the_brand_in_it(root: Path) -> None:
    (root / "briefs" / "_brand.yml").write_text("meta: {name: x}\n", encoding="utf-8")
    assert find_brand(load_project({}), root, "briefs").path == root / "briefs" / "_brand.yml"
