"""What all benchmarks have in common: the option for a file of figures, and the writing of it."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any


def options(about: str | None) -> argparse.ArgumentParser:
    """The options of a benchmark that says this of itself."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE as well")
    return parser


def write_figures(path: Path | None, figures: Any) -> None:
    """The figures as JSON, if there is a file for them."""
    if path is not None:
        path.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
