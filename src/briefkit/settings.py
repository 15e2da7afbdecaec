"""Where a project lies and what its settings say: a folder in, the root above it and its table of settings out.

Settings stand in `briefkit.toml`, or in `[tool.briefkit]` of a pyproject.toml. Here they are read as they are typed;
`config` says what they may be.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from briefkit import files
from briefkit.errors import ConfigError, InputError
from briefkit.strict_toml import parse_toml


class Settings(NamedTuple):
    """The settings of a project as they are typed: the table, and the name and the text of the file they stand in."""

    table: Mapping[str, Any]
    path: str
    text: str


def find_root(start: Path) -> Path:
    """The project's folder: the nearest one above with `briefkit.toml` or `[tool.briefkit]`, else the given one.

    ConfigError where somebody else has put these settings into a folder that everybody may write to, such as `/tmp`.
    """
    root = next((folder for folder in (start, *start.parents) if is_project(folder)), start)
    own = root / "briefkit.toml"
    path = own if os.path.lexists(own) else root / "pyproject.toml"
    if os.path.lexists(path) and os.stat(root).st_mode & stat.S_IWOTH and _owner(path) not in _trusted(start):
        where = "in a folder that everybody may write to"
        hint = "put a briefkit.toml of your own into the project's folder; an empty one will do"
        raise ConfigError(f"{files.show(path)} belongs to somebody else, and stands {where}", hint)
    return root


def _owner(path: Path) -> int:
    return os.lstat(path).st_uid


def _trusted(start: Path) -> set[int]:
    """Whose settings are ours to follow: the system's, our own, and those of who owns the folder we work in."""
    return {0, os.geteuid(), *([os.stat(start).st_uid] if os.path.exists(start) else [])}


def is_project(folder: Path) -> bool:
    """Whether a folder has settings of its own."""
    shared = folder / "pyproject.toml"
    if os.path.lexists(folder / "briefkit.toml"):
        return True
    return os.path.isfile(shared) and "briefkit" in _tools(read_toml(shared)[0])


def read_settings(root: Path) -> Settings:
    """The settings of a project; `briefkit.toml` wins over pyproject.toml."""
    own, shared = root / "briefkit.toml", root / "pyproject.toml"
    if os.path.lexists(own):  # what cannot be read is told, not passed over
        table, text = read_toml(own)
        return Settings(table, files.show(own), text)
    whole, text = read_toml(shared) if os.path.isfile(shared) else ({}, "")
    table = _tools(whole).get("briefkit", {})
    if not isinstance(table, dict):
        hint = "write [tool.briefkit], settings below it"
        raise ConfigError(f"{files.show(shared)}: 'tool.briefkit' is no table", hint)
    return Settings(table, files.show(shared), text)


def _tools(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """The settings of all tools in a pyproject.toml."""
    tables = table.get("tool", {})
    return tables if isinstance(tables, dict) else {}


def read_toml(path: Path, page: str = "docs/configuration.md") -> tuple[Mapping[str, Any], str]:
    """The table of a TOML file and its text; ConfigError with the place where it is none, and the page that helps."""
    text = files.read_text(path)
    try:
        return parse_toml(text), text
    except ValueError as error:
        raise ConfigError(f"{files.show(path)}: {error}", f"see {page}") from error


def refuse_far_folder(folder: Path) -> None:
    """InputError for a folder that is not there, unless it may be made: below the working folder, or in the project."""
    here = files.here()
    if not any(files.lies_in(folder, home) for home in (here, find_root(here))) and not os.path.isdir(folder):
        raise InputError(f"the folder {files.show(folder)} does not exist", "make it, or name another with --output")
