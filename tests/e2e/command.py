"""The command line on a copy of the small project: arguments in; exit code, output and messages out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SMALL = Path(__file__).parent.parent / "projects" / "small"
PATIENCE = 120
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
    hushed = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TERM", "PYTHONWARNINGS", "SOURCE_DATE_EPOCH")
    return {**{k: v for k, v in os.environ.items() if k not in hushed}, **(extra or {})}


def briefkit(
    *arguments: str, cwd: Path, stdin: bytes = b"", env: Mapping[str, str] | None = None, python: tuple[str, ...] = ()
) -> Ran:
    """Run `python -m briefkit` with these arguments in a folder."""
    command = (sys.executable, *python, "-m", "briefkit", *arguments)
    done = subprocess.run(
        command, cwd=cwd, input=stdin, env=environment(env), capture_output=True, timeout=PATIENCE, check=False
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
