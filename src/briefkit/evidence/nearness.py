"""Mentions in, how near the passages of two of them are out: by rare words and other numbers that they have in common.

What is shared is weighed by the logarithm of how rare it is. A cell is near a sentence that has words of its row and of
its column beside the figure, or other figures of its row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from math import log

from briefkit.evidence.beside import BREAK
from briefkit.evidence.mentions import Mention
from briefkit.evidence.restated import form_of
from briefkit.evidence.stated import PROSE, Statement
from briefkit.patterns import compiled
from briefkit.quantities import Quantity
from briefkit.quantities.model import AMOUNTS
from briefkit.text import WORD

MOST_LABELS = 20
FEWEST_DIGITS = 2
REACH = 80
NAMED = 3.0
"""What it adds that a figure stands beside all words of the label of a row."""

DATED = 1.0
"""What it adds that both figures are of one year."""

SHORT = 0.7
"""What part of its weight a number of two digits has that both passages have: others have it by chance."""

ASIDE, BESIDE, BEFORE = 1 / 3, 1 / 2, 1 / 2
"""What parts of their weight words have that stand in a caption or the sentence before, beside both figures too, and in
the sentence before where they name a row or column."""

FEWEST_PASSAGES = 20
"""Among how many passages words are rare at least: in a short brief each stands in a good part of them."""


class Nearness:
    """The mentions of a brief with what words and numbers weigh in it."""

    def __init__(self, statements: Sequence[Statement], mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self.before = {id(two): one for one, two in pairwise(statements) if one.block is two.block}
        self.labels: dict[tuple[int, str], set[frozenset[str]]] = {}
        for mention in mentions:
            if mention.label:
                self.labels.setdefault((mention.exhibit, min(mention.label)), set()).add(mention.label)
        passages = [s.words for s in statements if s.words and s.block.kind in PROSE]
        cells = (m for m in mentions if not m.statement)
        passages += [words for _, words in {(m.exhibit, part) for m in cells for part in (m.label, m.head)}]
        self.total = max(len(passages) + 1, FEWEST_PASSAGES)
        seen = Counter(word for words in passages for word in words)
        self.weights = {word: log(self.total / count) for word, count in seen.items() if count < self.total}
        beside = {id(m.held) if m.statement else (m.exhibit, m.row): m.beside for m in mentions}
        self.numbers = Counter(number for numbers in beside.values() for number in numbers)
        self.local: dict[int, tuple[frozenset[str], frozenset[str]]] = {}

    def is_certain(self, here: int, there: int) -> bool:
        """Whether a figure can stand for no other cell: of its unit, in the row that is named before it."""
        one, cell = self.mentions[here], self.mentions[there]
        mine, theirs = one.quantity, cell.quantity
        if cell.statement or mine.kind != theirs.kind or mine.kind == "count" or not (one.sure and cell.sure):
            return False
        named = bool(cell.label) and cell.label <= self.naming(here, cell) & self.local_to(here)[0]
        is_row = named or bool(one.beside & cell.beside - {mine.written.normalize(), theirs.written.normalize()})
        return is_row and (cell.is_alone or bool(cell.head & one.words) or not cell.years.isdisjoint(one.near))

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
        told = ((number, len(digits_in(number))) for number in both)
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
    before = text[max(start, quantity.start - REACH) : quantity.start].casefold().rpartition(";")[2]
    after = compiled(BREAK).split(text[quantity.end : min(end, quantity.end + REACH)].casefold())[0]
    one, two = (said.words & {form_of(word) for word in WORD.findall(part)} for part in (before, after))
    return one, two


def digits_in(number: Decimal) -> str:
    """The digits of a number as it stands there."""
    return f"{number:f}".replace(".", "").lstrip("0")
