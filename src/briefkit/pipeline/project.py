"""A project: where it lies and what it has set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefkit import files
from briefkit.config import Config, make_config
from briefkit.limits import Limits


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project lies, what it has set, and what pandoc may use."""

    root: Path
    config: Config
    limits: Limits = Limits()


def load_project(options: Mapping[str, Any]) -> Project:
    """The project around the current folder, its settings overlaid with the options that are given."""
    root = files.find_root(Path.cwd())
    config = make_config(*files.read_settings(root))
    return Project(root, replace(config, **{k: v for k, v in options.items() if v}))
