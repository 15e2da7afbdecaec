from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefkit import caches, files
from briefkit.errors import InputError

NAME = "library-1.index"


def kept(root: Path) -> Path:
    return root / caches.FOLDER / NAME


def test_what_is_kept_is_loaded(tmp_path: Path) -> None:
    assert caches.load(tmp_path, NAME) is None
    for data in (b"", b"one", b"another" * 1000):
        caches.keep(tmp_path, NAME, data)
        assert caches.load(tmp_path, NAME) == data


def test_nothing_is_left_when_the_place_is_taken(tmp_path: Path) -> None:
    kept(tmp_path).mkdir(parents=True)
    caches.keep(tmp_path, NAME, b"x")
    assert sorted(os.listdir(tmp_path / ".briefkit")) == [".gitignore", NAME]


def test_the_folder_is_private_and_out_of_version_control(tmp_path: Path) -> None:
    caches.keep(tmp_path, NAME, b"x")
    assert (tmp_path / ".briefkit" / ".gitignore").read_bytes() == b"*\n"
    assert (tmp_path / ".briefkit").stat().st_mode & 0o777 == 0o700
    assert kept(tmp_path).stat().st_mode & 0o777 == 0o600
    assert sorted(os.listdir(tmp_path / ".briefkit")) == [".gitignore", NAME]


@given(st.integers(0, 10**6), st.integers(1, 255))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_byte_that_changed_is_seen(tmp_path: Path, at: int, by: int) -> None:
    caches.keep(tmp_path, NAME, bytes(range(200)))
    data = bytearray(kept(tmp_path).read_bytes())
    data[at % len(data)] ^= by
    kept(tmp_path).write_bytes(data)
    assert caches.load(tmp_path, NAME) is None


def test_what_was_cut_short_is_seen(tmp_path: Path) -> None:
    caches.keep(tmp_path, NAME, b"x" * 100)
    whole = kept(tmp_path).read_bytes()
    for length in (0, 5, caches.SEAL, len(whole) - 1):
        kept(tmp_path).write_bytes(whole[:length])
        assert caches.load(tmp_path, NAME) is None


def test_a_copy_is_not_trusted(tmp_path: Path) -> None:
    caches.keep(tmp_path, NAME, b"x")
    copy = tmp_path / "copy"
    shutil.copytree(tmp_path / ".briefkit", copy / ".briefkit")
    assert caches.load(copy, NAME) is None
    caches.keep(copy, NAME, b"y")
    assert caches.load(copy, NAME) == b"y"


def test_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".briefkit").symlink_to("elsewhere")
    caches.keep(tmp_path, NAME, b"x")
    assert caches.load(tmp_path, NAME) is None
    assert not os.listdir(tmp_path / "elsewhere")


@pytest.mark.parametrize("target", ["elsewhere", "victim"])
def test_a_note_that_is_a_link_stays_and_is_no_hindrance(tmp_path: Path, target: str) -> None:
    (tmp_path / "victim").write_bytes(b"whole")
    (tmp_path / ".briefkit").mkdir()
    (tmp_path / ".briefkit" / ".gitignore").symlink_to(tmp_path / target)
    caches.keep(tmp_path, NAME, b"x")
    assert caches.load(tmp_path, NAME) == b"x"
    assert (tmp_path / "victim").read_bytes() == b"whole"
    assert not (tmp_path / "elsewhere").exists()


def test_where_no_note_can_be_written_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, data: bytes) -> None:
        raise InputError(f"{path} cannot be written")

    monkeypatch.setattr(files, "write_atomic", refuse)
    caches.keep(tmp_path, NAME, b"x")
    assert caches.load(tmp_path, NAME) is None


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    caches.keep(tmp_path, NAME, b"x")
    os.mkfifo(tmp_path / ".briefkit" / f"{NAME}.part")
    caches.keep(tmp_path, NAME, b"y")
    assert caches.load(tmp_path, NAME) == b"x"


def test_no_link_is_written_through(tmp_path: Path) -> None:
    caches.keep(tmp_path, NAME, b"x")
    (tmp_path / "victim").write_bytes(b"whole")
    (tmp_path / ".briefkit" / f"{NAME}.part").symlink_to(tmp_path / "victim")
    caches.keep(tmp_path, NAME, b"y")
    assert (tmp_path / "victim").read_bytes() == b"whole"


def test_what_a_killed_run_left_is_no_hindrance(tmp_path: Path) -> None:
    caches.keep(tmp_path, NAME, b"x")
    (tmp_path / ".briefkit" / f"{NAME}.part").write_bytes(b"half")
    caches.keep(tmp_path, NAME, b"y")
    assert caches.load(tmp_path, NAME) == b"y"


@pytest.mark.parametrize("what", ["a file", "a pipe"])
def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path, what: str) -> None:
    if what == "a file":
        (tmp_path / ".briefkit").write_bytes(b"")
    else:
        os.mkfifo(tmp_path / ".briefkit")
    caches.keep(tmp_path, NAME, b"x")
    assert caches.load(tmp_path, NAME) is None


def test_the_oldest_of_many_go(tmp_path: Path) -> None:
    for number in range(caches.MOST[".index"] + 3):
        name = f"library-{number:02}.index"
        caches.keep(tmp_path, name, b"x")
        os.utime(tmp_path / ".briefkit" / name, (number, number))
    assert len(list((tmp_path / ".briefkit").glob("*.index"))) == caches.MOST[".index"]
    assert caches.load(tmp_path, "library-00.index") is None
