"""The name of a type of brief in, what it asks for out: the project's own file for it, else the built-in one."""

from __future__ import annotations

import re

from briefkit import files
from briefkit.brief_types import NOTE, BriefType, make_type
from briefkit.config import BRIEF_TYPES
from briefkit.errors import ConfigError
from briefkit.parse.roles import ROLES
from briefkit.pipeline.project import Project

FOLDER = "briefkit-types"
"""The folder of a project that holds its own types."""

FILE = re.compile(r"(?P<name>[a-z0-9][a-z0-9-]{0,60})\.toml")


def type_names(project: Project) -> tuple[str, ...]:
    """The types that a brief of the project may be of: the built-in ones and its own."""
    return tuple(dict.fromkeys((*BRIEF_TYPES, *_own(project))))


def find_type(project: Project, name: str) -> BriefType:
    """What a type asks for; ConfigError when the project's own file is faulty or lies elsewhere."""
    if name in _own(project):
        path = project.root / FOLDER / f"{name}.toml"
        if not files.inside(path, project.root):
            raise ConfigError(f"the type {files.show(path)} lies outside the project", "copy it into the project")
        return make_type(name, files.read_toml(path), files.show(path), ROLES)
    return NOTE if name == NOTE.name else make_type(name, files.built_in_type(name), f"{name}.toml", ROLES)


def _own(project: Project) -> tuple[str, ...]:
    found = (FILE.fullmatch(name) for name in files.list_folder(project.root / FOLDER))
    return tuple(match["name"] for match in found if match)
