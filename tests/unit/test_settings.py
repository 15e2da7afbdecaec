"""Where a project lies, and what its settings say."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefkit.errors import ConfigError, InputError
from briefkit.settings import find_root, read_settings, refuse_far_folder
from tests.building import make_file

pytestmark = pytest.mark.usefixtures("here")


def test_the_root_is_the_nearest_folder_with_settings(here: Path) -> None:
    make_file("briefkit.toml", "")
    make_file("sub/deep/a.md")
    assert find_root(here / "sub" / "deep") == here


@pytest.mark.parametrize("make_it", [os.mkdir, os.mkfifo, lambda path: os.symlink("gone.toml", path)])
def test_settings_that_are_no_file_are_told(make_it: Callable[[Path], None], here: Path) -> None:
    make_it(here / "briefkit.toml")
    assert find_root(here / "sub") == here
    with pytest.raises(InputError, match=r"briefkit\.toml (?:is not a file|is a folder, not a file|does not exist)"):
        read_settings(here)


def test_a_pyproject_with_our_table_is_a_root(here: Path) -> None:
    make_file("pyproject.toml", "[tool.briefkit]\n")
    make_file("sub/a.md")
    assert find_root(here / "sub") == here


def test_a_pyproject_of_others_is_no_root(here: Path) -> None:
    make_file("pyproject.toml", "[tool.other]\n")
    make_file("sub/a.md")
    assert find_root(here / "sub") == here / "sub"


def test_our_own_file_wins_over_pyproject(here: Path) -> None:
    make_file("briefkit.toml", 'output = "one"\n')
    make_file("pyproject.toml", '[tool.briefkit]\noutput = "two"\n')
    assert read_settings(here)[:2] == ({"output": "one"}, "briefkit.toml")


def test_the_table_of_pyproject_is_read(here: Path) -> None:
    make_file("pyproject.toml", '[tool.briefkit]\noutput = "two"\n')
    assert read_settings(here)[:2] == ({"output": "two"}, "pyproject.toml")


def test_without_a_file_there_are_no_settings(here: Path) -> None:
    assert read_settings(here)[0] == {}


def test_settings_that_are_no_toml_are_an_error(here: Path) -> None:
    make_file("briefkit.toml", "output = \n")
    with pytest.raises(ConfigError, match=r"briefkit\.toml"):
        read_settings(here)


def test_a_pyproject_that_is_no_toml_is_an_error(here: Path) -> None:
    make_file("pyproject.toml", "output = \n")
    with pytest.raises(ConfigError, match=r"pyproject\.toml"):
        find_root(here)


def test_a_table_of_ours_that_is_none_is_an_error(here: Path) -> None:
    make_file("pyproject.toml", "[tool]\nbriefkit = 3\n")
    with pytest.raises(ConfigError, match="is no table"):
        read_settings(here)


def test_a_tool_table_that_is_none_is_passed_over(here: Path) -> None:
    make_file("pyproject.toml", "tool = 3\n")
    assert find_root(here) == here


def test_a_folder_far_away_is_not_made(here: Path, tmp_path: Path) -> None:
    refuse_far_folder(here / "new" / "folder")
    refuse_far_folder(Path("new/folder"))
    refuse_far_folder(Path(".."))
    with pytest.raises(InputError, match="the folder /nowhere/x does not exist"):
        refuse_far_folder(Path("/nowhere/x"))


def test_settings_that_somebody_else_put_where_everybody_may_write_are_refused(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "sub").mkdir()
    (here / "briefkit.toml").write_text("")
    here.chmod(0o1777)
    assert find_root(here / "sub") == here
    monkeypatch.setattr("briefkit.settings._owner", lambda path: 4242)
    with pytest.raises(ConfigError, match="belongs to somebody else"):
        find_root(here / "sub")
    here.chmod(0o755)
    assert find_root(here / "sub") == here
