"""Faults as people and programs make them are planted into a good library and a good brief: how many are found?

Each fault of the tables (`faults_*.py`) befalls entries that the dice choose; far apart, a few at a time. One is found
when a finding of its code stands at its line. The good library and brief are checked as they are as well: what is told
of them is a false alarm, or argued. A person decides: the exit code is 0.
"""

from __future__ import annotations

import logging
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import faults_between
import faults_citations
import faults_syntax
import faults_values
from damage import Damaged, Planned
from figures import options, write_figures
from good_brief import good_brief
from good_entries import Entry, join
from good_library import make_entries

from briefkit.check import check_brief, check_library, make_case
from briefkit.claims import find_claims
from briefkit.config import Config
from briefkit.evidence import link_evidence
from briefkit.library import read_library
from briefkit.library.retractions import read_retractions
from briefkit.model import Finding, Library
from briefkit.pandoc import Worker
from briefkit.parse.brief import parse_brief
from briefkit.rules import RULES

ENTRIES, SEED, TIMES, AT_ONCE = 1000, 2026, 2, 8
FOUND_BAR, ERRORS_BAR = 95.0, 2.0
TODAY = "2026-11-01"
LIST = "OriginalPaperDOI,RetractionNature\n10.2166/withdrawn.2019.17,Retraction\n"
OF_LIBRARY = (*faults_syntax.TABLE, *faults_values.TABLE, *faults_between.TABLE)
OF_BRIEF = faults_citations.TABLE
OWN = "".join(
    f"@book{{own{n},\n  author = {{Nordstein, Ada}},\n  title = {{On the Rivers of the {name}}},\n"
    f"  date = {{200{n}}},\n  publisher = {{Brill}},\n}}\n\n"
    for n, name in enumerate(("North", "South", "East", "West", "Far Side"))
)
"""What the author of a brief wrote herself."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A fault that was planted: where a finding was due, whether it came, and what was told near it instead."""

    planned: Planned
    found: bool
    damaged: str
    line: int
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of all faults, and what is told of the good library and brief."""

    outcomes: tuple[Outcome, ...]
    alarms: tuple[Finding, ...]
    lines: tuple[str, ...]
    entries: int


def main() -> None:
    """Plant, check, and print the tables."""
    parser = options(__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--times", type=int, default=TIMES, help="how many entries each fault befalls")
    wanted = parser.parse_args()
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    with Worker() as pandoc:
        figures = measure(wanted.seed, wanted.entries, wanted.times, pandoc)
    print_found(figures.outcomes)
    print_alarms(figures)
    write_figures(wanted.json, as_json(figures))


def rules_without_faults() -> list[str]:
    """The codes of rules on libraries and citations for which the tables have no fault."""
    have = {planned.code for planned in (*OF_LIBRARY, *OF_BRIEF)}
    return [rule.CODE for rule in RULES if rule.CODE.startswith(("BIB", "CIT")) and rule.CODE not in have]


# --- planting ----------------------------------------------------------------------------------


def measure(seed: int, entries: int, times: int, pandoc: Worker) -> Figures:
    """All faults, each so many times, and the alarms on what is good."""
    good = make_entries(seed, entries)
    dice = random.Random(seed)  # noqa: S311 - the same every time
    in_library = [planned for planned in OF_LIBRARY for _ in range(times)]
    outcomes = [*plant(good, in_library, dice), *plant_in_briefs(good, OF_BRIEF * times, dice, pandoc)]
    text = join([entry.text for entry in good])
    library = read_library([("references.bib", text)])
    alarms = check_library(library, Config(), None, TODAY)
    brief = good_brief(good, seed)
    told = [f for f in look_at_brief(brief, library, pandoc) if f.place.path == "brief.md" and not is_claim(f)]
    return Figures(tuple(outcomes), (*alarms, *told), tuple(text.split("\n")), len(good))


def is_claim(finding: Finding) -> bool:
    """Whether a finding is about claims, which have their own benchmark."""
    return finding.code.startswith("CLM")


def plant(good: Sequence[Entry], faults: Sequence[Planned], dice: random.Random) -> Iterator[Outcome]:
    """Faults in the library, a few in each copy of it: those of other settings and of the whole library alone."""
    alone = {"BIB336", "BIB370", "CIT202", "BIB304"}
    together = [planned for planned in faults if planned.code not in alone]
    dice.shuffle(together)
    batches = [together[n : n + AT_ONCE] for n in range(0, len(together), AT_ONCE)]
    for batch in (*batches, *([planned] for planned in faults if planned.code in alone)):
        yield from plant_batch(good, batch, dice)


def plant_batch(good: Sequence[Entry], batch: Sequence[Planned], dice: random.Random) -> Iterator[Outcome]:
    """Each fault of a batch in a stretch of its own, and what a check of all says."""
    if batch[0].code == "BIB336":
        english = (one for one in good if one.fields.get("langid") == "english")
        good = [next(english)]  # told only where most titles of a file are so
    texts, stretch = [entry.text for entry in good], len(good) // len(batch)
    planted: list[tuple[Planned, int, Damaged]] = []
    for number, planned in enumerate(batch):
        order = [(number * stretch + n) % len(good) for n in shuffled(max(stretch - 2, 1), dice)]
        order = [at for at in order if at < len(good)] + shuffled(len(good), dice)
        taken = {at for _, at, _ in planted}
        for at in order:
            damaged = None if any(abs(at - one) < 3 for one in taken) else planned.fault(good[at], dice)
            if damaged:
                texts[at] = damaged.text
                planted.append((planned, at, damaged))
                break
        else:
            yield Outcome(planned, False, "", 0, ("no entry that it could befall",))
    findings = look_at_library(join(texts), batch[0].code, good)
    by_line = group(findings)
    for planned, at, damaged in planted:
        first = join(texts[:at]).count("\n") + (1 if at else 0)
        yield judge(planned, damaged, first + damaged.line, by_line, damaged.text.count("\n") + 3)


def shuffled(count: int, dice: random.Random) -> list[int]:
    """The numbers below one in an order of the dice's."""
    return dice.sample(range(count), count)


def look_at_library(text: str, code: str, good: Sequence[Entry]) -> tuple[Finding, ...]:
    """What is told of a library, with a list of retractions, and the settings that a rule needs."""
    config = Config(key_pattern="[auth][year]") if code == "BIB370" else Config()
    used = frozenset(entry.key for entry in good)
    library = read_library([("references.bib", text)])
    return check_library(library, config, used, TODAY, read_retractions(LIST, "retractions.csv"))


def plant_in_briefs(
    good: Sequence[Entry], faults: Sequence[Planned], dice: random.Random, pandoc: Worker
) -> Iterator[Outcome]:
    """Faults in briefs, each in one of its own between two good paragraphs."""
    library = read_library([("references.bib", join([*(entry.text for entry in good), OWN]))])
    sentence = f"Rivers shift slowly [@{good[-1].key}].\n\n"
    for planned in faults:
        hosts = (planned.fault(good[at], dice) for at in shuffled(len(good), dice))
        damaged = next((host for host in hosts if host), None)
        if damaged is None:
            yield Outcome(planned, False, "", 0, ("no entry that it could befall",))
            continue
        before = "" if damaged.text.startswith("---") else faults_citations.FRONT + sentence
        text = damaged.text if not before else f"{before}{damaged.text}\n\n{sentence}"
        findings = [f for f in look_at_brief(text, library, pandoc) if f.place.path == "brief.md"]
        yield judge(planned, damaged, before.count("\n") + damaged.line, group(findings), 9)


def look_at_brief(text: str, library: Library, pandoc: Worker) -> tuple[Finding, ...]:
    """What is told of a brief and of the entries that it cites."""
    brief = parse_brief(text, "brief.md", pandoc)
    accounts = link_evidence(brief, find_claims(brief), library, "sentence")
    return check_brief(make_case(brief, library, accounts), Config())[0]


def group(findings: Sequence[Finding]) -> Mapping[int, list[str]]:
    """The codes told at each line."""
    by_line: dict[int, list[str]] = defaultdict(list)
    for finding in findings:
        by_line[finding.place.line].append(finding.code)
    return by_line


def judge(planned: Planned, damaged: Damaged, line: int, by_line: Mapping[int, list[str]], reach: int) -> Outcome:
    """Whether the finding that is due stands at its line."""
    codes = (planned.code, *planned.also)
    lines = (line, line - damaged.line + 1) if "BIB301" in codes else (line,)  # what is unreadable is told at its head
    found = any(code in codes for at in lines for code in by_line.get(at, ()))
    near = range(line - damaged.line, line - damaged.line + reach)
    told = tuple(f"{code} {at - line:+d}" for at in near for code in by_line.get(at, ()))
    return Outcome(planned, found, damaged.text, damaged.line, told)


# --- printing ----------------------------------------------------------------------------------


def share_found(outcomes: Sequence[Outcome]) -> float:
    """The percentage of planted faults that were found."""
    return 100 * sum(one.found for one in outcomes) / max(len(outcomes), 1)


def per_hundred(figures: Figures, severity: str) -> float:
    """The findings of a severity on a hundred good entries."""
    return 100 * sum(f.severity.label == severity for f in figures.alarms) / figures.entries


def print_found(outcomes: Sequence[Outcome]) -> None:
    """How many were found, in all and of each rule, and what was missed."""
    kinds = len({(one.planned.code, one.planned.what) for one in outcomes})
    found = sum(one.found for one in outcomes)
    print(f"  {found} of {len(outcomes)} planted faults found at their lines, {share_found(outcomes):.1f} %", end="")
    print(f" (bar {FOUND_BAR:.0f} %); {kinds} faults of {len({one.planned.code for one in outcomes})} rules")
    planted, seen = (Counter(one.planned.code for one in some) for some in (outcomes, [o for o in outcomes if o.found]))
    print(*(f"    {code:<8}{seen[code]:>4} of {planted[code]:>3}" for code in sorted(planted)), sep="\n")
    for one in outcomes:
        if not one.found:
            print(f"  missed {one.planned.code}: {one.planned.what}; told: {', '.join(one.told) or 'nothing'}")
            print(*(f"    | {line}" for line in one.damaged.split("\n")[max(one.line - 2, 0) : one.line + 1]), sep="\n")


def print_alarms(figures: Figures) -> None:
    """What is told of the good library and brief, by severity and code, with an example each."""
    print(f"  on {figures.entries:,} good entries and a brief, in a hundred entries:", end=" ")
    rates = (f"{per_hundred(figures, severity):.1f} {severity}" for severity in ("error", "warning", "info"))
    print(*rates, sep=", ", end=f" (bar {ERRORS_BAR:.0f} errors)\n")
    for (severity, code), some in sorted(by_code(figures.alarms).items()):
        first = some[0]
        print(f"    {severity:<8}{code:<8}{len(some):>4}  {first.place.path}:{first.place.line} {first.message[:150]}")


def by_code(alarms: Sequence[Finding]) -> Mapping[tuple[str, str], list[Finding]]:
    """The findings of each severity and code."""
    groups: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in alarms:
        groups[finding.severity.label, finding.code].append(finding)
    return groups


def as_json(figures: Figures) -> Mapping[str, object]:
    """The figures for a machine."""
    missed = [f"{one.planned.code}: {one.planned.what}" for one in figures.outcomes if not one.found]
    alarms = {f"{severity} {code}": len(some) for (severity, code), some in by_code(figures.alarms).items()}
    return {
        "planted": len(figures.outcomes),
        "found": sum(one.found for one in figures.outcomes),
        "missed": missed,
        "entries": figures.entries,
        "errors_per_hundred": per_hundred(figures, "error"),
        "warnings_per_hundred": per_hundred(figures, "warning"),
        "alarms": alarms,
    }


if __name__ == "__main__":
    main()
