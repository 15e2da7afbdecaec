"""A briefkit that is loaded once and forks for each run: arguments, folder and streams go in, the exit code comes out.

A fork does what `python -m briefkit` does from its `main` on. Loading is left out, which is most of what a short run
takes and is the same each time, and so is making the patterns that a check looks for; the runs with a Python of their
own, or with its variables, do it all.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock, Timer
from unittest.mock import patch

from briefkit.pandoc import Pandoc
from briefkit.render import FORMATS
from tests.building import check_text
from tests.rendering import example

ROOT = Path(__file__).parent.parent.parent
LOADED = (
    "briefkit.__main__",
    "briefkit.cli",
    "briefkit.check",
    "briefkit.rules",
    "briefkit.pipeline.building",
)
SOME = tuple(ROOT / "tests" / "projects" / name for name in ("small/briefs/pumps.md", "water-fr/tarifs.md"))


@dataclass(frozen=True)
class Ended:
    """How a run ended: its exit code, and the megabytes of memory that it had at most."""

    code: int
    megabytes: int


class Loaded:
    """The process that forks, one for each worker that runs tests; it ends with them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)
        self.asked, theirs = socket.socketpair()
        self.told = self.asked.makefile("r")
        command = (sys.executable, "-m", "tests.e2e.loaded", str(theirs.fileno()))
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, pass_fds=(theirs.fileno(),)
        )
        theirs.close()
        self.lock = Lock()
        atexit.register(self.end)

    def run(
        self, arguments: Sequence[str], cwd: Path, streams: Sequence[Path], env: Mapping[str, str], patience: float
    ) -> Ended:
        """How a run ends whose input, output and messages are these files; TimeoutExpired if it takes long."""
        files = [str(path) for path in streams]
        wanted = {"arguments": arguments, "cwd": str(cwd), "streams": files, "env": dict(env)}
        with self.lock:
            self.asked.sendall(json.dumps(wanted).encode() + b"\n")
            group = int(self.told.readline())
            killing = Timer(patience, kill, (group,))
            killing.start()
            code, kilobytes = map(int, self.told.readline().split())
            is_late = not killing.is_alive()
            killing.cancel()
        if is_late:
            raise subprocess.TimeoutExpired(["briefkit", *arguments], patience)
        return Ended(code, kilobytes >> 10)

    @property
    def has_ended(self) -> bool:
        """Whether a test that ends processes has ended this one as well."""
        return self.process.poll() is not None

    def end(self) -> None:
        """Let it go."""
        self.told.close()
        self.asked.close()
        self.process.wait()


def kill(group: int) -> None:
    """End a run with all that it started, if it still runs."""
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def serve(asked: int) -> None:
    """Fork for each line that is asked, and tell its number and how it ends; a fork returns, to be the program."""
    for name in LOADED:
        import_module(name)
    work_some()
    gc.freeze()
    while line := read_line(asked):
        child = os.fork()
        if not child:
            os.close(asked)
            become(**json.loads(line))
            return
        with suppress(OSError):
            os.setpgid(child, child)  # here as well: whoever is first
        os.write(asked, b"%d\n" % child)
        _, status, usage = os.wait4(child, 0)
        os.write(asked, b"%d %d\n" % (os.waitstatus_to_exitcode(status), usage.ru_maxrss))
    os._exit(0)


def work_some() -> None:
    """Check and print briefs in memory, so that what is made at the first one is made: once here, and not in each fork.

    The folder of a run is not made: each fork has one of its own.
    """
    with patch("tempfile.tempdir", None), patch("briefkit.pandoc.process.new_folder", mkdtemp):
        for path in SOME:
            check_text(path.read_text("utf-8"), Pandoc())
        for form in FORMATS.values():
            form(example(), Pandoc())


def read_line(asked: int) -> bytes:
    """What is asked, one at a time; nothing when nobody will ask any more."""
    line = b""
    while not line.endswith(b"\n") and (part := os.read(asked, 1 << 16)):
        line += part
    return line


def become(arguments: Sequence[str], cwd: str, streams: Sequence[str], env: Mapping[str, str]) -> None:
    """Take the place of a program that was started with these."""
    os.setpgid(0, 0)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    for number, (path, how) in enumerate(zip(streams, (os.O_RDONLY, os.O_WRONLY, os.O_WRONLY), strict=True)):
        opened = os.open(path, how)
        os.dup2(opened, number)
        os.close(opened)
    os.chdir(cwd)
    program = sys.modules["__main__"] = import_module("briefkit.__main__")
    sys.argv = [str(program.__file__), *arguments]


if __name__ == "__main__":
    serve(int(sys.argv[1]))
    import_module("briefkit.__main__").main()
