"""What to type so that something is there: names of packages in, commands by system out."""

from __future__ import annotations

import contextlib
import importlib.metadata
import os
import platform
import shlex
import sys
from collections.abc import Mapping
from types import MappingProxyType

from briefkit.errors import BriefkitError, NoProcessError
from briefkit.patterns import regex
from briefkit.values import EMPTY

PACKAGES = "Packages"
"""The part of the conditions that pip can mend."""

AGAIN = "install briefkit itself anew, in the folder of its source"
FAMILIES = {"debian": ("debian", "ubuntu"), "fedora": ("fedora", "rhel", "centos")}

LAYOUT: Mapping[str, str] = MappingProxyType(
    {
        "debian": "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        "fedora": "sudo dnf install pango harfbuzz",
        "macos": "brew install pango harfbuzz\nexport DYLD_FALLBACK_LIBRARY_PATH=$(brew --prefix)/lib",
    }
)
"""The native libraries of the PDF."""

PYTHON: Mapping[str, str] = MappingProxyType(
    {
        "debian": "sudo apt install python3 python3-venv",
        "fedora": "sudo dnf install python3",
        "macos": "brew install python3",
    }
)


def system() -> str:
    """The family of the system, `debian`, `fedora` or `macos`, whose commands are known here; else nothing."""
    if sys.platform == "darwin":
        return "macos"
    names: list[str] = []
    with contextlib.suppress(OSError):
        release = platform.freedesktop_os_release()
        names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return next((family for family, known in FAMILIES.items() if any(name in known for name in names)), "")


def install(*requirements: str, anew: bool = False) -> Mapping[str, str]:
    """The command that installs these packages into the Python that runs us."""
    forced = ("--force-reinstall", "--no-deps") if anew else ()
    return {"any": shlex.join((_python(), "-m", "pip", "install", *forced, *requirements))}


LACKS = regex(r"the package (\w+) (?:is not installed|cannot be loaded)")


def mend(error: BriefkitError, advice: str, commands: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    """What mends an error: room for processes, the package that it says is not there, else what is given."""
    if isinstance(error, NoProcessError):
        return error.hint, EMPTY
    lacks = LACKS.match(error.message)
    if lacks is None:
        return advice, commands
    provided = importlib.metadata.packages_distributions().get(lacks[1], [lacks[1]])
    return "install it anew", install(provided[0].lower(), anew=True)


def _python() -> str:
    """The Python that runs us, as short as it can be named from here."""
    below = os.path.relpath(sys.executable or "python3")
    return sys.executable if below.startswith(os.pardir) else below
