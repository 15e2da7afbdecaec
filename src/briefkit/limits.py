"""What a process of ours may use, and that it ends when we do. The lowest of the effects: the others start from it."""

from __future__ import annotations

import ctypes
import resource
import signal
import sys
from dataclasses import dataclass

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one process may use: seconds of wall clock, megabytes of heap (pandoc's) and of address space."""

    seconds: float = 30.0
    heap: int = 512
    address_space: int = 1536


def keep_to(limits: Limits) -> None:
    """Called in a child: be killed when the parent ends, keep to the address space, leave no core."""
    if LIBC is not None:
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        space = limits.address_space << 20
        resource.setrlimit(resource.RLIMIT_AS, (space, space))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
