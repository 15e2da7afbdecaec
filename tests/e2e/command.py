"""The command line on a copy of the small project: arguments in; exit code, output and messages out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.e2e.loaded import Loaded

SMALL = Path(__file__).parent.parent / "projects" / "small"
PATIENCE = 120
HUSHED = frozenset(
    (
        "COLUMNS",
        "LINES",
        "NO_COLOR",
        "FORCE_COLOR",
        "TERM",
        "PYTHONWARNINGS",
        "SOURCE_DATE_EPOCH",
        "PYTEST_CURRENT_TEST",
    )
)
UNSOURCED = "---\ntitle: T\n---\n\nPrices rose [@smith2021].\n\nEmissions fell 12% in 2020.\n"
CLEAN = "---\ntitle: T\n---\n\nPrices rose [@smith2021].\n"


@dataclass(frozen=True)
class Ran:
    """What a run of the command line left: its exit code, its standard output and its standard error."""

    code: int
    out: str
    err: str


def copy_project(folder: Path) -> Path:
    """A copy of the small project below a folder."""
    return Path(shutil.copytree(SMALL, folder / "small"))


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a run: ours without what changes colours or widths."""
    return {**{k: v for k, v in os.environ.items() if k not in HUSHED}, **(extra or {})}


PLAIN = environment()
AT_START = ("PYTHON", "LANG", "LC_", "LD_")
"""How the names begin of what is read when a program starts, and not later."""


def briefkit(
    *arguments: str,
    cwd: Path,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
    python: tuple[str, ...] = (),
    by: Loaded | None = None,
) -> Ran:
    """Run `python -m briefkit` with these arguments in a folder; it is loaded already, if it may be, or `by` this."""
    wanted = environment(env)
    if by is not None:
        return _run_loaded(by, arguments, cwd, stdin, {**by.environment, **(env or {})})
    changed = {name for name, _ in wanted.items() ^ PLAIN.items()}
    if not python and not any(name.startswith(AT_START) for name in changed):
        return _run_loaded(loaded(), arguments, cwd, stdin, wanted)
    command = (sys.executable, *python, "-m", "briefkit", *arguments)
    done = subprocess.run(command, cwd=cwd, input=stdin, env=wanted, capture_output=True, timeout=PATIENCE, check=False)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@cache
def _loaded() -> Loaded:
    return Loaded(PLAIN)


def loaded() -> Loaded:
    """The process that is loaded and forks for each run; a new one when a test has ended it."""
    if _loaded().has_ended:
        _loaded.cache_clear()
    return _loaded()


def _run_loaded(by: Loaded, arguments: Sequence[str], cwd: Path, stdin: bytes, env: Mapping[str, str]) -> Ran:
    with tempfile.TemporaryDirectory(prefix="run-") as folder:
        given, out, err = (Path(folder, name) for name in ("in", "out", "err"))
        for path, content in ((given, stdin), (out, b""), (err, b"")):
            path.write_bytes(content)
        ended = by.run(arguments, cwd, (given, out, err), env, PATIENCE)
        return Ran(ended.code, out.read_bytes().decode(), err.read_bytes().decode())
