"""A sentence in, the figures in it that stand out of their order out.

Known are what follows the most (`Harbour had the most, 420, followed by Old Town with 485`) and a list of years in
which one stands twice (`81% in 2021, 88% in 2022, 79% in 2022 and 82% in 2024`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefkit.evidence.slips import is_same_measure
from briefkit.evidence.stated import Statement
from briefkit.evidence.wrong import Wrong
from briefkit.patterns import regex
from briefkit.quantities import Quantity, bounds

MOST_FIGURES = 24
FEWEST_YEARS = 4
REACH = 90

FIRST = regex(
    r"(?i)\b(?:(?P<most>most|highest|largest|biggest|greatest|longest|first|le plus|la plus|meisten|höchste\w*"
    r"|größte\w*"
    r"|más (?:alt[oa]s?|grandes?)|mayor|maior)|(?P<least>least|fewest|lowest|smallest|shortest|cheapest|le moins"
    r"|wenigsten"
    r"|niedrigste\w*|kleinste\w*|menor))\b"
)
BECAME = regex(r"(?i)\)?,? (?:to|à|auf|zu|bis|a|até|para) (?:(?:about|only|nearly|just|rund|nur|solo) )?[$€£]?")
"""What stands between the year of a figure and what it became."""

FROM = regex(r"(?i)\b(?:from|de|d['\u2019]|von|desde)(?: (?:about|nearly|just|rund))? $")

FOLLOWED = regex(
    r"(?i)[^.;()\d]{0,30},? (?:followed by|then|ahead of|suivie?s? (?:de|par|d['\u2019])|devant|gefolgt von|vor"
    r"|segui[da][oa]s? (?:de|por|pel[oa])) [^.;()\d]{1,50}?(?:with|at|by|in|mit|bei|avec|à|con|com|,|\() ?"
)
NEXT = regex(
    r"(?i)[^.;()\d]{0,20}(?:,|\b(?:and|und|et|y|e|then))(?: [^.;()\d]{1,50}?)? ?(?:with|at|by|mit|avec|con|com|\() ?"
)
IN_YEAR = regex(r"(?i) ?(?:\(|(?:in|en|im|em) )?")
LISTED = regex(r"(?i)\)?(?:,| and| und| et| y| e|, and) (?:to )?")


def find_out_of_order(statement: Statement) -> Iterator[Wrong]:
    """The figures of a sentence that are more than what they follow, or of a year that was told before."""
    known = [q for q in statement.quantities if not q.parts]
    if 2 < len(known) <= MOST_FIGURES:
        text = statement.sentence.plain
        yield from _following(text, [q for q in known if q.kind not in ("year", "date", "duration")])
        yield from _twice(text, known)
        yield from _backwards(text, known)


def _following(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """The first of the amounts behind the most that is more."""
    for one, two in pairwise(amounts):
        if not is_same_measure(one, two) or not FOLLOWED.fullmatch(text[one.end : two.start]):
            continue
        told = list(FIRST.finditer(text[max(one.start - REACH, 0) : one.start]))
        if not told:
            continue
        run = [one, two]
        for other in amounts[amounts.index(two) + 1 :]:
            if not is_same_measure(run[-1], other) or not NEXT.fullmatch(text[run[-1].end : other.start]):
                break
            run.append(other)
        for more, less in pairwise(run if told[-1]["most"] else [*reversed(run)]):
            if not (more.is_range or less.is_range) and bounds(more)[1] <= bounds(less)[0]:
                odd, other = (less, more) if told[-1]["most"] else (more, less)
                yield Wrong(odd, (other,), f"it follows {text[other.start : other.end].strip()}")
                return


def _twice(text: str, known: Sequence[Quantity]) -> Iterator[Wrong]:
    """The amount of a year that a list of years has before, with another amount."""
    run: list[tuple[Quantity, Quantity]] = []
    for amount, year in (*pairwise(known), (None, None)):
        if amount and year and amount.kind == "year":
            continue
        if amount and year and _is_item(text, amount, year, run[-1:]):
            run.append((amount, year))
            continue
        if len(run) >= FEWEST_YEARS:
            yield from _repeated(text, run)
        run = []


def _is_item(text: str, amount: Quantity, year: Quantity, last: Sequence[tuple[Quantity, Quantity]]) -> bool:
    """Whether an amount with its year goes on a list, or begins one."""
    if year.kind != "year" or not IN_YEAR.fullmatch(text[amount.end : year.start]):
        return False
    goes_on = (is_same_measure(q, amount) and LISTED.fullmatch(text[at.end : amount.start]) for q, at in last)
    return all(goes_on)


def _repeated(text: str, run: Sequence[tuple[Quantity, Quantity]]) -> Iterator[Wrong]:
    seen: dict[int, Quantity] = {}
    for amount, year in run:
        first = seen.setdefault(int(year.low), amount)
        if first.low != amount.low:
            yield Wrong(year, (first,), f"that year has {text[first.start : first.end].strip()} before")


def _backwards(text: str, known: Sequence[Quantity]) -> Iterator[Wrong]:
    """From 35 in 2018 to 41 in 2017: a change ends later than it begins."""
    for one, start, two, end in zip(known, known[1:], known[2:], known[3:], strict=False):
        dated = start.kind == end.kind == "year" and not (start.is_range or end.is_range) and end.low <= start.low
        if not dated or not is_same_measure(one, two) or not BECAME.fullmatch(text, start.end, two.start):
            continue
        begun = FROM.search(text[max(one.start - REACH, 0) : one.start])
        if begun and all(IN_YEAR.fullmatch(text, a.end, b.start) for a, b in ((one, start), (two, end))):
            yield Wrong(end, (start,), f"the change begins in {text[start.start : start.end].strip()}")
