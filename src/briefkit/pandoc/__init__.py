"""The one runner of pandoc: text or a tree goes in, a tree or bytes come out, within limits, with no way to the disk.

Pandoc is found where pypandoc_binary keeps it and started by us, because pypandoc has no time limit, not even when it
asks for the version, and leaves the process running when we are killed. Seconds of the processor and of the clock, a
heap limit and an address-space limit guard each call; the process has its own group, dies with us, sees an empty home
and data folder, and runs with `--sandbox`. One brief is one plain call; many briefs go through `pandoc lua worker.lua`,
which stays up.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO, Any, Self

from briefkit.endings import signals_held
from briefkit.errors import MissingToolError, RenderError, ToolLimitError
from briefkit.model import EMPTY, Ast, Parsed
from briefkit.pandoc.process import (
    LARGEST,
    PANDOC,
    REINSTALL,
    Limits,
    Process,
    find_pandoc,
    out_of_memory,
)
from briefkit.patterns import regex
from briefkit.processes import SMALLER, clock, out_of_processor, processor_used, too_long

__all__ = [
    "OLDEST",
    "Limits",
    "Pandoc",
    "Worker",
    "find_pandoc",
    "no_document",
]

OLDEST = "3.1.6"
OLDEST_API = (1, 23, 1)
"""pandoc-types of that pandoc, the first release without the known --extract-media holes."""

WORKER = Path(__file__).parents[1] / "worker.lua"
"""What a pandoc that stays up runs."""

VERSION = regex(rb"pandoc(?:\.exe)? ([0-9]+(?:\.[0-9]+)+)")
HEAP_EXHAUSTED = 251
HALF = regex(rb"\\u[dD][89a-fA-F]")
"""What may be half a character, or the words of a text; pandoc itself writes whole ones."""

NOTHING_LOST = (
    "Could not convert TeX math",
    "Could not load translations for ",
    "The term Abstract has no translation",
)
"""The warnings at which nothing is lost: a formula is printed as it was typed; the words that pandoc has not in some
language are our own to print, or English.
"""

KINDS = {"docx": "Word file", "html5": "web page", "json": "document"}
"""What a format is called."""

OPENED = "look for brackets, quotes or lists that open many times and are not closed"
"""The cure where a text takes too long to be read."""

MOST_LINES, LONGEST_LINE = 100_000, 1 << 20
AT_LEAST = 0.001
"""Seconds that are as good as none."""


class _Watch(threading.Thread):
    """Ends a worker whose answer takes too long, by the processor or by the clock; `late` is the error then.

    A worker lives on from text to text, so the system cannot count the seconds of one.
    """

    def __init__(self, group: int, limits: Limits) -> None:
        super().__init__(daemon=True)
        self.group, self.limits = group, limits
        self.answered = threading.Event()
        self.late: ToolLimitError | None = None

    def run(self) -> None:
        """Wait as long as the seconds last at least, and look again."""
        used, end = processor_used(self.group), time.monotonic() + clock(self.limits)
        left = self.limits.seconds
        while not self.answered.wait(min(left, max(end - time.monotonic(), 0))):
            left = self.limits.seconds - (processor_used(self.group) - used)
            if left > AT_LEAST and time.monotonic() < end:
                continue
            self.late = too_long(PANDOC, self.limits, OPENED, on_clock=left > AT_LEAST)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.group, signal.SIGKILL)
            return


def _finished(process: Process) -> tuple[bytes, str]:
    """The output and the messages of a call that succeeded; raises what its end means."""
    code, out, messages = process.finish()
    if code == 0:
        return out, messages
    if code == -signal.SIGXCPU:
        raise out_of_processor(PANDOC, process.limits, process.hint)
    if code in (HEAP_EXHAUSTED, -signal.SIGKILL) or "out of memory" in messages.lower():
        raise out_of_memory(process.limits)
    raise RenderError(f"{PANDOC} failed with exit code {code}: {messages.strip()[:400]}", REINSTALL)


def _warnings(messages: str) -> tuple[str, ...]:
    """The warnings in what pandoc said, continuation lines joined."""
    found: list[str] = []
    for line in messages.split("\n"):
        if line.startswith("[WARNING] "):
            found.append(line.removeprefix("[WARNING] ").strip())
        elif line.startswith("  ") and found:
            found[-1] += " " + line.strip()
    return tuple(found)


def no_document() -> RenderError:
    """The error for a tree that has not the form of pandoc's."""
    return RenderError("pandoc returned something that is no document", REINSTALL)


def _tree(data: bytes) -> Ast:
    """The tree in pandoc's JSON; raises when the output is no such thing, too deep, or of a pandoc that is too old."""
    try:
        ast: dict[str, Any] = json.loads(data)
        is_old = tuple(ast["pandoc-api-version"]) < OLDEST_API
        if not isinstance(ast["blocks"], list):
            raise TypeError("blocks")
        if HALF.search(data):
            json.dumps(ast, ensure_ascii=False).encode()
    except RecursionError as error:
        raise ToolLimitError("it is nested too deeply to be printed", "use fewer levels") from error
    except (ValueError, KeyError, TypeError) as error:
        raise no_document() from error
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
        out, messages = _finished(self.process)
        return Parsed(_tree(out), _warnings(messages))


@cache
def _version(executable: str, limits: Limits) -> str:
    """What a pandoc calls itself, asked once."""
    said, _ = _finished(Process((executable, "--version"), limits, {}, b""))
    found = VERSION.match(said)
    if found is None:
        raise RenderError("pandoc does not say which version it is", REINSTALL)
    return found[1].decode()


class Pandoc:
    """Pandoc as plain calls; implements `model.Runner`."""

    def __init__(self, executable: str = "", limits: Limits | None = None) -> None:
        self.executable = executable or find_pandoc()
        self.limits = limits or Limits()

    def _start(
        self, arguments: Sequence[str], data: bytes = b"", files: Mapping[str, bytes] = EMPTY, hint: str = REINSTALL
    ) -> Process:
        heap = ("+RTS", f"-M{self.limits.heap}m", "-RTS")
        command = (self.executable, *heap, "--sandbox", "--data-dir=.", *arguments)
        return Process(command, self.limits, files, data, hint)

    def start(self, text: str, format: str) -> Pending:
        """Begin to read `text`, so that the caller can work while pandoc does."""
        return Pending(self._start(("-f", format, "-t", "json"), text.encode(), hint=OPENED))

    def read(self, text: str, format: str) -> Parsed:
        """Parse `text` in pandoc's input `format`."""
        return self.start(text, format).result()

    def write(self, ast: Ast, format: str, options: Sequence[str] = (), files: Mapping[str, bytes] = EMPTY) -> bytes:
        """Write `ast` in pandoc's output `format`; a warning is an error if it means lost content."""
        from briefkit.pandoc.grammar import is_written  # a check writes nothing

        arguments = ("-f", "json", "-t", format, "-o", "-", *options)
        made, messages = _finished(self._start(arguments, json.dumps(ast).encode(), files, SMALLER))
        if not is_written(made, format):
            raise RenderError(f"pandoc wrote something that is no {KINDS.get(format, format)}", REINSTALL)
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
        return _finished(self._start(("--print-default-data-file", name)))[0]


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
        watch = _Watch(process.popen.pid, self.limits)
        try:
            with signals_held():  # an exception within it would leave the thread half started
                watch.start()
            status, answer, messages = _ask(process.popen, text.encode(), format)
        except (OSError, EOFError) as error:
            self.close()
            raise watch.late or out_of_memory(self.limits) from error
        finally:
            watch.answered.set()
            if watch.is_alive():
                watch.join()  # no thread may be left when the page engines fork
        if watch.late:  # the answer came with the bell: the process is gone, and the next text must not pay for it
            self.close()
        if status != "ok":
            why = answer.decode("utf-8", "replace")[:400]
            raise RenderError(f"pandoc could not read it: {why}", "change or delete that part")
        return Parsed(_tree(answer), _warnings(messages))

    def _start(self) -> Process:
        script = WORKER.read_bytes()
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
