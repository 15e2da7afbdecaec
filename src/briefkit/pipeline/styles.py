"""What a brief or the settings call their citation style in, its text out, with what it was read from.

A style is the one that pandoc carries, a file of the project, or one of the many that the extra `briefkit[csl]` brings,
by its name. Of those, a style that only names its parent is the parent's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from briefkit import files, packaged
from briefkit.errors import InputError
from briefkit.model import EMPTY
from briefkit.near_misses import did_you_mean
from briefkit.patterns import regex
from briefkit.pipeline.project import Project
from briefkit.values import Value

BUILT_IN = ("", "chicago-author-date")
"""The styles that pandoc carries."""

NAME = regex(r"[A-Za-z0-9][A-Za-z0-9._-]*")
SUFFIX = ".csl"
FOLDERS = ("", "dependent")
"""Where the package of styles keeps those of their own, and those that only name a parent."""

INSTALL = "run: pip install 'briefkit[csl]'"
OTHERWISE = "name a .csl file of the project, or chicago-author-date"


class Style(Value):
    """The text of a style, empty for the one that pandoc carries, and the files it was read from, by their names."""

    text: str = ""
    read: Mapping[str, bytes] = EMPTY


def read_style(project: Project, folder: Path, said: str) -> Style:
    """The style of a brief in a folder that says this in its front matter, or nothing; InputError if there is none."""
    try:
        return _read_style(project, folder, said)
    except InputError as error:
        if said:
            raise
        raise InputError(f"the setting csl: {error.message}", error.hint) from error


def _read_style(project: Project, folder: Path, said: str) -> Style:
    name = said or project.config.csl
    if name in BUILT_IN:
        return Style()
    for path in (start / name for start in ((folder, project.root) if said else (project.root,))):
        if path.suffix == SUFFIX and files.there(path) and files.inside(path, project.root):
            data = files.read_bytes(path, files.MAX_BRIEF, project.root)
            return Style(_fit(name, files.decode(data, files.show(path))), {f"style:{name}": data})
    if NAME.fullmatch(name) and not name.endswith(SUFFIX):
        return _from_package(name)
    raise InputError(f"there is no citation style '{name}'", _without_suffix(name) or OTHERWISE)


def _without_suffix(name: str) -> str:
    """How to take the style of the extra that a file would be called by, as others name it: apa.csl."""
    stem = name.removesuffix(SUFFIX)
    if stem == name or not NAME.fullmatch(stem):
        return ""
    home, _ = packaged.find_styles()
    if not home:
        return f"{OTHERWISE}; for the style of that name write csl: {stem}, and {INSTALL}"
    return f"write csl: {stem}" if _find(Path(home), stem) else ""


def style_or_usual(project: Project, folder: Path, said: str) -> Style:
    """The same for a report on a brief: where there is none, which the check tells of, the one that pandoc carries."""
    try:
        return read_style(project, folder, said)
    except InputError:
        return Style()


def _from_package(name: str) -> Style:
    """The style of that name among those of the extra."""
    home, version = packaged.find_styles()
    if not home:
        raise InputError(f"the citation style '{name}' is not installed", f"{INSTALL}; or {OTHERWISE}")
    package = f"{packaged.STYLES} {version}".strip()
    path = _find(Path(home), name)
    if path is None:
        hint = did_you_mean(name, tuple(_names(Path(home)))) or OTHERWISE
        raise InputError(f"there is no citation style '{name}' in {package}", hint)
    data = files.read_bytes(path, files.MAX_BRIEF)
    text = files.decode(data, files.show(path))
    read = {f"style:{name} ({package})": data}
    parent = _parent(text)
    found = _find(Path(home), parent) if parent else None
    if found is not None:
        data = files.read_bytes(found, files.MAX_BRIEF)
        text = files.decode(data, files.show(found))
        read[f"style:{parent} ({package})"] = data
    return Style(_fit(name, text), read)


def _parent(text: str) -> str:
    from briefkit.assemble.styles import parent_of_style

    parent = parent_of_style(text)
    return parent if NAME.fullmatch(parent) else ""


def _find(home: Path, name: str) -> Path | None:
    paths = (home / folder / f"{name}{SUFFIX}" for folder in FOLDERS)
    return next((path for path in paths if files.there(path)), None)


def _names(home: Path) -> Iterator[str]:
    for folder in FOLDERS:
        yield from (n.removesuffix(SUFFIX) for n in files.list_folder(home / folder) if n.endswith(SUFFIX))


def _fit(name: str, text: str) -> str:
    from briefkit.assemble.styles import fault_of_style  # only a brief with a style of its own needs it

    if fault := fault_of_style(text):
        hint = "take a whole style, such as the parent of this one, or leave csl: out"
        raise InputError(f"the citation style '{name}' {fault}", hint)
    return text
