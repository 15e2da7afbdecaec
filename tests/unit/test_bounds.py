"""What becomes of a brief whose check takes too long, nests too deeply or needs too much memory."""

from __future__ import annotations

import signal
import time

import pytest

from briefkit.errors import ToolLimitError
from briefkit.pipeline.bounds import Bounds


def count_for_ever() -> None:
    while True:
        pass


def test_a_step_that_takes_too_long_is_ended() -> None:
    with pytest.raises(ToolLimitError, match=r"did not finish within 0\.1 seconds"), Bounds(0.1).within():
        count_for_ever()


def test_steps_use_up_the_same_seconds() -> None:
    bounds = Bounds(0.3)
    with bounds.within():
        time.sleep(0.2)
    start = time.monotonic()
    with pytest.raises(ToolLimitError), bounds.within():
        count_for_ever()
    assert time.monotonic() - start < 0.25


def test_what_comes_between_two_steps_costs_nothing() -> None:
    bounds = Bounds(0.2)
    time.sleep(0.3)
    with bounds.within():
        pass
    assert bounds.left > 0.1


def test_what_has_a_limit_of_its_own_costs_nothing_within_a_step() -> None:
    bounds = Bounds(0.2)
    with bounds.within(), bounds.outside():
        time.sleep(0.3)
    assert bounds.left > 0.1


def test_the_rest_of_the_step_is_bounded_again() -> None:
    bounds = Bounds(0.2, "its layout")
    start = time.monotonic()

    def wait_and_count() -> None:
        with bounds.outside():
            time.sleep(0.3)
        count_for_ever()

    with pytest.raises(ToolLimitError, match=r"its layout did not finish within 0\.2 seconds"), bounds.within():
        wait_and_count()
    assert time.monotonic() - start < 0.8


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
