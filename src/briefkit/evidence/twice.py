"""Statements in, the figures that two sentences of a brief give with different values out.

Two sentences speak of the same when one has hardly a word that the other has not, when their years, names and labels
are the same, and when all their other figures agree. That finds few of them and is seldom wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from briefkit.evidence.stated import MOST_TRIED, PROSE, Statement, comparable, nouns
from briefkit.quantities import Quantity, agree
from briefkit.quantities.model import AMOUNTS

FEWEST_WORDS = 3
SMALL = 12
FEWEST_LISTED = 3
"""So many values beside a first one make a list."""

FEWEST_DIGITS = 4
"""Counts of fewer digits are the same digits in another order by chance."""

MOST_DIGITS = 12
MOST_EXTRA = 2
MOST_OF_A_KIND = 3
OPTIONS = ("option", "options")
"""The roles of an option: its box, and its section."""

STOPS = (".", "!", "?", ".\u201d", '."', ".)")


class Pair(NamedTuple):
    """Two statements of the same with one figure that differs."""

    first: Statement
    one: Quantity
    second: Statement
    two: Quantity


def find_pairs(statements: Sequence[Statement]) -> Iterator[Pair]:
    """The pairs of sentences that give one thing two values: each sentence with the first such before it.

    One that has several after it, all with other values, stands for a list of things that are not told apart.
    """
    found = list(_pairs(statements))
    values: dict[int, set[Decimal]] = {}
    for pair in found:
        values.setdefault(id(pair.first), set()).add(pair.two.low)
    lasting = [pair for pair in found if len(values[id(pair.first)]) < FEWEST_LISTED]
    told = {id(pair.second) for pair in lasting}
    yield from lasting
    yield from (pair for pair in _swapped(statements) if id(pair.second) not in told)


def _swapped(statements: Iterable[Statement]) -> Iterator[Pair]:
    """The counts of one thing of which one has two digits of the other in each other's place: 1,240 and 1,420 homes."""
    seen: dict[tuple[frozenset[str], str], tuple[Statement, Quantity]] = {}
    for statement in statements:
        if statement.block.kind not in PROSE or statement.advises or statement.block.kind == "title":
            continue
        for quantity in statement.quantities:
            digits = str(quantity.written)
            if quantity.kind != "count" or quantity.is_range or quantity.about or not digits.isdecimal():
                continue
            if len(digits) < FEWEST_DIGITS or not (counted := nouns(quantity)):
                continue
            first = seen.setdefault((counted, "".join(sorted(digits))), (statement, quantity))
            same_year = first[0].years == statement.years or not (first[0].years and statement.years)
            if same_year and first[1].low != quantity.low and are_swapped(first[1], quantity):
                yield Pair(first[0], first[1], statement, quantity)
                break


def are_swapped(one: Quantity, other: Quantity) -> bool:
    """Whether two digits side by side are exchanged and nothing else differs, the longer number rounded: 85, 58.1."""
    if one.kind != other.kind or max(q.written.adjusted() for q in (one, other)) > MOST_DIGITS:
        return False
    step = max(int(q.written.as_tuple().exponent) for q in (one, other))
    grain = Decimal(1).scaleb(step)
    first, second = (f"{q.written.quantize(grain):f}" for q in (one, other))
    return len(first) == len(second) and _is_swap(first, second)


def _is_swap(one: str, other: str) -> bool:
    """Whether two digits side by side are exchanged, and nothing else differs."""
    odd = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(odd) != 2 or one[odd[0] + 1 : odd[1]] not in ("", "."):
        return False
    return one[odd[0]] == other[odd[1]] and one[odd[1]] == other[odd[0]]


def _pairs(statements: Iterable[Statement]) -> Iterator[Pair]:
    by_word: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.block.kind not in PROSE or not _can_differ(statement):
            continue
        word = min(statement.words, key=lambda word: (len(by_word.get(word, ())), word))
        rarest = by_word.get(word, [])
        tried = rarest[:MOST_TRIED] if rarest else _by_next(by_word, statement)
        is_short = not rarest and len(statement.words) < 2 * FEWEST_WORDS
        found = (pair for other in tried if not _of_two_options(other, statement) and (pair := _pair(other, statement)))
        found = (pair for pair in found if not is_short or are_swapped(pair.one, pair.two))
        if first := next(found, None):
            yield first
        for word in statement.words:
            by_word.setdefault(word, []).append(statement)


def _of_two_options(one: Statement, other: Statement) -> bool:
    """Whether each of two statements is of an option of its own: these may say the same of different things."""
    first, second = one.block, other.block
    if first.role != second.role or first.role not in OPTIONS:
        return False
    return first.section != second.section or first.attributes != second.attributes


def _by_next(by_word: dict[str, list[Statement]], statement: Statement) -> list[Statement]:
    """The statements with one of the rarest words that are in any: so many that not all can be of this one alone."""
    known = sorted((word for word in statement.words if word in by_word), key=lambda word: (len(by_word[word]), word))
    if len(known) < FEWEST_WORDS:
        return []
    return list({id(s): s for word in known[: MOST_EXTRA + 1] for s in by_word[word][:MOST_TRIED]}.values())


def _can_differ(statement: Statement) -> bool:
    return len(statement.words) >= FEWEST_WORDS and any(q.kind in AMOUNTS for q in statement.quantities)


def _pair(first: Statement, second: Statement) -> Pair | None:
    """The one figure in which two statements of the same differ, if they are such."""
    if (
        _are_labels(first, second)
        or first.lead != second.lead
        or first.advises != second.advises
        or not _same_matter(first, second)
    ):
        return None
    pair = one_differing(first, second)
    if pair and pair[0].kind == "count" and not all(_tells(*f) for f in zip((first, second), pair, strict=True)):
        return None
    return Pair(first, pair[0], second, pair[1]) if pair else None


def _are_labels(first: Statement, second: Statement) -> bool:
    """Whether two items are no sentences: in lists that are built alike each stands for something else."""
    return all(s.block.kind == "item" and not s.sentence.plain.rstrip().endswith(STOPS) for s in (first, second))


def _tells(statement: Statement, quantity: Quantity) -> bool:
    """Whether a count is large enough to be one of the matter, and no version of what a name stands for."""
    before = statement.sentence.plain[: quantity.start].rstrip().rpartition(" ")[2]
    return quantity.low > SMALL and not (before[:1].isupper() and statement.sentence.plain.startswith(before) is False)


def one_differing(first: Statement, second: Statement) -> tuple[Quantity, Quantity] | None:
    """The one figure of a statement that differs from its counterpart in another, where all others agree."""
    found = _differing(first, second)
    if found is None or len(found) != 1 or not comparable(*found[0]) or _is_bound(*found[0]):
        return None
    return found[0]


def others_agree(first: Statement, second: Statement) -> bool:
    """Whether two statements have figures in common and none that differ."""
    return _differing(first, second) == []


def _differing(first: Statement, second: Statement) -> list[tuple[Quantity, Quantity]] | None:
    """The figures of two statements that differ, kind by kind; None where they are not as many, or none are shared."""
    differing: list[tuple[Quantity, Quantity]] = []
    shared = False
    for kind in (*AMOUNTS, "year", "date"):
        mine, theirs = ([q for q in s.quantities if q.kind == kind and not q.parts] for s in (first, second))
        if not (mine and theirs):
            continue
        if len(mine) != len(theirs) or len(mine) > MOST_OF_A_KIND:
            return None
        shared = True
        differing += ((a, b) for a, b in zip(mine, theirs, strict=True) if not agree(a, b))
    return differing if shared else None


def _same_matter(first: Statement, second: Statement) -> bool:
    if first.years != second.years or first.labels != second.labels:
        return False
    small, large = sorted((first, second), key=lambda s: len(s.words))
    missing, extra = small.words - large.words, large.words - small.words
    if len(missing) > len(small.words) // 6 or len(extra) > MOST_EXTRA or (missing and extra):
        return False
    return not (large.names - small.names) & {word for word in large.names if word[:5] in extra}


def _is_bound(one: Quantity, two: Quantity) -> bool:
    """Whether one of two is more, or less, than the other and says so."""
    for bound, other in ((one, two), (two, one)):
        if (bound.about == "over" and other.low >= bound.low) or (bound.about == "under" and other.low <= bound.low):
            return True
    return False
