"""Looking up places says what asking each of them says."""

from __future__ import annotations

import random

import pytest

from briefkit.lookup import Holding, Latest
from briefkit.model import Place


def places(seed: int, count: int) -> list[Place]:
    """Places in a small file, so that many hold each other."""
    dice = random.Random(seed)
    found = []
    for _ in range(count):
        (line, column), (end_line, end_column) = sorted((dice.randint(1, 5), dice.randint(1, 5)) for _ in range(2))
        found.append(Place(dice.choice("ab"), line, column, end_line, end_column))
    return found


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 8, 33])
def test_the_places_that_hold_another_are_those_that_say_so(count: int) -> None:
    for seed in range(40):
        those = places(seed, count)
        holding = Holding(those)
        for asked in places(seed + 1000, 20):
            assert holding(asked) == [n for n, place in enumerate(those) if place.holds(asked)]


@pytest.mark.parametrize("count", [0, 1, 2, 9])
def test_the_last_position_before_another_is_found_in_any_order(count: int) -> None:
    for seed in range(40):
        starts = [(p.line, p.column) for p in places(seed, count)]
        for asked in [(p.line, p.column) for p in places(seed + 1000, 20)]:
            before = [n for n, start in enumerate(starts) if start <= asked]
            assert Latest(starts).before(asked) == (before[-1] if before else -1)
