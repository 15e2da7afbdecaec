"""Mentions of numbers in, those that another passage on the same matter has with a slip of the pen out.

Every figure of the text is looked for where the brief says the same again: a summary or recommendation in the text, a
sentence in a table, whose cells are read as passages of the words of their row, their column and the caption. Words and
other figures in common tell how near two passages are, rare ones more than common ones. Where the nearest one has the
figure but for a digit, or two of them exchanged, and none that is as near has it as it stands, one of the two is wrong.
The fewer digits a figure has, the nearer the passages must be: those of two digits are alike by chance.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import log
from typing import NamedTuple

from briefkit.evidence.beside import is_step
from briefkit.evidence.counterparts import as_amount, follows, places_of
from briefkit.evidence.mentions import Mention
from briefkit.evidence.nearness import FEWEST_DIGITS, Nearness, digits_in
from briefkit.evidence.stated import Statement, nouns, same_unit
from briefkit.evidence.tables import is_change, may_be_rate
from briefkit.evidence.twice import are_swapped
from briefkit.quantities import Quantity, agree_in_amount

MOST_ALIKE, MOST_AGREEING, MOST_WHOLES = 60, 200, 12
MOST_DIGITS = 9
ENOUGH = (9.0, 6.7, 3.8, 1.8, 1.2)
"""How near two passages must be for numbers of one digit, of two ... of five and more, zeros at their ends left out.

What is shared is weighed by the logarithm of how rare it is. These were chosen on 80 briefs and reports in which no
figure is wrong, and on slips put into half of them.
"""

SWAPPED = 2.0
"""What it adds that two digits are exchanged."""

UNKNOWN = 1.5
"""What it takes that one of two numbers has no unit."""

CERTAIN = 1.6
"""What it adds that a figure of a unit stands behind the name of a row that has one cell of it."""

AS_NEAR = 0.45
"""From what part of its nearness on a passage that has the figure as it stands speaks for it."""

SEVERAL, FEWEST_LONG = 2, 3
ORDER, LARGE, MOST_LEADING = 9, 1000, 4
CLOSE = Decimal("0.06")
MOVED = frozenset(Decimal(10) ** power for power in (1, 2, 3, 6))
"""By what a number is too large or too small whose point has moved, or which is a million for a thousand."""


class Mistyped(NamedTuple):
    """A figure of a sentence, the mention that has it with a slip of the pen, and how near the two are."""

    statement: Statement
    quantity: Quantity
    other: Mention
    near: float


def find_mistyped(statements: Sequence[Statement], mentions: Sequence[Mention]) -> Iterator[Mistyped]:
    """The figures of the text that have a slip, the surest first, and each figure that they are held against once."""
    reading = _Reading(statements, mentions)
    found = (reading.mistyped(number) for number, mention in enumerate(mentions) if mention.statement)
    held: set[int] = set()
    for one in sorted((f for f in found if f), key=lambda f: -f.near):
        if id(one.other) not in held:
            held.add(id(one.other))
            yield one


class _Reading:
    """The mentions of a brief by their digits and amounts, and what words and numbers weigh in it."""

    def __init__(self, statements: Sequence[Statement], mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self.nearness = Nearness(statements, mentions)
        self.masks = [_masks(mention.quantity) for mention in mentions]
        self.in_text: dict[str, list[int]] = {}
        self.in_cells: dict[str, list[int]] = {}
        self.amounts: list[tuple[float, int]] = []
        for number, mention in enumerate(mentions):
            alike = self.in_text if mention.statement else self.in_cells
            for mask in self.masks[number]:
                alike.setdefault(mask, []).append(number)
            self.amounts += ((float(a), number) for a in {mention.quantity.low, mention.quantity.written})
        self.amounts.sort()
        self.steps: dict[int, bool] = {}

    def mistyped(self, here: int) -> Mistyped | None:
        """The figure that is nearest to one and differs by a slip, where none that agrees is nearly as near."""
        one = self.mentions[here]
        said, quantity = one.statement, one.quantity
        if not said or quantity.about in ("over", "under") or not _is_typed(said, quantity):
            return None
        holders = (self.in_cells, self.in_text) if said.lead or said.advises else (self.in_cells,)
        alike = {n for held in holders for mask in self.masks[here] for n in held.get(mask, ())[:MOST_ALIKE]}
        found = [(self.chance(here, there), there) for there in alike if self.may_be(here, there)]
        near, there = max(found, default=(0.0, -1))
        other = self.mentions[there]
        digits = max(len(digits_in(m.quantity.written).rstrip("0")) for m in (one, other))
        if not found or near < ENOUGH[min(digits, len(ENOUGH)) - 1] or self.is_made(one):
            return None
        agreeing = [number for number in self.agreeing(one) if self.is_step(number) <= self.is_step(here)]
        if any(self.nearness.near(here, number) >= AS_NEAR * near for number in agreeing):
            return None
        return None if self.is_known(here, there, tuple(self.agreeing(one))) else Mistyped(said, quantity, other, near)

    def is_known(self, here: int, there: int, agreeing: Sequence[int]) -> bool:
        """Whether a figure stands as it is where no slip would put it: long, in a row or column named, or twice more.

        In the table of the figure that it is held against it may be that of another row.
        """
        one, exhibit = self.mentions[here], self.mentions[there].exhibit
        exact = [(n, m) for n in agreeing if _is_exact((m := self.mentions[n]).quantity, one.quantity)]
        apart = [m for _, m in exact if m.statement or m.exhibit != exhibit]
        if apart and len(digits_in(one.quantity.written.normalize())) >= FEWEST_LONG:
            return True
        row = self.mentions[there].row
        if any(m.row == row and m.exhibit == exhibit != -1 and m.label and m.label <= one.words for _, m in exact):
            return True  # the row has it elsewhere
        if any(len(one.beside & m.beside) >= SEVERAL for _, m in exact):
            return True  # it stands elsewhere beside the same figure
        if any(not (m.label | m.head).isdisjoint(one.words) for m in apart if not m.statement):
            return True
        return len({id(m.statement) for n, m in exact if m.statement and self.nearness.near(here, n)}) >= SEVERAL

    def may_be(self, here: int, there: int) -> bool:
        """Whether a figure may be another one, mistaken: of its kind and year, and none that its sentence gives."""
        one, other = self.mentions[here], self.mentions[there]
        if (one.words.isdisjoint(other.words) and one.beside.isdisjoint(other.beside)) or not _are_alike(one, other):
            return False
        said, held = one.statement, other.statement
        if not said or held is said or (held and not _sums_up(said, held)):
            return False
        if (
            one.near
            and one.years.isdisjoint(other.years)
            and other.years
            and (held or not self.nearness.weigh_numbers(one, other))
        ):
            return False
        if other.quantity.written.normalize() in one.beside or (held and _cite_others(said, held)):
            return False
        return self.are_steps(here, there)

    def are_steps(self, here: int, there: int) -> bool:
        """Whether both figures or none say how far something is from another: 12 million additional journeys."""
        mine, other = self.is_step(here), self.mentions[there]
        if other.statement:
            return mine == self.is_step(there)
        if not mine or not is_change(other.where):
            return not mine or bool(self.nearness.beside(here) & other.head)
        return bool(self.mentions[here].words & (other.words - other.label))

    def is_step(self, number: int) -> bool:
        """Whether a figure of a sentence says how far something is from another."""
        if number not in self.steps:
            said, quantity = self.mentions[number].statement, self.mentions[number].quantity
            self.steps[number] = said is not None and is_step(said.sentence.plain, quantity.start, quantity.end)
        return self.steps[number]

    def is_made(self, one: Mention) -> bool:
        """Whether a figure follows from two of its sentence, or of the one before it, or its share stands elsewhere."""
        said, part = one.statement, one.quantity
        if any(
            s and follows(part, s) for s in (_without(said, part) if said else None, self.nearness.before.get(id(said)))
        ):
            return True
        wholes = (q for q in said.quantities[:MOST_WHOLES] if same_unit(q.unit, part.unit)) if said else ()
        shares = (part.low / q.low * 100 for q in wholes if q.kind == part.kind and 0 < part.low < q.low)
        told = (one._replace(quantity=as_amount(part._replace(kind="percent", unit=""), share)) for share in shares)
        return any(not self.mentions[n].words.isdisjoint(one.words) for share in told for n in self.agreeing(share))

    def agreeing(self, one: Mention) -> Iterator[int]:
        """The other mentions of a number, rounding understood."""
        for amount in {one.quantity.low, one.quantity.written or one.quantity.low}:
            start = bisect_left(self.amounts, (float(amount * (1 - CLOSE)), -1))
            for value, there in self.amounts[start : start + MOST_AGREEING]:
                if value > amount * (1 + CLOSE):
                    break
                if self.mentions[there].held is not one.held and _agree(one, self.mentions[there]):
                    yield there

    def chance(self, here: int, there: int) -> float:
        """How near two passages are whose figures differ: nearer if little, or by two digits that are exchanged."""
        one, other = self.mentions[here].quantity, self.mentions[there].quantity
        swapped = SWAPPED * are_swapped(one, other._replace(kind=one.kind))
        amount, another = _amounts(self.mentions[here], self.mentions[there])
        gap = 0.0 if _is_moved(self.mentions[here], self.mentions[there]) else abs(log(amount / another))
        sure = CERTAIN * self.nearness.is_certain(here, there)
        near = self.nearness.near(here, there) + swapped + sure - gap - UNKNOWN * (one.kind != other.kind)
        return round(near, 6)  # the words of a set come in any order


def _without(said: Statement, part: Quantity) -> Statement:
    """A sentence without a figure of it, and without the share that this is a part of."""
    apart = (q for q in said.quantities if q.end <= part.start or q.start >= part.end)
    return said._replace(quantities=tuple(apart))


def _sums_up(said: Statement, held: Statement) -> bool:
    """Whether a sentence says what another one does: a summary what the text says, a recommendation what both say."""
    return (said.lead or said.advises) and not held.advises and (said.advises or not held.lead)


def _is_typed(said: Statement, quantity: Quantity) -> bool:
    """Whether a figure is typed in digits."""
    return said.sentence.plain[quantity.start : quantity.end].strip("$€£ ")[:1].isdigit()


def _cite_others(said: Statement, held: Statement) -> bool:
    """Whether two sentences cite other places of sources."""
    if not (said.sentence.citations and held.sentence.citations):
        return False
    pages = places_of(said), places_of(held)
    return all(pages) and pages[0].isdisjoint(pages[1])


def _agree(one: Mention, other: Mention) -> bool:
    """Whether two mentions may have one number."""
    mine, theirs = one.quantity, other.quantity
    if mine.kind == theirs.kind and agree_in_amount(mine, theirs):
        return True
    return mine.written == theirs.written and (_is_bare(one) or _is_bare(other) or not other.sure)


def _is_exact(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are the same to the last digit, as they are typed or as amounts."""
    return one.written == other.written or one.low == other.low


def _is_bare(mention: Mention) -> bool:
    """Whether a number has neither a unit nor a noun beside it: 81 per cent against 63."""
    said, quantity = mention.statement, mention.quantity
    typed = next((q for q in said.quantities if q.start == quantity.start), quantity) if said else quantity
    return typed.kind == "count" and not nouns(typed)


def _are_alike(one: Mention, other: Mention) -> bool:
    """Whether two different numbers are of one order, and may count the same."""
    mine, theirs = one.quantity, other.quantity
    known = mine.kind == theirs.kind and same_unit(mine.unit, theirs.unit)
    if not other.statement and not may_be_rate(mine.unit, other.where):
        return False
    strange = not known and (other.sure or "percent" in (mine.kind, theirs.kind))
    if strange and not (
        one.statement and any(q.kind == theirs.kind for q in one.statement.quantities) and _is_bare(one)
    ):
        return False
    less, more = sorted(_amounts(one, other))
    far = mine.written == theirs.written or less <= 0 or less == more or more >= ORDER * less
    if far and not _is_moved(one, other):
        return False
    if not known or mine.kind != "count" or not other.statement:
        return True
    counted, named = nouns(mine), nouns(theirs)
    return not (counted and named and counted.isdisjoint(named))


def _is_moved(one: Mention, other: Mention) -> bool:
    """Whether two numbers have the same digits, and the point of one has moved: $7,420 and $74,200."""
    mine, theirs = one.quantity, other.quantity
    if not (one.sure and other.sure) or mine.kind != theirs.kind or mine.low == theirs.low:
        return False
    typed = mine.low != mine.written or mine.written != theirs.written
    less, more = sorted((mine.low, theirs.low))
    return (
        typed
        and less > 0
        and more / less in MOVED
        and digits_in(mine.written).strip("0") == digits_in(theirs.written).strip("0")
    )


def _amounts(one: Mention, other: Mention) -> tuple[Decimal, Decimal]:
    """Two numbers to be compared: as they are typed, where it is not known what both are counted in."""
    mine, theirs = one.quantity, other.quantity
    known = mine.kind == theirs.kind and one.sure and other.sure
    return (mine.low, theirs.low) if known else (mine.written, theirs.written)


def _masks(quantity: Quantity) -> list[str]:
    """What the digits of a number are but for one of them, or but for the order of two."""
    typed = {("", digits_in(quantity.written)), ("", digits_in(quantity.written.normalize()))}
    if quantity.low >= LARGE and (quantity.low != quantity.written or quantity.low >= 10 * LARGE):
        amount = f"{quantity.low:.0f}"
        typed.add((f"{len(amount)}:", amount[:MOST_LEADING]))  # 5,050 thousand beside 5.50 million
    masks = [f"{before}{mask}" for before, digits in sorted(typed) for mask in _masked(digits)]
    bare = digits_in(quantity.written).strip("0")
    return [*masks, f"={bare}"] if len(bare) >= FEWEST_DIGITS else masks


def _masked(digits: str) -> Iterator[str]:
    """Some digits but for each of them, and but for the order of each two."""
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        return
    for n in range(len(digits)):
        yield f"{digits[:n]}?{digits[n + 1 :]}"
    for n in range(len(digits) - 1):
        yield f"{digits[:n]}<{''.join(sorted(digits[n : n + 2]))}>{digits[n + 2 :]}"
