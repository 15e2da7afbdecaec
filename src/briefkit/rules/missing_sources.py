"""There is nothing to cite, or nothing is cited.

## What it does
Flags a brief for which there is no library, whose library has no entries, or which cites nothing. It is an error as
soon as the brief cites something, or states a figure or what is a claim for sure, and a warning otherwise. In `library
check` a library without entries is one.

## Why it matters
A check that had nothing to check against must not look like a pass.

## Example
    Emissions fell 12% in 2020.

## Instead
    Emissions fell 12% in 2020 [@smith2021].
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Place, Severity
from briefkit.rules.base import Case, Hit
from briefkit.text import plural

CODE = "CIT214"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """One hit for the brief, or for a library that is checked on its own, at its start."""
    start = Place(case.brief.path or next(iter(case.library.paths), ""), 1, 1, 1, 1)
    claims = sum(a.level != "none" for a in case.accounts)
    cites = bool(case.cited)
    alone = not case.brief.path
    states = any(a.level == "strict" or (a.level != "none" and a.kind == "statistic") for a in case.accounts)
    step = int(cites or states or alone)
    if not case.library.paths:
        hint = "keep your sources in references.bib beside the brief, or name a library: bibliography: sources.bib"
        yield Hit(start, "There is no library to check against", hint, step=step)
    elif not case.library.sources:
        paths = ", ".join(case.library.paths)
        hint = "see the findings on the library" if case.library.problems else "entries begin as @book{key, ..."
        what = "no entry that can be read" if case.library.counted else "no entries"
        yield Hit(start, f"The library has {what}: {paths}", hint, step=step)
    elif not alone and not case.accounts:
        yield Hit(start, "There is no text to check", "write sentences, and cite their sources as [@key]")
    elif not cites and not alone:
        told = plural(claims, "claim")
        in_words = any(block.kind == "note" for block in case.brief.blocks)
        hint = "cite what the notes name in words: [^1]: [@key, p. 3]" if in_words else "cite sources as [@key]"
        yield Hit(start, f"The brief cites nothing and makes {told}", hint, step=step)
