"""Two lists of numbers in, what they have in common out: a longest common subsequence, in pieces that can be afforded.

The table behind a longest common subsequence takes a bit for each pair. Lists for which that is too much are cut where
a number stands exactly once in both, which surely is the same word; what has no such word is cut evenly.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

Numbers = Sequence[int]
Match = tuple[int, int, int]
"""Where a common stretch begins in the one list and in the other, and how long it is."""

MOST_PAIRS = 400_000_000
"""The largest table: 50 MB."""

PIECE = 2_000
"""How many numbers of the shorter list stand in an even cut."""


def align(left: Numbers, right: Numbers) -> Iterator[Match]:
    """The common stretches of two lists, in order."""
    start, end = _same_ends(left, right)
    if (len(left) - start - end) * (len(right) - start - end) <= MOST_PAIRS:
        yield from _common(left, right, 0, 0)
        return
    yield (0, 0, start)
    for (low, first), (high, last) in pairwise(_cuts(left, right, start, end)):
        yield from _common(left[low:high], right[first:last], low, first)
    yield (len(left) - end, len(right) - end, end)


def same_words(left: Sequence[str], right: Sequence[str]) -> dict[int, int]:
    """Where the one list says what the other says, in order."""
    ids: dict[str, int] = {}
    numbers = [[ids.setdefault(word, len(ids)) for word in words] for words in (left, right)]
    return {one + n: other + n for one, other, size in align(*numbers) for n in range(size)}


def _common(left: Numbers, right: Numbers, low: int, first: int) -> Iterator[Match]:
    """The common stretches of two pieces that begin at `low` and `first` of their lists."""
    for op in LCSseq.opcodes(left, right):
        if op.tag == "equal":
            yield low + op.src_start, first + op.dest_start, op.src_end - op.src_start


def _same_ends(left: Numbers, right: Numbers) -> tuple[int, int]:
    """How many numbers are the same at the start, and how many at the end."""
    most = min(len(left), len(right))
    start = next((n for n in range(most) if left[n] != right[n]), most)
    end = next((n for n in range(most - start) if left[-1 - n] != right[-1 - n]), most - start)
    return start, end


def _cuts(left: Numbers, right: Numbers, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where both lists are cut, the ends of what is not the same included: pairs that rise on both sides."""
    before = (start, start)
    for anchor in (*_anchors(left, right, start, end), (len(left) - end, len(right) - end)):
        yield before
        yield from _even(before, anchor)
        before = anchor
    yield before


def _even(low: tuple[int, int], high: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Cuts inside a piece for which a table would be too large."""
    sizes = high[0] - low[0], high[1] - low[1]
    count = 1 if sizes[0] * sizes[1] <= MOST_PAIRS else -(-min(sizes) // PIECE)
    yield from ((low[0] + sizes[0] * n // count, low[1] + sizes[1] * n // count) for n in range(1, count))


def _anchors(left: Numbers, right: Numbers, start: int, end: int) -> list[tuple[int, int]]:
    """The places of the numbers that stand once in both lists, as many as rise on both sides."""
    once = _once(right, start, end)
    pairs = [
        (n, once[number])
        for number, n in sorted(_once(left, start, end).items(), key=lambda one: one[1])
        if number in once
    ]
    tops: list[int] = []
    chain: list[int] = []
    before: list[int] = []
    for index, (_, spot) in enumerate(pairs):
        at = bisect_left(tops, spot)
        before.append(chain[at - 1] if at else -1)
        tops[at : at + 1] = [spot]
        chain[at : at + 1] = [index]
    rising: list[tuple[int, int]] = []
    index = chain[-1] if chain else -1
    while index >= 0:
        rising.append(pairs[index])
        index = before[index]
    return rising[::-1]


def _once(numbers: Numbers, start: int, end: int) -> dict[int, int]:
    """The place of each number that stands once between the ends."""
    middle = numbers[start : len(numbers) - end]
    counts = Counter(middle)
    return {number: start + n for n, number in enumerate(middle) if counts[number] == 1}
