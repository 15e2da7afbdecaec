"""What our own part of one brief may take: seconds go in, ToolLimitError comes out when they are over.

pandoc has limits of its own. Ours are for briefs that are made to be slow: each step is near linear, yet a brief of two
megabytes that nobody thought of must not hold up the others.
"""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from types import FrameType
from typing import NoReturn

from briefkit.errors import ToolLimitError
from briefkit.model import EMPTY, Ast, Parsed, Runner

AGAIN = 1.0
"""Seconds to the next ring: Python drops an exception that comes in a callback."""

AT_LEAST = 0.001
"""A timer of no seconds would never ring."""


class Bounds:
    """The seconds that are left for our part of one brief; what runs `within` them uses them up.

    `what` and `done` say in messages what is bounded: `its check` is `checked`.
    """

    def __init__(self, seconds: float, what: str = "its check", done: str = "checked") -> None:
        self.seconds = self.left = seconds
        self.what, self.done = what, done

    @contextlib.contextmanager
    def within(self) -> Iterator[None]:
        """Run a step; ToolLimitError when it takes too long, nests too deeply or needs too much memory.

        Only the main thread has an alarm; elsewhere the step takes what it takes.
        """
        start = time.monotonic()
        try:
            with self._alarm():
                yield
        except RecursionError as error:
            raise ToolLimitError(f"it is nested too deeply to be {self.done}", "use fewer levels") from error
        except MemoryError as error:
            hint = "split it into several briefs"
            raise ToolLimitError(f"there was not enough memory for {self.what}", hint) from error
        finally:
            self.left -= time.monotonic() - start

    @contextlib.contextmanager
    def outside(self) -> Iterator[None]:
        """In the middle of a step: run what has a limit of its own, such as pandoc, at no cost."""
        is_ours = (
            threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGALRM) == self._ring
        )
        if not is_ours:
            yield
            return
        rest, _ = signal.setitimer(signal.ITIMER_REAL, 0)
        start = time.monotonic()
        try:
            yield
        finally:
            self.left += time.monotonic() - start
            signal.setitimer(signal.ITIMER_REAL, max(rest, AT_LEAST), AGAIN)

    @contextlib.contextmanager
    def _alarm(self) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGALRM, self._ring)
        try:
            signal.setitimer(signal.ITIMER_REAL, max(self.left, AT_LEAST), AGAIN)
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    def _ring(self, number: int, frame: FrameType | None) -> NoReturn:
        hint = "split it into several briefs, or set check-seconds under [limits]"
        raise ToolLimitError(f"{self.what} did not finish within {self.seconds:g} seconds", hint)


class Outside:
    """A pandoc whose calls cost nothing of some bounds; implements `model.Runner`."""

    def __init__(self, bounds: Bounds, runner: Runner) -> None:
        self.bounds, self.runner = bounds, runner

    def read(self, text: str, format: str) -> Parsed:
        """As the runner itself."""
        with self.bounds.outside():
            return self.runner.read(text, format)

    def write(self, ast: Ast, format: str, options: Sequence[str] = (), files: Mapping[str, bytes] = EMPTY) -> bytes:
        """As the runner itself."""
        with self.bounds.outside():
            return self.runner.write(ast, format, options, files)

    def default_file(self, name: str) -> bytes:
        """As the runner itself."""
        with self.bounds.outside():
            return self.runner.default_file(name)
