"""Which briefs the names of files, folders and globs name."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefkit.errors import ConfigError, InputError
from briefkit.pipeline.brief_files import find_briefs
from tests.building import make_file

pytestmark = pytest.mark.usefixtures("here")


def found(*names: str) -> list[str]:
    return [path.as_posix() for path in find_briefs(names)]


def test_a_file_is_found_by_its_name() -> None:
    make_file("a.md")
    assert found("a.md") == ["a.md"]


def test_a_file_of_any_suffix_is_found_by_its_name() -> None:
    make_file("a.txt")
    assert found("a.txt") == ["a.txt"]


def test_a_name_of_nothing_is_kept_to_be_told() -> None:
    assert found("none.md") == ["none.md"]


def test_a_folder_gives_its_briefs_in_order() -> None:
    for name in ("d/b.md", "d/a.md", "d/sub/c.markdown", "d/x.txt"):
        make_file(name)
    assert found("d") == ["d/a.md", "d/b.md", "d/sub/c.markdown"]


@pytest.mark.parametrize("name", ["d/.hidden.md", "d/.git/a.md", "d/node_modules/a.md", "d/dist/a.md"])
def test_a_folder_keeps_hidden_and_built_files_to_itself(name: str) -> None:
    make_file("d/a.md")
    make_file(name)
    assert found("d") == ["d/a.md"]


def test_a_folder_without_briefs_is_an_error(here: Path) -> None:
    (here / "d").mkdir()
    with pytest.raises(ConfigError, match="no briefs in d"):
        found("d")


@pytest.mark.parametrize("name", ["a.bib", "A.BIB"])
def test_a_library_is_no_brief(name: str) -> None:
    make_file(name)
    with pytest.raises(ConfigError, match="is a library, not a brief"):
        found(name)


def test_a_glob_gives_its_briefs_in_order() -> None:
    for name in ("b.md", "a.md", "c.txt"):
        make_file(name)
    assert found("*") == ["a.md", "b.md"]


def test_a_glob_may_reach_below() -> None:
    make_file("d/e/a.md")
    assert found("**/*.md") == ["d/e/a.md"]


@pytest.mark.parametrize("pattern", ["/**/x*.md", "/*/**/x*.md", "../**/*.md", "../../**/x.md"])
def test_a_glob_of_all_around_the_project_is_an_error(pattern: str) -> None:
    with pytest.raises(ConfigError, match="would search all of /") as told:
        found(pattern)
    assert told.value.hint.startswith("begin it in ")


def test_a_glob_of_nothing_is_an_error() -> None:
    with pytest.raises(ConfigError, match="no briefs in"):
        found("*.md")


def test_a_file_whose_name_looks_like_a_glob_is_found() -> None:
    make_file("a[1].md")
    assert found("a[1].md") == ["a[1].md"]


def test_a_folder_of_a_whole_machine_is_told_and_not_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefkit.pipeline.brief_files.MOST_FOLDERS", 2)
    make_file("a/b/c/a.md")
    assert found("a") == ["a/b/c/a.md"]
    with pytest.raises(InputError, match=r"the folder \. holds more than 2 others"):
        found(".")


def test_a_brief_named_twice_is_found_once() -> None:
    make_file("d/a.md")
    assert found("d/a.md", "d", "d/*.md") == ["d/a.md"]


def test_a_brief_behind_a_link_is_found_once(here: Path) -> None:
    (here / "a.md").write_text("A")
    (here / "b.md").symlink_to("a.md")
    assert found("a.md", ".") == ["a.md"]


def test_a_brief_spelt_in_two_ways_is_found_once() -> None:
    make_file("d/a.md")
    assert found("d/a.md", "./d/../d/a.md") == ["d/a.md"]
