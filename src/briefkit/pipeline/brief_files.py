"""Names of files, folders and globs in, the briefs that they name out: each once, in order, and none passed over."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefkit import files
from briefkit.errors import ConfigError, InputError
from briefkit.settings import find_root

SUFFIXES = (".md", ".markdown")
SKIPPED = ("dist", "node_modules", "__pycache__")
LEFT_OVER = (".", "~$")
"""How the names of files begin that systems and programs keep for themselves."""

MOST_FOLDERS = 50_000
"""Nobody keeps briefs in so many: a walk through them goes through a machine."""


def find_briefs(names: Sequence[str]) -> tuple[Path, ...]:
    """The briefs that these files, folders and globs name, each once, in order; raises when one names nothing."""
    found: dict[str, Path] = {}
    for name in names:
        path = Path(name)
        if os.path.isdir(path):
            inside = sorted(_markdown_below(path))
        elif path.suffix.lower() == ".bib":
            raise ConfigError(f"{name} is a library, not a brief", f"see: briefkit library check {name}")
        elif files.there(path) or not glob.has_magic(name):
            inside = [path]
        else:
            _refuse_wide(name)
            inside = sorted(Path(p) for p in glob.glob(name, recursive=True) if Path(p).suffix.lower() in SUFFIXES)
        if not inside:
            raise ConfigError(f"no briefs in {name}", "briefs are files that end in .md")
        for brief in inside:
            found.setdefault(os.path.realpath(brief), brief)
    return tuple(found.values())


def find_beside() -> str:
    """The first file of the current folder that may be a brief; README and its like are none."""
    return next((name for name in sorted(glob.glob("*.md")) if not name.removesuffix(".md").isupper()), "")


def _refuse_wide(pattern: str) -> None:
    """ConfigError for a glob that looks through all below a folder of which the project is but a part, such as `/`."""
    parts = Path(pattern).parts
    if "**" not in parts:
        return
    fixed = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    start, root = Path(os.path.realpath(Path(*parts[:fixed]))), Path(os.path.realpath(find_root(files.here())))
    if start != root and root.is_relative_to(start):
        hint = f"begin it in {files.show(root)}/, name a folder, or write * for each folder on the way"
        raise ConfigError(f"{pattern} would search all of {start}, of which the project is a part", hint)


def _markdown_below(folder: Path) -> Iterator[Path]:
    """The briefs in a folder and in those below it; InputError when one cannot be read: no brief is passed over."""
    for count, (root, folders, names) in enumerate(os.walk(folder, onerror=files.refuse_folder)):
        if count > MOST_FOLDERS:
            raise InputError(
                f"the folder {files.show(folder)} holds more than {MOST_FOLDERS:,} others", "name a folder of briefs"
            )
        folders[:] = [f for f in folders if not f.startswith(".") and f not in SKIPPED]
        yield from (Path(root, f) for f in names if Path(f).suffix.lower() in SUFFIXES and not f.startswith(LEFT_OVER))
