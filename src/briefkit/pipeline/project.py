"""A project: where it lies and what it has set."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefkit import files
from briefkit.config import Config, make_config
from briefkit.pandoc import Limits


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project lies, what it has set, what pandoc may use, and in how many processes briefs are worked on."""

    root: Path
    config: Config
    limits: Limits = Limits()
    jobs: int = 1


def load_project(options: Mapping[str, Any], jobs: int = 0) -> Project:
    """The project around the current folder, its settings overlaid with the options that are given.

    Without a number of `jobs` there is one for each core that we may use.
    """
    root = files.find_root(Path.cwd())
    config = make_config(*files.read_settings(root))
    return Project(root, replace(config, **{k: v for k, v in options.items() if v}), jobs=jobs or _cores())


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
