"""Machines on which something is missing or odd: the environment of a run in which it is."""

from __future__ import annotations

import os
import shutil
import sys
import tomllib
from importlib import resources
from pathlib import Path

ROOT = Path(__file__).parents[2]

WITHOUT_LIBRARIES = """
import ctypes
import cffi

GONE = {gone!r}
Real = ctypes.CDLL
real_dlopen = cffi.FFI.dlopen

class CDLL(Real):
    def __init__(self, name, *rest, **options):
        if name and any(word in name for word in GONE):
            raise OSError(f"{{name}}: cannot open shared object file: No such file or directory")
        super().__init__(name, *rest, **options)

def dlopen(self, name, flags=0):
    if any(word in name for word in GONE):
        raise OSError(
            f"cannot load library '{{name}}': {{name}}: cannot open shared object file: No such file or directory.  "
            f"Additionally, ctypes.util.find_library() did not manage to locate a library called '{{name}}'"
        )
    return real_dlopen(self, name, flags)

ctypes.CDLL = CDLL
cffi.FFI.dlopen = dlopen
"""

WITHOUT_PACKAGES = """
import sys

class Gone:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {gone!r}:
            raise ModuleNotFoundError(f"No module named '{{name}}'", name=name)

sys.meta_path.insert(0, Gone())
"""


def machine(folder: Path, start: str = "") -> dict[str, str]:
    """An environment in which briefkit is installed with its requirements, and `start` runs before it does."""
    site = folder / "site"
    site.mkdir(exist_ok=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [f"Requires-Dist: {line}" for line in project["dependencies"]]
    metadata = site / f"briefkit-{project['version']}.dist-info" / "METADATA"
    metadata.parent.mkdir(exist_ok=True)
    metadata.write_text(
        "\n".join(["Metadata-Version: 2.1", "Name: briefkit", f"Version: {project['version']}", *lines])
    )
    (site / "sitecustomize.py").write_text(start, encoding="utf-8")
    return {"PYTHONPATH": os.pathsep.join([str(site), *(p for p in sys.path if p)])}


def without_libraries(folder: Path, *words: str) -> dict[str, str]:
    """A machine that lacks the native libraries with one of these words in their name, as ctypes and cffi tell it."""
    return machine(folder, WITHOUT_LIBRARIES.format(gone=words))


def without_packages(folder: Path, *modules: str) -> dict[str, str]:
    """A machine on which these modules cannot be imported."""
    return machine(folder, WITHOUT_PACKAGES.format(gone=modules))


def with_metadata(folder: Path, package: str, text: str) -> dict[str, str]:
    """A machine on which a package says this of itself."""
    env = machine(folder)
    path = folder / "site" / f"{package}-0.dist-info" / "METADATA"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return env


def with_font(folder: Path, name: str, data: bytes | None) -> dict[str, str]:
    """A machine on which a file of the fonts of Inter holds this, or is not there."""
    env = machine(folder)
    package = folder / "site" / "fontpkg_inter"
    shutil.copytree(str(resources.files("fontpkg_inter")), package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "files" / name).unlink()
    if data is not None:
        (package / "files" / name).write_bytes(data)
    return env
