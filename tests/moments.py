"""How long is too long, whatever the machine: beside a plain search for words, in the time of the processor.

A guard against work that grows with the square of its input, which takes hundreds of moments where it should take one
or ten; what is fast is measured by the benchmarks.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

TEXT = "a ministry pays for the repair of pumps in 2024; " * 40_000
ROUNDS = 2


def moment() -> float:
    """The seconds that a search for the words of two megabytes takes now, the better of two."""
    return min(_searched() for _ in range(ROUNDS))


def _searched() -> float:
    start = time.thread_time()
    re.findall(r"\w+", TEXT)
    return time.thread_time() - start


@contextmanager
def moments(most: float) -> Iterator[None]:
    """Fail when what is done within takes more than `most` moments of this thread."""
    start = time.thread_time()
    yield
    taken = (time.thread_time() - start) / moment()
    assert taken < most, f"{taken:.0f} moments"
