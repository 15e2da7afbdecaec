"""What our own part of one brief may take: seconds go in, ToolLimitError comes out when they are over.

pandoc has limits of its own. Ours are for briefs that are made to be slow: each step is near linear, yet a brief of two
megabytes that nobody thought of must not hold up the others.
"""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn

from briefkit.errors import ToolLimitError

AGAIN = 1.0
"""Seconds to the next ring: Python drops an exception that comes in a callback."""

AT_LEAST = 0.001
"""A timer of no seconds would never ring."""


class Bounds:
    """The seconds that are left for our part of one brief; what runs `within` them uses them up."""

    def __init__(self, seconds: float) -> None:
        self.seconds = self.left = seconds

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
            raise ToolLimitError("it is nested too deeply to be checked", "use fewer levels") from error
        except MemoryError as error:
            raise ToolLimitError("there was not enough memory to check it", "split it into several briefs") from error
        finally:
            self.left -= time.monotonic() - start

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
        raise ToolLimitError(f"its check did not finish within {self.seconds:g} seconds", hint)
