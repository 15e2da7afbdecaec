"""`python -m briefkit.precompile` keeps the patterns of briefkit as `re` compiled them; an installation ends with it.

What all modules ask for is known when they are loaded. What is made of the words of a language is known when they are
looked for: so a new brief in each language is checked, and one of all examples that the rules have.
"""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from briefkit import packaged, patterns, precompiled
from briefkit.errors import BriefkitError
from briefkit.pipeline import load_project
from briefkit.pipeline.checking import check_project
from briefkit.pipeline.starting import start
from briefkit.rules import all_rules
from briefkit.starters.making import Wish

LEFT_OUT = ("__main__", "precompile")
"""Modules that run when they are imported, and this one."""


def main() -> None:
    """Check the briefs, and keep the patterns; a machine on which that cannot be is told so, and loses time only."""
    for module in pkgutil.walk_packages([str(packaged.HOME)], "briefkit."):
        if not module.name.endswith(LEFT_OUT):
            importlib.import_module(module.name)
    try:
        with TemporaryDirectory() as folder, contextlib.chdir(folder):
            _check_some(Path(folder))
        precompiled.save(patterns.asked())
    except (AttributeError, BriefkitError, ImportError, OSError) as error:
        sys.stderr.write(f"The patterns could not be kept compiled, each run will compile them: {error}\n")


def _check_some(folder: Path) -> None:
    """Check a new brief in each language, and the examples of the rules as one brief."""
    for name in packaged.starters():
        lang = name.removesuffix(".toml")
        start(lang, Wish("options", lang, ""))
    words = "\n\n".join((rule.__doc__ or "").replace("\n    ", "\n") for rule in all_rules().values())
    brief = next(folder.rglob("briefs")) / "examples.md"
    brief.write_text(f"---\ntitle: Examples\nlang: en\n---\n\n{words}\n", encoding="utf-8")
    check_project(load_project({}, jobs=1), ())


if __name__ == "__main__":
    main()
