"""Many items in several processes: the order of the results, what is carried over, and what becomes of the forks."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefkit.errors import InputError
from briefkit.pipeline import pool
from briefkit.pipeline.pool import spread

Work = Callable[[int], object]


def opener(work: Work) -> Callable[[], object]:
    @contextmanager
    def open_work() -> Iterator[Work]:
        yield work

    return open_work


def run(work: Work, count: int, jobs: int) -> list[object]:
    return list(spread(opener(work), range(count), jobs))  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _no_child_is_left() -> Iterator[None]:
    """Our children after a test are those from before it."""
    before = children()
    yield
    assert children() == before


def children() -> str:
    listed = Path(f"/proc/self/task/{os.getpid()}/children")
    return listed.read_text() if listed.exists() else ""


@pytest.mark.parametrize("jobs", [1, 2, 3, 9])
@pytest.mark.parametrize("count", [0, 1, 2, 5, 200])
def test_results_come_in_the_order_of_the_items(count: int, jobs: int) -> None:
    assert run(lambda n: n * n, count, jobs) == [n * n for n in range(count)]


def test_who_may_have_no_more_processes_works_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    assert run(lambda n: n * n, 5, 3) == [0, 1, 4, 9, 16]


def test_the_slow_ones_come_in_their_place_too() -> None:
    def work(n: int) -> int:
        time.sleep(0.05 if n % 7 == 0 else 0)
        return n

    assert run(work, 40, 4) == list(range(40))


def test_several_processes_work() -> None:
    def work(n: int) -> int:
        time.sleep(0.01)
        return os.getpid()

    assert len(set(run(work, 30, 3))) == 3


def test_each_process_opens_its_work_once() -> None:
    @contextmanager
    def open_work() -> Iterator[Callable[[int], tuple[int, int]]]:
        own = object()
        yield lambda n: (os.getpid(), id(own))

    made = set(spread(open_work, range(50), 2))
    assert len(made) <= 2


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_first_error_in_the_order_of_the_items_is_raised(jobs: int) -> None:
    def work(n: int) -> int:
        if n in (7, 31):
            raise InputError(f"item {n}", "mend it", n)
        return n

    with pytest.raises(InputError, match="item 7") as caught:
        run(work, 40, jobs)
    assert (caught.value.hint, caught.value.line) == ("mend it", 7)


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_fault_of_ours_is_raised_with_its_trace(jobs: int) -> None:
    def work(n: int) -> int:
        return 1 // (n - 20)

    with pytest.raises(ZeroDivisionError) as caught:
        run(work, 40, jobs)
    assert caught.traceback[-1].path == Path(__file__)


def test_what_a_killed_fork_owed_is_done_here() -> None:
    parent = os.getpid()

    def work(n: int) -> int:
        time.sleep(0.005)
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return n

    assert run(work, 20, 3) == list(range(20))


def test_large_results_do_not_block() -> None:
    assert [len(str(r)) for r in run(lambda n: "x" * 300_000, 12, 3)] == [300_000] * 12


SLEEPER = """
import contextlib, os, sys, time
from briefkit.pipeline.pool import spread

@contextlib.contextmanager
def open_work():
    mark = f"{sys.argv[1]}/{os.getpid()}"
    open(mark, "w").close()
    try:
        yield lambda n: time.sleep(60)
    finally:
        os.unlink(mark)

list(spread(open_work, range(8), 3))
"""


PATIENCE = 50
"""Seconds for what takes a moment: fewer than the program would sleep, more than a busy disk holds it up."""


def started(folder: Path) -> subprocess.Popen[bytes]:
    """A program with two forks, all three at work and each with a file that it removes when it ends as it should."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = subprocess.Popen(
        [sys.executable, "-c", SLEEPER, str(folder)], env=environment, stderr=subprocess.DEVNULL, start_new_session=True
    )
    patience = time.monotonic() + 20
    while len(list(folder.iterdir())) < 3:
        assert time.monotonic() < patience
        time.sleep(0.02)
    return program


def all_end(pids: list[int]) -> bool:
    patience = time.monotonic() + 10
    while time.monotonic() < patience:
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.02)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("to_all", [True, False], ids=["to the group", "to the parent alone"])
def test_ctrl_c_ends_all_forks_and_they_clean_up(tmp_path: Path, to_all: bool) -> None:
    program = started(tmp_path)
    pids = [int(path.name) for path in tmp_path.iterdir()]
    if to_all:
        os.killpg(program.pid, signal.SIGINT)
    else:
        program.send_signal(signal.SIGINT)
    program.wait(PATIENCE)
    assert all_end(pids)
    assert list(tmp_path.iterdir()) == []


def test_a_fork_that_drops_the_signal_is_ended_by_force(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "PATIENCE", 0.3)
    parent = os.getpid()
    asleep, wakes = os.pipe()

    def work(number: int) -> object:
        if os.getpid() == parent:
            os.read(asleep, 1)  # the fork is there and deaf
            raise RuntimeError("stop")
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        os.write(wakes, b"x")
        time.sleep(600)
        return number

    started = time.monotonic()
    with pytest.raises(RuntimeError, match="stop"):
        run(work, 8, 2)
    assert time.monotonic() - started < PATIENCE


@pytest.mark.skipif(sys.platform != "linux", reason="the system ends the forks")
def test_forks_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    program = started(tmp_path)
    pids = [int(path.name) for path in tmp_path.iterdir()]
    program.kill()
    program.wait(PATIENCE)
    assert all_end(pids)
    assert [path.name for path in tmp_path.iterdir()] == [str(program.pid)]
