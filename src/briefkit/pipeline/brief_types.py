"""The name of a type of brief in, what it asks for out: the project's own file for it, else the built-in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefkit import files, packaged
from briefkit.brief_types import NOTE, BriefType, make_type
from briefkit.config import BRIEF_TYPES
from briefkit.errors import ConfigError
from briefkit.parse.roles import ROLES
from briefkit.patterns import regex
from briefkit.pipeline.project import Project
from briefkit.settings import read_toml

FOLDER = "briefkit-types"
"""The folder of a project that holds its own types; they stand in the place of those that the settings name."""

PAGE = "docs/types.md"
FILE = regex(r"(?P<name>[a-z0-9][a-z0-9-]{0,60})\.toml")


def type_names(project: Project) -> tuple[str, ...]:
    """The types that a brief of the project may be of: the built-in ones and its own."""
    return tuple(dict.fromkeys((*BRIEF_TYPES, *own_types(project))))


def find_type(project: Project, name: str) -> BriefType:
    """What a type asks for; ConfigError when the project's own file is faulty or lies elsewhere."""
    path = own_types(project).get(name)
    if path is not None:
        ours = path.parent == project.root / FOLDER
        if not files.inside(path, project.root if ours else path.parent):
            where = "the project" if ours else "its folder"
            raise ConfigError(f"the type {files.show(path)} lies outside {where}", f"copy it into {where}")
        table, text = read_toml(path, PAGE)
        return make_type(name, table, files.show(path), ROLES, text)
    return NOTE if name == NOTE.name else make_type(name, packaged.built_in_type(name), f"{name}.toml", ROLES)


def own_types(project: Project) -> Mapping[str, Path]:
    """The files of the types that a project has besides the built-in ones, by their names."""
    return {match["name"]: folder / match[0] for folder in _folders(project) for match in _types_in(folder)}


def _folders(project: Project) -> Iterator[Path]:
    """Where types lie, the last that has one wins. Whoever names a folder in the settings may keep it anywhere."""
    if project.config.types:
        yield project.root / project.config.types
    yield project.root / FOLDER


def _types_in(folder: Path) -> Iterator[re.Match[str]]:
    """The files of types in a folder; ConfigError for one whose name none can have, which would be passed over."""
    for name in files.list_folder(folder):
        if match := FILE.fullmatch(name):
            yield match
        elif name.lower().endswith(".toml") and not name.startswith("."):
            hint = "use small letters, digits and hyphens, and .toml at its end"
            raise ConfigError(f"{files.show(folder / name)} has no name that a type can have", hint)
