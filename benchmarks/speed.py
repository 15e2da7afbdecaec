"""The flagship brief goes in, a table comes out: what check and build take beside the bare engines, in the same run.

All processes are fresh ones and take turns, so that a busy machine slows both sides alike. The project is a copy in a
temporary folder without `.briefkit`, made anew for each round. See benchmarks/README.md for what is compared.
"""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from unittest.mock import patch
from urllib.parse import quote

from figures import options, write_figures

from briefkit.assemble.clean import ASSET
from briefkit.pandoc import Pandoc, find_pandoc
from briefkit.pipeline.checking import Examined, examining
from briefkit.pipeline.inputs import Inputs
from briefkit.pipeline.project import load_project
from briefkit.render import pdf

ROOT = Path(__file__).resolve().parents[1]
BRIEF = "briefs/us-sanctions-pakistan.md"
LIBRARY = "references.bib"
BARE_BRIEF = "bare.md"
BUILT_IN_STYLE = "csl: chicago-author-date\n"
PRINTED = "print.html"
FORMATS = "pdf,docx,html"
CHECK_RUNS, CHECK_BAR = 7, 5.0
BUILD_RUNS, BUILD_BAR = 5, 1.5
LAY_OUT = f"from weasyprint import HTML; HTML('{PRINTED}').write_pdf('raw.pdf', pdf_variant='{pdf.VARIANT}')"

Command = tuple[str, ...]
Commands = Mapping[str, Command]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was measured: the medians in seconds of ours and of each bare engine, their ratio, and the bar."""

    name: str
    runs: int
    ours: float
    bare: Mapping[str, float]
    bare_together: float
    ratio: float
    bar: float


def main() -> None:
    """Measure, print the table, and write the figures as JSON where asked to."""
    parser = options(__doc__)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="briefkit-bench-") as folder:
        project = Path(folder)
        make_project(project)
        write_print_page(project)
        found = [compare_check(project), compare_build(project)]
    print_table(found)
    figures = {"tools": tools(), "comparisons": [asdict(one) for one in found]}
    write_figures(wanted.json, figures)


def compare_check(project: Path) -> Comparison:
    """`briefkit check` beside pandoc reading the same brief."""
    ours = (briefkit(), "check", BRIEF)
    bare = {"pandoc -f markdown -t json": (find_pandoc(), "-f", "markdown", "-t", "json", BRIEF, "-o", "raw.json")}
    return compare("check", ours, bare, project, (CHECK_RUNS, CHECK_BAR))


def compare_build(project: Path) -> Comparison:
    """`briefkit build` in all formats beside the engines that make them."""
    ours = (briefkit(), "build", BRIEF, "--to", FORMATS, "-o", "dist")
    pandoc = (find_pandoc(), BARE_BRIEF, "--citeproc", "--standalone")
    bare = {
        "pandoc --citeproc -t html5": (*pandoc, "-t", "html5", "-o", "raw.html"),
        "pandoc --citeproc -t docx": (*pandoc, "-t", "docx", "-o", "raw.docx"),
        "WeasyPrint on our print HTML": (sys.executable, "-c", LAY_OUT),
    }
    return compare(f"build {FORMATS}", ours, bare, project, (BUILD_RUNS, BUILD_BAR))


# --- measuring ---------------------------------------------------------------------------------


def compare(name: str, ours: Command, bare: Commands, project: Path, terms: tuple[int, float]) -> Comparison:
    """Run ours and the bare engines in turns, after one round that is not counted; `terms` are runs and bar."""
    runs, bar = terms
    commands = {"": ours, **bare}
    rounds = [{label: clock(command, project) for label, command in commands.items()} for _ in range(runs + 1)][1:]
    own = median(one[""] for one in rounds)
    together = median(sum(one[label] for label in bare) for one in rounds)
    each = {label: median(one[label] for one in rounds) for label in bare}
    return Comparison(name, runs, own, each, together, own / together, bar)


def clock(command: Sequence[str], project: Path) -> float:
    """The seconds that one fresh process takes, without anything cached or built before."""
    for folder in (".briefkit", "dist"):
        shutil.rmtree(project / folder, ignore_errors=True)
    start = time.perf_counter()
    run = subprocess.run(command, cwd=project, env=environment(), capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if run.returncode:
        sys.exit(f"{' '.join(command[:4])} ... failed:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return seconds


def environment() -> Mapping[str, str]:
    """Ours, but compiled modules are kept, as they are for whoever installs a package."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def briefkit() -> str:
    """The command that stands beside this Python."""
    return str(Path(sys.executable).parent / "briefkit")


# --- the project -------------------------------------------------------------------------------


def make_project(folder: Path) -> None:
    """Copy the brief and its library, and the brief once more without the style that pandoc uses unasked."""
    for name in (BRIEF, LIBRARY):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    text = (ROOT / BRIEF).read_text(encoding="utf-8")
    (folder / BARE_BRIEF).write_text(text.replace(BUILT_IN_STYLE, ""), encoding="utf-8")


def write_print_page(folder: Path) -> None:
    """Write the page that the build lays out, with its fonts and pictures as files, so that WeasyPrint alone can."""
    page, resources = catch_print_page(folder)
    for index, (name, (data, _)) in enumerate(resources.items()):
        file = f"resource-{index}{Path(name).suffix}"
        (folder / file).write_bytes(data)
        page = page.replace(f"{ASSET}{quote(name)}", file)
    (folder / PRINTED).write_text(page, encoding="utf-8")


def catch_print_page(folder: Path) -> tuple[str, pdf.Resources]:
    """The page and the resources that a build hands to `lay_out`, which is not run."""
    caught: list[tuple[str, pdf.Resources]] = []

    def catch(page: str, resources: pdf.Resources, *_: object) -> bytes:
        caught.append((page, resources))
        return b"%PDF-\n%%EOF"

    with contextlib.chdir(folder), patch.object(pdf, "lay_out", catch):
        project = load_project({})
        runner = Pandoc()
        with examining(project, 1) as examine:
            examined = examine(Path(BRIEF))
        if isinstance(examined, Examined):
            pdf.render(Inputs(project, examined).assemble((), runner), runner)
    if not caught:
        sys.exit(f"{BRIEF} was not built: run briefkit check")
    return caught[0]


# --- telling -----------------------------------------------------------------------------------


def print_table(found: Sequence[Comparison]) -> None:
    """One block a comparison: each engine, their sum, ours, the ratio and the bar."""
    for one in found:
        print(f"{one.name}, cold, median of {one.runs}")
        for label, seconds in one.bare.items():
            print(f"  {label:<32}{seconds * 1000:>8.0f} ms")
        if len(one.bare) > 1:
            print(f"  {'together':<32}{one.bare_together * 1000:>8.0f} ms")
        print(f"  {'briefkit':<32}{one.ours * 1000:>8.0f} ms")
        verdict = "within the bar of" if one.ratio <= one.bar else "OVER THE BAR OF"
        print(f"  {'ratio':<32}{one.ratio:>8.2f}      {verdict} {one.bar:g}\n")


def tools() -> Mapping[str, str]:
    """The versions and the kind of machine behind the figures."""
    cores = str(os.cpu_count())
    return {
        "python": platform.python_version(),
        "pandoc": Pandoc().version(),
        "system": platform.system(),
        "cores": cores,
    }


if __name__ == "__main__":
    main()
