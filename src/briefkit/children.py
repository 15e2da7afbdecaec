"""Work in a child process of our own: a function in, its bytes out, within limits, and nothing is left behind.

The child is a fork, so nothing has to be handed over; it has its own session, dies with us, and answers through a pipe.
An engine that runs wild ends as a RenderError, not as the end of the program.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from typing import NoReturn, Self

from briefkit.errors import BriefkitError, RenderError, ToolLimitError
from briefkit.limits import Limits, keep_to

ENGINE = Limits(seconds=120, address_space=2048)
"""What a page engine may use."""

CHUNK = 1 << 20


class Child:
    """A piece of work that has been started; `result` waits for it. Used with `with`, it never outlives its block."""

    def __init__(self, name: str, work: Callable[[], bytes], limits: Limits = ENGINE) -> None:
        self.name = name
        self.limits = limits
        self.ends = time.monotonic() + limits.seconds
        self.pipe, answer = os.pipe()
        sys.stdout.flush()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.pipe)
            _work_in_child(work, answer, limits)
        os.close(answer)

    def __enter__(self) -> Self:
        """The child itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the child, if it still runs."""
        self.kill()

    def result(self) -> bytes:
        """What the work returned; raises what it raised, or what its end means."""
        said = self._read()
        status = self._wait()
        if not said:
            how = f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else f"exit code {os.WEXITSTATUS(status)}"
            raise RenderError(f"the {self.name} engine ended without a result ({how})", "is there memory enough?")
        kind, data, hint = pickle.loads(said)  # noqa: S301  (written by our own child)
        if kind is None:
            return bytes(data)
        raise kind(data, hint) if issubclass(kind, BriefkitError) else RuntimeError(data)

    def _read(self) -> bytes:
        """All that the child says until it closes the pipe, within its time."""
        parts: list[bytes] = []
        while True:
            ready, _, _ = select.select([self.pipe], [], [], max(0.0, self.ends - time.monotonic()))
            if not ready:
                self.kill()
                raise ToolLimitError(f"the {self.name} was not finished within {self.limits.seconds:g} seconds")
            part = os.read(self.pipe, CHUNK)
            if not part:
                return b"".join(parts)
            parts.append(part)

    def _wait(self) -> int:
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return status

    def kill(self) -> None:
        """End the child and what it started, if it still runs, and close the pipe."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(self.pid, signal.SIGKILL)  # it may not have its own session yet
            self._wait()
        if self.pipe >= 0:
            os.close(self.pipe)
            self.pipe = -1


def _work_in_child(work: Callable[[], bytes], answer: int, limits: Limits) -> NoReturn:
    """Do the work, say what came of it, and end without any of the parent's clean-up."""
    code = 1
    try:
        os.setsid()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        keep_to(limits)
        said = _outcome(work)
        with os.fdopen(answer, "wb") as pipe:
            pipe.write(said)
        code = 0
    finally:
        os._exit(code)


def _outcome(work: Callable[[], bytes]) -> bytes:
    """What the parent is told: (None, bytes, "") or (the error's class, its message, its hint)."""
    try:
        return pickle.dumps((None, work(), ""))
    except BriefkitError as error:
        return pickle.dumps((type(error), error.message, error.hint))
    except Exception:
        return pickle.dumps((RuntimeError, traceback.format_exc(), ""))
