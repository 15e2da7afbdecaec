"""The engines: pandoc, the native libraries of the PDF, a page made on trial, and the fonts.

Foreign code that could end or hold the process is run in a child.
"""

from __future__ import annotations

import ctypes
import importlib.metadata
import os
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from briefkit.doctor.children import in_child
from briefkit.doctor.cures import LAYOUT, install, mend
from briefkit.errors import BriefkitError, MissingToolError
from briefkit.report.doctor_report import OK, PROBLEM, WARNING, Condition
from briefkit.values import EMPTY, Value

if TYPE_CHECKING:
    from briefkit.model import Face

PANDOC, PAGES, FONTS = "Pandoc", "PDF", "Fonts"
SECONDS = 10.0
LONGEST = 120
TRIAL = "Hello *you*.\n"
TREE = [
    {
        "t": "Para",
        "c": [
            {"t": "Str", "c": "Hello"},
            {"t": "Space"},
            {"t": "Emph", "c": [{"t": "Str", "c": "you"}]},
            {"t": "Str", "c": "."},
        ],
    }
]
PAGE = '<!DOCTYPE html><html lang="en"><head><title>Trial</title></head><body><p>Hello</p></body></html>'


# --- pandoc ---------------------------------------------------------------------------------------


def look_at_pandoc() -> Iterator[Condition]:
    """Which pandoc is used, whether it answers, is new enough, and reads a text as pandoc does."""
    from briefkit.pandoc import Limits, Pandoc
    from briefkit.pandoc.process import bundled_pandoc, find_pandoc

    advice, cure = "install it anew", install("pypandoc_binary", anew=True)
    try:
        path = find_pandoc()
    except BriefkitError:
        yield Condition(
            PANDOC, "pandoc", PROBLEM, "it was not found", "", "install the one that briefkit is made for", cure
        )
        return
    where = f"from {'pypandoc_binary' if path == bundled_pandoc() else 'the PATH'}: {path}"
    if not os.access(path, os.X_OK):
        found = f"it is not executable; {where}"
        yield Condition(PANDOC, "pandoc", PROBLEM, found, "", advice, cure)
        return
    pandoc = Pandoc(path, Limits(seconds=SECONDS, patience=1))
    try:
        version = pandoc.version()
        fault = _age(version) or _reads(pandoc)
    except BriefkitError as error:
        version, fault = "", error.message
        advice, cure = mend(error, advice, cure)
    if fault:
        yield Condition(PANDOC, "pandoc", PROBLEM, f"{fault}; {where}", version, advice, cure)
        return
    yield Condition(PANDOC, "pandoc", OK, where, version)


def _age(version: str) -> str:
    """What is wrong with a version, or nothing."""
    from briefkit.pandoc import OLDEST

    numbers, oldest = (tuple(int(n) for n in v.split(".")) for v in (version, OLDEST))
    return f"it is too old, {OLDEST} or newer is needed" if numbers < oldest else ""


def _reads(pandoc: Any) -> str:
    """What is wrong with how it reads a text, or nothing."""
    blocks = pandoc.read(TRIAL, "markdown").ast["blocks"]
    return "" if blocks == TREE else "it does not read Markdown as pandoc does"


# --- native libraries --------------------------------------------------------------------------------


class Native(Value):
    """A native library by its files on Linux (on macOS `.dylib` for `.so.`), and what asks it for its version."""

    name: str
    files: tuple[str, ...]
    ask: str = ""
    needed: bool = True


OLDEST_PANGO = (1, 44)
NATIVES = (
    Native("Pango", ("libgobject-2.0.so.0", "libpango-1.0.so.0", "libpangoft2-1.0.so.0"), "pango_version_string"),
    Native("HarfBuzz", ("libharfbuzz.so.0",), "hb_version_string"),
    Native("HarfBuzz-Subset", ("libharfbuzz-subset.so.0",), "", needed=False),
    Native("fontconfig", ("libfontconfig.so.1",), "FcGetVersion"),
)
"""What WeasyPrint opens; without the subsetter it cuts fonts by itself, and the files have other bytes."""


def look_at_natives() -> Iterator[Condition]:
    """Which of the native libraries load, and their versions."""
    told = in_child("the native libraries", lambda: {native.name: load(native) for native in NATIVES})
    for native in NATIVES:
        version, fault = told[native.name]
        if not fault and native.name == "Pango" and tuple(map(int, version.split(".")[:2])) < OLDEST_PANGO:
            fault = f"is too old, {'.'.join(map(str, OLDEST_PANGO))} or newer is needed"
        if not fault:
            yield Condition(PAGES, native.name, OK, "" if version else "it loads", version)
        elif native.needed:
            yield Condition(PAGES, native.name, PROBLEM, fault, version, "install the libraries of the PDF", LAYOUT)
        else:
            found = f"{fault}; PDF files are made without it, but with other bytes"
            yield Condition(PAGES, native.name, WARNING, found, version, "install the libraries of the PDF", LAYOUT)


def load(native: Native) -> tuple[str, str]:
    """The version of a native library (empty if it has none to tell), and why it does not load (empty if it does)."""
    version = ""
    for file in native.files:
        name = file.partition(".so.")
        try:
            library = ctypes.CDLL(f"{name[0]}.{name[2]}.dylib" if sys.platform == "darwin" else file)
        except OSError as error:
            return "", f"{file} cannot be loaded: {str(error).partition(': ')[2][:LONGEST]}"
        if native.ask and hasattr(library, native.ask):
            version = _version(getattr(library, native.ask))
    return version, ""


def _version(ask: Any) -> str:
    """What a library answers: a text, or a number such as 21401 for 2.14.1."""
    if ask.__name__ != "FcGetVersion":
        ask.restype = ctypes.c_char_p
        return (ask() or b"").decode("ascii", "replace")
    number = int(ask())
    return f"{number // 10_000}.{number // 100 % 100}.{number % 100}"


# --- a page on trial -----------------------------------------------------------------------------


def look_at_weasyprint() -> Iterator[Condition]:
    """Whether WeasyPrint loads and makes a page."""
    version = _metadata_version("weasyprint")
    try:
        made = in_child("a page on trial", _trial)
    except MissingToolError as error:
        ours = version and error.message.startswith("WeasyPrint ")
        found = f"it {error.message.removeprefix('WeasyPrint ')}" if ours else error.message
        advice, cure = mend(error, "install what is named above, then run briefkit doctor again", EMPTY)
        yield Condition(PAGES, "WeasyPrint", PROBLEM, found, version, advice, cure)
    except BriefkitError as error:
        cure = install("weasyprint>=70,<71", anew=True)
        yield Condition(PAGES, "WeasyPrint", PROBLEM, error.message, version, "install it anew", cure)
    else:
        yield Condition(PAGES, "WeasyPrint", OK, f"it made a page of {made:,} bytes on trial", version)


def _trial() -> int:
    from briefkit.render.pdf import lay_out

    return len(lay_out(PAGE, {}))


def _metadata_version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


# --- fonts -----------------------------------------------------------------------------------


def look_at_fonts() -> Iterator[Condition]:
    """Whether each face of the built-in brand, and that of code, is there and can be cut."""
    from briefkit import packaged

    together = _count_together()
    for font in (*packaged.FONTS, *packaged.CODE_FONTS):
        family, style, package = font[:3]
        name = f"{family}{'' if style == 'normal' else f' {style}'}"
        version = _metadata_version(package)
        try:
            face = packaged.load_face(*font)
            characters = together.get(face) or in_child(f"the font {family}", partial(_count, face))
        except BriefkitError as error:
            advice, cure = mend(error, "install it anew", install(package.replace("_", "-"), anew=True))
            yield Condition(FONTS, name, PROBLEM, error.message, version, advice, cure)
            continue
        yield Condition(FONTS, name, OK, f"{characters:,} characters", version)
    yield from _look_at_arabic(together)


def _count_together() -> Mapping[Face, int]:
    """The characters of each face, from one child; nothing where one cannot be counted: each has a child of its own."""
    from briefkit import packaged

    try:
        faces = (*packaged.load_faces(), *packaged.load_code_faces(), *packaged.load_arabic_faces())
        return dict(zip(faces, in_child("the fonts", lambda: [_count(face) for face in faces]), strict=True))
    except (BriefkitError, OSError):
        return {}  # whoever looks at them one by one says why


def _look_at_arabic(together: Mapping[Face, int]) -> Iterator[Condition]:
    """The same of the faces that come with the program itself."""
    from briefkit import packaged

    family = packaged.ARABIC_FONTS[0][0]
    try:
        counts = [
            together.get(face) or in_child(f"the font {family}", partial(_count, face))
            for face in packaged.load_arabic_faces()
        ]
    except (BriefkitError, OSError) as error:
        advice, cure = "install briefkit anew", EMPTY
        if isinstance(error, BriefkitError):
            advice, cure = mend(error, advice, cure)
        yield Condition(FONTS, family, PROBLEM, str(error), "", advice, cure)
        return
    yield Condition(FONTS, family, OK, f"{min(counts):,} characters", "")


def _count(face: Any) -> int:
    from briefkit.render.fonts import count_characters

    return count_characters(face)
