"""A library of 50,000 made-up entries and a brief that cites 50 of them go in, a table comes out: what the first check,
the next, and the one after an edit take, beside bibtexparser reading the file and beside pandoc on the same two files.

All processes are fresh ones and take turns. Memory is what the kernel says a process held at most.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from figures import options, write_figures
from made_library import make_library
from speed import briefkit, environment, tools

from briefkit.pandoc import find_pandoc

ENTRIES = 50_000
CITED = 50
RUNS = 5
UNBOUND = 1e9
PARSE = "import bibtexparser, logging; logging.disable(); bibtexparser.parse_file('references.bib', encoding='utf-8')"
BRIEF = "briefs/wells.md"
HEAD = "---\ntitle: Wells\ndate: 2026-01-02\nlang: en-GB\n---\n\n# Findings\n\n"
CHECK = (briefkit(), "check", "--fail-on", "never", "-o", "report.txt")
CHECK_LIBRARY = (briefkit(), "library", "check", "--fail-on", "never", "-o", "report.txt")


@dataclass(frozen=True, slots=True)
class Took:
    """What a process took: seconds, and megabytes at most."""

    seconds: float
    megabytes: float


Round = Mapping[str, Took]


def main() -> None:
    """Make the library, measure, and print the table."""
    parser = options(__doc__)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--with-pandoc", action="store_true", help="let pandoc cite from the whole library, once")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="briefkit-bench-") as name:
        large, half, few = (make_project(Path(name) / part, wanted.entries, part) for part in ("large", "half", "few"))
        rounds = [measure(large, half, few) for _ in range(wanted.runs)]
        pandoc = run_pandoc(large) if wanted.with_pandoc else None
    took = {label: middle([one[label] for one in rounds]) for label in rounds[0]}
    if pandoc:
        took["pandoc --citeproc"] = pandoc
    figures = compare(took, wanted.entries)
    print_table(took, figures, wanted.entries, wanted.runs)
    written = {"tools": tools(), "entries": wanted.entries, "figures": figures}
    write_figures(wanted.json, written)


# --- measuring ---------------------------------------------------------------------------------


def measure(large: Path, half: Path, few: Path) -> Round:
    """Each step once; the edit comes after a check that knew the library."""
    took = {"bibtexparser.parse_file": run((sys.executable, "-c", PARSE), large)}
    took["the same, half the entries"] = run((sys.executable, "-c", PARSE), half)
    for project in (large, half):
        shutil.rmtree(project / ".briefkit", ignore_errors=True)
    took["first check"] = run(CHECK, large)
    took["first check, half the entries"] = run(CHECK, half)
    took["next check"] = run(CHECK, large)
    took["check with the cited entries only"] = run(CHECK, few)
    edit(large / "references.bib")
    took["check after an edit"] = run(CHECK, large)
    took["library check"] = run(CHECK_LIBRARY, large)
    took["library check, half the entries"] = run(CHECK_LIBRARY, half)
    return took


def run(command: Sequence[str], project: Path, most: float = 1800) -> Took:
    """What one fresh process takes; children of children count."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        code = _run_here(command, project, most, writer)
        os._exit(code)
    os.close(writer)
    with os.fdopen(reader) as answers:
        answer = answers.read()
    if os.waitpid(child, 0)[1]:
        sys.exit(f"{' '.join(command[:4])} ... failed: {answer[-2000:]}")
    seconds, kilobytes = map(float, answer.split())
    return Took(seconds, kilobytes / 1024)


def _run_here(command: Sequence[str], project: Path, most: float, writer: int) -> int:
    start = time.perf_counter()
    try:
        done = subprocess.run(command, cwd=project, env=environment(), capture_output=True, timeout=most, check=False)
    except subprocess.TimeoutExpired:
        os.write(writer, f"it took more than {most:g} s".encode())
        return 1
    seconds = time.perf_counter() - start
    held = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    if done.returncode:
        os.write(writer, done.stdout[-1000:] + done.stderr[-1000:])
        return 1
    os.write(writer, f"{seconds} {held}".encode())
    return 0


def middle(took: Sequence[Took]) -> Took:
    """The medians."""
    return Took(median(one.seconds for one in took), median(one.megabytes for one in took))


def run_pandoc(project: Path) -> Took:
    """pandoc citing from the whole library."""
    return run((find_pandoc(), BRIEF, "--citeproc", "--bibliography", "references.bib", "-o", "raw.html"), project)


# --- the projects ------------------------------------------------------------------------------


def make_project(folder: Path, entries: int, part: str) -> Path:
    """A brief with its library: all the entries, half of them, or only those that it cites."""
    step = entries // 2 // CITED
    cited = [step * number for number in range(CITED)]
    choose: Mapping[str, Callable[[int], bool]] = {
        "large": lambda number: True,
        "half": lambda number: number < entries // 2,
        "few": set(cited).__contains__,
    }
    (folder / "briefs").mkdir(parents=True)
    with (folder / "references.bib").open("w", encoding="utf-8") as library:
        library.writelines(text for number, text in enumerate(make_library(entries)) if choose[part](number))
    lines = (f"The fund dug {n + 3} wells in {1990 + n % 30}, and {n + 9}% of them failed [@key{n}].\n" for n in cited)
    (folder / BRIEF).write_text(HEAD + "\n".join(lines), encoding="utf-8")
    (folder / "briefkit.toml").write_text("", encoding="utf-8")
    return folder


def edit(library: Path) -> None:
    """One word more in the title of an entry in the middle of a library."""
    text = library.read_text("utf-8")
    at = text.index("  title = {", len(text) // 2) + len("  title = {")
    library.write_text(f"{text[:at]}Again {text[at:]}", encoding="utf-8")


# --- telling -----------------------------------------------------------------------------------


def compare(took: Round, entries: int) -> Mapping[str, tuple[float, float]]:
    """Each ratio with its bar."""
    seconds = {label: one.seconds for label, one in took.items()}
    parse, known = seconds["bibtexparser.parse_file"], seconds["next check"]
    few, first = seconds["check with the cited entries only"], seconds["first check"]
    library, half = seconds["library check"], seconds["library check, half the entries"]
    megabytes = 1000 if entries <= ENTRIES else 1500
    figures = {
        "first index beside the parse": ((first - few) / parse, 2.0),
        "megabytes of the first check": (took["first check"].megabytes, megabytes),
        "next check beside one with few entries": (known / few, 1.5),
        "an edit, beside the parse": ((seconds["check after an edit"] - known) / parse, 0.25),
        "first check, twice the entries": (first / seconds["first check, half the entries"], 2.3),
        "library check beside the parse": (library / parse, 3.0),
        "megabytes of library check": (took["library check"].megabytes, megabytes),
        "library check, twice the entries": (library / half, 2.3),
    }
    if "pandoc --citeproc" in seconds:
        figures["next check beside pandoc, times faster"] = (seconds["pandoc --citeproc"] / known, UNBOUND)
    return figures


def print_table(took: Round, figures: Mapping[str, tuple[float, float]], entries: int, runs: int) -> None:
    """The times and the memory, then each ratio with its bar."""
    print(f"a library of {entries:,} entries, a brief that cites {CITED}; median of {runs}")
    for label, one in took.items():
        print(f"  {label:<42}{one.seconds:>9.2f} s{one.megabytes:>9.0f} MB")
    for label, (figure, bar) in figures.items():
        verdict = f"within the bar of {bar:g}" if figure <= bar else f"OVER THE BAR OF {bar:g}"
        print(f"  {label:<42}{figure:>9.2f}      {verdict if bar < UNBOUND else ''}")


if __name__ == "__main__":
    main()
