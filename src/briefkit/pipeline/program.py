"""The program itself in, a digest out: briefkit, Python, all packages, pandoc, the libraries of the PDF, the fonts.

Another program may make other bytes of the same brief. Large files are known by where they lie, their size and the
time of their last change; the names of packages and of libraries hold their versions.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from briefkit.errors import MissingToolError
from briefkit.packaged import CODE_FONTS, FONTS
from briefkit.pandoc import find_pandoc
from briefkit.pipeline.digests import digest, sha256

SOURCE = Path(__file__).parents[1]
PACKAGES = (".dist-info", ".egg-info")
NATIVE = ("libpango", "libharfbuzz", "libfontconfig", "libfreetype", "libfribidi", "libglib-", "libgobject-")
"""How the libraries that lay out a PDF are called, wherever they lie."""

NATIVE_FOLDERS = ("/usr/lib", "/usr/lib64", "/usr/local/lib", "/opt/homebrew/lib", "/opt/local/lib")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "~/.fonts", "~/.local/share/fonts")
"""Where systems keep fonts: one of them prints what no font of ours can."""

VARIABLES = (
    "SOURCE_DATE_EPOCH BRAND_YML_PATH FONTCONFIG_FILE FONTCONFIG_PATH FONTCONFIG_SYSROOT PANGOCAIRO_BACKEND"
    " LD_LIBRARY_PATH LD_PRELOAD DYLD_LIBRARY_PATH XDG_DATA_HOME".split()
)
"""What in the environment shapes an output, or chooses a library that does."""


@cache
def digest_program() -> str:
    """The digest of all that makes outputs of inputs."""
    return digest(*_python(), *_source(), *_packages(), *_engines(), *_folders(), *_environment())


def _python() -> Iterator[str]:
    yield from (sys.version, sys.platform, os.uname().machine)


def _source() -> Iterator[str]:
    """Each file of briefkit and its digest: who changes the program need not change its number."""
    for folder, folders, names in os.walk(SOURCE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = Path(folder, name)
            try:
                yield f"{path.relative_to(SOURCE)} {sha256(path.read_bytes())}"
            except OSError:
                yield _look(str(path))


def _packages() -> Iterator[str]:
    for folder in sys.path:
        yield from (name for name in _names(folder) if name.endswith(PACKAGES))


def _engines() -> Iterator[str]:
    """Pandoc, our fonts and the native libraries."""
    try:
        yield _look(find_pandoc())
    except MissingToolError:
        yield "no pandoc"
    for _, _, package, name, _ in (*FONTS, *CODE_FONTS):
        yield from (_look(f"{folder}/files/{name}") for folder in _folders_of(package))
    for folder in _native_folders():
        yield from (_look(f"{folder}/{name}") for name in _names(folder) if name.startswith(NATIVE))


def _folders_of(package: str) -> tuple[str, ...]:
    """Where a package lies; nowhere when it is not installed, which is told by who needs it."""
    try:
        spec = importlib.util.find_spec(package)
    except ImportError:
        return ()
    return tuple((spec and spec.submodule_search_locations) or ())


def _native_folders() -> Iterator[str]:
    for folder in NATIVE_FOLDERS:
        yield folder
        yield from (f"{folder}/{name}" for name in _names(folder) if "-linux-" in name)


def _folders() -> Iterator[str]:
    """The folders of fonts, each with the time of its last change."""
    for root in FONT_FOLDERS:
        for folder, folders, _ in os.walk(os.path.expanduser(root)):
            folders.sort()
            yield _look(folder)


def _environment() -> Iterator[str]:
    yield from (f"{name}={os.environ.get(name)}" for name in VARIABLES)


def _names(folder: str) -> tuple[str, ...]:
    """What a folder holds, in order; nothing when we may not look."""
    try:
        return tuple(sorted(os.listdir(folder or ".")))
    except OSError:
        return ()


def _look(path: str) -> str:
    """A file by the place it really has, its size and the time of its last change."""
    real = os.path.realpath(path)
    try:
        found = os.stat(real)
    except OSError:
        return f"{real} is not there"
    return f"{real} {found.st_size} {found.st_mtime_ns}"
