"""The accounts of a brief in, the numbers of its sentences out: by their places, and by the sources they stand on."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefkit.model import Account, Place

NEAR = 8
"""How many sentences that begin before a place are asked whether they hold it: notes and quotations may nest."""

Numbers = Mapping[Place, int]
"""By the place of each sentence that counts."""


def number_sentences(accounts: Sequence[Account]) -> Numbers:
    """The number of each sentence that counts, from 1, by its place."""
    return {account.sentence.place: number for number, account in enumerate(accounts, 1)}


class Finder:
    """Says which sentence holds a place."""

    def __init__(self, path: str, accounts: Sequence[Account]) -> None:
        self.path, self.accounts = path, accounts
        self.order = sorted(range(len(accounts)), key=lambda index: accounts[index].sentence.place.start)
        self.starts = [accounts[index].sentence.place.start for index in self.order]

    def __call__(self, place: Place) -> int:
        """The number of the sentence in which a place begins, 0 where there is none."""
        if place.path != self.path:
            return 0
        at = bisect_right(self.starts, place.start)
        near = (self.order[index] for index in range(at - 1, max(at - 1 - NEAR, -1), -1))
        return next((n + 1 for n in near if _begins_in(place, self.accounts[n].sentence.place)), 0)


def _begins_in(place: Place, whole: Place) -> bool:
    return whole.start <= place.start < whole.end


def standing_on(accounts: Sequence[Account]) -> Mapping[str, list[tuple[int, bool]]]:
    """For each key the sentences that cite it or are covered by it, each with whether nothing else is behind it."""
    found: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for number, account in enumerate(accounts, 1):
        for key in account.keys:
            found[key].append((number, len(account.keys) == 1 and account.status == "sourced"))
    return found
