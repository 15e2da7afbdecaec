"""Ctrl-C, SIGTERM and SIGKILL at moments we choose: the exit code, no traceback, no process, no file half-written."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.command import UNSOURCED, Ran, briefkit, copy_project
from tests.e2e.standing_in import PATIENCE, blocking_at, ended, orphans, stand_in, start, wait_for

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]

CODES = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGKILL: -9}
IN_OPEN = 0x20
CHECK = ("check",)
BUILD = ("build",)
MOMENTS = {
    "check, while pandoc reads": (CHECK, "--sandbox"),
    "check, while pandoc reads many": (("check", "briefs", "more.md"), "lua"),
    "build, while pandoc reads": (BUILD, "--sandbox"),
    "build, while citations are rendered": (BUILD, "--citeproc"),
    "build, while the web page is written beside the PDF": (BUILD, "--section-divs"),
    "build, while the Word file is written beside the PDF": (("build", "--to", "docx,pdf"), "docx"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = copy_project(tmp_path)
    (project / "more.md").write_text("---\ntitle: More\n---\n\nText.\n", encoding="utf-8")
    old = project / "dist" / "pumps"
    old.mkdir(parents=True)
    (old / "pumps.pdf").write_bytes(b"old")
    (tmp_path / "tmp").mkdir()
    return project


def interrupted(project: Path, moment: str, number: signal.Signals) -> tuple[Ran, list[int]]:
    """What a run leaves that gets a signal at a moment, and the processes that outlive it."""
    folder = project.parent
    arguments, word = MOMENTS[moment]
    with orphans() as left:
        run = start(arguments, project, {**blocking_at(folder, word), "TMPDIR": str(folder / "tmp")})
        wait_for(folder / "blocked", run)
        run.send_signal(number)
        ran = ended(run)
    return ran, left


@pytest.mark.parametrize("number", list(CODES))
@pytest.mark.parametrize("moment", list(MOMENTS))
def test_a_signal_ends_all_at_once_and_leaves_nothing(moment: str, number: signal.Signals, project: Path) -> None:
    ran, left = interrupted(project, moment, number)
    assert (ran.code, ran.out, ran.err, left) == (CODES[number], "", "", [])
    assert {p.name: p.read_bytes() for p in (project / "dist").rglob("*") if p.is_file()} == {"pumps.pdf": b"old"}
    if number != signal.SIGKILL:
        assert list((project.parent / "tmp").iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGUSR1, signal.SIGXCPU, signal.SIGPROF])
def test_a_signal_of_another_kind_ends_it_in_order_too(number: signal.Signals, project: Path) -> None:
    ran, left = interrupted(project, "build, while pandoc reads", number)
    assert (ran.code, ran.out, ran.err, left) == (128 + number, "", "", [])
    assert list((project.parent / "tmp").iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_the_result_waits_to_be_read(number: signal.Signals, project: Path) -> None:
    text = "---\ntitle: T\n---\n\n" + "Emissions fell 12% in 2020.\n\n" * 200
    (project / "long.md").write_text(text, encoding="utf-8")
    out, into = os.pipe()
    fcntl.fcntl(into, fcntl.F_SETPIPE_SZ, 4096)
    run = start(("check", "--format", "json", "long.md"), project, {}, stdout=into)
    os.close(into)
    wait_until_full(out, run)
    run.send_signal(number)
    assert ended(run) == Ran(CODES[number], "", "")
    os.close(out)


def wait_until_full(pipe: int, run: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4))[0] < 4096:
        assert run.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_another_build_has_the_lock(number: signal.Signals, project: Path) -> None:
    lock = project / "dist" / "pumps" / ".briefkit.lock"
    with lock.open("w") as file, orphans() as left:
        fcntl.flock(file, fcntl.LOCK_EX)
        with opened(lock) as is_opened:
            run = start(("build", "--to", "html"), project, {})
            assert is_opened()
        run.send_signal(number)
        assert ended(run) == Ran(CODES[number], "", "")
    assert left == []


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Callable[[], bool]]:
    """A function that waits until somebody opens a file, which the kernel tells."""
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init1(0)
    assert libc.inotify_add_watch(watch, os.fsencode(path), IN_OPEN) >= 0
    try:
        yield lambda: bool(select.select([watch], [], [], PATIENCE)[0])
    finally:
        os.close(watch)


# --- pipes and faults -------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [("check", "briefs"), ("build", "--to", "html"), ("claims",)])
def test_a_reader_that_goes_away_is_no_error(arguments: tuple[str, ...], project: Path) -> None:
    out, into = os.pipe()
    os.close(out)
    run = start(arguments, project, {}, stdout=into)
    os.close(into)
    ran = ended(run)
    assert (ran.code, ran.err) == (0, "")


def test_a_reader_that_goes_away_does_not_hide_that_there_are_findings(project: Path) -> None:
    (project / "bad.md").write_text(UNSOURCED, encoding="utf-8")
    out, into = os.pipe()
    os.close(out)
    run = start(("check", "bad.md"), project, {}, stdout=into)
    os.close(into)
    assert ended(run) == Ran(1, "", "")


def broken(project: Path) -> dict[str, str]:
    """An environment in which a fault of our own comes up: a module of ours is replaced by one that fails."""
    (project.parent / "broken").mkdir()
    text = "import briefkit.text\ndef fail(*_): raise KeyError('one\\ntwo')\nbriefkit.text.normalise_newlines = fail\n"
    (project.parent / "broken" / "sitecustomize.py").write_text(text, encoding="utf-8")
    return {"PYTHONPATH": os.pathsep.join((str(project.parent / "broken"), *sys.path))}


def test_a_fault_of_our_own_exits_with_4_and_says_so_in_two_lines(project: Path) -> None:
    ran = briefkit("check", cwd=project, env=broken(project))
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.splitlines() == [
        "Error: this is a fault of briefkit: KeyError: 'one\\ntwo'",
        "Hint: run again with --debug and report it",
    ]


def test_debug_shows_the_traceback_of_a_fault(project: Path) -> None:
    ran = briefkit("--debug", "check", cwd=project, env=broken(project))
    assert ran.code == 4
    assert "Traceback" in ran.err


# --- a pandoc that is not as it should be ------------------------------------------------------

ODD = {
    "fails": ("cat >/dev/null; exit 83", 3, "exit code 83"),
    "prints no tree": ("cat >/dev/null; echo '{\"half\":'", 3, "no document"),
    "is old": ('cat >/dev/null; echo \'{"pandoc-api-version":[1,20],"meta":{},"blocks":[]}\'', 3, "older than"),
    "dies": ("kill -SEGV $$", 3, "pandoc"),
    "prints without end": ("exec yes", 3, "pandoc"),
    "hangs": ("exec sleep 600", 3, "did not finish within 8 seconds on the"),
    "is no program": ("", 3, "pandoc"),
}


@pytest.mark.parametrize("case", list(ODD))
@pytest.mark.parametrize("command", ["check", "build"])
def test_an_odd_pandoc_is_told_with_exit_3(case: str, command: str, project: Path) -> None:
    body, code, words = ODD[case]
    (project / "briefkit.toml").write_text('bibliography = "references.bib"\n[limits]\npandoc-seconds = 2\n')
    env = stand_in(project.parent, body)
    if case == "is no program":
        (project.parent / "stand-in/pypandoc/files/pandoc").write_bytes(b"\0\1\2")
    with orphans() as left:
        ran = briefkit(command, cwd=project, env=env)
    assert (ran.code, left) == (code, [])
    assert words in ran.out + ran.err
    assert "Traceback" not in ran.err


def ending_of(program: str, number: signal.Signals) -> tuple[int, bytes]:
    """The exit code and the messages of a program that sends itself a signal."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", program, str(int(number))]
    ran = subprocess.run(command, env=env, capture_output=True, timeout=PATIENCE, check=False)
    return ran.returncode, ran.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_in_a_callback_of_python_is_heard_all_the_same(number: signal.Signals) -> None:
    """Python drops what is raised there, and imports have such callbacks."""
    program = (
        "import os, sys, time, weakref\n"
        "from briefkit.__main__ import hear_signals\n"
        "hear_signals()\n"
        "thing = type('Thing', (), {})()\n"
        "watch = weakref.ref(thing, lambda _: os.kill(os.getpid(), int(sys.argv[1])))\n"
        "del thing\n"
        "time.sleep(60)\n"
    )
    assert ending_of(program, number) == (CODES[number], b"")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_a_class_is_made_is_no_fault_of_ours(number: signal.Signals) -> None:
    """Python wraps what is raised there, and imports make classes."""
    program = (
        "import os, sys\n"
        "import briefkit.cli\n"
        "from briefkit.__main__ import main\n"
        "class Field:\n"
        "    def __set_name__(self, owner, name):\n"
        "        os.kill(os.getpid(), int(sys.argv[1]))\n"
        "briefkit.cli.group = lambda **_: type('Layer', (), {'signs': Field()})\n"
        "main()\n"
    )
    assert ending_of(program, number) == (CODES[number], b"")


def test_signals_that_who_starts_us_held_back_are_heard() -> None:
    """A mask is inherited: with it the alarm of a limit would never ring."""
    code = (
        "import signal\n"
        "signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())\n"
        "from briefkit.__main__ import hear_signals\n"
        "hear_signals()\n"
        "held = signal.pthread_sigmask(signal.SIG_BLOCK, ())\n"
        "print(held.isdisjoint({signal.SIGALRM, signal.SIGTERM, signal.SIGINT}))\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "True\n"
