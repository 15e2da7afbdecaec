"""The files of a library in, the library out: a small one is read, of a large one only what its index does not know.

The index lies in the project's `.briefkit/` (see `caches`). One that is not to be trusted, or does not fit the files,
is made anew; a project that cannot be written does without.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from briefkit import caches, files
from briefkit.model import Library
from briefkit.pipeline.project import Project

SMALL = 300_000
"""Bytes that are read as fast as looked up: below it nothing is kept."""


def read_kept(project: Project, paths: Sequence[Path]) -> Library:
    """The library in these files; InputError when one cannot be read or is no text."""
    found = [(path, project.read_bytes(path, files.MAX_LIBRARY)) for path in paths]
    if sum(len(data) for _, data in found) < SMALL or not all(files.inside(path, project.root) for path in paths):
        from briefkit.library import read_library

        return read_library([(files.show(path), files.decode(data, files.show(path))) for path, data in found])
    return _look_up(project, found)


def _look_up(project: Project, found: Sequence[tuple[Path, bytes]]) -> Library:
    from briefkit.library.index import look_up, open_index
    from briefkit.library.indexed import File
    from briefkit.library.indexing import make_index

    name = name_index(project, [path for path, _ in found])
    kept = caches.load(project.root, name)
    index = open_index(kept) if kept else None
    volumes = [File(files.show(path), files.plain(data), sha256(data).hexdigest()) for path, data in found]
    if index and (library := look_up(index, volumes)):
        return library
    for path, content in found:
        files.decode(content, files.show(path))
    made = make_index(volumes, index, project.progress)
    caches.keep(project.root, name, made.serialize())
    library = look_up(made, volumes)
    assert library is not None  # noqa: S101 - it was made of these files
    return library


def name_index(project: Project, paths: Sequence[Path], kind: str = "library") -> str:
    """The name of an index of some files: wherever one stands, the same."""
    within = "\0".join(os.path.relpath(os.path.realpath(path), os.path.realpath(project.root)) for path in paths)
    return f"{kind}-{sha256(within.encode()).hexdigest()[:16]}.index"
