"""A new brief, and a project around it where there is none: what is wanted in, the files that were written out."""

from __future__ import annotations

import contextlib
import os
import unicodedata
from collections.abc import Mapping
from datetime import date
from importlib import metadata
from pathlib import Path

from briefkit import files, packaged
from briefkit.brief_types import BriefType
from briefkit.config import BRIEF_TYPES
from briefkit.errors import BriefkitError, ConfigError, InputError
from briefkit.near_misses import did_you_mean
from briefkit.parse.head_values import LANGUAGE
from briefkit.patterns import regex
from briefkit.pipeline.branding import named_brand
from briefkit.pipeline.brief_types import FOLDER as TYPES
from briefkit.pipeline.brief_types import find_type, own_types
from briefkit.pipeline.days import today
from briefkit.pipeline.project import Project, load_project
from briefkit.pipeline.templating import template_names
from briefkit.report.schema_report import write_schema
from briefkit.settings import is_project
from briefkit.starters.making import Wish, make_brief, make_project
from briefkit.text import primary
from briefkit.values import Value, replace

NAMED = regex(r"[^a-z0-9]+")
NAME = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST = 100
SCHEMAS = {"front-matter": "schemas/front-matter.json", "config": "schemas/config.json"}
"""What a new project has for editors."""

UNCOUNTED = (".git", ".DS_Store", TYPES)
"""What an empty folder may hold; types of briefs are those of the project that it becomes."""


class Started(Value):
    """The files that were written, in their order, and the folder to change to first, if there is one."""

    written: tuple[str, ...]
    folder: str = ""


def start(name: str, wish: Wish) -> Started:
    """Write the brief `name`, and the project around it when the current folder lies in none.

    An empty folder becomes the project; in another one, a new folder of that name does. Raises ConfigError before
    anything is written when a file is there already or the wish cannot be had.
    """
    if not NAME.fullmatch(name) or len(name) > LONGEST:
        raise ConfigError(
            f"'{name}' is no name of a brief", f"use small letters, digits and hyphens, without .md{_nearest(name)}"
        )
    here = files.here()
    project = load_project({})
    words = _words(wish.lang)
    _refuse_unknown_template(project, wish.template)
    own = _own_type(project, wish.type, here)
    wish = replace(wish, date=today() or date.today().isoformat())
    if is_project(project.root):
        return _join(project, name, wish, words, own)
    return _begin(here if _is_empty(here) else here / name, name, wish, words, own)


def _join(project: Project, name: str, wish: Wish, words: str, own: BriefType | None) -> Started:
    """Write a brief into the project that there is."""
    folder = project.root / project.config.briefs
    known = files.there(project.root / SCHEMAS["front-matter"])
    schema = _schema(project.root, folder) if known else ""
    wish = replace(wish, cites=False, schema=schema, branded=_names_organisation(project))
    return _write({folder / f"{name}.md": make_brief(wish, words, own).encode()})


def _begin(root: Path, name: str, wish: Wish, words: str, own: BriefType | None) -> Started:
    """Write a project with a brief into a folder that is empty, or that there is not yet."""
    if not _is_empty(root):
        raise ConfigError(f"{files.show(root)} is there already", "choose another name, or begin in an empty folder")
    made = make_project(wish, words, packaged.starters("project"), metadata.version("briefkit"))
    brief = make_brief(replace(wish, schema=_schema(root, root / "briefs")), words, own)
    texts = {f"briefs/{name}.md": brief, **made}
    schemas = {path: write_schema(kind) for kind, path in SCHEMAS.items()}
    whole = {**{path: text.encode() for path, text in texts.items()}, **schemas}
    started = _write({root / path: data for path, data in whole.items()})
    return replace(started, folder="" if root == files.here() else name)


def _nearest(name: str) -> str:
    """The name that is meant by one that cannot be: `my brief`, `briefs/Pumps.md`."""
    stem = name[-LONGEST:].removesuffix(".md").rpartition("/")[2]
    plain = unicodedata.normalize("NFKD", stem.casefold()).encode("ascii", "ignore").decode()
    meant = NAMED.sub("-", plain).strip("-")
    return f": {meant}" if meant else ""


def _names_organisation(project: Project) -> bool:
    """Whether the brand of a project says whose briefs these are."""
    with contextlib.suppress(BriefkitError):
        return bool(named_brand(project).file.name)
    return False


def _schema(root: Path, folder: Path) -> str:
    """The path of the front matter's schema as a brief in a folder sees it."""
    return Path(os.path.relpath(root / SCHEMAS["front-matter"], folder)).as_posix()


def _words(lang: str) -> str:
    known = {file.removesuffix(".toml"): text for file, text in packaged.starters().items()}
    if not LANGUAGE.fullmatch(lang) or primary(lang) not in known:
        raise ConfigError(f"there is no new brief in '{lang}'", f"there are {', '.join(known)}, and tags such as en-GB")
    return known[primary(lang)]


def _own_type(project: Project, name: str, here: Path) -> BriefType | None:
    """The type of this name, if it is the project's own; ConfigError when there is none.

    A folder that is to hold a project beside other things gives it none of its types.
    """
    own = own_types(project)
    if own and not (is_project(project.root) or _is_empty(here)):
        if name in own and name not in BRIEF_TYPES:
            message = f"the type '{name}' is one of {TYPES}/ here, and a new project below would not have it"
            raise ConfigError(message, "make this folder the project: put an empty briefkit.toml into it")
        own = {}
    if name in own:
        return find_type(project, name)
    if name not in BRIEF_TYPES:
        known = (*BRIEF_TYPES, *own)
        hint = did_you_mean(name, known) or f"there are {', '.join(known)}; docs/types.md says how to make one"
        raise ConfigError(f"there is no type '{name}'", hint)
    return None


def _refuse_unknown_template(project: Project, template: str) -> None:
    known = template_names(project)
    if template and template not in known:
        hint = did_you_mean(template, known) or f"there are {', '.join(known)}"
        raise ConfigError(f"there is no template '{template}'", hint)


def _is_empty(folder: Path) -> bool:
    """Whether a folder holds nothing, or is not there and nothing else is."""
    if not files.is_folder(folder):
        return not files.there(folder)
    return not set(files.list_folder(folder)) - set(UNCOUNTED)


def _write(made: Mapping[Path, bytes]) -> Started:
    """Write all of the files; ConfigError for one that is there, before any is written."""
    for path in made:
        if files.there(path):
            raise ConfigError(f"{files.show(path)} is there already", "choose another name: nothing was written")
    for path, data in made.items():
        try:
            files.write_atomic(path, data)
        except InputError as error:  # what writing elsewhere would be told: there is no --output here
            raise InputError(error.message, "make room, or go to a folder that you may write to") from error
    return Started(tuple(files.show(path) for path in made))
