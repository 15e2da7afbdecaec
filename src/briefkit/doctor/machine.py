"""The machine: platform, Python, the terminal's encoding and the temporary folder."""

from __future__ import annotations

import contextlib
import locale
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator

from briefkit.doctor.cures import PYTHON
from briefkit.report.doctor_report import OK, PROBLEM, WARNING, Condition

PART = "Machine"
KNOWN = {"linux": "Linux", "darwin": "macOS"}
OLDEST_PYTHON = (3, 11)
UTF8 = {
    "debian": "export LC_ALL=C.UTF-8",
    "fedora": "export LC_ALL=C.UTF-8",
    "macos": "export LC_ALL=en_US.UTF-8",
}
ELSEWHERE = "name a folder that you may write to, on a disk with room"
TEMPORARY = {"any": 'mkdir -p "$HOME/tmp" && export TMPDIR="$HOME/tmp"'}
ROOM = 200
"""Megabytes that the pages of a brief with many pictures may take for a moment."""


def look_at_platform() -> Iterator[Condition]:
    """Linux and macOS are meant; Windows has to be WSL."""
    here: str = sys.platform
    name = KNOWN.get(here, platform.system() or here)
    found = ", ".join(part for part in (f"{name} {platform.release()}", platform.machine(), _distribution()) if part)
    if here == "win32":
        advice = "install WSL, then install and run briefkit in it"
        yield Condition(PART, "platform", PROBLEM, found, "", advice, {"any": "wsl --install"})
    elif here not in KNOWN:
        yield Condition(PART, "platform", WARNING, found, "", "briefkit is made for Linux and macOS; nobody tried this")
    else:
        yield Condition(PART, "platform", OK, found)


def _distribution() -> str:
    with contextlib.suppress(OSError):
        return platform.freedesktop_os_release().get("PRETTY_NAME", "")
    return ""


def look_at_python() -> Iterator[Condition]:
    """The version and where it lies."""
    version = platform.python_version()
    if sys.version_info >= OLDEST_PYTHON:
        yield Condition(PART, "Python", OK, sys.executable, version)
        return
    advice = "install Python 3.11 or newer, make the virtual environment anew with it, and install briefkit there"
    yield Condition(PART, "Python", PROBLEM, f"{sys.executable} is too old", version, advice, PYTHON)


def look_at_terminal() -> Iterator[Condition]:
    """What the terminal and the file names are written in; all but UTF-8 garbles what is no plain English."""
    named = {
        "terminal": sys.stdout.encoding or "",
        "locale": locale.getencoding(),
        "files": sys.getfilesystemencoding(),
    }
    other = [f"{name} {code or 'unknown'}" for name, code in named.items() if not _is_utf8(code)]
    if not other:
        yield Condition(PART, "terminal", OK, f"UTF-8{_settings()}")
        return
    advice = "set the locale to UTF-8; the line belongs into the start file of your shell"
    yield Condition(PART, "terminal", WARNING, f"not UTF-8: {', '.join(other)}{_settings()}", "", advice, UTF8)


def _is_utf8(code: str) -> bool:
    return code.replace("-", "").replace("_", "").casefold() == "utf8"


def _settings() -> str:
    """The variables that decide it, the strongest that is set."""
    name = next((n for n in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(n)), "")
    return f" ({name}={os.environ[name]})" if name else ""


def look_at_temporary() -> Iterator[Condition]:
    """Whether files can be made in the temporary folder: pandoc and the page engines work in it."""
    try:
        folder = tempfile.gettempdir()
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"briefkit")
        free = shutil.disk_usage(folder).free >> 20
    except OSError as error:
        found = f"no temporary folder can be written: {error.strerror}"
        yield Condition(PART, "temp folder", PROBLEM, found, "", ELSEWHERE, TEMPORARY)
        return
    found = f"{folder}, {free:,} MB free"
    if free >= ROOM:
        yield Condition(PART, "temp folder", OK, found)
    else:
        yield Condition(PART, "temp folder", WARNING, found, "", ELSEWHERE, TEMPORARY)
