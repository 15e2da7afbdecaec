"""Many places in, quick answers out: which of them hold another place, and which begins last before one.

A brief can have a hundred thousand sentences and as many findings; asking each of them takes the square of that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from briefkit.model import Place

Position = tuple[int, int]
"""A line and a column."""


class Latest:
    """Positions in any order, asked for the last one in the list that is not after another."""

    def __init__(self, starts: Sequence[Position]) -> None:
        self.lowest = list(starts)  # from each on, the lowest one: these rise, so that they can be searched
        for number in range(len(starts) - 2, -1, -1):
            self.lowest[number] = min(self.lowest[number], self.lowest[number + 1])

    def before(self, position: Position) -> int:
        """The index of the last one at or before a position; -1 when there is none."""
        return bisect_right(self.lowest, position) - 1


class Holding:
    """Places, asked which of them hold another one: as indices, in order."""

    def __init__(self, places: Iterable[Place]) -> None:
        by_path: dict[str, list[tuple[Position, Position, int]]] = {}
        for number, p in enumerate(places):
            by_path.setdefault(p.path, []).append((p.start, p.end, number))
        self.trees = {path: _Tree(sorted(found)) for path, found in by_path.items()}

    def __call__(self, place: Place) -> list[int]:
        """The indices of those that hold a place."""
        tree = self.trees.get(place.path)
        return tree.holding(place.start, place.end) if tree else []


class _Tree:
    """Spans sorted by their starts, under a tree of their farthest ends: node n is above 2n and 2n + 1."""

    def __init__(self, spans: Sequence[tuple[Position, Position, int]]) -> None:
        self.starts = [start for start, _, _ in spans]
        self.numbers = [number for _, _, number in spans]
        self.leaves = 1 << (len(spans) - 1).bit_length()
        self.ends: list[Position] = [(0, 0)] * (2 * self.leaves)
        self.ends[self.leaves : self.leaves + len(spans)] = [end for _, end, _ in spans]
        for node in range(self.leaves - 1, 0, -1):
            self.ends[node] = max(self.ends[2 * node], self.ends[2 * node + 1])

    def holding(self, start: Position, end: Position) -> list[int]:
        """The numbers of the spans that begin at or before `start` and end at or after `end`."""
        found: list[int] = []
        count = bisect_right(self.starts, start)
        waiting = [(1, 0, self.leaves)]
        while waiting:
            node, low, width = waiting.pop()
            if low >= count or self.ends[node] < end:
                continue
            if width == 1:
                found.append(self.numbers[low])
            else:
                half = width // 2
                waiting += ((2 * node, low, half), (2 * node + 1, low + half, half))
        return sorted(found)
