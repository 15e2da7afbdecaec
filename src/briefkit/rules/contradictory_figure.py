"""The brief gives one quantity two values.

## What it does
Flags a figure that another sentence of the brief, or a cell of one of its tables, gives differently. Figures are read
as amounts: 1.2 billion is 1,200 million, `about 60%` is 61.4%, a third is 33%, and 2,000 may be 1,987 rounded. Two
sentences are taken to speak of the same when they have nearly all their words in common, name the same years and the
same names, and agree in every other figure. A sentence speaks of a cell when it holds the words at the beginning of
the row and those at the head of the column. The data of a chart is a table too, where
it stands in the brief. Items of lists that are no sentences are not compared. This is a heuristic that would rather
miss one than cry wolf; what a summary says against the text is told by `only-in-summary`.

## Why it matters
A reader who meets two values for one thing trusts neither, and the wrong one is the one that gets quoted.

## Example
    The region has 1,248 public water points [@smith2021].

    In all, the region has 1,284 public water points [@smith2021].

## Instead
    The region has 1,248 public water points [@smith2021].

    In all, the region has some 1,250 public water points [@smith2021].
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.evidence.stated import quantity_place, words_of
from briefkit.evidence.twice import find_against_tables, find_pairs
from briefkit.model import Related, Severity
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "CLM113"
SEVERITY = Severity.WARNING
HINT = "see which of the two is right, and correct the other; if they measure different things, say so"


def check(case: Case) -> Iterator[Hit]:
    """A hit for each figure that differs from an earlier one, or from a table."""
    for pair in find_pairs(case.statements):
        place = quantity_place(case.lines, pair.second, pair.two)
        other = quantity_place(case.lines, pair.first, pair.one)
        mine, theirs = words_of(pair.second, pair.two), words_of(pair.first, pair.one)
        message = f"This says {mine}, where line {other.line} says {theirs} of what seems to be the same"
        yield Hit(place, message, HINT, (Related(other, f"here it is {theirs}"),), pair.second.sentence.plain)
    for found in find_against_tables(case.statements, (*case.grids, *case.charts), case.brief.front.lang or "en"):
        place = quantity_place(case.lines, found.statement, found.quantity)
        mine = words_of(found.statement, found.quantity)
        told, where = shorten(found.told), shorten(found.where)
        message = f"This says {mine}, where the {found.holder} in line {found.other.line} has {told} ({where})"
        related = (Related(found.other, f"the {found.holder} has {shorten(found.told)}"),)
        yield Hit(place, message, HINT, related, found.statement.sentence.plain)
