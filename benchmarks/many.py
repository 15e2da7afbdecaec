"""200 generated briefs go in, a table comes out: a cold check with two jobs beside one job, and beside pandoc alone.

Pandoc alone is two processes of `pandoc lua` with our own worker script, each reading half of the same texts and
writing its trees to nowhere: what no check that is made with pandoc can be faster than. See benchmarks/README.md.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib import resources
from pathlib import Path
from statistics import median

from figures import options, write_figures
from speed import clock, tools

from briefkit.pandoc import find_pandoc
from briefkit.parse.prepare import READER, prepare

BRIEFS = 200
WORDS = 2000
RUNS = 3
JOBS = 2
FASTER_BAR, PANDOC_BAR = 1.7, 1.6


@dataclass(frozen=True, slots=True)
class Many:
    """What was measured: the medians in seconds, and whether one job and two said the same."""

    briefs: int
    one_job: float
    two_jobs: float
    pandoc: float
    identical: bool

    @property
    def faster(self) -> float:
        """How many times faster two jobs are than one."""
        return self.one_job / self.two_jobs

    @property
    def beside_pandoc(self) -> float:
        """How many times longer two jobs take than pandoc alone."""
        return self.two_jobs / self.pandoc


def main() -> None:
    """Generate the briefs, measure, and print the table."""
    parser = options(__doc__)
    parser.add_argument("--briefs", type=int, default=BRIEFS)
    parser.add_argument("--runs", type=int, default=RUNS)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="briefkit-bench-") as folder:
        many = measure(Path(folder), wanted.briefs, wanted.runs)
    print_table(many)
    figures = {"tools": tools(), "many": asdict(many)}
    write_figures(wanted.json, figures)


# --- measuring ---------------------------------------------------------------------------------


def measure(folder: Path, briefs: int, runs: int) -> Many:
    """All three in turns, after one round that is not counted."""
    make_project(folder, briefs)
    inputs = write_inputs(folder)
    rounds = [(check(folder, 1), check(folder, JOBS), read_alone(folder, inputs)) for _ in range(runs + 1)][1:]
    one, two, pandoc = (median(each) for each in zip(*rounds, strict=True))
    identical = (folder / "1.json").read_bytes() == (folder / f"{JOBS}.json").read_bytes()
    return Many(briefs, one, two, pandoc, identical)


def check(folder: Path, jobs: int) -> float:
    """The seconds of one cold check; its report is kept for comparison."""
    command = (sys.executable, "-m", "briefkit", "check", "--jobs", str(jobs), "--fail-on", "never", "--format", "json")
    return clock((*command, "-o", f"{jobs}.json"), folder)


def read_alone(folder: Path, inputs: Sequence[Path]) -> float:
    """The seconds in which as many pandocs as there are inputs read them."""
    start = time.perf_counter()
    running = [read_input(folder, path) for path in inputs]
    for process in running:
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, "pandoc lua")
    return time.perf_counter() - start


def read_input(folder: Path, path: Path) -> subprocess.Popen[bytes]:
    """A pandoc that reads the texts of one input."""
    with path.open("rb") as texts:
        command = (find_pandoc(), "lua", "worker.lua")
        return subprocess.Popen(command, cwd=folder, stdin=texts, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def write_inputs(folder: Path) -> list[Path]:
    """What the worker script is told for each half of the briefs, and the script."""
    (folder / "worker.lua").write_bytes(resources.files("briefkit").joinpath("worker.lua").read_bytes())
    texts = [path.read_text("utf-8") for path in sorted((folder / "briefs").iterdir())]
    asked = [prepare(text, "").for_pandoc.encode() for text in texts]
    inputs = [folder / f"half-{half}" for half in range(JOBS)]
    for half, path in enumerate(inputs):
        path.write_bytes(b"".join(b"%s %d\n" % (READER.encode(), len(text)) + text for text in asked[half::JOBS]))
    return inputs


# --- the briefs --------------------------------------------------------------------------------

SUBJECTS = (
    *("The ministry", "Each district council", "The national fund", "A survey of households", "The utility in Harbour"),
    *("Farmers in the north", "The second programme", "Private operators", "Most village committees", "The regulator"),
)
VERBS = (
    *("reported a loss of {n}% in {y}", "spent {n} million euros between {y} and {z}", "raised the price of water"),
    *(
        "was responsible for {n} wells that failed",
        "should publish its accounts every year",
        "may lose {n} of its staff",
    ),
    *("cut the time of repairs from {n} to three weeks", "had reached two thirds of the villages by {y}"),
    *("is expected to grow faster than the population", "said that *repairs* cost less than **new pumps**"),
)
REASONS = (
    *("because spare parts arrive late", "although the law of {y} forbids it", "while wages rose by {n}%"),
    *("after a drought that lasted {n} months", "in spite of [a new plan](https://example.org/plan)"),
    *("when rain fell early", "as auditors had warned", "under section {n} of the Water Act"),
)
SOURCES = 40


def make_project(folder: Path, briefs: int, words: int = WORDS) -> None:
    """The briefs, each of so many words, and their library."""
    (folder / "briefs").mkdir()
    (folder / "briefkit.toml").write_text('bibliography = ["references.bib"]\n', encoding="utf-8")
    library = "\n".join(make_entry(number) for number in range(SOURCES))
    (folder / "references.bib").write_text(library, encoding="utf-8")
    for number in range(briefs):
        (folder / "briefs" / f"brief-{number:03}.md").write_text(make_brief(number, words), encoding="utf-8")


def make_entry(number: int) -> str:
    """An entry of the library."""
    return (
        f"@report{{source{number},\n  author = {{Author, Number{number}}},\n  title = {{Report {number} on Wells}},\n"
        f"  institution = {{Office of Wells}},\n  type = {{Report}},\n  date = {{{1980 + number}}}\n}}\n"
    )


def make_brief(number: int, words: int = WORDS) -> str:
    """A brief of about so many words: paragraphs with citations, lists, notes and tables under headings."""
    parts = [f"---\ntitle: Wells and their repair, part {number}\nlang: en-GB\n---\n"]
    notes: list[str] = []
    section = 0
    while sum(len(part.split()) for part in (*parts, *notes)) < words:
        seed = number * 1009 + section * 101
        section += 1
        parts.append(f"# Section {section} of the wells\n")
        parts += [" ".join(make_sentences(seed + 7 * n, 6)) + f"[^n{section}-{n}]\n" for n in range(3)]
        notes += [f"[^n{section}-{n}]: {make_sentence(seed + n + 3)}\n" for n in range(3)]
        parts.append("\n".join(f"- {make_sentence(seed + 11 * n)}" for n in range(4)) + "\n")
        if section % 3 == 1:
            parts.append(make_table(seed, section))
    return "\n".join((*parts, *notes))


def make_sentences(seed: int, count: int) -> Iterator[str]:
    """Some sentences in a row."""
    return (make_sentence(seed + 13 * n) for n in range(count))


def make_sentence(seed: int) -> str:
    """One sentence; two of three cite."""
    figures = {"n": seed % 89 + 3, "y": 1990 + seed % 34, "z": 1995 + seed % 30}
    words = f"{SUBJECTS[seed % 10]} {VERBS[seed // 3 % 10]} {REASONS[seed // 7 % 8]}".format_map(figures)
    return f"{words} [@source{seed % SOURCES}, p. {seed % 200 + 1}]." if seed % 3 else f"{words}."


def make_table(seed: int, section: int) -> str:
    """A small table with a source."""
    rows = "\n".join(f"| District {n} | {(seed * 7 + n * 31) % 900} |" for n in range(4))
    caption = f': Pumps out of order by district {{source="@source{seed % SOURCES}, table {section}"}}'
    return f"| District | Pumps |\n|---|---:|\n{rows}\n\n{caption}\n"


# --- telling -----------------------------------------------------------------------------------


def print_table(many: Many) -> None:
    """The times, the two ratios with their bars, and whether the reports are the same."""
    rows: Mapping[str, float] = {
        "check --jobs 1": many.one_job,
        f"check --jobs {JOBS}": many.two_jobs,
        f"pandoc lua alone, {JOBS} of them": many.pandoc,
    }
    print(f"check of {many.briefs} briefs of {WORDS:,} words, cold")
    for label, seconds in rows.items():
        print(f"  {label:<32}{seconds * 1000:>8.0f} ms")
    faster = "at or over the bar of" if many.faster >= FASTER_BAR else "BELOW THE BAR OF"
    beside = "within the bar of" if many.beside_pandoc <= PANDOC_BAR else "OVER THE BAR OF"
    print(f"  {'two jobs beside one':<32}{many.faster:>8.2f}      {faster} {FASTER_BAR:g}")
    print(f"  {'two jobs beside pandoc':<32}{many.beside_pandoc:>8.2f}      {beside} {PANDOC_BAR:g}")
    print(f"  {'reports of one job and of two':<32}{'identical' if many.identical else 'DIFFERENT':>8}\n")


if __name__ == "__main__":
    main()
