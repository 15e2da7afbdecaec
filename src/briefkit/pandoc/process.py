"""One pandoc as a process: found, started in a folder of its own, kept within its limits, ended with its group."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from briefkit.endings import signals_held
from briefkit.errors import MissingToolError, NoProcessError, ToolLimitError, cure
from briefkit.folders import new_folder
from briefkit.processes import (
    PATIENCE,
    clock,
    die_with_parent,
    drain,
    limit_memory,
    limit_processor,
    too_long,
    wait_for_end,
)
from briefkit.values import Value

PANDOC = "pandoc"
REINSTALL = "run: pip install --force-reinstall pypandoc_binary; briefkit doctor tells more"
CLEANED = "its temporary folder was removed meanwhile: let TMPDIR name one that nobody empties, and run again"
BACKTRACE = "HasCallStack backtrace:"
"""What follows tells of pandoc's code alone."""
LARGEST = 400 << 20
"""Bytes that a call may print: a program that takes pandoc's place must not fill our memory."""


class Limits(Value):
    """What one call of pandoc may use: `processes.Seconds`, megabytes of heap and of address space."""

    seconds: float = 30.0
    heap: int = 512
    address_space: int = 1536
    patience: int = PATIENCE
    setting: str = ""


def find_pandoc() -> str:
    """The path of the pandoc that pypandoc_binary carries, else of the one on the PATH; raises MissingToolError."""
    found = bundled_pandoc() or shutil.which("pandoc")
    if not found:
        raise MissingToolError("pandoc was not found", REINSTALL)
    return found


def bundled_pandoc() -> str:
    """The path of the pandoc that pypandoc_binary carries, or nothing."""
    spec = importlib.util.find_spec("pypandoc")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, "files", "pandoc")
        if path.is_file():
            return str(path)
    return ""


def _environment(home: str) -> dict[str, str]:
    """The whole environment of pandoc: no home, no data folder, a proxy that answers nothing, UTF-8."""
    dead = "http://127.0.0.1:9"
    places = {"PATH": "/usr/bin:/bin", "HOME": home, "XDG_DATA_HOME": home}
    return {**places, "LANG": "C.UTF-8", "http_proxy": dead, "https_proxy": dead}


def _before_pandoc(limits: Limits, *, one_call: bool) -> Callable[[], None]:
    """What the child does before it becomes pandoc: die when we die, keep to its limits, leave no core.

    A limit of the processor is one of all that a process does, so one that stays up has none.
    """
    parent = os.getpid()

    def prepare() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        die_with_parent()
        if os.getppid() != parent:  # we died before it was said
            os._exit(1)
        limit_memory(limits.address_space)
        if one_call:
            limit_processor(limits)

    return prepare


class Process:
    """A started pandoc in a folder of its own; `kill` ends it and its group and removes the folder.

    With `data` it reads that and can work at once, while we do something else; without, it has a pipe and answers.
    `hint` is the cure where that takes too long.
    """

    def __init__(
        self,
        command: Sequence[str],
        limits: Limits,
        files: Mapping[str, bytes],
        data: bytes | None = None,
        hint: str = REINSTALL,
    ) -> None:
        self.limits, self.hint = limits, hint
        with contextlib.ExitStack() as undo:
            with signals_held():
                self.folder = new_folder()
                undo.callback(shutil.rmtree, self.folder, ignore_errors=True)
                self.popen = self._start(command, files, data)
                undo.callback(self.kill)
            undo.pop_all()  # a signal that was held has come before this

    def _start(self, command: Sequence[str], files: Mapping[str, bytes], data: bytes | None) -> subprocess.Popen[bytes]:
        try:
            for name, content in files.items():
                Path(self.folder, name).write_bytes(content)
                os.chmod(Path(self.folder, name), 0o600)
            with tempfile.TemporaryFile(dir=self.folder) as stdin:
                stdin.write(data or b"")
                stdin.seek(0)
                return subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE if data is None else stdin,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT if data is None else subprocess.PIPE,
                    cwd=self.folder,
                    env=_environment(self.folder),
                    start_new_session=True,
                    preexec_fn=_before_pandoc(self.limits, one_call=data is not None),
                )
        except (OSError, subprocess.SubprocessError) as error:
            kind = NoProcessError if cure(error) else MissingToolError
            other = REINSTALL if os.path.isdir(self.folder) else CLEANED
            raise kind(f"pandoc could not be started: {error}", cure(error) or other) from error

    def finish(self) -> tuple[int, bytes, str]:
        """Wait within the limit, and return exit code, output and messages."""
        try:
            out, err = self._drained()
            is_there = os.path.isdir(self.folder)
        finally:
            self.kill()
        if self.popen.returncode and not is_there:
            raise MissingToolError("pandoc could not go on", CLEANED)
        return self.popen.returncode, out, err.decode("utf-8", "replace").partition(BACKTRACE)[0]

    def _drained(self) -> tuple[bytes, bytes]:
        """All that it prints until it ends, within the limits; ToolLimitError else."""
        deadline = time.monotonic() + clock(self.limits)
        late = too_long(PANDOC, self.limits, self.hint)
        try:
            said = drain(self.popen, LARGEST, deadline)
        except OverflowError as error:
            raise ToolLimitError(f"{PANDOC} printed more than {LARGEST >> 20} MB", REINSTALL) from error
        except TimeoutError as error:
            raise late from error
        if not wait_for_end(self.popen.pid, max(deadline, time.monotonic() + 0.01)):
            raise late
        return said

    def kill(self) -> None:
        """End the whole group, if it still runs, and remove its folder."""
        if self.popen.returncode is None:  # nobody has asked: the number is its own, also when it has ended
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.popen.pid, signal.SIGKILL)
            self.popen.wait()
        for pipe in (self.popen.stdin, self.popen.stdout, self.popen.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def out_of_memory(limits: Limits) -> ToolLimitError:
    """The error for a call that needs more memory than it has."""
    return ToolLimitError(
        f"pandoc ran out of memory ({limits.heap} MB)", "divide the text, or look for a part that repeats"
    )
