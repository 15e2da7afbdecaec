"""A sentence in, the figures in it that do not follow from the others beside them out.

Four forms are known: a change with both ends (`changes.py`), a share of two counts (`shares.py`), a list with its total
(`12 staff (7 women and 5 men)`), and a difference of two. Between the figures nothing may stand but the words of the
form, so that what is compared belongs together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefkit.evidence.changes import NOUN_OF_CHANGE, REACH, find_wrong_changes, fitting
from briefkit.evidence.shares import find_wrong_shares
from briefkit.evidence.stated import Statement
from briefkit.evidence.wrong import (
    Wrong,
    as_points,
    like,
    within,
    without_levels,
)
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity, bounds
from briefkit.quantities.model import AMOUNTS

BLANKS = str.maketrans("\u00a0\u202f", "  ")
"""Blanks that do not break, as pandoc puts them behind `i.e.`, are blanks."""


def find_wrong(statement: Statement) -> Iterator[Wrong]:
    """The figures of a sentence that do not follow from the others."""
    text = statement.sentence.plain.translate(BLANKS)
    amounts = without_levels(text, [q for q in statement.quantities if q.kind in AMOUNTS])
    if len(amounts) < 2:
        return
    for forms in (find_wrong_changes, find_wrong_shares, _lists, _differences):
        yield from forms(text, amounts)


ITEM = regex(r"[^()\d;:.]{1,40}?(?:, and |,? and |, | et | und | y | e )(?:(?:another|the other|some) )?")
NOT_ALL = (
    r"(?i)\b(?:includ\w+|incl|among|of which|e\.g\.|such as|dont|notamment|davon|darunter|incluid\w+|entre"
    r"|incluindo|mostly|up|down"
    r"|from|versus|vs|compared|against|per|each|every|least|most|only|between)\b"
)
OPENS = regex(r"[^()\d;:.]{1,40}? ?(?:\(|: )(?:(?:the|some) )?")
IN_ALL = regex(
    r"[^()\d;.]{1,40}?(?:,? ?\(?|: )(?:in total|in all|altogether|together|a total of|making|en tout|au total"
    r"|soit au total|insgesamt|zusammen"
    r"|en total|no total|ao todo|en todo),? ?"
)
MOST_PARTS = 8


def _lists(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """12 staff (7 women and 5 men); 7 women and 5 men, 12 in all."""
    counts = [q for q in amounts if q.kind in ("count", "money") and not q.parts]
    at = 0
    while at < len(counts) - 1:
        run = _run(text, counts, at)
        if len(run) > 1 and (total := _total_of(text, counts, at, run)) and not any(q.is_range or q.about for q in run):
            amount = sum((q.low for q in run), Decimal(0))
            slack = (
                sum((bounds(q)[1] - q.low for q in (*run, total)), Decimal(0))
                if _rounded((*run, total))
                else Decimal(0)
            )
            if abs(amount - total.low) > slack and not total.about:
                yield Wrong(total, tuple(run), f"the parts make {like(text, total, amount)}")
        at += max(len(run) - 1, 1)


def _rounded(quantities: Sequence[Quantity]) -> bool:
    return any(q.step != 1 for q in quantities)


def _run(text: str, counts: Sequence[Quantity], at: int) -> list[Quantity]:
    """The amounts from one on between which only a list's words stand."""
    run = [counts[at]]
    for other in counts[at + 1 : at + MOST_PARTS]:
        gap = text[run[-1].end : other.start]
        if (
            other.unit != run[0].unit
            or other.kind != run[0].kind
            or not ITEM.fullmatch(gap)
            or compiled(NOT_ALL).search(gap)
        ):
            break
        run.append(other)
    return run


def _total_of(text: str, counts: Sequence[Quantity], at: int, run: Sequence[Quantity]) -> Quantity | None:
    """The total of a list: before its bracket, which ends with it, or after it with `in all`."""
    if at and counts[at - 1].kind == run[0].kind and counts[at - 1].unit == run[0].unit:
        gap, opened = text[counts[at - 1].end : run[0].start], counts[at - 1]
        closed = text[run[-1].end : run[-1].end + 60].partition(")")
        complete = closed[1] and not re.search(r"[,;\d]|\b(?:and|et|und)\b", closed[0])
        if "(" in gap and OPENS.fullmatch(gap) and complete and not compiled(NOT_ALL).search(gap):
            return opened
    after = at + len(run)
    if after < len(counts) and counts[after].kind == run[0].kind and counts[after].unit == run[0].unit:
        gap = text[run[-1].end : counts[after].start]
        if len(gap) < 80 and IN_ALL.fullmatch(gap.lower()):
            return counts[after]
    return None


GAP = regex(
    r"\b(?:difference|gap|net gain|gain net|écart|différence|unterschied|differenz|diferencia|brecha|diferença)"
    r" (?:of|de"
    r"|d['\u2019]|von) ?$"
)
A_CHANGE = regex(rf",? (?:an?|une?|eine?n?|una?|uma?) (?:net )?{NOUN_OF_CHANGE} (?:of|de|d['\u2019]|von) ?$")
GAP_REACH = 80


def _differences(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """40% of men and 55% of women, a gap of 15 points."""
    amounts = [as_points(q) for q in amounts]
    for one, two, gap in zip(amounts, amounts[1:], amounts[2:], strict=False):
        yield from _remainder(text, one, two, gap)
        if one.kind != two.kind or one.unit != two.unit or one.is_range or two.is_range:
            continue
        before = text[max(gap.start - REACH, two.end) : gap.start].lower()
        if gap.start - two.end > GAP_REACH or not compiled(r"[^\d;:()]*").fullmatch(text[two.end : gap.start]):
            continue
        if gap.kind == "points" and A_CHANGE.search(before) and not one.parts and not two.parts:
            yield from _points(text, one, two, gap)
        if not GAP.search(before):
            continue
        if gap.kind == one.kind or (gap.kind == "points" and one.kind == "percent"):
            (low, high), (least, most) = bounds(one), bounds(two)
            differences = (abs(one.low - two.low), abs(least - high), abs(most - low))
            if not within(gap, [(min(differences), max(differences))]):
                yield Wrong(gap, (one, two), f"the difference is {like(text, gap, abs(one.low - two.low))}")


def _points(text: str, one: Quantity, two: Quantity, gap: Quantity) -> Iterator[Wrong]:
    """17.2% of one group and 8.9% of the other, a reduction of 8.3 percentage points."""
    if one.kind == "percent" and (should := fitting(text, gap, one, two)) is not None:
        yield Wrong(gap, (one, two), f"the figures give {should}")


LEAVES = regex(
    r" (?:would |will )?(?:leaves?|leaving|laisse(?:nt|rait|raient)?|laissant|lassen|deja[nr]?|dejando|deixam?"
    r"|deixando)"
    r"(?: (?:a|only|just|un|une|einen|um|some|net|rest|remainder|surplus|of|de|von)){0,4} ?"
)
REMAINS_OF = regex(
    r"[^.()\d]{0,60}?\b(?:costs?|expenses|spending|fees|taxes|charges|coûts?|frais|kosten|costes|gastos|custos)"
    r" (?:of|de|von) ?"
)


def _remainder(text: str, one: Quantity, two: Quantity, rest: Quantity) -> Iterator[Wrong]:
    """Revenue of €40.5 million; costs of €9.3 million leave €31.2 million."""
    alike = one.kind == two.kind == rest.kind == "money" and one.unit == two.unit == rest.unit
    exact = not any(q.is_range or q.about for q in (one, two, rest))
    if not (alike and exact) or not LEAVES.fullmatch(text[two.end : rest.start].lower()):
        return
    if not REMAINS_OF.fullmatch(text[one.end : two.start].lower()):
        return
    spans = (bounds(one)[0] - bounds(two)[1], bounds(one)[1] - bounds(two)[0])
    if not within(rest, [spans]):
        yield Wrong(rest, (one, two), f"the figures leave {like(text, rest, one.low - two.low)}")
