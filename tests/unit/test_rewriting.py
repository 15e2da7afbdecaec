"""Several files are rewritten together: all or none, each with its mode, none that changed meanwhile."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefkit import files
from briefkit.errors import InputError
from briefkit.rewriting import rewrite_all, write_all


def two(folder: Path) -> tuple[Path, Path]:
    one, other = folder / "a.md", folder / "b.bib"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    return one, other


def test_all_files_get_their_new_content(tmp_path: Path) -> None:
    one, other = two(tmp_path)
    rewrite_all({one: (b"1", b"new"), other: (b"2", b"too")})
    assert (one.read_bytes(), other.read_bytes()) == (b"new", b"too")
    assert sorted(os.listdir(tmp_path)) == ["a.md", "b.bib"]


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    one, _ = two(tmp_path)
    one.chmod(0o640)
    rewrite_all({one: (b"1", b"new")})
    assert one.stat().st_mode & 0o777 == 0o640


def test_a_file_may_have_the_longest_name_there_is(tmp_path: Path) -> None:
    path = tmp_path / ("水" * 83 + ".bib")
    path.write_bytes(b"1")
    rewrite_all({path: (b"1", b"new")})
    assert path.read_bytes() == b"new"


def test_a_file_that_changed_meanwhile_stops_it_all(tmp_path: Path) -> None:
    one, other = two(tmp_path)
    with pytest.raises(InputError, match="has changed since it was read"):
        rewrite_all({one: (b"1", b"new"), other: (b"before", b"too")})
    assert (one.read_bytes(), other.read_bytes()) == (b"1", b"2")


def test_a_file_that_is_saved_while_the_others_are_written_stops_it_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two(tmp_path)
    stage = files.stage

    def save_meanwhile(path: Path, data: bytes, mode: int) -> str:
        if path == other:
            one.write_bytes(b"newer")
        return stage(path, data, mode)

    monkeypatch.setattr(files, "stage", save_meanwhile)
    with pytest.raises(InputError, match="has changed since it was read"):
        rewrite_all({one: (b"1", b"new"), other: (b"2", b"too")})
    assert (one.read_bytes(), other.read_bytes()) == (b"newer", b"2")
    assert sorted(os.listdir(tmp_path)) == ["a.md", "b.bib"]


def save(path: Path) -> None:
    path.write_bytes(b"newer")


def replace(path: Path) -> None:
    path.with_suffix(".new").write_bytes(b"newer")
    path.with_suffix(".new").replace(path)


def link(path: Path) -> None:
    path.with_suffix(".new").write_bytes(b"newer")
    path.unlink()
    path.symlink_to(path.with_suffix(".new"))


@pytest.mark.skipif(sys.platform != "linux", reason="files change places on Linux only")
@pytest.mark.parametrize("change", [save, replace, link])
def test_a_file_that_is_saved_at_the_last_moment_stops_it_all(
    change: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two(tmp_path)
    exchange = files.exchange
    changed: list[Path] = []

    def save_before(staged: str, path: Path) -> bool:
        if path == other and not changed:
            change(path)
            changed.append(path)
        return exchange(staged, path)

    monkeypatch.setattr(files, "exchange", save_before)
    with pytest.raises(InputError, match=r"b\.bib has changed since it was read; nothing was written"):
        rewrite_all({one: (b"1", b"new"), other: (b"2", b"too")})
    assert (one.read_bytes(), other.read_bytes(), other.is_symlink()) == (b"1", b"newer", change is link)
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".part")]


def test_where_files_cannot_change_places_they_are_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, _ = two(tmp_path)
    monkeypatch.setattr(files, "exchange", lambda staged, path: False)
    rewrite_all({one: (b"1", b"new")})
    assert (one.read_bytes(), sorted(os.listdir(tmp_path))) == (b"new", ["a.md", "b.bib"])


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    one, _ = two(tmp_path)
    link = tmp_path / "link.bib"
    link.symlink_to(one)
    with pytest.raises(InputError, match="is a link"):
        rewrite_all({link: (b"1", b"new")})
    assert one.read_bytes() == b"1"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_stops_it_all(tmp_path: Path) -> None:
    one, other = two(tmp_path)
    other.chmod(0o444)
    with pytest.raises(InputError, match=r"b\.bib cannot be written"):
        rewrite_all({one: (b"1", b"new"), other: (b"2", b"too")})
    assert one.read_bytes() == b"1"
    assert sorted(os.listdir(tmp_path)) == ["a.md", "b.bib"]


def test_what_was_replaced_is_put_back_when_the_next_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = two(tmp_path)
    replace = os.replace

    def fail(source: str, target: Path) -> None:
        if target == other:
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(files, "exchange", lambda staged, path: False)
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(InputError, match=r"b\.bib cannot be written") as caught:
        rewrite_all({one: (b"1", b"new"), other: (b"2", b"too")})
    assert caught.value.hint == "no file was changed"
    assert (one.read_bytes(), other.read_bytes()) == (b"1", b"2")
    assert sorted(os.listdir(tmp_path)) == ["a.md", "b.bib"]


def test_new_files_are_written_with_their_folders(tmp_path: Path) -> None:
    write_all({tmp_path / "a" / "b" / "x.md": b"1", tmp_path / "y.md": b"2"})
    assert (tmp_path / "a" / "b" / "x.md").read_bytes() == b"1"
    assert sorted(os.listdir(tmp_path)) == ["a", "y.md"]


def test_where_one_new_file_cannot_be_written_there_is_none_and_no_folder(tmp_path: Path) -> None:
    (tmp_path / "c").write_bytes(b"a file")
    (tmp_path / "old").mkdir()
    made = {tmp_path / "a" / "b" / "x.md": b"1", tmp_path / "old" / "z.md": b"2", tmp_path / "c" / "y.md": b"3"}
    with pytest.raises(InputError, match="cannot be written") as told:
        write_all(made)
    assert told.value.hint.endswith("nothing was written")
    assert sorted(os.listdir(tmp_path)) == ["c", "old"]
    assert os.listdir(tmp_path / "old") == []
