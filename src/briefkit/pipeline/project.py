"""A project: where it lies and what it has set."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefkit import files
from briefkit.config import LIMITS, Config, make_config
from briefkit.errors import ConfigError
from briefkit.model import EMPTY, Progress, be_quiet
from briefkit.pandoc import Limits
from briefkit.processes import PATIENCE, ChildLimits
from briefkit.settings import find_root, read_settings
from briefkit.strict_toml import TomlLines
from briefkit.values import Value, replace

TEMPLATES = "templates"
"""The folder of a project that holds its templates."""

PAGE = ".j2"
"""How the names of the pages of templates end."""

NAMED = ("brand", "template")
"""What the command line names and a brief may name too: its settings do not overlay those of the file."""


class Project(Value):
    """Where a project lies, what it has set, what pandoc, the page engines and our own check of a brief may take, and
    how many briefs are read at once; and who is told how far the reading and checking of a large library has come.

    `brand` and `template` are those that the command line names. `drafts` holds, by their names in reports, the files
    as they will be once they are written; they are read instead of those on the disk. `settings` is the file that the
    settings stand in, `settings_text` what it holds.
    """

    root: Path
    config: Config
    limits: Limits = Limits()
    pages: ChildLimits = ChildLimits(patience=PATIENCE)
    seconds: float = LIMITS["check-seconds"]
    jobs: int = 1
    progress: Progress = be_quiet
    brand: str = ""
    template: str = ""
    drafts: Mapping[str, bytes] = EMPTY
    settings: str = "briefkit.toml"
    settings_text: str = ""

    def read_bytes(self, path: Path, limit: int, *within: Path) -> bytes:
        """What a file holds, which must lie in one of some folders; of one about to be rewritten, what it will."""
        draft = self.drafts.get(files.show(path)) if self.drafts else None
        return files.read_bytes(path, limit, *within) if draft is None else draft

    def below(self, path: str) -> str:
        """A path of a report, which is relative to where the user stands, as it is below the project's folder."""
        inside = files.lies_in(Path(path), self.root)
        return Path(os.path.relpath(path, self.root)).as_posix() if inside else path

    def read_text(self, path: Path) -> str:
        """The text of a brief, in the same way."""
        return files.decode(self.read_bytes(path, files.MAX_BRIEF), files.show(path))


def load_project(options: Mapping[str, Any], jobs: int = 0, progress: Progress = be_quiet) -> Project:
    """The project around the current folder, its settings overlaid with the options that are given.

    Without a number of `jobs` there is one for each core that we may use.
    """
    root = find_root(files.here())
    table, path, text = read_settings(root)
    config = make_config(table, path, text)
    cures = {"output": "name such a folder with --output", "briefs": "name such a folder on the command line"}
    for key, cure in cures.items():
        folder = getattr(config, key)
        unused = key == "output" and (options.get(key) or key not in (*options, *table))  # only a build writes there
        if not unused and not files.inside(root / folder, root):
            said = f"{path}: '{key}'" if key in table else f"the folder {folder}"
            raise ConfigError(f"{said} leads out of the project{TomlLines(text).told(key)}", cure)
    if config.types and not files.is_folder(root / config.types):
        hint = "name a folder of files NAME.toml; docs/types.md says what they hold"
        raise ConfigError(f"{path}: 'types' names no folder: {config.types}{TomlLines(text).told('types')}", hint)
    seconds = {**LIMITS, **config.limits}
    ours, theirs = "pages-seconds", "pandoc-seconds"
    limits, pages = (
        Limits(seconds[theirs], setting=theirs),
        ChildLimits(seconds[ours], patience=PATIENCE, setting=ours),
    )
    settled = replace(config, **{k: v for k, v in options.items() if v and k not in NAMED})
    brand, template, cores = options.get("brand") or "", options.get("template") or "", jobs or _cores()
    bounds = (limits, pages, seconds["check-seconds"])
    return Project(root, settled, *bounds, cores, progress, brand, template, settings=path, settings_text=text)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
