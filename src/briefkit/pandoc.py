"""The one runner of pandoc: text or a tree goes in, a tree or bytes come out, within limits, with no way to the disk.

Pandoc is found where pypandoc_binary keeps it and started by us, because pypandoc has no time limit, not even when it
asks for the version, and leaves the process running when we are killed. A wall clock, a heap limit and an address-space
limit guard each call; the process has its own group, dies with us, sees an empty home and data folder, and runs with
`--sandbox`. One brief is one plain call; many briefs go through `pandoc lua worker.lua`, which stays up.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import selectors
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import IO, Any, Self

from briefkit.endings import signals_held
from briefkit.errors import MissingToolError, RenderError, ToolLimitError, cure
from briefkit.folders import new_folder
from briefkit.model import EMPTY, Ast, Parsed
from briefkit.patterns import regex
from briefkit.processes import die_with_parent, limit_memory, wait_for_end
from briefkit.values import Value

OLDEST = "3.1.6"
OLDEST_API = (1, 23, 1)
"""pandoc-types of that pandoc, the first release without the known --extract-media holes."""

REINSTALL = "run: pip install --force-reinstall pypandoc_binary; briefkit doctor tells more"
VERSION = regex(rb"pandoc(?:\.exe)? ([0-9]+(?:\.[0-9]+)+)")
HEAP_EXHAUSTED = 251
LARGEST = 400 << 20
"""Bytes that a call may print: a program that takes pandoc's place must not fill our memory."""

NOTHING_LOST = (
    "Could not convert TeX math",
    "Could not load translations for ",
    "The term Abstract has no translation",
)
"""The warnings at which nothing is lost: a formula is printed as it was typed; the words that pandoc has not in some
language are our own to print, or English.
"""

MOST_LINES, LONGEST_LINE = 100_000, 1 << 20


class Limits(Value):
    """What one call of pandoc may use: seconds of wall clock, megabytes of heap and of address space."""

    seconds: float = 30.0
    heap: int = 512
    address_space: int = 1536


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


def _before_pandoc(limits: Limits) -> Callable[[], None]:
    """What the child does before it becomes pandoc: die when we die, keep to its memory, leave no core."""
    parent = os.getpid()

    def prepare() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        die_with_parent()
        if os.getppid() != parent:  # we died before it was said
            os._exit(1)
        limit_memory(limits.address_space)

    return prepare


class Process:
    """A started pandoc in a folder of its own; `kill` ends it and its group and removes the folder.

    With `data` it reads that and can work at once, while we do something else; without, it has a pipe and answers.
    """

    def __init__(
        self, command: Sequence[str], limits: Limits, files: Mapping[str, bytes], data: bytes | None = None
    ) -> None:
        self.limits = limits
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
                    preexec_fn=_before_pandoc(self.limits),
                )
        except (OSError, subprocess.SubprocessError) as error:
            raise MissingToolError(f"pandoc could not be started: {error}", cure(error) or REINSTALL) from error

    def finish(self) -> tuple[int, bytes, str]:
        """Wait within the limit, and return exit code, output and messages."""
        try:
            out, err = _drained(self.popen, self.limits)
        finally:
            self.kill()
        return self.popen.returncode, out, err.decode("utf-8", "replace")

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


def _drained(popen: subprocess.Popen[bytes], limits: Limits) -> tuple[bytes, bytes]:
    """All that a process prints until it ends, within the limits; ToolLimitError else."""
    deadline = time.monotonic() + limits.seconds
    said: dict[Any, list[bytes]] = {popen.stdout: [], popen.stderr: []}
    size = 0
    with selectors.DefaultSelector() as selector:
        for pipe in said:
            selector.register(pipe, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select(max(0.0, deadline - time.monotonic())):
                part = os.read(key.fd, 1 << 16)
                said[key.fileobj].append(part)
                size += len(part)
                if not part:
                    selector.unregister(key.fileobj)
            if size > LARGEST:
                raise ToolLimitError(f"pandoc printed more than {LARGEST >> 20} MB", REINSTALL)
            if time.monotonic() > deadline:
                raise _too_long(limits)
    if not wait_for_end(popen.pid, max(deadline, time.monotonic() + 0.01)):
        raise _too_long(limits)
    return b"".join(said[popen.stdout]), b"".join(said[popen.stderr])


def _end(group: int, rang: threading.Event) -> None:
    """What the alarm does: it says that it rang, and ends the group."""
    rang.set()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def _too_long(limits: Limits) -> ToolLimitError:
    message = f"pandoc did not finish within {limits.seconds:g} seconds"
    return ToolLimitError(message, "look for brackets, quotes or lists that open many times and are not closed")


def _out_of_memory(limits: Limits) -> ToolLimitError:
    return ToolLimitError(
        f"pandoc ran out of memory ({limits.heap} MB)", "divide the text, or look for a part that repeats"
    )


def _checked(limits: Limits, code: int, out: bytes, messages: str) -> bytes:
    """The output of a call that succeeded; raises what the exit code means."""
    if code == 0:
        return out
    if code in (HEAP_EXHAUSTED, -signal.SIGKILL) or "out of memory" in messages.lower():
        raise _out_of_memory(limits)
    raise RenderError(f"pandoc failed with exit code {code}: {messages.strip()[:400]}", REINSTALL)


def _warnings(messages: str) -> tuple[str, ...]:
    """The warnings in what pandoc said, continuation lines joined."""
    found: list[str] = []
    for line in messages.split("\n"):
        if line.startswith("[WARNING] "):
            found.append(line.removeprefix("[WARNING] ").strip())
        elif line.startswith("  ") and found:
            found[-1] += " " + line.strip()
    return tuple(found)


def _tree(data: bytes) -> Ast:
    """The tree in pandoc's JSON; raises when the output is no such thing, too deep, or of a pandoc that is too old."""
    try:
        ast: dict[str, Any] = json.loads(data)
        is_old = tuple(ast["pandoc-api-version"]) < OLDEST_API
        if not isinstance(ast["blocks"], list):
            raise TypeError("blocks")
    except RecursionError as error:
        raise ToolLimitError("it is nested too deeply to be printed", "use fewer levels") from error
    except (ValueError, KeyError, TypeError) as error:
        raise RenderError("pandoc returned something that is no document", REINSTALL) from error
    if is_old:
        raise MissingToolError(f"this pandoc is older than {OLDEST}", REINSTALL)
    return ast


class Pending:
    """A text that pandoc is reading while we do something else; `result` waits for the tree."""

    def __init__(self, process: Process) -> None:
        self.process = process

    def __enter__(self) -> Self:
        """The pending text itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process, if nobody waited for it."""
        self.process.kill()

    def result(self) -> Parsed:
        """The tree and the warnings; raises ToolLimitError, RenderError or MissingToolError."""
        code, out, messages = self.process.finish()
        return Parsed(_tree(_checked(self.process.limits, code, out, messages)), _warnings(messages))


@cache
def _version(executable: str, limits: Limits) -> str:
    """What a pandoc calls itself, asked once."""
    said = _checked(limits, *Process((executable, "--version"), limits, {}, b"").finish())
    found = VERSION.match(said)
    if found is None:
        raise RenderError("pandoc does not say which version it is", REINSTALL)
    return found[1].decode()


class Pandoc:
    """Pandoc as plain calls; implements `model.Runner`."""

    def __init__(self, executable: str = "", limits: Limits | None = None) -> None:
        self.executable = executable or find_pandoc()
        self.limits = limits or Limits()

    def _start(self, arguments: Sequence[str], data: bytes = b"", files: Mapping[str, bytes] = EMPTY) -> Process:
        heap = ("+RTS", f"-M{self.limits.heap}m", "-RTS")
        command = (self.executable, *heap, "--sandbox", "--data-dir=.", *arguments)
        return Process(command, self.limits, files, data)

    def start(self, text: str, format: str) -> Pending:
        """Begin to read `text`, so that the caller can work while pandoc does."""
        return Pending(self._start(("-f", format, "-t", "json"), text.encode()))

    def read(self, text: str, format: str) -> Parsed:
        """Parse `text` in pandoc's input `format`."""
        return self.start(text, format).result()

    def write(self, ast: Ast, format: str, options: Sequence[str] = (), files: Mapping[str, bytes] = EMPTY) -> bytes:
        """Write `ast` in pandoc's output `format`; a warning is an error if it means lost content."""
        arguments = ("-f", "json", "-t", format, "-o", "-", *options)
        code, out, messages = self._start(arguments, json.dumps(ast).encode(), files).finish()
        made = _checked(self.limits, code, out, messages)
        if lost := [w for w in _warnings(messages) if not w.startswith(NOTHING_LOST)]:
            raise RenderError(
                f"pandoc could not print all of it: {'; '.join(lost)[:400]}", "change or delete that part"
            )
        return made

    def version(self) -> str:
        """The number that pandoc gives itself (`3.9`); raises RenderError when it gives none."""
        return _version(self.executable, self.limits)

    def default_file(self, name: str) -> bytes:
        """One of pandoc's own data files, such as `reference.docx`."""
        return _checked(self.limits, *self._start(("--print-default-data-file", name)).finish())


class Worker:
    """A pandoc that stays up and reads one text after another: 19 ms a brief instead of 53.

    When a text makes it run out of time or memory, that text alone fails and the next one gets a new process.
    """

    def __init__(self, executable: str = "", limits: Limits | None = None) -> None:
        self.executable = executable or find_pandoc()
        self.limits = limits or Limits()
        self.process: Process | None = None

    def __enter__(self) -> Self:
        """The worker itself; its process starts with the first text."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self.close()

    def close(self) -> None:
        """End the process, if one runs."""
        if self.process is not None:
            self.process.kill()
            self.process = None

    def read(self, text: str, format: str) -> Parsed:
        """Parse `text` as `Pandoc.read` does."""
        process = self.process = self.process or self._start()
        rang = threading.Event()
        timer = threading.Timer(self.limits.seconds, _end, (process.popen.pid, rang))
        try:
            with signals_held():  # an exception within it would leave the thread half started
                timer.start()
            status, answer, messages = _ask(process.popen, text.encode(), format)
        except (OSError, EOFError) as error:
            self.close()
            raise (_too_long(self.limits) if rang.is_set() else _out_of_memory(self.limits)) from error
        finally:
            timer.cancel()
            if timer.is_alive():
                timer.join()  # no thread may be left when the page engines fork
        if rang.is_set():  # the answer came with the bell: the process is gone, and the next text must not pay for it
            self.close()
        if status != "ok":
            raise RenderError(f"pandoc could not read it: {answer.decode('utf-8', 'replace')[:400]}")
        return Parsed(_tree(answer), _warnings(messages))

    def _start(self) -> Process:
        script = resources.files("briefkit").joinpath("worker.lua").read_bytes()
        heap = ("+RTS", f"-M{self.limits.heap}m", "-RTS")
        command = (self.executable, "lua", *heap, "worker.lua")
        return Process(command, self.limits, {"worker.lua": script})


ANSWER = regex(rb"\0(ok|error) ([0-9]+)\n")


def _ask(popen: subprocess.Popen[bytes], data: bytes, format: str) -> tuple[str, bytes, str]:
    """One exchange with the worker: status, answer, and what pandoc said before it. EOFError when it died."""
    if popen.stdin is None or popen.stdout is None:
        raise EOFError
    popen.stdin.write(b"%s %d\n" % (format.encode(), len(data)) + data)
    popen.stdin.flush()
    said: list[bytes] = []
    while not (head := ANSWER.fullmatch(line := _line(popen.stdout))):
        said.append(line)
        if len(said) > MOST_LINES:
            raise EOFError
    size = min(int(head[2]), LARGEST)
    answer = popen.stdout.read(size)
    if len(answer) < int(head[2]):
        raise EOFError
    return head[1].decode(), answer, b"".join(said).decode("utf-8", "replace")


def _line(stream: IO[bytes]) -> bytes:
    line = stream.readline(LONGEST_LINE)
    if not line:
        raise EOFError
    return line
