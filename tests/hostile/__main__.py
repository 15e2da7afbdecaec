"""`python -m tests.hostile [WORD]` runs the corpus (the cases with the word in their name) and prints what got away."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.hostile.case import Case
from tests.hostile.cases import all_cases
from tests.hostile.runner import Ran, clear, judge

AT_ONCE = 2


def judged(cases: Iterable[Case], folder: Path) -> Iterator[tuple[Case, list[str], list[Ran]]]:
    """Each case with what it got away with, two at once, in order."""

    def one(numbered: tuple[int, Case]) -> tuple[Case, list[str], list[Ran]]:
        number, case = numbered
        world = folder / f"case-{number}"
        try:
            return (case, *judge(case, world))
        finally:
            clear(world)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from pool.map(one, enumerate(cases))


def main() -> None:
    """Run and exit with 1 when a case got away with something."""
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    cases = [case for case in all_cases() if word in case.name]
    bad = 0
    slowest, largest = 0.0, 0
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        for case, found, runs in judged(cases, Path(folder)):
            slowest = max(slowest, *(ran.seconds for ran in runs))
            largest = max(largest, *(ran.megabytes for ran in runs))
            bad += bool(found)
            codes = "/".join(str(ran.code) for ran in runs)
            if found or word:
                sys.stdout.write(f"{'BAD ' if found else 'ok  '}{case.name!a} exit {codes}\n")
            sys.stdout.writelines(f"      {line}\n" for line in found)
            sys.stdout.flush()
    sys.stdout.write(f"{len(cases)} cases, {bad} bad; slowest run {slowest:.0f} s, largest {largest} MB\n")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
