"""Work on many briefs in several processes: items in, one result each out, in the order of the items.

The processes are forks of this one, which works with them. Slices of the items are dealt through a pipe: whoever is
free takes the next number. Results come back in a file without a name, so that nobody waits for anybody. A fork dies
when we do, and ends with its own pandoc when it is told to; what a fork that was killed owed is done here.
"""

from __future__ import annotations

import contextlib
import io
import os
import pickle
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import pairwise
from types import FrameType, MappingProxyType
from typing import IO, Any, NoReturn, TypeVar

from briefkit.endings import ENDS, signals_held
from briefkit.errors import BriefkitError
from briefkit.folders import run_folder
from briefkit.processes import die_with_parent, wait_for_end
from briefkit.values import Value

Item = TypeVar("Item")
Made = TypeVar("Made")

Opener = Callable[[], AbstractContextManager[Callable[[Item], Made]]]
"""Opens what the work on all items of one process needs, such as a pandoc that stays up, and gives the work."""

PATIENCE = 5.0
"""Seconds that a fork has to clean up behind it."""

NUMBER = 4
"""Bytes of a number in the pipe: far below what a pipe takes and gives in one piece."""

SLICES = 8
"""Slices for each process: many enough that all end together, few enough that dealing costs nothing."""

MOST_SLICES = 4096
"""What surely fits into a pipe that nobody reads yet."""


def spread(open_work: Opener[Item, Made], items: Sequence[Item], jobs: int) -> Iterator[Made]:
    """The results of the work on all items, in their order; an error of one is raised when its turn comes."""
    if jobs < 2 or len(items) < 2:
        with open_work() as work:
            yield from (work(item) for item in items)
        return
    yield from _unpacked(_Pool(open_work, items, min(jobs, len(items))).run())


class _Raised(Value):
    """An error that the work on an item raised."""

    error: BriefkitError


def _unpacked(results: Sequence[Any]) -> Iterator[Any]:
    for result in results:
        if isinstance(result, _Raised):
            raise result.error
        yield result


class _Packer(pickle.Pickler):
    """Pickles our values, read-only mappings among them."""

    def reducer_override(self, value: object) -> Any:
        """How a mapping is made again; all else as pickle does it."""
        return (_read_only, (dict(value),)) if isinstance(value, MappingProxyType) else NotImplemented


def pack(value: object) -> bytes:
    """A value of ours as bytes for another process."""
    packed = io.BytesIO()
    _Packer(packed, pickle.HIGHEST_PROTOCOL).dump(value)
    return packed.getvalue()


def unpack(packed: IO[bytes]) -> Any:
    """The next value that `pack` wrote; EOFError or UnpicklingError where it was cut off."""
    return pickle.load(packed)  # noqa: S301 - a fork of this process wrote it, into a file without a name


def _read_only(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


class _Fork(Value):
    """A process of ours, and the file in which it leaves what it made."""

    pid: int
    made: IO[bytes]


class _Pool:
    """The items, the pipe from which their slices are taken, and the forks that take them."""

    def __init__(self, open_work: Opener[Any, Any], items: Sequence[Any], jobs: int) -> None:
        self.open_work = open_work
        self.items = items
        self.jobs = jobs
        count = min(jobs * SLICES, len(items), MOST_SLICES)
        edges = [len(items) * n // count for n in range(count + 1)]
        self.slices = [range(low, high) for low, high in pairwise(edges)]
        self.forks: list[_Fork] = []

    def run(self) -> Sequence[Any]:
        """All results; no fork is left when this returns or raises."""
        run_folder()  # made here, so that it goes when we end: the forks have it too
        with self._dealt() as deal:
            try:
                with contextlib.suppress(OSError):  # where no more processes or files are to be had we work with fewer
                    for _ in range(self.jobs - 1):
                        self._fork(deal)
                results = dict(self._work(deal))
                for fork in self.forks:
                    os.waitpid(fork.pid, 0)
                    results |= _read(fork.made)
            finally:
                self._end()
        owed = [n for n in range(len(self.items)) if n not in results]
        if owed:
            results |= self._results(owed)
        return [results[n] for n in range(len(self.items))]

    @contextlib.contextmanager
    def _dealt(self) -> Iterator[int]:
        """A pipe that holds the numbers of the slices and then its end."""
        deal, numbers = os.pipe()
        try:
            os.write(numbers, b"".join(n.to_bytes(NUMBER, "big") for n in range(len(self.slices))))
        finally:
            os.close(numbers)
        try:
            yield deal
        finally:
            os.close(deal)

    def _fork(self, deal: int) -> None:
        """Fork, with signals held back until parent and child know what to do with them; OSError where we may not."""
        made = tempfile.TemporaryFile(prefix="briefkit-")  # noqa: SIM115 - `_end` closes it, when the fork has ended
        parent = os.getpid()
        sys.stdout.flush()
        sys.stderr.flush()
        with signals_held():
            try:
                pid = os.fork()
            except OSError:
                made.close()
                raise
            if pid == 0:
                self._live(deal, made, parent)
            self.forks.append(_Fork(pid, made))

    def _live(self, deal: int, made: IO[bytes], parent: int) -> NoReturn:
        """The life of a fork: it works until the pipe is empty, and never returns into what it was forked from.

        A fault of ours ends it in silence: the parent does what it owes, meets the same fault, and tells it.
        """
        try:
            _end_with(parent)
            for numbered in self._work(deal):
                made.write(pack(numbered))
            made.flush()
        except BaseException:
            os._exit(1)
        os._exit(0)

    def _work(self, deal: int) -> Iterator[tuple[int, Any]]:
        """The results of all slices that this process takes from the pipe."""
        with self.open_work() as work:
            while number := os.read(deal, NUMBER):
                for index in self.slices[int.from_bytes(number, "big")]:
                    yield index, _tried(work, self.items[index])

    def _results(self, owed: Sequence[int]) -> dict[int, Any]:
        with self.open_work() as work:
            return {index: _tried(work, self.items[index]) for index in owed}

    def _end(self) -> None:
        """End the forks that still run, and wait for them: they clean up behind them."""
        for fork in self.forks:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                _end_fork(fork.pid)
            fork.made.close()


def _end_fork(pid: int) -> None:
    """End a fork; one that drops the signal, as Python does in its callbacks, gets it again, and is ended by force."""
    for number in (signal.SIGTERM, signal.SIGTERM, signal.SIGKILL):
        if wait_for_end(pid, 0.0):
            break
        os.kill(pid, number)
        wait_for_end(pid, time.monotonic() + PATIENCE)
    os.waitpid(pid, 0)


def _tried(work: Callable[[Any], Any], item: Any) -> Any:
    try:
        return work(item)
    except BriefkitError as error:
        return _Raised(error)


def _read(made: IO[bytes]) -> dict[int, Any]:
    """The results in a file, up to where its writer was killed."""
    results: dict[int, Any] = {}
    made.seek(0)
    with contextlib.suppress(EOFError, pickle.UnpicklingError):
        while True:
            number, result = unpack(made)
            results[number] = result
    return results


def _end_with(parent: int) -> None:
    """Make this fork end when its parent does or tells it to; Ctrl-C goes to the parent, which tells it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDS)
    die_with_parent(signal.SIGTERM)
    if os.getppid() != parent:
        raise SystemExit(1)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
