"""Outputs as a set: all new or all old, one build at a time, and nothing left of those that were killed."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from briefkit import outputs
from briefkit.errors import InputError

NEW = {"a.html": b"new a", "b.pdf": b"new b", "manifest.json": b"new m"}
OLD = {"a.html": b"old a", "b.pdf": b"old b", "manifest.json": b"old m"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "dist" / "a"


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_files_are_written_and_nothing_is_left_beside_them(folder: Path) -> None:
    outputs.replace_all(folder, NEW)
    assert held(folder) == NEW


def test_what_holds_the_same_already_stays_unless_all_is_written_anew(folder: Path) -> None:
    outputs.replace_all(folder, OLD)
    some = {**OLD, "manifest.json": b"new m"}
    assert outputs.replace_all(folder, some, anew=False) == ("manifest.json",)
    assert held(folder) == some
    assert outputs.replace_all(folder, some) == tuple(some)


def test_files_are_replaced_and_others_stay(folder: Path) -> None:
    outputs.replace_all(folder, OLD)
    (folder / "notes.txt").write_bytes(b"mine")
    outputs.replace_all(folder, NEW)
    assert held(folder) == {**NEW, "notes.txt": b"mine"}


@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_file_is_as_private_as_the_mask_says(mask: int, folder: Path) -> None:
    before = os.umask(mask)
    try:
        outputs.replace_all(folder, NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / "a.html").stat().st_mode) == 0o666 & ~mask


def test_a_new_file_is_private_until_it_is_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    chmod = os.fchmod

    def watch(handle: int, mode: int) -> None:
        seen.append(stat.S_IMODE(os.fstat(handle).st_mode))
        chmod(handle, mode)

    monkeypatch.setattr(os, "fchmod", watch)
    outputs.replace_all(folder, NEW)
    assert set(seen) == {0o600}


@pytest.mark.parametrize("call", ["fsync", "replace", "fchmod"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_when_a_call_fails_all_is_as_it_was(
    call: str, number: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outputs.replace_all(folder, OLD)
    calls = 0
    true = getattr(os, call)

    def fail(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == number:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return true(*arguments, **options)

    with monkeypatch.context() as patched:
        patched.setattr(os, call, fail)
        with pytest.raises(InputError, match="No space left") as caught:
            outputs.replace_all(folder, NEW)
    assert caught.value.hint == "the disk is full: make room"
    assert held(folder) == OLD


def test_when_a_first_build_fails_half_way_nothing_is_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true = os.replace

    def fail(source: str, target: str, **folders: int) -> None:
        if target == "b.pdf":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        true(source, target, **folders)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", fail)
        with pytest.raises(InputError):
            outputs.replace_all(folder, NEW)
    assert held(folder) == {}


def test_where_no_second_names_can_be_given_files_are_replaced_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    outputs.replace_all(folder, OLD)
    monkeypatch.setattr(os, "link", refuse)
    outputs.replace_all(folder, NEW)
    assert held(folder) == NEW


def test_where_no_second_names_can_be_given_a_failure_leaves_all_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    true = os.replace

    def fail(source: str, target: str, **folders: int) -> None:
        if source.startswith(outputs.PART) and target == "b.pdf":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        true(source, target, **folders)

    outputs.replace_all(folder, OLD)
    with monkeypatch.context() as patched:
        patched.setattr(os, "link", refuse)
        patched.setattr(os, "replace", fail)
        with pytest.raises(InputError):
            outputs.replace_all(folder, NEW)
    assert held(folder) == OLD


def test_an_old_file_that_cannot_be_put_back_is_kept_and_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true = os.replace

    def fail(source: str, target: str, **folders: int) -> None:
        if source == f"{outputs.OLD}a.html" or (source.startswith(outputs.PART) and target == "b.pdf"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        true(source, target, **folders)

    outputs.replace_all(folder, OLD)
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", fail)
        with pytest.raises(InputError, match=r"could not be put back is in \.briefkit-old\.a\.html$"):
            outputs.replace_all(folder, NEW)
    assert held(folder) == {**OLD, "a.html": NEW["a.html"], f"{outputs.OLD}a.html": OLD["a.html"]}
    outputs.replace_all(folder, NEW)
    assert held(folder) == NEW


def test_what_a_killed_build_left_is_removed(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in (f"{outputs.PART}a.html", f"{outputs.OLD}b.pdf", outputs.LOCK):
        (folder / name).write_bytes(b"half")
    outputs.replace_all(folder, NEW)
    assert held(folder) == NEW


# --- links and obstacles ---------------------------------------------------------------------


@pytest.mark.parametrize("name", ["dist", "dist/a", "dist/a/a.html"])
def test_nothing_is_written_through_a_link(name: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link = tmp_path / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(elsewhere)
    with pytest.raises(InputError, match="is a link"):
        outputs.replace_all(tmp_path / "dist" / "a", NEW)
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("name", ["dist", "dist/a"])
@pytest.mark.parametrize("call", ["open", "fchmod", "replace"])
def test_a_link_that_comes_while_files_are_written_leads_nowhere(
    call: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "a").mkdir(parents=True)
    true = getattr(os, call)

    def swap(*arguments: Any, **options: Any) -> Any:
        if not (tmp_path / name).is_symlink():
            (tmp_path / name).rename(tmp_path / "aside")
            (tmp_path / name).symlink_to(elsewhere)
        return true(*arguments, **options)

    with monkeypatch.context() as patched:
        patched.setattr(os, call, swap)
        with contextlib.suppress(InputError):
            outputs.replace_all(tmp_path / "dist" / "a", NEW)
    assert [path for path in elsewhere.rglob("*") if path.is_file()] == []


def test_a_lock_that_is_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    folder.mkdir(parents=True)
    target = tmp_path / "target"
    target.write_bytes(b"precious")
    (folder / outputs.LOCK).symlink_to(target)
    with pytest.raises(InputError, match="cannot be written"):
        outputs.replace_all(folder, NEW)
    assert target.read_bytes() == b"precious"


def test_a_file_in_the_way_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "dist").write_bytes(b"")
    with pytest.raises(InputError, match="cannot be written"):
        outputs.replace_all(tmp_path / "dist" / "a", NEW)


def test_a_folder_in_the_way_of_a_file_is_an_error_and_all_is_as_it_was(folder: Path) -> None:
    (folder / "b.pdf").mkdir(parents=True)
    (folder / "a.html").write_bytes(b"old a")
    with pytest.raises(InputError, match="cannot be written"):
        outputs.replace_all(folder, NEW)
    assert sorted(p.name for p in folder.iterdir()) == ["a.html", "b.pdf"]
    assert (folder / "a.html").read_bytes() == b"old a"


# --- the lock --------------------------------------------------------------------------------


def test_a_lock_that_is_held_is_waited_for(folder: Path) -> None:
    order: list[str] = []

    def build() -> None:
        outputs.replace_all(folder, NEW)
        order.append("built")

    with outputs.locked(*_made(folder)):
        thread = threading.Thread(target=build)
        thread.start()
        time.sleep(0.2)
        order.append("freed")
    thread.join()
    assert order == ["freed", "built"]


def _made(folder: Path) -> tuple[Path]:
    folder.mkdir(parents=True)
    return (folder,)


def test_a_lock_that_is_held_too_long_is_an_error_with_the_holder(folder: Path) -> None:
    folder.mkdir(parents=True)
    with outputs.locked(folder), pytest.raises(InputError, match=f"process {os.getpid()}") as caught:
        outputs.replace_all(folder, NEW, patience=0.2)
    assert str(os.getpid()) in caught.value.hint


def test_a_lock_file_that_says_nothing_sensible_is_no_holder(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / outputs.LOCK).write_bytes(b"\x1b[2J")
    with open(folder / outputs.LOCK) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(InputError, match="process unknown"):
            outputs.replace_all(folder, NEW, patience=0.1)


def test_the_lock_of_one_who_was_killed_is_free(folder: Path) -> None:
    folder.mkdir(parents=True)
    program = (
        "import sys, time\nfrom pathlib import Path\nfrom briefkit import outputs\n"
        f"with outputs.locked(Path({str(folder)!r})):\n    print('held', flush=True)\n    time.sleep(60)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    holder = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, env=environment)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    holder.kill()
    holder.communicate()
    outputs.replace_all(folder, NEW, patience=1)
    assert held(folder) == NEW


def test_builds_at_the_same_time_leave_the_set_of_one(folder: Path) -> None:
    sets = [{name: data + b" %d" % n for name, data in NEW.items()} for n in range(8)]
    threads = [threading.Thread(target=outputs.replace_all, args=(folder, one)) for one in sets * 5]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert held(folder) in sets
