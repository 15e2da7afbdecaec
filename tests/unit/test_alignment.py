"""What two lists of words have in common, whether they fit into one table or have to be cut."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

import pytest
from rapidfuzz.distance import LCSseq

from briefkit.parse import alignment
from briefkit.parse.alignment import align


def pairs(left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int]]:
    """The common places one by one; each must be the same number, and both sides must rise."""
    found = [(start + n, dest + n) for start, dest, size in align(left, right) for n in range(size)]
    assert all(left[one] == right[other] for one, other in found)
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in itertools.pairwise(found))
    return found


def changed(numbers: Sequence[int], dice: random.Random) -> list[int]:
    """The numbers with some left out, some replaced and some put in."""
    made: list[int] = []
    for number in numbers:
        made += dice.choice([[number]] * 8 + [[], [-1], [number, dice.randint(0, 9)]])
    return made


@pytest.mark.parametrize("most", [10**9, 400, 0])
@pytest.mark.parametrize("kinds", [3, 10_000])
def test_what_is_cut_finds_nearly_as_much_as_one_table(most: int, kinds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "MOST_PAIRS", most)
    monkeypatch.setattr(alignment, "PIECE", 20)
    for seed in range(30):
        dice = random.Random(seed)
        left = [dice.randint(0, kinds) for _ in range(dice.randint(0, 200))]
        right = changed(left, dice)
        best = LCSseq.similarity(left, right)
        found = len(pairs(left, right))
        assert found == best if most == 10**9 else found >= 0.7 * best


@pytest.mark.parametrize(("left", "right"), [([], []), ([1], []), ([], [1]), ([1], [2]), ([1, 2], [1, 2])])
def test_small_lists_are_no_special_case(left: list[int], right: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "MOST_PAIRS", 0)
    assert len(pairs(left, right)) == LCSseq.similarity(left, right)


def test_lists_for_which_a_table_would_take_gigabytes_are_cut() -> None:
    left = [0, *range(2, 400_000), 1]
    right = [1, *range(2, 400_000), 0]
    assert len(pairs(left, right)) == 399_998
