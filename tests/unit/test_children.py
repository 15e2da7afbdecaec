"""Work in a child: its result, its errors, its limits, and that nothing of it stays."""

from __future__ import annotations

import os
import signal
import time

import pytest

from briefkit.children import Child
from briefkit.errors import InputError, RenderError, ToolLimitError
from briefkit.limits import Limits

ROOMY = Limits(seconds=30, address_space=2048)


def fail() -> bytes:
    raise InputError("no such thing", "look again")


def hang() -> bytes:
    time.sleep(600)
    return b""


def die() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_the_result_comes_back_whole() -> None:
    with Child("test", lambda: bytes(5_000_000), ROOMY) as child:
        assert child.result() == bytes(5_000_000)


def test_an_error_comes_back_with_its_hint() -> None:
    with Child("test", fail, ROOMY) as child, pytest.raises(InputError) as caught:
        child.result()
    assert (caught.value.message, caught.value.hint) == ("no such thing", "look again")


def test_a_fault_of_ours_comes_back_as_one() -> None:
    with Child("test", lambda: bytes(1 // 0), ROOMY) as child, pytest.raises(RuntimeError, match="ZeroDivisionError"):
        child.result()


def test_a_child_that_dies_is_told() -> None:
    with Child("test", die, ROOMY) as child, pytest.raises(RenderError, match="signal 9"):
        child.result()


def test_a_child_that_takes_too_long_is_ended() -> None:
    with Child("test", hang, Limits(seconds=0.2)) as child:
        pid = child.pid
        with pytest.raises(ToolLimitError, match=r"within 0\.2 seconds"):
            child.result()
    assert is_gone(pid)


def test_a_child_that_nobody_waits_for_is_ended_with_its_block() -> None:
    with Child("test", hang, ROOMY) as child:
        pid = child.pid
    assert is_gone(pid)


def test_a_child_that_wants_too_much_memory_is_told() -> None:
    with (
        Child("test", lambda: bytes(3 << 30), Limits(seconds=30, address_space=1024)) as child,
        pytest.raises(RuntimeError, match="MemoryError"),
    ):
        child.result()
