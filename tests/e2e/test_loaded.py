"""The briefkit that is loaded once for the tests does what one does that is started."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.e2e.command import PLAIN, UNSOURCED, briefkit
from tests.e2e.loaded import Loaded


@pytest.mark.parametrize(
    "arguments", [("check", "-"), ("check", "--no-such-option"), ("--version",), ("claims", "none.md")]
)
def test_a_run_is_the_same_whether_the_program_was_loaded_or_is_started(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    loaded = briefkit(*arguments, cwd=tmp_path, stdin=UNSOURCED.encode())
    started = briefkit(*arguments, cwd=tmp_path, stdin=UNSOURCED.encode(), python=("-s",))
    assert loaded == started


def test_a_run_that_takes_too_long_is_ended_and_the_next_one_is_not(tmp_path: Path) -> None:
    streams = [tmp_path / name for name in ("in", "out", "err")]
    for path in streams:
        path.touch()
    loaded = Loaded(PLAIN)
    with pytest.raises(subprocess.TimeoutExpired):
        loaded.run(("check", "-"), tmp_path, streams, PLAIN, 0)
    assert loaded.run(("--version",), tmp_path, streams, PLAIN, 60).code == 0
    loaded.end()
