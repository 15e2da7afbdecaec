"""A generated library and entries written by hand in, a table out: do briefkit and pandoc read the same in an entry?

Each entry is read by `as_csl` and by `pandoc -f biblatex -t csljson`, and compared field by field. What differs is
either one of the kinds of `DELIBERATE`, which are counted apart, each with its reason, or a disagreement. Exit code 1
when less than 99.5 % of the fields agree.
"""

from __future__ import annotations

import argparse
import json
import logging
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from agreement_kinds import DELIBERATE, Json, Pair
from wellformed import write_library

from briefkit.library import read_library, resolve
from briefkit.library.csl import as_csl
from briefkit.model import Library, Place, Source
from briefkit.pandoc import find_pandoc
from briefkit.text import normalise_newlines

BAR = 99.5
HAND = Path(__file__).with_name("agreement.bib")


@dataclass(slots=True)
class Tally:
    """What was compared: agreements and fields by name, deliberate differences by kind, and the disagreements."""

    entries: int = 0
    same: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    deliberate: Counter[str] = field(default_factory=Counter)
    differences: list[Pair] = field(default_factory=list)
    examples: dict[str, Pair] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """The fields that agree, of those without a deliberate difference, in per cent."""
        return 100 * self.same.total() / self.all.total() if self.all else 100.0


# --- comparing -----------------------------------------------------------------------------------


def compare(text: str, name: str, tally: Tally) -> None:
    """Read a library in both ways and count."""
    theirs = {item["id"]: item for item in run_pandoc(text)}
    library = read_library([(name, text)])
    keys = [key for key in library.sources if library.can_cite(key)]
    sources = {source.key: source for source in resolve(library, keys)}
    for key in theirs.keys() | sources.keys():
        tally.entries += 1
        tally.all["key"] += 1
        if key in theirs and key in sources:
            tally.same["key"] += 1
            compare_items(sources[key], library, theirs[key], tally)
        else:
            source = sources.get(key) or Source(key, "", {}, Place(name, 1, 1, 1, 1))
            tally.differences.append(Pair(source, source, "key", key in sources, key in theirs))


def compare_items(source: Source, library: Library, theirs: Mapping[str, Json], tally: Tally) -> None:
    """Compare an item field by field."""
    ours = json.loads(json.dumps(as_csl(source)))
    for name in sorted((ours.keys() | theirs.keys()) - {"id"}):
        pair = Pair(source, library.sources[source.key], name, ours.get(name), theirs.get(name))
        if pair.ours == pair.theirs:
            tally.same[name] += 1
            tally.all[name] += 1
        elif kind := next((kind.name for kind in DELIBERATE if kind.explains(pair)), ""):
            tally.deliberate[kind] += 1
            tally.examples.setdefault(kind, pair)
        else:
            tally.all[name] += 1
            tally.differences.append(pair)


def run_pandoc(text: str) -> list[dict[str, Json]]:
    """What pandoc makes of a library; nothing when it refuses it."""
    command = [find_pandoc(), "--sandbox", "-f", "biblatex", "-t", "csljson"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=300, check=False)
    return json.loads(done.stdout) if done.returncode == 0 else []


def is_wellformed(text: str, name: str) -> bool:
    """Whether both readers find the file in order: no entry is broken, no key stands twice, pandoc takes all of it."""
    library = read_library([(name, text)])
    return not any(problem.code in ("BIB301", "BIB303", "BIB311", "BIB346") for problem in library.problems)


# --- the table -----------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--entries", type=int, default=1200)
    parser.add_argument("--show", type=int, default=20, metavar="N", help="print N disagreements")
    parser.add_argument("--data", type=Path, nargs="*", default=[], metavar="FILE", help="only these files instead")
    options = parser.parse_args(arguments)
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    tally, skipped = Tally(), 0
    for name, text in _list_texts(options.seed, options.entries, options.data):
        if options.data and not (is_wellformed(text, name) and run_pandoc(text)):
            skipped += 1
            continue
        compare(text, name, tally)
    print(*report(tally, skipped, options.show), sep="\n")
    return 0 if tally.share >= BAR else 1


def _list_texts(seed: int, entries: int, files: Sequence[Path]) -> Iterator[tuple[str, str]]:
    if not files:
        yield "generated.bib", write_library(seed, entries)
        yield HAND.name, HAND.read_text("utf-8")
    for path in files:
        try:
            yield path.name, normalise_newlines(path.read_text("utf-8-sig"))
        except UnicodeDecodeError:
            continue


def report(tally: Tally, skipped: int, show: int) -> Iterator[str]:
    """The lines of the report."""
    yield f"{tally.entries:,} entries, {tally.all.total():,} fields compared, {tally.share:.2f} % agree (bar: {BAR} %)"
    counted = tally.all.total() + tally.deliberate.total()
    yield f"{100 * tally.same.total() / max(counted, 1):.2f} % are the same when those that differ on purpose count too"
    if skipped:
        yield f"{skipped} files are left out: one of the readers does not find them in order"
    yield from ("", f"{'field':<28}{'fields':>9}{'agree':>10}")
    for name, count in sorted(tally.all.items()):
        yield f"{name:<28}{count:>9,}{100 * tally.same[name] / count:>9.2f}%"
    yield from ("", f"{tally.deliberate.total():,} fields differ on purpose, counted apart:")
    for kind in DELIBERATE:
        yield f"  {kind.name:<13}{tally.deliberate[kind.name]:>7,}  {kind.reason}"
    yield from ("", f"{len(tally.differences):,} disagreements:")
    for name, count in Counter(pair.name for pair in tally.differences).most_common():
        yield f"  {name:<28}{count:>6,}"
    for pair in tally.differences[:show]:
        yield f"\n  {pair.source.key} {pair.name}\n    ours   {pair.ours!r}\n    pandoc {pair.theirs!r}"


if __name__ == "__main__":
    raise SystemExit(main())
