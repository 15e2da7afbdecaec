"""Programs that stand in for pandoc, runs that can be interrupted at a moment we choose, and what they leave behind."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefkit.pandoc import find_pandoc
from tests.e2e.command import Ran, environment

PR_SET_CHILD_SUBREAPER = 36
PATIENCE = 60


def stand_in(folder: Path, body: str) -> dict[str, str]:
    """The environment of a run whose pandoc is this shell script; `$REAL` in it is the true one."""
    package = folder / "stand-in" / "pypandoc"
    (package / "files").mkdir(parents=True)
    (package / "__init__.py").write_text("", encoding="utf-8")
    script = package / "files" / "pandoc"
    script.write_text(f"#!/bin/sh\nREAL='{find_pandoc()}'\n{body}\n", encoding="utf-8")
    script.chmod(0o755)
    paths = (str(package.parent), os.environ.get("PYTHONPATH", ""), *sys.path)
    return {"PYTHONPATH": os.pathsep.join(p for p in paths if p)}


def blocking_at(folder: Path, word: str) -> dict[str, str]:
    """A pandoc that blocks, and says so by a file `blocked`, when one of its arguments is this word."""
    mark = folder / "blocked"
    body = f"""
for argument in "$@"; do
    if [ "$argument" = '{word}' ]; then
        echo $$ > '{mark}.part'; mv '{mark}.part' '{mark}'
        exec sleep 600
    fi
done
exec "$REAL" "$@\""""
    return stand_in(folder, body)


def start(
    arguments: Sequence[str], cwd: Path, env: dict[str, str], stdout: int = subprocess.PIPE
) -> subprocess.Popen[bytes]:
    """Start the command line in a session of its own."""
    return subprocess.Popen(
        (sys.executable, "-m", "briefkit", *arguments),
        cwd=cwd,
        env=environment(env),
        stdout=stdout,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def wait_for(path: Path, run: subprocess.Popen[bytes]) -> None:
    """Wait until a file is there, while the run goes on."""
    deadline = time.monotonic() + PATIENCE
    while not path.exists():
        assert run.poll() is None, f"it ended before: {run.communicate()}"
        assert time.monotonic() < deadline, f"{path.name} did not come"
        time.sleep(0.01)


def ended(run: subprocess.Popen[bytes]) -> Ran:
    """What a run leaves when it has ended."""
    out, err = run.communicate(timeout=PATIENCE)
    return Ran(run.returncode, (out or b"").decode(), err.decode())


@contextlib.contextmanager
def orphans() -> Iterator[list[int]]:
    """The processes that the runs in this block leave behind, known when it ends; they come to us and are ended."""
    left: list[int] = []
    if sys.platform != "linux":
        yield left
        return
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1)
    before = _children()
    try:
        yield left
    finally:
        left += _after_a_moment(before)
        for pid in left:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
        libc.prctl(PR_SET_CHILD_SUBREAPER, 0)


def _after_a_moment(before: set[int]) -> set[int]:
    """The new children that are still alive; those that were killed get a moment to go."""
    deadline = time.monotonic() + 5
    while True:
        left = _children() - before
        for pid in tuple(left):
            with contextlib.suppress(ChildProcessError):
                if os.waitpid(pid, os.WNOHANG)[0]:
                    left.discard(pid)
        if not left or time.monotonic() > deadline:
            return left
        time.sleep(0.02)


def _children() -> set[int]:
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        with contextlib.suppress(OSError):
            found |= {int(pid) for pid in (task / "children").read_text().split()}
    return found
