"""What becomes of a brief whose check takes too long, nests too deeply or needs too much memory."""

from __future__ import annotations

import os
import signal
import time
from contextlib import nullcontext

import pytest

from briefkit.errors import ToolLimitError
from briefkit.pipeline import bounds as bounds_module
from briefkit.pipeline.bounds import Bounds
from briefkit.pipeline.pool import spread


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has so much to do that the clock says nothing."""
    monkeypatch.setattr(bounds_module, "PATIENCE", 1_000)


def count_for_ever() -> None:
    while True:
        pass


def count(seconds: float) -> None:
    """Use so many seconds of processor."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


@pytest.mark.usefixtures("busy")
def test_a_step_that_takes_too_long_is_ended() -> None:
    with pytest.raises(ToolLimitError, match=r"did not finish within 0\.1 seconds"), Bounds(0.1).within():
        count_for_ever()


@pytest.mark.usefixtures("busy")
def test_steps_use_up_the_same_seconds() -> None:
    bounds = Bounds(0.3)
    with bounds.within():
        count(0.2)
    start = time.thread_time()
    with pytest.raises(ToolLimitError), bounds.within():
        count_for_ever()
    assert time.thread_time() - start < 0.25


def test_what_other_programs_take_costs_nothing() -> None:
    bounds = Bounds(0.2)
    with bounds.within():
        time.sleep(0.3)
    assert bounds.left > 0.1


def test_a_step_that_waits_for_ever_is_ended_by_the_clock() -> None:
    why = r"its check did not finish within 0\.4 seconds on the clock"
    with pytest.raises(ToolLimitError, match=why), Bounds(0.1).within():
        time.sleep(60)


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("index", [0, 1])
def test_a_part_that_runs_elsewhere_is_ended_too(index: int) -> None:
    bounds = Bounds(0.2)
    parts = [bounds.shared(part) for part in (count_for_ever, time.process_time)]
    if index:
        parts.reverse()
    with pytest.raises(ToolLimitError, match=r"did not finish within 0\.2 seconds$"), bounds.within():
        list(spread(lambda: nullcontext(lambda part: part()), parts, 2))


@pytest.mark.usefixtures("busy")
def test_a_fork_of_a_step_has_an_alarm_of_its_own() -> None:
    bounds = Bounds(0.2)

    def run_in_a_fork() -> int:
        pid = os.fork()
        if pid == 0:
            try:
                bounds.shared(count_for_ever)()
            except ToolLimitError:
                os._exit(7)
            os._exit(1)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

    with bounds.within():
        assert run_in_a_fork() == 7


def test_what_comes_between_two_steps_costs_nothing() -> None:
    bounds = Bounds(0.2)
    time.sleep(0.3)
    with bounds.within():
        pass
    assert bounds.clock > 0.7


def test_what_has_a_limit_of_its_own_costs_nothing_within_a_step() -> None:
    bounds = Bounds(0.2)
    with bounds.within(), bounds.outside():
        count(0.3)
    assert (bounds.left > 0.1, bounds.clock > 0.7) == (True, True)


@pytest.mark.usefixtures("busy")
def test_the_rest_of_the_step_is_bounded_again() -> None:
    bounds = Bounds(0.2, "its layout")
    start = time.thread_time()

    def wait_and_count() -> None:
        with bounds.outside():
            count(0.3)
        count_for_ever()

    with pytest.raises(ToolLimitError, match=r"its layout did not finish within 0\.2 seconds"), bounds.within():
        wait_and_count()
    assert time.thread_time() - start < 0.8


def test_outside_of_a_step_there_is_nothing_to_stop() -> None:
    bounds = Bounds(0.2)
    with bounds.outside():
        assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert (signal.getitimer(signal.ITIMER_REAL), bounds.left) == ((0, 0), 0.2)


def test_no_alarm_is_left_behind() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with Bounds(5).within():
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) is before


@pytest.mark.parametrize(("error", "told"), [(RecursionError, "nested too deeply"), (MemoryError, "not enough memory")])
def test_too_deep_and_too_large_are_limits_too(error: type[Exception], told: str) -> None:
    with pytest.raises(ToolLimitError, match=told), Bounds(5).within():
        raise error
