"""A word that is none of some candidates in, the one that may be meant by it out."""

from __future__ import annotations

from collections.abc import Iterable

NEAR = 70.0
"""How alike two words must be, in percent, to be offered as a near miss."""

MOST_COMPARED = 20_000_000
LETTERS_AT_ONCE = 64
"""How many comparisons a search for near misses may take in all, and how many letters of a word make one of them."""


class NearMisses:
    """Candidates, asked again and again for the one most like a word.

    A text full of mistakes would have each of them compared with every candidate: after MOST_COMPARED comparisons no
    near miss is offered any more.
    """

    def __init__(self, candidates: Iterable[str], least: float = NEAR) -> None:
        self.candidates = candidates
        self.least = least
        self.words: tuple[str, ...] | None = None
        self.folded: tuple[str, ...] = ()
        self.known: dict[str, str] = {}
        self.left = MOST_COMPARED

    def find(self, word: str) -> str:
        """The candidate most like `word`, or an empty string when none is near."""
        if word not in self.known:
            self.known[word] = self._find(word)
        return self.known[word]

    def _find(self, word: str) -> str:
        from rapidfuzz import fuzz, process  # 20 ms, and only a mistake needs it

        if self.words is None:
            self.words = tuple(self.candidates)
            self.folded = tuple(c.casefold() for c in self.words)
        self.left -= len(self.words) * (1 + len(word) // LETTERS_AT_ONCE)
        if self.left < 0:
            return ""
        found = process.extractOne(word.casefold(), self.folded, scorer=fuzz.ratio, score_cutoff=self.least)
        return self.words[found[2]] if found else ""

    def did_you_mean(self, word: str) -> str:
        """`did you mean 'x'?`, or an empty string."""
        near = self.find(word)
        return f"did you mean '{near}'?" if near else ""


def near_miss(word: str, candidates: Iterable[str], least: float = NEAR) -> str:
    """The candidate most like `word`, or an empty string when none is so near, in percent."""
    return NearMisses(candidates, least).find(word)


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """`did you mean 'x'?`, or an empty string."""
    return NearMisses(candidates).did_you_mean(word)
