"""The name of an output in, a refusal out when it is a file that the command reads: nothing replaces its own input.

Files are compared as the system knows them, so that a link, another spelling or another name of the same file counts.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

from briefkit import files
from briefkit.errors import BriefkitError, ConfigError
from briefkit.patterns import regex
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import STDIN, Shelf, find_origins, load_brief

_SHOWN = regex(
    r"""
      !\[ [^\[\]]{0,500} \]\( (?: < ([^<>\n]+) > | ([^()<>\s]+) )                        # ![words](picture.png)
    | ^ [ ]{0,3} \[ [^\]\n]{1,200} \]: [ \t]* <? ([^<>\n]{1,500} \. (?:png|jpe?g|svg)) \b  # [label]: picture.png
    | \b data= (?: "([^"\n]+)" | '([^'\n]+)' | ([^\s"'}]+) )                             # the figures of a chart
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)


def refuse_input(project: Project, output: str, briefs: Sequence[str] = (), others: Sequence[str] = ()) -> None:
    """ConfigError when the output is an input: a named file, a brief (named, or the project's own), what briefs name,
    the project's libraries, lists and settings, its brand, templates and types of briefs, or the file that is standard
    input.
    """
    refuse_replacing(output, _list_inputs(project, briefs, others))


def refuse_replacing(output: str, inputs: Iterable[Path | int]) -> None:
    """ConfigError when the output is one of these files, which may be open ones by their numbers."""
    if output == STDIN or not os.path.isfile(output):
        return
    stands = os.stat(output)
    if any(_is_file(stands, path) for path in inputs):
        hint = "nothing was written; name another file with --output"
        raise ConfigError(f"{output} is read by this command, and is not replaced", hint)


def _is_file(stands: os.stat_result, path: Path | int) -> bool:
    """Whether a path, or an open file, leads to the file that stands there."""
    with suppress(OSError, ValueError):
        return os.path.samestat(stands, os.stat(path))
    return False


def _list_inputs(project: Project, briefs: Sequence[str], others: Sequence[str]) -> Iterator[Path | int]:
    root = project.root
    if STDIN in (*briefs, *others):
        yield 0
    yield from map(Path, others)
    yield from (root / name for name in ("briefkit.toml", "pyproject.toml"))
    yield from (
        root / name for name in (project.config.retractions, project.config.csl, *project.config.bibliography) if name
    )
    yield from _list_looks(project)
    with suppress(BriefkitError):
        for origin in find_origins(project, briefs):
            if isinstance(origin, Path):
                yield origin
                yield from _list_named(project, origin)


def _list_looks(project: Project) -> Iterator[Path]:
    """The files of the project's brands, templates and types of briefs."""
    from briefkit.pipeline.brief_types import FOLDER  # loaded here: few outputs are there already
    from briefkit.pipeline.project import TEMPLATES

    root, config = project.root, project.config
    yield from _list_brands([root, *(root / path for path in (project.brand, config.brand) if path)])
    chosen = [root / path for path in (project.template, config.template, config.types) if path]
    for folder in (root / "_brand", root / FOLDER, root / TEMPLATES, *chosen):
        for path in _list_files(folder):
            yield path
            yield from _list_files(path)


def _list_brands(places: Iterable[Path]) -> Iterator[Path]:
    """The files of brands that are named by these places: each itself, or the one that lies in it."""
    from briefkit.pipeline.branding import NAMES

    yield from (place / name for place in places for name in ("", *NAMES))


def _list_files(folder: Path) -> Iterator[Path]:
    """What lies in a folder; nothing if it is none, or cannot be read."""
    with suppress(BriefkitError):
        yield from (folder / name for name in files.list_folder(folder))


def _list_named(project: Project, brief: Path) -> Iterator[Path]:
    """The files that a brief names: libraries, style, brand, pictures, data; of one that cannot be read, none."""
    with suppress(BriefkitError):
        loaded = load_brief(brief, project)
        front = loaded.prepared.head.front
        shown = (unquote(next(filter(None, found.groups()))) for found in _SHOWN.finditer(loaded.prepared.for_pandoc))
        yield from (folder / name for name in (front.csl, *shown) for folder in (loaded.folder, project.root))
        if front.brand:
            yield from _list_brands(folder / unquote(front.brand) for folder in (loaded.folder, project.root))
        yield from Shelf(project).paths(loaded.folder, front.bibliography)
