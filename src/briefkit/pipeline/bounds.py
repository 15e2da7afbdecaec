"""What our own part of one brief may take: seconds go in, ToolLimitError comes out when they are over.

pandoc has limits of its own. Ours are for briefs that are made to be slow: each step is near linear, yet a brief of two
megabytes that nobody thought of must not hold up the others. Seconds are those of the processor, for how busy a machine
is says nothing of a brief. The clock ends a step too, much later: one that waits uses no processor.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import FrameType
from typing import TypeVar

from briefkit.errors import ToolLimitError
from briefkit.model import EMPTY, Ast, Parsed, Runner
from briefkit.processes import PATIENCE, ChildLimits, clock, too_long

Made = TypeVar("Made")

AGAIN = 1.0
"""Seconds to the next ring: Python drops an exception that comes in a callback."""

AT_LEAST = 0.001
"""A timer of no seconds would never ring."""


class Bounds:
    """The seconds that are left for our part of one brief; what runs `within` them uses them up.

    `what` and `done` say in messages what is bounded: `its check` is `checked`.
    """

    def __init__(self, seconds: float, what: str = "its check", done: str = "checked") -> None:
        self.limits = ChildLimits(seconds, patience=PATIENCE, setting="check-seconds")
        self.left, self.clock = seconds, clock(self.limits)
        self.what, self.done = what, done
        self.process = 0
        self._begin()

    @contextlib.contextmanager
    def within(self) -> Iterator[None]:
        """Run a step; ToolLimitError when it takes too long, nests too deeply or needs too much memory.

        Only the main thread has an alarm; elsewhere the step takes what it takes.
        """
        self._begin()
        try:
            with self._alarm():
                yield
        except RecursionError as error:
            raise ToolLimitError(f"it is nested too deeply to be {self.done}", "use fewer levels") from error
        except MemoryError as error:
            hint = "split it into several briefs"
            raise ToolLimitError(f"there was not enough memory for {self.what}", hint) from error
        finally:
            self._count()

    def shared(self, part: Callable[[], Made]) -> Callable[[], Made]:
        """A part of a step that a fork may run: a fork has no timer of ours, so it gets what is left of the seconds."""

        def run() -> Made:
            if os.getpid() == self.process:
                return part()
            with self.within():
                return part()

        return run

    @contextlib.contextmanager
    def outside(self) -> Iterator[None]:
        """In the middle of a step: run what has a limit of its own, such as pandoc, at no cost."""
        is_ours = (
            threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGALRM) == self._ring
        )
        if not is_ours:
            yield
            return
        signal.setitimer(signal.ITIMER_REAL, 0)
        self._count()
        try:
            yield
        finally:
            self._begin()
            self._wind()

    @contextlib.contextmanager
    def _alarm(self) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGALRM, self._ring)
        try:
            self._wind()
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    def _begin(self) -> None:
        self.process = os.getpid()
        self.used, self.time = time.thread_time(), time.monotonic()

    def _count(self) -> None:
        """Take off what was used since the last count."""
        used, now = self.used, self.time
        self._begin()
        self.left -= self.used - used
        self.clock -= self.time - now

    def _wind(self) -> None:
        """Let the alarm ring when the seconds can be over at the earliest."""
        signal.setitimer(signal.ITIMER_REAL, max(min(self.left, self.clock), AT_LEAST), AGAIN)

    def _ring(self, number: int, frame: FrameType | None) -> None:
        self._count()
        if self.left > AT_LEAST and self.clock > AT_LEAST:
            self._wind()
            return
        raise too_long(self.what, self.limits, "split it into several briefs", on_clock=self.left > AT_LEAST)


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
