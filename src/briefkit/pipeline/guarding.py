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

from briefkit.errors import BriefkitError, ConfigError
from briefkit.pipeline.project import Project
from briefkit.pipeline.reading import STDIN, Shelf, find_origins, load_brief

_PICTURE = re.compile(r"!\[[^\[\]]{0,500}\]\(<?([^()<>\s]+)")


def refuse_input(project: Project, output: str, briefs: Sequence[str] = (), others: Sequence[str] = ()) -> None:
    """ConfigError when the output is an input: a named file, a brief (named, or the project's own), what briefs name,
    the project's libraries, lists and settings, or the file that is standard input.
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
    with suppress(BriefkitError):
        for origin in find_origins(project, briefs):
            if isinstance(origin, Path):
                yield origin
                yield from _list_named(project, origin)


def _list_named(project: Project, brief: Path) -> Iterator[Path]:
    """The files that a brief names: libraries, its style, pictures; of one that cannot be read, none."""
    with suppress(BriefkitError):
        loaded = load_brief(brief, project)
        front = loaded.prepared.head.front
        pictures = (unquote(match[1]) for match in _PICTURE.finditer(loaded.prepared.for_pandoc))
        yield from (folder / name for name in (front.csl, *pictures) for folder in (loaded.folder, project.root))
        yield from Shelf(project).paths(loaded.folder, front.bibliography)
