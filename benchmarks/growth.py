"""Shapes of briefs and libraries go in, a table comes out: what our own part takes when a text is twice as long.

Each text is read in a fresh process. A shape starts small and doubles until our part takes a second (with `--full`: up
to the largest file we take), or until pandoc gives up on it; the last two sizes are compared. pandoc's own time stands
apart: it has limits, ours has to be near linear. See benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from math import log2
from typing import TypeVar

from figures import options, write_figures
from shapes import CITED, FRONT, LIBRARIES, SHAPES

from briefkit.__main__ import OBJECTS
from briefkit.check import check_brief, make_case
from briefkit.claims import find_claims
from briefkit.config import Config
from briefkit.errors import BriefkitError
from briefkit.evidence import link_evidence
from briefkit.library import read_library, statistics
from briefkit.model import Brief, Checked, Library, Report
from briefkit.pandoc import Pandoc
from briefkit.parse.brief import finish
from briefkit.parse.prepare import READER, prepare
from briefkit.report import REPORTERS
from briefkit.report.claims_report import CLAIM_FORMS
from briefkit.text import normalise_newlines

Made = TypeVar("Made")

BAR = 2.3
WALL = 60.0
SLOW: Mapping[str, float] = {"brief": 20.0, "library": 30.0}
"""How many seconds our part may take for the largest file of a kind."""
ENOUGH, CLEAR = 0.3, 1.0
"""A ratio of times below so many seconds says nothing; above the second it need not be asked again."""

AGAIN = 2
SMALLEST = 62_500
LARGEST: Mapping[str, int] = {"brief": 1_990_000, "library": 16_000_000}
BIB = "@book{smith2021, author = {Smith, Ann}, title = {Yearbook}, date = {2021}, publisher = {Office}}\n"


@dataclass(frozen=True, slots=True)
class Taken:
    """What one text took that was `asked` to be so large: seconds of pandoc and of each of our steps, and megabytes.

    `failed` says why it was given up, if it was.
    """

    asked: int
    size: int = 0
    pandoc: float = 0.0
    steps: Mapping[str, float] | None = None
    megabytes: int = 0
    failed: str = ""

    @property
    def ours(self) -> float:
        """Our part, in seconds."""
        return sum((self.steps or {}).values())


def main() -> None:
    """Measure the shapes with the words in their names, print the table, exit with 1 if one is over the bar."""
    parser = options(__doc__)
    parser.add_argument("words", nargs="*", help="only shapes with one of these words in `kind: name`")
    parser.add_argument("--full", action="store_true", help="go up to the largest file, however long it takes")
    parser.add_argument("--one", nargs=3, metavar=("KIND", "NAME", "SIZE"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.one:
        kind, name, size = wanted.one
        print(json.dumps(asdict(measure(kind, name, int(size)))))
        return
    names = [(kind, name) for kind, shapes in (("brief", SHAPES), ("library", LIBRARIES)) for name in shapes]
    chosen = [one for one in names if not wanted.words or any(word in ": ".join(one) for word in wanted.words)]
    print(f"{'':<44}{'size':>10}{'pandoc':>8}{'ours':>8}{'ratio':>7}{'largest':>9}{'MB':>6}")
    rows = {": ".join(one): list(grow(*one, 20.0 if wanted.full else CLEAR)) for one in chosen}
    write_figures(wanted.json, {n: [asdict(t) for t in row] for n, row in rows.items()})
    bad = sum(bool(fault(name.partition(":")[0], row)) for name, row in rows.items())
    print(f"{len(rows)} shapes, {bad} over the bar of {BAR:g} or slow")
    sys.exit(1 if bad else 0)


def grow(kind: str, name: str, seconds: float) -> Iterator[Taken]:
    """A shape at its last two sizes, told in a line of the table; our part has taken `seconds` in the last."""
    row: list[Taken] = []
    size = LARGEST[kind] // (1 << (LARGEST[kind] // SMALLEST).bit_length())
    while size <= LARGEST[kind] and not (row and (row[-1].failed or row[-1].ours > seconds)):
        row.append(ask(kind, name, size))
        size *= 2
    done = [taken for taken in row if not taken.failed][-2:]
    for _ in range(AGAIN if ratio(done) > BAR else 0):  # it may have been chance
        done = [min(taken, ask(kind, name, taken.asked), key=lambda one: one.ours or WALL) for taken in done]
    given_up = [taken for taken in row if taken.failed]
    tell(f"{kind}: {name}", done, given_up[0].failed if given_up else "")
    yield from done
    yield from (taken for taken in given_up if is_ours(taken))


def ask(kind: str, name: str, size: int) -> Taken:
    """What a fresh process says of one text; the better of two answers where one could be chance."""
    command = (sys.executable, __file__, "--one", kind, name, str(size))
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=WALL, check=False)
    except subprocess.TimeoutExpired:
        return Taken(size, failed=f"more than {WALL:g} s")
    if run.returncode:
        return Taken(size, failed=f"exit {run.returncode}: {run.stderr.strip()[-200:]}")
    return Taken(**json.loads(run.stdout))


def ratio(row: list[Taken]) -> float:
    """How much longer twice the size takes, 0 where that would be chance."""
    return row[-1].ours / row[-2].ours if len(row) > 1 and row[-1].ours >= ENOUGH else 0.0


def at_most(kind: str, done: list[Taken]) -> float:
    """The seconds that our part would take for the largest file, if it went on growing so."""
    if not done or done[-1].failed:
        return 0.0
    times = max(1.0, LARGEST[kind] / done[-1].size)
    return done[-1].ours * float(times ** max(1.0, log2(ratio(done) or 2.0)))


def is_ours(taken: Taken) -> bool:
    """Whether it was not pandoc that gave up."""
    return bool(taken.failed) and not taken.failed.startswith("pandoc")


def fault(kind: str, row: list[Taken]) -> str:
    """What is wrong with a shape, or nothing."""
    done = [taken for taken in row if not taken.failed]
    if len(done) < len(row):
        return "FAILED"
    if ratio(done) > BAR:
        return "OVER THE BAR"
    return "SLOW" if at_most(kind, done) > SLOW[kind] else ""


def tell(name: str, done: list[Taken], failed: str) -> None:
    """One line of the table, and why no larger size was read."""
    last = done[-1] if done else Taken(0)
    kind = name.partition(":")[0]
    mark = fault(kind, [*done, Taken(0, failed=failed)] if failed and not failed.startswith("pandoc") else done)
    seconds = f"{last.size:>10,}{last.pandoc:>8.2f}{last.ours:>8.2f}{ratio(done):>7.2f}{at_most(kind, done):>9.1f}"
    print(f"{name:<44}{seconds}{last.megabytes:>6}  {mark}")
    if mark and last.steps:
        print("      " + ", ".join(f"{step} {taken:.2f}" for step, taken in last.steps.items()))
    if failed:
        print(f"      then {failed.strip()[-100:]}")
    sys.stdout.flush()


# --- in the fresh process ----------------------------------------------------------------------


def measure(kind: str, name: str, size: int) -> Taken:
    """Read one text and say what it took; a small one goes first, so that nothing is loaded on the way."""
    gc.set_threshold(OBJECTS)
    judge(FRONT + CITED, {})
    if kind == "library":
        text, steps = LIBRARIES[name](size), dict[str, float]()
        with_library(text, steps)
        return Taken(size, len(text), 0.0, steps, megabytes())
    text = normalise_newlines(SHAPES[name](size))
    steps = {}
    try:
        pandoc = judge(text, steps)
    except BriefkitError as error:
        return Taken(size, len(text), failed=error.message)
    return Taken(size, len(text), pandoc, steps, megabytes())


def judge(text: str, steps: dict[str, float]) -> float:
    """All steps of a check, and its reports; returns the seconds of pandoc."""
    prepared = timed("prepare", steps, lambda: prepare(text, "a.md"))
    start = time.perf_counter()
    parsed = Pandoc().read(prepared.for_pandoc, READER)
    pandoc = time.perf_counter() - start
    library = read_library([("a.bib", BIB)])
    brief = timed("parse", steps, lambda: finish(prepared, parsed))
    checked = with_rules(brief, library, steps)
    report = Report((checked,), (), ())
    for name, write in REPORTERS.items():
        timed(name, steps, partial(write, report, 80, False))
    for name, tell_claims in CLAIM_FORMS.items():
        timed(f"claims {name}", steps, partial(tell_claims, [checked], 80))
    return pandoc


def with_rules(brief: Brief, library: Library, steps: dict[str, float]) -> Checked:
    """The steps from a brief to its findings."""
    claims = timed("claims", steps, lambda: find_claims(brief))
    accounts = timed("evidence", steps, lambda: link_evidence(brief, claims, library))
    case = timed("markup", steps, lambda: make_case(brief, library, accounts))
    findings = timed("rules", steps, lambda: check_brief(case, Config())[0])
    return Checked(brief, accounts, findings)


def with_library(text: str, steps: dict[str, float]) -> None:
    """The steps of reading a library, of a check of a small brief against it, and of the reports."""
    library = timed("library", steps, lambda: read_library([("a.bib", text)]))
    timed("statistics", steps, lambda: json.dumps(statistics(library)))
    keys = "; ".join(f"@{key}" for key in [*list(library.sources)[:50], "unknown1", "k", "a"])
    prepared = prepare(f"{FRONT}It rose [{keys}].\n", "a.md")
    brief = finish(prepared, Pandoc().read(prepared.for_pandoc, READER))
    checked = with_rules(brief, library, steps)
    for name, write in REPORTERS.items():
        timed(name, steps, partial(write, Report((checked,), (), ()), 80, False))


def timed(name: str, steps: dict[str, float], work: Callable[[], Made]) -> Made:
    """What `work` returns; its seconds of processor, which neighbours do not lengthen, go to `steps`."""
    start = time.process_time()
    made = work()
    steps[name] = steps.get(name, 0.0) + time.process_time() - start
    return made


def megabytes() -> int:
    """The most memory that this process held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


if __name__ == "__main__":
    main()
