"""An error in, two lines on standard error out: what is wrong, and what to do about it."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import IO

from briefkit.errors import BriefkitError, InputError
from briefkit.escapes import printable
from briefkit.model import Unreadable


def tell(error: BriefkitError, path: str = "") -> None:
    """Print the message and the hint; the message names the file it is about."""
    message = error.message if not path or path in error.message else f"{path}: {error.message}"
    for line in (f"Error: {message}", *([f"Hint: {error.hint}"] if error.hint else [])):
        for row in fitted(printable(line)):
            say(row)


def fitted(line: str) -> list[str]:
    """A line in as many as a terminal needs; in a file, or to another program, it stays one."""
    try:
        columns = shutil.get_terminal_size().columns if sys.stderr.isatty() else 0
    except ValueError:  # standard error is closed
        columns = 0
    if len(line) <= columns or columns < NARROWEST:
        return [line]
    from briefkit.report.text_report import HANG, wrap  # a message that fits needs none of it

    return wrap(line, columns, "", HANG)


def tell_unreadable(unreadable: Sequence[Unreadable]) -> int:
    """Print what could not be read; the exit code that it calls for, 0 if nothing is."""
    for one in unreadable:
        tell(InputError(one.message, one.hint))
    return max((one.code for one in unreadable), default=0)


def say(text: str) -> None:
    """Print a line on standard error; where that cannot be written, the exit code alone tells."""
    try:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
    except OSError:
        give_up(sys.stderr)


NARROWEST = 20
"""Columns of a terminal below which nothing is gained by dividing lines."""

SLOW = 5_000_000
"""Bytes of a library from which on it is told how far the work on it has come."""

READING = "Reading"


class _Progress:
    """On a terminal, one line that says how far the work on a large library has come; it goes when all is done."""

    def __init__(self) -> None:
        self.large = False
        self.shown = ""

    def __call__(self, doing: str, done: int, todo: int) -> None:
        """Show what is done in per cent, where that has changed; `Reading` is told in bytes."""
        if doing == READING:
            self.large = todo >= SLOW and sys.stderr.isatty()
        text = f"{doing} the library: {100 * done // todo:3}%" if done < todo else ""
        if self.large and text != self.shown:
            self.shown = text
            _rewrite(text)


show_progress = _Progress()
"""There is one terminal."""


@contextlib.contextmanager
def brief_by_brief() -> Iterator[Callable[[int, int, str], None]]:
    """On a terminal, one line that says which brief is built; it goes when all are."""
    if not sys.stderr.isatty():
        yield lambda number, of, name: None
        return
    columns = shutil.get_terminal_size().columns - 1
    try:
        yield lambda number, of, name: _rewrite(f"Building {number} of {of}: {printable(name)}"[:columns])
    finally:
        _rewrite("")


def _rewrite(text: str) -> None:
    """Write a line over the one before."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


def unwritable(error: OSError) -> InputError:
    """The error for a standard output that takes nothing."""
    return InputError(f"standard output cannot be written: {error.strerror}", "write to a file with --output or >")


def give_up(stream: IO[str]) -> None:
    """Let what is left in a buffer go nowhere: Python would try to write it once more when it ends, and fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
