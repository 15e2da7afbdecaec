"""20 generated briefs go in, a table comes out: what a build takes when one has changed, and with two jobs.

Builds that are compared take turns, each in a fresh process: the ratios say more than the seconds. See
benchmarks/README.md.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from figures import options, write_figures
from many import make_project
from speed import environment, tools

BRIEFS = 20
WORDS = 500
CHANGES, WHOLE = 7, 1
CHANGE_BAR, FASTER_BAR = 1.2, 1.6


@dataclass(frozen=True, slots=True)
class Builds:
    """What was measured: the medians in seconds."""

    briefs: int
    changed_alone: float
    changed_among: float
    nothing_changed: float
    each_alone: float
    one_job: float
    two_jobs: float

    @property
    def beside_alone(self) -> float:
        """How many times longer the build of one changed brief among the others takes than of that one alone."""
        return self.changed_among / self.changed_alone

    @property
    def faster(self) -> float:
        """How many times faster two jobs are than the briefs one after the other."""
        return self.each_alone / self.two_jobs


def main() -> None:
    """Generate the briefs, measure, and print the table."""
    parser = options(__doc__)
    parser.add_argument("--changes", type=int, default=CHANGES, help="how often one brief is changed")
    parser.add_argument("--whole", type=int, default=WHOLE, help="how often all are built")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="briefkit-bench-") as folder:
        make_project(Path(folder), BRIEFS, WORDS)
        builds = measure(Path(folder), wanted.changes, wanted.whole)
    print_table(builds)
    figures = {"tools": tools(), "builds": asdict(builds)}
    write_figures(wanted.json, figures)


def measure(folder: Path, changes: int, whole: int) -> Builds:
    """All of it in turns; what is built after a change was built once before."""
    wholes = [(build_each(folder), build_all(folder, 1), build_all(folder, 2)) for _ in range(whole)]
    build(folder)
    changed = [(*build_changed(folder, number), build(folder)) for number in range(changes + 1)][1:]
    alone, among, nothing = (median(each) for each in zip(*changed, strict=True))
    return Builds(BRIEFS, alone, among, nothing, *(median(each) for each in zip(*wholes, strict=True)))


def build_changed(folder: Path, number: int) -> tuple[float, float]:
    """The seconds for one brief that has changed, alone and among the others."""
    brief = folder / "briefs" / f"brief-{number % BRIEFS:03}.md"
    brief.write_text(f"{brief.read_text('utf-8')}\nA village committee should meet in week {number}.\n", "utf-8")
    return build(folder, f"briefs/{brief.name}", "-o", "alone"), build(folder)


def build_each(folder: Path) -> float:
    """The seconds for all briefs, one process after the other."""
    return sum(build(folder, f"briefs/brief-{number:03}.md", "--force") for number in range(BRIEFS))


def build_all(folder: Path, jobs: int) -> float:
    """The seconds for all briefs in one run, nothing of which was built before."""
    shutil.rmtree(folder / "dist", ignore_errors=True)
    return build(folder, "--force", "--jobs", str(jobs))


def build(folder: Path, *arguments: str) -> float:
    """The seconds of one build; the generated briefs have errors, so it is one of drafts."""
    command = (sys.executable, "-m", "briefkit", "build", "--draft", *arguments)
    start = time.perf_counter()
    ran = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if ran.returncode:
        sys.exit(f"{' '.join(command[2:])} failed:\n{ran.stderr[-2000:]}")
    return seconds


def print_table(builds: Builds) -> None:
    """The times, the two ratios with their bars."""
    rows: Mapping[str, float] = {
        "one that has changed, alone": builds.changed_alone,
        "the same among all": builds.changed_among,
        "nothing has changed": builds.nothing_changed,
        "all, one process after the other": builds.each_alone,
        "all, --jobs 1": builds.one_job,
        "all, --jobs 2": builds.two_jobs,
    }
    print(f"build of {builds.briefs} briefs of {WORDS} words in three formats")
    for label, seconds in rows.items():
        print(f"  {label:<36}{seconds * 1000:>8.0f} ms")
    beside = "within the bar of" if builds.beside_alone <= CHANGE_BAR else "OVER THE BAR OF"
    faster = "at or over the bar of" if builds.faster >= FASTER_BAR else "BELOW THE BAR OF"
    print(f"  {'one changed among all beside it alone':<38}{builds.beside_alone:>6.2f}      {beside} {CHANGE_BAR:g}")
    print(f"  {'two jobs beside one after the other':<38}{builds.faster:>6.2f}      {faster} {FASTER_BAR:g}")
    print(f"  {'two jobs beside one':<38}{builds.one_job / builds.two_jobs:>6.2f}\n")


if __name__ == "__main__":
    main()
