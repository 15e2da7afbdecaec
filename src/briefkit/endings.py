"""The signals that ask a program to end and that it may hear, with the codes it then ends with."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator

ENDS = {
    number: 128 + number
    for number in (
        *(signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM),
        *(signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGXCPU, signal.SIGVTALRM, signal.SIGPROF),
    )
}


@contextlib.contextmanager
def signals_held() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM wait until what is started is known, or what is ended is gone.

    Python forgets the exception of a signal that comes while it forks: the run would go on as if nothing had been said.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
