"""The brief gives one quantity two values.

## What it does
Flags a figure that another sentence of the brief, or a cell of one of its tables, gives differently. Figures are read
as amounts: 1.2 billion is 1,200 million, `about 60%` is 61.4%, a third is 33%, and 2,000 may be 1,987 rounded. Two
sentences are taken to speak of the same when they have nearly all their words in common, name the same years and the
same names, and agree in every other figure. A sentence speaks of a cell when it holds the words at the beginning of the
row and those at the head of the column; its figure is compared when it is of the order of the cell, stands in one part
of the sentence with the column's words, and is no distance (`400 more`, `€3 million below target`), no price or other
thing that is named before it (`a price of €2.50`). The data of a chart is a table too, in the brief or in a file; a
paragraph above a table that begins with `Table 2` is read as its caption. Where figures of the text have the digits of
a table's and are millions where its head says billions, the first of them is told. Two counts of one noun are the same
as well where two of their digits have changed places (1,240 and 1,420 homes). Where two places have one number and
words in common, the unit and the year of it are held against each other: euros and pounds, weeks and months, the row of
2023 and a sentence about 2022. That two sentences have one figure for two years is a remark, and none where it is small
or the later says `again`. Items of lists that are no sentences are not compared. This is a heuristic that would rather
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
from itertools import islice

from briefkit.evidence.against import Against, find_against_tables
from briefkit.evidence.clashes import Clash, told_apart
from briefkit.evidence.magnitudes import find_off_magnitudes
from briefkit.evidence.stated import PROSE, quantity_place, words_of
from briefkit.evidence.twice import Pair, find_pairs
from briefkit.model import Related, Severity
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "CLM113"
SEVERITY = Severity.WARNING
HINT = "see which of the two is right, and correct the other; if they measure different things, say so"
TABLE_HINT = "see which of the two is right, and correct the other; if this measures another thing, name it before it"

MOST_AGREEING, MOST_LOOKED = 2, 20
"""How many sentences that agree with a table are shown, and for how many findings they are looked for."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each figure that differs from an earlier one, or from a table."""
    lang = case.brief.front.language
    against = tuple(find_against_tables(case.statements, (*case.grids, *case.charts), lang))
    odd = {id(found.statement) for found in against}
    for pair in find_pairs(case.statements):
        if id(pair.first) not in odd:  # else the other one of the two has what the table has
            yield _pair(case, pair)
    magnified = tuple(find_off_magnitudes(case.statements, case.grids))
    for number, found in enumerate((*against, *magnified)):
        others = _agreeing(case, found) if number < MOST_LOOKED else ()
        yield _against(case, found, tuple(others))
    told = {(found.statement.sentence.place, found.quantity.start) for found in against}
    exhibits = {found.cell.block.exhibit for found in magnified}
    clashes = (clash for clash in case.clashes if not (clash.statement.lead or clash.statement.advises))
    clashes = (c for c in clashes if (c.statement.sentence.place, c.quantity.start) not in told)
    yield from (_clash(case, clash) for clash in clashes if clash.other.exhibit not in exhibits)


def _clash(case: Case, clash: Clash) -> Hit:
    """The hit for a number that another place has in another unit, or of another year."""
    place, mine = quantity_place(case.lines, clash.statement, clash.quantity), words_of(clash.statement, clash.quantity)
    said, related = told_apart(case.lines, clash)
    may_both_be_right = clash.year and clash.other.statement
    step = -1 if may_both_be_right else 0
    return Hit(place, f"This says {mine}, where {said}", HINT, related, clash.statement.sentence.plain, step)


def _against(case: Case, found: Against, others: tuple[Related, ...]) -> Hit:
    """The hit for a sentence that disagrees with a table or a chart."""
    place = quantity_place(case.lines, found.statement, found.quantity)
    mine, where = words_of(found.statement, found.quantity), shorten(found.where)
    held = _grouped(shorten(found.cell.text))
    holder = "chart" if found.cell.block.kind == "chart" else "table"
    told = f"{where}: {held} ({shorten(found.unit)})" if found.unit else f"{held} ({where})"
    message = f"This says {mine}, where the {holder} in line {found.cell.place.line} has {told}"
    related = (Related(found.cell.place, f"the {holder} has {held}"), *others)
    return Hit(place, message, TABLE_HINT, related, found.statement.sentence.plain)


def _pair(case: Case, pair: Pair) -> Hit:
    """The hit for a sentence that disagrees with one before it."""
    place = quantity_place(case.lines, pair.second, pair.two)
    other = quantity_place(case.lines, pair.first, pair.one)
    mine, theirs = words_of(pair.second, pair.two), words_of(pair.first, pair.one)
    message = f"This says {mine}, where line {other.line} says {theirs} of what seems to be the same"
    return Hit(place, message, HINT, (Related(other, f"here it is {theirs}"),), pair.second.sentence.plain)


def _grouped(text: str) -> str:
    """A bare number of a cell as it is read: 1,860 for 1860."""
    return f"{int(text):,}" if text.isascii() and text.isdecimal() else text


def _agreeing(case: Case, found: Against) -> Iterator[Related]:
    """Some other sentences on the matter that say what the table says."""
    like = (s for s in case.statements if len(s.words & found.statement.words) > 1 and s.block.kind in PROSE)
    pairs = ((s, q) for s in like for q in s.quantities if q.kind == found.quantity.kind and q.low == found.value)
    for statement, quantity in islice(pairs, MOST_AGREEING):
        words = words_of(statement, quantity)
        yield Related(quantity_place(case.lines, statement, quantity), f"{words} stands here too")
