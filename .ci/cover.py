"""The measured coverage goes in, a line per package comes out; fails when lines or branches are below the bar."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

BAR = 90.0
PACKAGES = ("parse", "library", "claims", "rules", "check")
HOME = "src/briefkit/"


def main() -> None:
    """Print the table and exit with 1 when a figure is below the bar."""
    files = read_files()
    print(f"{'package':<10}{'lines':>8}{'branches':>10}")
    low = []
    for package in PACKAGES:
        lines, branches = measure(package, files)
        low += [package] if min(lines, branches) < BAR else []
        print(f"{package:<10}{lines:>7.1f}%{branches:>9.1f}%")
    if low:
        sys.exit(f"below {BAR:g}%: {', '.join(low)}")


def read_files() -> Mapping[str, Mapping[str, int]]:
    """The figures of each file, as `coverage json` tells them."""
    command = [sys.executable, "-m", "coverage", "json", "--quiet", "-o", "-"]
    told: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return {name: figures["summary"] for name, figures in told["files"].items()}


def measure(package: str, files: Mapping[str, Mapping[str, int]]) -> tuple[float, float]:
    """The percentages of lines and of branches of a package, or a module, that were run."""
    own = [f for name, f in files.items() if name == f"{HOME}{package}.py" or name.startswith(f"{HOME}{package}/")]
    if not own:
        sys.exit(f"nothing was measured of {package}")
    return share(own, "covered_lines", "num_statements"), share(own, "covered_branches", "num_branches")


def share(files: Sequence[Mapping[str, int]], part: str, whole: str) -> float:
    """The percentage that the sum of one figure is of the sum of another."""
    total = sum(figures[whole] for figures in files)
    return 100.0 * sum(figures[part] for figures in files) / total if total else 100.0


if __name__ == "__main__":
    main()
