"""Work in children of our own: functions that give bytes go in, their bytes come out, within limits of time and memory.

A child is a fork in a session of its own that dies with us. It has nothing of our terminal, a temporary folder that we
remove after it, and one pipe to answer through. However it ends, by an exception, a signal or the clock, what comes
out here is one error that says so.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import gc
import json
import math
import os
import resource
import select
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, NoReturn, Protocol, Self

from briefkit import errors
from briefkit.endings import ENDS, signals_held
from briefkit.errors import (
    BriefkitError,
    MissingToolError,
    NoProcessError,
    RenderError,
    ToolLimitError,
    cure,
    missing_package,
    refused,
)
from briefkit.folders import new_folder, remove_left
from briefkit.values import Value

Work = Mapping[str, Callable[[], bytes]]
"""What a child is to make, one after another, by name."""

PR_SET_PDEATHSIG = 1
OURS = "briefkit"
CHUNK = 1 << 20
PART = 1 << 16
"""Bytes that are read at once of what a program prints; a pipe holds as many."""
PAUSE = 0.001
SMALLER = "make the brief or its pictures smaller"
BUSY = "try again when the machine has less to do"
LONGEST_MESSAGE, LONGEST_TRACEBACK = 2_000, 20_000
GIVEN_UP = (signal.SIGTRAP, signal.SIGABRT, signal.SIGILL)
"""How an engine ends that gets no memory and has no error for it."""
COARSE = 0.5
"""By how many seconds of processor what the system tells may differ from what it counts."""
PATIENCE = 4
"""How many times its seconds of processor a step may take on the clock: other programs may have the rest."""
SLACK = 5
"""Seconds of processor beyond those of the wall, where the wall's clock is the one that tells."""


class Seconds(Protocol):
    """How long something may take, and the setting that says so.

    Seconds are those of the wall clock; with `patience` they are those of the processor, and the clock may show so many
    times as many, for how busy a machine is says nothing of what is made.
    """

    @property
    def seconds(self) -> float:
        """Of the processor, or without patience of the clock."""

    @property
    def patience(self) -> int:
        """How many times as many the clock may show."""

    @property
    def setting(self) -> str:
        """What sets them, or nothing."""


class ChildLimits(Value):
    """What one child may use: `Seconds`, megabytes of address space."""

    seconds: float = 120.0
    address_space: int = 2048
    patience: int = 1
    setting: str = ""


def clock(limits: Seconds) -> float:
    """The seconds that the wall clock may show."""
    return limits.seconds * limits.patience


def processor(limits: Seconds) -> int:
    """Seconds of processor until a process is ended; a second before it is told to end."""
    return int(limits.seconds) + SLACK if limits.patience == 1 else max(math.ceil(limits.seconds), 1) + 1


def limit_processor(limits: Seconds) -> None:
    """In a child: use no more of the processor than this."""
    limit(resource.RLIMIT_CPU, processor(limits), warning=1)  # SIGXCPU comes a second before the end by force


def too_long(what: str, limits: Seconds, hint: str, *, on_clock: bool = True) -> ToolLimitError:
    """The error for what takes longer than it may, by the clock or by the processor, with a cure."""
    seconds, of = (clock(limits), " on the clock") if on_clock and limits.patience > 1 else (limits.seconds, "")
    cure = BUSY if of else hint
    more = f"; or set {limits.setting} under [limits]" if limits.setting else ""
    return ToolLimitError(f"{what} did not finish within {seconds:g} seconds{of}", f"{cure}{more}")


def out_of_processor(what: str, limits: Seconds, hint: str) -> ToolLimitError:
    """The error for what was ended by its limit of the processor, be it ours or that of who started us."""
    ours, theirs = processor(limits), _hard(resource.RLIMIT_CPU)
    if limits.patience > 1 and ours <= theirs:
        return too_long(what, limits, hint, on_clock=False)
    message = f"{what} used up the {min(ours, theirs):g} seconds of processor that it may have"
    return ToolLimitError(message, hint if ours <= theirs else "let it have more: ulimit -t unlimited")


class ChildFault(Exception):
    """Our own code failed in a child: a fault of briefkit, with the child's traceback as its text."""


class Child:
    """A started child; `result` waits for what it makes, `kill` ends it with all it has started."""

    def __init__(self, what: str, work: Work, limits: ChildLimits, hint: str = "") -> None:
        self.what, self.limits, self.hint = what, limits, hint
        self.deadline = time.monotonic() + clock(limits)
        self.pid, self.used = 0, 0.0
        with contextlib.ExitStack() as undo:
            with signals_held():
                self._start(work)
                undo.callback(self.kill)
            undo.pop_all()  # a signal that was held has come before this

    def _start(self, work: Work) -> None:
        self.folder = new_folder()
        remove_left()
        self.pipe, answer = os.pipe()
        parent = os.getpid()
        try:
            self.pid = os.fork()
        except OSError as error:
            self._forget(answer)
            message = f"no process could be started for {self.what}: {error.strerror}"
            raise NoProcessError(message, cure(error) or "end other programs") from error
        if self.pid == 0:
            _be_child(parent, answer, work, self.limits, self.folder)
        os.close(answer)

    def __enter__(self) -> Self:
        """The child itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the child."""
        self.kill()

    def result(self) -> dict[str, bytes]:
        """What the child made, by name; raises a BriefkitError that says why it made nothing, or ChildFault."""
        try:
            answer = self._answer()
        finally:
            status = self.kill()
        head, _, body = answer.partition(b"\n")
        try:
            told: dict[str, Any] = json.loads(head)
        except (ValueError, RecursionError):
            raise self._ended(status) from None
        if "error" in told:
            raise self._error(told)
        return _parts(told["made"], body)

    def _answer(self) -> bytes:
        """All that comes through the pipe, within the time."""
        parts: list[bytes] = []
        while True:
            left = self.deadline - time.monotonic()
            if left <= 0 or not select.select([self.pipe], [], [], left)[0]:
                raise too_long(self.what, self.limits, self.hint or SMALLER)
            part = os.read(self.pipe, CHUNK)
            if not part:
                return b"".join(parts)
            parts.append(part)

    def _error(self, told: Mapping[str, Any]) -> Exception:
        """The error that the child tells of: one of ours as it was, a foreign one as a RenderError, a fault."""
        kind = getattr(errors, str(told["error"]), None)
        if isinstance(kind, type) and issubclass(kind, BriefkitError):
            return kind(told["message"], told["hint"], told["line"])
        if told["error"] == "MemoryError":
            return self._out_of_memory()
        if told["foreign"]:
            why = f"{told['error']}: {told['message'][:400]}".rstrip(": ")
            return RenderError(f"{self.what} could not be made: {why}", self.hint)
        return ChildFault(f"{told['error']}: {told['message']}\n{told['traceback']}")

    def _ended(self, status: int) -> BriefkitError:
        """The error for a child that ended without an answer."""
        code = os.waitstatus_to_exitcode(status)
        if code == -signal.SIGXCPU or (code == -signal.SIGKILL and self.used + COARSE >= _hard(resource.RLIMIT_CPU)):
            return out_of_processor(self.what, self.limits, self.hint or SMALLER)
        if code == -signal.SIGKILL or (-code in GIVEN_UP and self._memory() < self.limits.address_space):
            return self._out_of_memory()
        cause = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return RenderError(f"{self.what} could not be made: the engine was ended by {cause}", self.hint)

    def _memory(self) -> float:
        """The megabytes that the child had: ours, or less where who started us has set less."""
        theirs = min(_hard(resource.RLIMIT_AS), _hard(resource.RLIMIT_DATA)) / (1 << 20)
        return min(self.limits.address_space, theirs)

    def _out_of_memory(self) -> ToolLimitError:
        had = self._memory()
        hint = self.hint if had == self.limits.address_space else "let it have more: ulimit -v unlimited -d unlimited"
        return ToolLimitError(f"{self.what} ran out of memory ({had:,.0f} MB)", hint)

    def kill(self) -> int:
        """End the child and its group, if it still runs, remove its folder, and return its wait status."""
        if not self.pid:
            return 0
        with signals_held():
            pid, self.pid = self.pid, 0
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)  # though it has ended: what it started may not have
            with contextlib.suppress(ProcessLookupError, PermissionError):
                if not _has_ended(pid):  # it had no group of its own yet
                    os.kill(pid, signal.SIGKILL)
            _, status, usage = os.wait4(pid, 0)
            self.used = usage.ru_utime + usage.ru_stime
            self._forget()
        return status

    def _forget(self, *pipes: int) -> None:
        for pipe in (self.pipe, *pipes):
            with contextlib.suppress(OSError):
                os.close(pipe)
        shutil.rmtree(self.folder, ignore_errors=True)


def drain(popen: subprocess.Popen[bytes], most: int, deadline: float = math.inf) -> tuple[bytes, bytes]:
    """All that a process prints, until it has closed both pipes; the bytes of both are counted together.

    Raises OverflowError when they are more than `most`, TimeoutError when `time.monotonic` passes `deadline`.
    """
    said: dict[Any, list[bytes]] = {popen.stdout: [], popen.stderr: []}
    size = 0
    with selectors.DefaultSelector() as selector:
        for pipe in said:
            selector.register(pipe, selectors.EVENT_READ)
        while selector.get_map():
            left = None if deadline == math.inf else max(0.0, deadline - time.monotonic())
            for key, _ in selector.select(left):
                part = os.read(key.fd, PART)
                said[key.fileobj].append(part)
                size += len(part)
                if not part:
                    selector.unregister(key.fileobj)
            if size > most:
                raise OverflowError(f"more than {most} bytes were printed")
            if time.monotonic() > deadline:
                raise TimeoutError("it went on printing")
    return b"".join(said[popen.stdout]), b"".join(said[popen.stderr])


def wait_for_end(pid: int, deadline: float) -> bool:
    """Whether a child of ours ends in time; its number stays its own, so that its group can be ended after it."""
    while not _has_ended(pid):
        if time.monotonic() > deadline:
            return False
        time.sleep(PAUSE)
    return True


def _has_ended(pid: int) -> bool:
    """Whether a child of ours has ended and only waits for us to say so."""
    found = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    return found is not None


def _parts(sizes: list[list[Any]], body: bytes) -> dict[str, bytes]:
    """The parts of an answer by name; raises when some of it is missing."""
    made: dict[str, bytes] = {}
    start = 0
    for name, size in sizes:
        made[name] = body[start : start + size]
        start += size
    if start != len(body):
        raise RenderError("an answer came out incomplete", "is the memory full?")
    return made


def processor_used(pid: int) -> float:
    """The seconds of processor that a process of ours has used; 0 where the system does not tell (Linux does)."""
    if sys.platform != "linux":
        return 0.0
    return time.clock_gettime(~pid << 3 | 2)  # the clock of a process, CPUCLOCK_SCHED: see clock_getcpuclockid(3)


LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def die_with_parent(number: signal.Signals = signal.SIGKILL) -> None:
    """In a child: get this signal when the parent dies, however it dies. Linux only."""
    if LIBC is not None:
        LIBC.prctl(PR_SET_PDEATHSIG, number)


def limit(what: int, most: int, warning: int = 0) -> None:
    """In a child: use no more of this, the soft limit `warning` below; who started us may have set less: that holds."""
    least = int(min(most, _hard(what)))
    resource.setrlimit(what, (max(least - warning, 1) if warning else least, least))


def _hard(what: int) -> float:
    """What the system lets this user have at most of this."""
    hard = resource.getrlimit(what)[1]
    return float("inf") if hard == resource.RLIM_INFINITY else float(hard)


def limit_memory(megabytes: int) -> None:
    """In a child: take no more address space than this (Linux only), and leave no core, which would hold the text."""
    if sys.platform == "linux":
        limit(resource.RLIMIT_AS, megabytes << 20)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


# --- in the child -----------------------------------------------------------------------------


def _be_child(parent: int, answer: int, work: Work, limits: ChildLimits, folder: str) -> NoReturn:
    """All of a child's life; whatever happens, it ends here and never runs on in the parent's code."""
    code = 1
    try:
        _settle(parent, limits, folder)
        _send(answer, _made(work))
        code = 0
    except BaseException as error:  # the end of the process: there is nobody to pass it on to
        with contextlib.suppress(BaseException):
            _send(answer, _told(error))
    finally:
        os._exit(code)


def _settle(parent: int, limits: ChildLimits, folder: str) -> None:
    """Leave the parent's terminal, folder and signals, die when it dies, and keep to the limits."""
    os.setsid()
    die_with_parent()
    limit_memory(limits.address_space)
    if os.getppid() != parent:
        os._exit(1)
    for number in ENDS:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    limit_processor(limits)
    nothing = _open_nothing()
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.umask(0o077)
    tempfile.tempdir = folder
    os.environ["TMPDIR"] = folder  # for what an engine starts
    gc.freeze()  # what the parent made stays as it is, and its pages stay shared


def _open_nothing() -> int:
    """The file that is empty and takes all; MissingToolError where a container has none."""
    try:
        return os.open(os.devnull, os.O_RDWR)
    except OSError as error:
        hint = cure(error) or f"make it: mknod -m 666 {os.devnull} c 1 3; or run the container with a /dev of its own"
        raise MissingToolError(f"{os.devnull} cannot be used: {error.strerror}", hint) from error


def _made(work: Work) -> bytes:
    made = {name: make() for name, make in work.items()}
    head = json.dumps({"made": [[name, len(data)] for name, data in made.items()]})
    return b"".join((head.encode(), b"\n", *made.values()))


def _told(error: BaseException) -> bytes:
    """An error as the parent reads it."""
    if isinstance(error, ImportError):
        error = missing_package(error) or error
    if isinstance(error, OSError) and error.errno != errno.ENOMEM:  # the memory that is full is that of the child
        error = refused(error) or error
    told: dict[str, Any] = {"error": type(error).__name__, "message": str(error)[:LONGEST_MESSAGE]}
    if isinstance(error, BriefkitError):
        told |= {"message": error.message, "hint": error.hint, "line": error.line}
    elif not isinstance(error, MemoryError):  # there may be none left to say more
        told["foreign"] = isinstance(error, RecursionError) or _is_foreign(error.__traceback__)
        import traceback  # an error only needs it

        told["traceback"] = "".join(traceback.format_exception(error)[-30:])[-LONGEST_TRACEBACK:]
    return json.dumps(told).encode() + b"\n"


def _is_foreign(trace: TracebackType | None) -> bool:
    """Whether an error came from below a foreign package: what an engine raises is no fault of ours."""
    package = ""
    while trace is not None:
        package = str(trace.tb_frame.f_globals.get("__name__", "")).partition(".")[0]
        if package != OURS and package not in sys.stdlib_module_names:
            return True
        trace = trace.tb_next
    return False


def _send(pipe: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(pipe, view) :]
