"""The files of a library in, the library out: a small one is read, of a large one only what its index does not know.

The index lies in the project's `.briefkit/` (see `caches`). One that is not to be trusted, or does not fit the files,
is made anew; a project that cannot be written does without.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from briefkit import caches, files
from briefkit.model import Library
from briefkit.pipeline.digests import sha256
from briefkit.pipeline.project import Project
from briefkit.values import Value, replace

SMALL = 300_000
"""Bytes that are read as fast as looked up: below it nothing is kept."""


class Volume(Value):
    """A file of a library as it was read, and the digest of its bytes."""

    path: Path
    data: bytes
    digest: str

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return files.show(self.path)

    @property
    def text(self) -> str:
        """Its text; InputError when it is none."""
        return files.decode(self.data, self.name)


def read_volume(project: Project, path: Path, *within: Path) -> Volume:
    """A file of a library, which must lie in one of some folders; InputError when it cannot be read."""
    data = project.read_bytes(path, files.MAX_LIBRARY, *within)
    return Volume(path, data, sha256(data))


def read_kept(project: Project, volumes: Sequence[Volume]) -> Library:
    """The library in these files, with their digests; InputError when one is no text."""
    return replace(_read(project, volumes), digests={volume.name: volume.digest for volume in volumes})


def _read(project: Project, volumes: Sequence[Volume]) -> Library:
    is_small = sum(len(volume.data) for volume in volumes) < SMALL
    if is_small or not all(files.inside(volume.path, project.root) for volume in volumes):
        from briefkit.library import read_library

        return read_library([(volume.name, volume.text) for volume in volumes])
    return _look_up(project, volumes)


def _look_up(project: Project, volumes: Sequence[Volume]) -> Library:
    from briefkit.library.index import look_up, open_index
    from briefkit.library.indexed import File
    from briefkit.library.indexing import make_index

    name = name_index(project, [volume.path for volume in volumes])
    kept = caches.load(project.root, name)
    index = open_index(kept) if kept else None
    texts = [File(volume.name, files.plain(volume.data), volume.digest) for volume in volumes]
    if index and (library := look_up(index, texts)):
        return library
    for volume in volumes:
        files.decode(volume.data, volume.name)
    made = make_index(texts, index, project.progress)
    caches.keep(project.root, name, made.serialize())
    library = look_up(made, texts)
    assert library is not None  # noqa: S101 - it was made of these files
    return library


def name_index(project: Project, paths: Sequence[Path], kind: str = "library") -> str:
    """The name of an index of some files: wherever one stands, the same."""
    within = "\0".join(os.path.relpath(os.path.realpath(path), os.path.realpath(project.root)) for path in paths)
    return f"{kind}-{sha256(within.encode())[:16]}.index"
