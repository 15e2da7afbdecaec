"""Which brand a brief wears: the brand file is found, it and what it names are read, and a Brand comes out.

Whoever names a brand on the command line, in the settings or by BRAND_YML_PATH may keep it anywhere; a brief names one
of its own project; what a brand names lies in the brand's folder. Nothing is fetched.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from briefkit import files, packaged
from briefkit.asked import Memory
from briefkit.brand import default_brand
from briefkit.brand.making import Worn
from briefkit.brand.reader import BrandFile
from briefkit.brand.scripts import has_arabic, has_code_font, with_arabic, with_code
from briefkit.brand.tokens import built_in_tokens
from briefkit.errors import ConfigError, InputError, TemplateError
from briefkit.pipeline.brand_files import open_brand
from briefkit.pipeline.digests import sha256
from briefkit.pipeline.project import Project
from briefkit.values import Value, replace

CURE = "name a _brand.yml or its folder, or none"
NAMES = ("_brand.yml", "_brand.yaml", "_brand/_brand.yml", "_brand/_brand.yaml")
"""Where a brand lies in a folder, the first that is there."""

SUFFIXES = (".yml", ".yaml")

NONE = ("none", "false", "no")
"""What is said for the built-in brand."""

VARIABLE = "BRAND_YML_PATH"
BRANDS = Memory(8)
"""Each brand is read once in a process."""


class Found(Value):
    """Where the brand of a brief lies and who said so; without a path it is the built-in one."""

    path: Path | None
    said: str


# --- finding ---------------------------------------------------------------------------------


def find_brand(project: Project, folder: Path | None = None, named: str = "", option: str = "--brand") -> Found:
    """The brand of a brief in a folder that names this one in its front matter, or names none.

    The command line wins over the brief, that over the settings, these over BRAND_YML_PATH; what lies about is last.
    `option` is how the command line names it; it is empty where its path stands there by itself.
    """
    if project.brand:
        return _told(project.brand, files.here(), option)
    if named:
        return _named_by_brief(project, folder or project.root, named)
    if project.config.brand:
        return _told(project.config.brand, project.root, "the setting brand")
    if said := os.environ.get(VARIABLE, ""):
        return _told(said, files.here(), VARIABLE)
    for above in _folders(project.root, folder or project.root):
        for path in (above / name for name in NAMES):
            if files.there(path) and not files.is_folder(path) and files.inside(path, project.root):
                return Found(path, "found in the project")
    return Found(None, "built in")


def _told(name: str, start: Path, said: str) -> Found:
    """A brand by a path that its owner vouches for."""
    if name.lower() in NONE:
        return Found(None, said or "command line")
    path = start / name
    found = _file_at(path)
    if found is None:
        before = said and f"{said}: "
        what = (
            f"{files.show(path)} has no {NAMES[0]}" if files.there(path) else f"there is no brand at {files.show(path)}"
        )
        raise ConfigError(f"{before}{what}", CURE)
    return Found(found, said or "command line")


def _named_by_brief(project: Project, folder: Path, name: str) -> Found:
    if name.lower() in NONE:
        return Found(None, "front matter")
    for start in (folder, project.root):
        path = start / unquote(name)
        if files.there(path):
            if not files.inside(path, project.root):
                hint = "name it with --brand or in the settings, if it is to lie there"
                raise InputError(f"the brand {name} lies outside the project", hint)
            found = _file_at(path)
            if found is None:
                raise InputError(f"the brand {name} has no {NAMES[0]}", CURE)
            if not files.inside(found, project.root):
                raise InputError(f"the brand {name} leads out of the project", "copy it into the project")
            if Path(os.path.realpath(found)).suffix not in SUFFIXES:  # what it is not read for, it is not told of
                raise InputError(f"the brand {name} is no YAML file", CURE)
            return Found(found, "front matter")
    raise InputError(f"the brand {name} does not exist", CURE)


def _file_at(path: Path) -> Path | None:
    """The brand file at a path, which may be that of its folder; nothing where there is none."""
    names = [path / name for name in NAMES] if files.is_folder(path) else [path]
    return next(filter(files.there, names), None)


def _folders(root: Path, folder: Path) -> Iterator[Path]:
    """The folder and those above it up to the root; of a folder outside only the root."""
    here = Path(os.path.abspath(folder))
    if here.is_relative_to(root):
        yield from (above for above in (here, *here.parents) if above.is_relative_to(root))
    else:
        yield root


# --- reading ---------------------------------------------------------------------------------


def wear(project: Project, found: Found) -> Worn:
    """The brand that was found, with all its files read; whoever needs no faulty one asks `checked`."""
    faces = packaged.load_faces()
    if found.path is None:
        hashes = tuple((f"font:{face.family} {face.style}", sha256(face.data)) for face in faces)
        return Worn(default_brand(faces), found.said, BrandFile("", tokens=built_in_tokens()), hashes=hashes)
    path, said, seconds = found.path, found.said, project.pages.seconds
    return BRANDS.once((path, said, seconds), lambda: open_brand(path, said, seconds))


def checked(worn: Worn) -> Worn:
    """The same; TemplateError with the first fault of a faulty one."""
    if worn.errors:
        first, *rest = worn.errors
        more = f" (and {len(rest)} more)" if rest else ""
        message = f"{first.place.path}, line {first.place.line}: {first.message}{more}"
        raise TemplateError(message, first.hint or "briefkit brand check tells more", first.place.line)
    return worn


def fit(worn: Worn, text: str) -> Worn:
    """The same, with our fonts for Arabic letters when a text has any."""
    if not has_arabic(text):
        return worn
    faces = packaged.load_arabic_faces()
    hashes = ((f"font:{face.family} {face.weight}", sha256(face.data)) for face in faces)
    return replace(worn, brand=with_arabic(worn.brand, faces), hashes=(*worn.hashes, *hashes))


def fit_code(worn: Worn) -> Worn:
    """The same, with our font for code when the brand has none."""
    if has_code_font(worn.brand, worn.file.typography.stacks.get("monospace")):
        return worn
    faces = packaged.load_code_faces()
    hashes = ((f"font:{face.family} {face.style}", sha256(face.data)) for face in faces)
    return replace(worn, brand=with_code(worn.brand, faces), hashes=(*worn.hashes, *hashes))


def show_brand(project: Project) -> Worn:
    """The brand that the command names, else the project's, as it sets a brief with code."""
    return fit_code(named_brand(project, ""))


def named_brand(project: Project, option: str = "--brand") -> Worn:
    """The brand that the command names, else the project's."""
    return wear(project, find_brand(project, option=option))
