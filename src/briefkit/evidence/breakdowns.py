"""The amounts of a sentence in, a whole that the list behind it does not make out: 83% ended online: 52% by ... and ...

A list is opened by a colon, by `of which` or by a verb such as `consists of`, and closed by `and`. What may be no part
of it (`including`, `5% more`) lets it be; so does a sum that is far off, for then it is a list of something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from briefkit.evidence.beside import is_step
from briefkit.evidence.parts import BETWEEN, CLOSED, OF_WHICH, OPEN, is_measured_alike
from briefkit.evidence.slips import is_slip
from briefkit.evidence.wrong import Wrong, alike, like, undated
from briefkit.patterns import regex
from briefkit.quantities import Quantity

MOST_PARTS = 8
SEVERAL = 3
FARTHEST = {True: Decimal("0.6"), False: Decimal("0.35")}
"""How far a sum is from the whole that is meant by it, as a part of it: of several parts, and of two."""

SPREAD = Decimal("2.6")
"""How many standard deviations a sum of rounded amounts may be off: one in a hundred is further."""

DIVIDED = regex(r"[^.;:()\d]{0,50}: ?(?:the |some |an? )?[$€£]?")
CONSISTS = regex(
    r"(?i)[^.;:()\d]{0,40}\b(?:consists?|consisting|is made up|are made up|composed|comprises?|besteht|bestehen"
    r"|setzt sich|setzen sich|se compose(?:nt)?|se divise(?:nt)?|se compone[n]?|se divide[n]?|compõe\w*)\b"
    r"[^.;:()\d]{0,60}\(?"
)
NO_PART = regex(r"(?i) ?(?:of|de|des|der|du|do|del|von) (?:the|this|these|those|its|their|les|los|las|den|dem|os|as)\b")
"""What gives a share a whole of its own."""


def find_off_breakdowns(text: str, amounts: Sequence[Quantity]) -> Iterator[Wrong]:
    """The part that makes a list miss its whole: one that is off by a slip, else the last."""
    known = [
        q
        for q in amounts
        if not (q.parts or q.spoken or q.is_range) and text[q.start : q.end].strip("$€£")[:1].isdigit()
    ]
    for number, (whole, first) in enumerate(pairwise(known)):
        if whole.about or not is_measured_alike(whole, first) or whole.low <= first.low:
            continue
        gap = text[whole.end : first.start]
        opened = DIVIDED.fullmatch(gap) or CONSISTS.fullmatch(gap) or OF_WHICH.fullmatch(gap)
        run = _run(text, known[number + 1 : number + 2 + MOST_PARTS]) if opened and not OPEN.search(gap) else ()
        if run and not (OF_WHICH.fullmatch(gap) and len(run) < SEVERAL):
            yield from _unequal(text, whole, run)


def _run(text: str, amounts: Sequence[Quantity]) -> Sequence[Quantity]:
    """The amounts of a list, up to the one behind its `and`; none where it is not closed, or holds something else."""
    run = list(amounts[:1])
    for one, two in pairwise(amounts):
        gap = undated(text[one.end : two.start]).replace("(", " ").replace(")", " ")
        if not alike(one, two) or not BETWEEN.fullmatch(gap) or OPEN.search(gap):
            return ()
        run.append(two)
        if CLOSED.fullmatch(gap) and _is_last(gap):
            break
    closed = len(run) > 1 and CLOSED.fullmatch(
        undated(text[run[-2].end : run[-1].start]).replace("(", " ").replace(")", " ")
    )
    odd = any(q.about or is_step(text, q.start, q.end) or NO_PART.match(text, q.end) for q in run)
    more = any(q.start >= run[-1].end and alike(q, run[-1]) for q in amounts)
    return () if odd or more or not closed or len(run) > MOST_PARTS else run


AND = regex(r"(?i)\b(?:and|et|und|sowie|y|e)\b")


def _is_last(gap: str) -> bool:
    return AND.search(gap) is not None


def _slack(whole: Quantity, run: Sequence[Quantity]) -> Decimal:
    """By how much a list may miss its whole through rounding: all the way for two parts, as chance has it for more."""
    steps = [q.step for q in (whole, *run)]
    exact = all(step == 1 for step in steps)
    return Decimal(0) if exact else sum(steps, Decimal(0)) / 2 if len(run) < SEVERAL else _likely(steps)


def _likely(steps: Sequence[Decimal]) -> Decimal:
    return SPREAD * (sum((step * step for step in steps), Decimal(0)) / 12).sqrt()


def _unequal(text: str, whole: Quantity, run: Sequence[Quantity]) -> Iterator[Wrong]:
    amount = sum((part.low for part in run), Decimal(0))
    far = abs(amount - whole.low) > whole.low * FARTHEST[len(run) >= SEVERAL]
    if abs(amount - whole.low) <= _slack(whole, run) or far or max(part.low for part in run) >= whole.low:
        return
    slips = [part for part in run if is_slip(part.low, whole.low - amount + part.low)]
    part = slips[-1] if slips else run[-1]
    others = (whole, *(q for q in run if q is not part))
    should = f"the parts make {like(text, whole, amount)} and not {like(text, whole, whole.low)}"
    yield Wrong(part, others, should)
