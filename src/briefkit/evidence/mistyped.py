"""Mentions of numbers in, those that another passage on the same matter has with a slip of the pen out.

Every figure of the text is looked for where the brief says the same again: a summary or recommendation in the text, a
sentence in a table, whose cells are read as passages of the words of their row, their column and the caption. Words and
other figures in common tell how near two passages are, rare ones more than common ones. Where the nearest one has the
figure but for a digit, or two of them exchanged, and none that is as near has it as it stands, one of the two is wrong.
The fewer digits a figure has, the nearer the passages must be: those of two digits are alike by chance.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from math import log
from typing import NamedTuple

from briefkit.evidence.beside import BREAK, is_step
from briefkit.evidence.counterparts import as_amount, follows, places_of
from briefkit.evidence.mentions import Mention
from briefkit.evidence.restated import form_of
from briefkit.evidence.stated import PROSE, Statement, nouns, same_unit
from briefkit.evidence.tables import is_change
from briefkit.evidence.twice import are_swapped
from briefkit.patterns import compiled
from briefkit.quantities import Quantity, agree_in_amount
from briefkit.quantities.model import AMOUNTS
from briefkit.text import WORD

MOST_ALIKE, MOST_AGREEING, MOST_LABELS, MOST_WHOLES = 60, 200, 20, 12
FEWEST_DIGITS, MOST_DIGITS = 2, 9
ENOUGH = (9.0, 6.7, 3.8, 1.8, 1.2)
"""How near two passages must be for numbers of one digit, of two ... of five and more, zeros at their ends left out.

What is shared is weighed by the logarithm of how rare it is. These were chosen on 80 briefs and reports in which no
figure is wrong, and on slips put into half of them.
"""

NAMED = 3.0
"""What it adds that a figure stands beside all words of the label of a row."""

SWAPPED, DATED = 2.0, 1.0
"""What it adds that two digits are exchanged, and that both figures are of one year."""

SHORT = 0.7
"""What part of its weight a number of two digits has that both passages have: others have it by chance."""

UNKNOWN = 1.5
"""What it takes that one of two numbers has no unit."""

ASIDE, BESIDE, BEFORE = 1 / 3, 1 / 2, 1 / 2
"""What parts of their weight words have that stand in a caption or the sentence before, beside both figures too, and in
the sentence before where they name a row or column."""

AS_NEAR = 0.45
"""From what part of its nearness on a passage that has the figure as it stands speaks for it."""

FEWEST_PASSAGES = 20
"""Among how many passages words are rare at least: in a short brief each stands in a good part of them."""

REACH = 80
ORDER, LARGE, MOST_LEADING = 9, 1000, 4
CLOSE = Decimal("0.06")


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
        self.before = {id(two): one for one, two in pairwise(statements) if one.block is two.block}
        self.masks = [_masks(mention.quantity) for mention in mentions]
        self.in_text: dict[str, list[int]] = {}
        self.in_cells: dict[str, list[int]] = {}
        self.amounts: list[tuple[float, int]] = []
        self.labels: dict[tuple[int, str], set[frozenset[str]]] = {}
        for number, mention in enumerate(mentions):
            alike = self.in_text if mention.statement else self.in_cells
            for mask in self.masks[number]:
                alike.setdefault(mask, []).append(number)
            self.amounts += ((float(a), number) for a in {mention.quantity.low, mention.quantity.written})
            if mention.label:
                self.labels.setdefault((mention.exhibit, min(mention.label)), set()).add(mention.label)
        self.amounts.sort()
        passages = [s.words for s in statements if s.words and s.block.kind in PROSE]
        cells = (m for m in mentions if not m.statement)
        passages += [words for _, words in {(m.exhibit, part) for m in cells for part in (m.label, m.head)}]
        self.total = max(len(passages) + 1, FEWEST_PASSAGES)
        seen = Counter(word for words in passages for word in words)
        self.weights = {word: log(self.total / count) for word, count in seen.items() if count < self.total}
        beside = {id(m.held) if m.statement else (m.exhibit, m.row): m.beside for m in mentions}
        self.numbers = Counter(number for numbers in beside.values() for number in numbers)
        self.local: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
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
        digits = max(len(_digits(m.quantity.written).rstrip("0")) for m in (one, other))
        if not found or near < ENOUGH[min(digits, len(ENOUGH)) - 1] or self.is_made(one):
            return None
        known = any(self.near(here, number) >= AS_NEAR * near for number in self.agreeing(one))
        return None if known else Mistyped(said, quantity, other, near)

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
            and (held or not self.weigh_numbers(one, other))
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
            return not mine or bool(self.beside(here) & other.head)
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
        if any(s and follows(part, s) for s in (_without(said, part) if said else None, self.before.get(id(said)))):
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

    # how near two passages are

    def chance(self, here: int, there: int) -> float:
        """How near two passages are whose figures differ: nearer if little, or by two digits that are exchanged."""
        one, other = self.mentions[here].quantity, self.mentions[there].quantity
        swapped = SWAPPED * are_swapped(one, other._replace(kind=one.kind))
        amount, another = _amounts(self.mentions[here], self.mentions[there])
        gap = abs(log(amount / another))
        near = self.near(here, there) + swapped - gap - UNKNOWN * (one.kind != other.kind)
        return round(near, 6)  # the words of a set come in any order

    def near(self, here: int, there: int) -> float:
        """How near the passages of two mentions are."""
        one, other = self.mentions[here], self.mentions[there]
        numbers = self.weigh_numbers(one, other) + DATED * bool(one.near & other.near)
        if not other.statement:
            return self.near_cell(here, other, numbers)
        before, local = self.words_before(one), self.beside(here)
        aside = (before & other.words) | (self.words_before(other) & one.words)
        both = self.weigh(local & self.beside(there))
        return self.weigh(one.words & other.words) + ASIDE * self.weigh(aside) + BESIDE * both + numbers

    def near_cell(self, here: int, cell: Mention, numbers: float) -> float:
        """How near a sentence is to a cell: it has words of its row and its column, or other figures of the row."""
        one = self.mentions[here]
        local = self.naming(here, cell)
        named = bool(cell.label) and 2 * self.weigh(cell.label & local) >= self.weigh(cell.label) > 0
        dated = not cell.label and not cell.years.isdisjoint(one.near)
        head = self.weigh_with_before(cell.head, one)
        is_row = named or dated or cell.is_total or numbers > DATED
        is_column = not cell.head or head or cell.is_alone or numbers > DATED
        if not (is_row and is_column):
            return 0.0
        rest = ASIDE * self.weigh((cell.words - cell.head - cell.label) & one.words)
        whole = NAMED * (named and cell.label <= local)
        return self.weigh_with_before(cell.label, one) + head + rest + numbers + whole

    def naming(self, here: int, cell: Mention) -> frozenset[str]:
        """The words beside a figure by which it may name the row of a cell: none where they name another row too.

        What stands behind a figure names no row where a row is named before it.
        """
        before, after = self.local_to(here)
        words = before if any(label <= before for label in self.labels_in(cell, before)) else before | after
        another = any(label <= words and not label <= cell.label for label in self.labels_in(cell, words))
        return frozenset() if another else words

    def labels_in(self, cell: Mention, words: frozenset[str]) -> Iterator[frozenset[str]]:
        """The labels of the rows of a table that some words may name."""
        known = (self.labels.get((cell.exhibit, word), ()) for word in words)
        return (label for labels in known for label in sorted(labels, key=len)[:MOST_LABELS])

    def weigh(self, words: frozenset[str]) -> float:
        """What words weigh: the rarer they are, the more."""
        return sum(self.weights.get(word, 0.0) for word in words)

    def weigh_with_before(self, words: frozenset[str], one: Mention) -> float:
        """What those of some words weigh that a sentence has, or the one before it."""
        return self.weigh(words & one.words) + BEFORE * self.weigh(words & self.words_before(one))

    def weigh_numbers(self, one: Mention, other: Mention) -> float:
        """What the other numbers weigh that two passages have in common."""
        both = one.beside & other.beside - {one.quantity.written.normalize(), other.quantity.written.normalize()}
        told = ((number, len(_digits(number))) for number in both)
        weights = ((SHORT if n == FEWEST_DIGITS else 1, self.numbers[number]) for number, n in told if n > 1)
        return sum(part * log(self.total / count) for part, count in weights if count < self.total)

    def words_before(self, mention: Mention) -> frozenset[str]:
        """The words of the sentence before that of a mention which this has not."""
        before = self.before.get(id(mention.statement))
        return before.words - mention.words if before else frozenset()

    def beside(self, number: int) -> frozenset[str]:
        """The words between a figure of a sentence and those before and behind it."""
        before, after = self.local_to(number)
        return before | after

    def local_to(self, number: int) -> tuple[frozenset[str], frozenset[str]]:
        """The same, before and behind it; those at the head of the column for a cell."""
        if number not in self.local:
            said, quantity = self.mentions[number].statement, self.mentions[number].quantity
            self.local[number] = _words_beside(said, quantity) if said else (frozenset(), self.mentions[number].head)
        return self.local[number]


def _words_beside(said: Statement, quantity: Quantity) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a sentence between a figure and the ones before and behind it, to the next break."""
    text, amounts = said.sentence.plain, [q for q in said.quantities if q.kind in AMOUNTS]
    start = max((q.end for q in amounts if q.end <= quantity.start), default=0)
    end = min((q.start for q in amounts if q.start >= quantity.end), default=len(text))
    before = text[max(start, quantity.start - REACH) : quantity.start].casefold()
    after = compiled(BREAK).split(text[quantity.end : min(end, quantity.end + REACH)].casefold())[0]
    one, two = (said.words & {form_of(word) for word in WORD.findall(part)} for part in (before, after))
    return one, two


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


def _is_bare(mention: Mention) -> bool:
    """Whether a number has neither a unit nor a noun beside it: 81 per cent against 63."""
    said, quantity = mention.statement, mention.quantity
    typed = next((q for q in said.quantities if q.start == quantity.start), quantity) if said else quantity
    return typed.kind == "count" and not nouns(typed)


def _are_alike(one: Mention, other: Mention) -> bool:
    """Whether two different numbers are of one order, and may count the same."""
    mine, theirs = one.quantity, other.quantity
    known = mine.kind == theirs.kind and same_unit(mine.unit, theirs.unit)
    strange = not known and (other.sure or "percent" in (mine.kind, theirs.kind))
    if strange and not (
        one.statement and any(q.kind == theirs.kind for q in one.statement.quantities) and _is_bare(one)
    ):
        return False
    less, more = sorted(_amounts(one, other))
    if mine.written == theirs.written or less <= 0 or less == more or more >= ORDER * less:
        return False
    if not known or mine.kind != "count" or not other.statement:
        return True
    counted, named = nouns(mine), nouns(theirs)
    return not (counted and named and counted.isdisjoint(named))


def _amounts(one: Mention, other: Mention) -> tuple[Decimal, Decimal]:
    """Two numbers to be compared: as they are typed, where it is not known what both are counted in."""
    mine, theirs = one.quantity, other.quantity
    known = mine.kind == theirs.kind and one.sure and other.sure
    return (mine.low, theirs.low) if known else (mine.written, theirs.written)


def _digits(number: Decimal) -> str:
    """The digits of a number as it stands there."""
    return f"{number:f}".replace(".", "").lstrip("0")


def _masks(quantity: Quantity) -> list[str]:
    """What the digits of a number are but for one of them, or but for the order of two."""
    typed = {("", _digits(quantity.written)), ("", _digits(quantity.written.normalize()))}
    if quantity.low >= LARGE and (quantity.low != quantity.written or quantity.low >= 10 * LARGE):
        amount = f"{quantity.low:.0f}"
        typed.add((f"{len(amount)}:", amount[:MOST_LEADING]))  # 5,050 thousand beside 5.50 million
    return [f"{before}{mask}" for before, digits in sorted(typed) for mask in _masked(digits)]


def _masked(digits: str) -> Iterator[str]:
    """Some digits but for each of them, and but for the order of each two."""
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        return
    for n in range(len(digits)):
        yield f"{digits[:n]}?{digits[n + 1 :]}"
    for n in range(len(digits) - 1):
        yield f"{digits[:n]}<{''.join(sorted(digits[n : n + 2]))}>{digits[n + 2 :]}"
