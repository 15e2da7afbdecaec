"""Where the words of the tree stand in the file: runs and text in, an offset for each word out.

Pandoc's `markdown` reader gives no positions, so they are recovered: the words of the tree, in order, are aligned with
the words of the file by a longest common subsequence. A word is a run of letters and digits, so markup is never part
of one. What stands elsewhere in the file than in the tree (notes and captions) is aligned apart, with what the first
alignment left over. Words inside link targets and attributes are offered last; grid and multiline tables are read
cell by cell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from briefkit.parse.alignment import align
from briefkit.parse.file_words import hidden, segments, source_words
from briefkit.parse.runs import Run
from briefkit.text import WORD


class Token(NamedTuple):
    """A word of the tree: its run, its atom there, and where it starts in the atom's text."""

    run: int
    atom: int
    start: int
    word: str


Calls = dict[tuple[int, int], tuple[int, ...]]
"""For (run, atom) of a note call the runs of the note."""

Spanned = tuple[Token, tuple[int, int] | None]
"""A word of the tree and its (start, end) in the file, or None."""


def flatten(runs: Sequence[Run]) -> tuple[tuple[Run, ...], tuple[int, ...], Calls]:
    """All runs with those of the notes after the run that calls them.

    Returns the runs; for each run of the input its new index; and for (run, atom) of a note call the note's runs.
    """
    flat: list[Run] = []
    index: list[int] = []
    calls: Calls = {}

    def add(run: Run) -> int:
        here = len(flat)
        flat.append(run)
        for number, atom in enumerate(run.atoms):
            if atom.note:
                calls[here, number] = tuple(add(r) for r in atom.note)
        return here

    index = [add(run) for run in runs]
    return tuple(flat), tuple(index), calls


def place_words(runs: Sequence[Run], calls: Calls, text: str, silent: Sequence[tuple[int, int]]) -> list[list[Spanned]]:
    """The words of each run (flattened, with their note calls), aligned with the words of `text`.

    `silent` are stretches of the text that hold none of them, such as the keys of the front matter.
    """
    order = _reading_order(runs, calls)
    source = _without(source_words(text), silent)
    aligner = _Aligner(order, runs, [text[a:b] for a, b in source], hidden(text, source))
    placed: list[list[Spanned]] = [[] for _ in runs]
    for token, spot in zip(order, aligner.align(segments(text, source)), strict=True):
        placed[token.run].append((token, None if spot is None else source[spot]))
    return placed


def _without(words: Sequence[tuple[int, int]], silent: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words outside the silent stretches, which stand in the order of the file and do not overlap."""
    edges = [edge for stretch in silent for edge in stretch]
    last = max(edges, default=0)
    return [w for w in words if w[0] >= last or bisect_right(edges, w[0]) % 2 == 0]


def _reading_order(runs: Sequence[Run], calls: Calls) -> list[Token]:
    """The words in the order of the tree: a note's where it is called."""
    inner = {r for notes in calls.values() for r in notes}
    order: list[Token] = []

    def read(index: int) -> None:
        for number, atom in enumerate(() if runs[index].in_fence else runs[index].atoms):
            if atom.kind == "note":
                for note in calls.get((index, number), ()):
                    read(note)
            else:
                order.extend(Token(index, number, m.start(), m[0]) for m in WORD.finditer(atom.text))

    for index in range(len(runs)):
        if index not in inner:
            read(index)
    return order


MOST_TRIED = 20_000_000
"""How many pairs of a float and a word are compared to find where each float stands; beyond that it is not tried."""


def _found(spots: list[int | None]) -> int:
    return sum(spot is not None for spot in spots)


class _Aligner:
    """Aligns the words of the tree with those of the file, and keeps the best of a few attempts."""

    def __init__(self, tokens: Sequence[Token], runs: Sequence[Run], words: Sequence[str], hidden: set[int]) -> None:
        ids: dict[str, int] = {}
        self.tokens = tokens
        self.ids = [ids.setdefault(t.word, len(ids)) for t in tokens]
        self.source = [ids.get(w, -1) for w in words]
        self.hidden = hidden
        self.runs = runs
        self.found: list[int | None] = [None] * len(tokens)

    def align(self, segments: Sequence[Sequence[int]]) -> list[int | None]:
        """Everything in the order of the tree; where that leaves words over, other ways, if they find more."""
        best = self.attempt([], segments)
        if None in best:
            owners = {spot: i for i, spot in enumerate(best) if spot is not None}
            floats = self.floats()
            misfits = [group for group in floats if not self.fits(group, best, owners)]
            once = self.attempt([], segments, self.copies(floats))
            self.share(floats, once)
            apart = [g for g in (misfits, floats) if len(g) * len(self.source) <= MOST_TRIED]
            best = max((best, once, *(self.attempt(groups, segments) for groups in apart)), key=_found)
            self.share(floats, best)
        return best

    def copies(self, floats: Sequence[list[int]]) -> list[list[int]]:
        """The floats that say what one before them does."""
        seen: set[tuple[int, ...]] = set()
        copies = []
        for group in floats:
            said = self.said(group)
            if said in seen:
                copies.append(group)
            seen.add(said)
        return copies

    def said(self, group: list[int]) -> tuple[int, ...]:
        """The words of a float."""
        return tuple(self.ids[i] for i in group)

    def share(self, floats: list[list[int]], found: list[int | None]) -> None:
        """A note that is called twice stands once in the file: its second copy has the places of the first."""
        whole: dict[tuple[int, ...], list[int | None]] = {}
        for group in floats:
            spots = [found[i] for i in group]
            if None not in spots:
                whole.setdefault(self.said(group), spots)
        for group in floats:
            if all(found[i] is None for i in group):
                for i, spot in zip(group, whole.get(self.said(group), ()), strict=False):
                    found[i] = spot

    def attempt(
        self, floats: list[list[int]], segments: Sequence[Sequence[int]], copies: Sequence[list[int]] = ()
    ) -> list[int | None]:
        """One alignment, with these floats placed after the rest and these copies not at all."""
        self.found = [None] * len(self.tokens)
        apart = {i for group in (*floats, *copies) for i in group}
        visible = [s for s in range(len(self.source)) if s not in self.hidden]
        self.pass_over([i for i in range(len(self.tokens)) if i not in apart], visible)
        self.place_floats(floats, segments)
        self.fill_gaps({i for group in copies for i in group})
        return self.found

    def pass_over(self, tokens: list[int], source: list[int]) -> None:
        """One longest common subsequence of these tokens and these words of the file."""
        for start, dest, size in align([self.ids[i] for i in tokens], [self.source[s] for s in source]):
            for i, s in zip(tokens[start : start + size], source[dest : dest + size], strict=True):
                self.found[i] = s
        self.close_up(tokens)

    def close_up(self, tokens: list[int]) -> None:
        """Among equal alignments take the one whose words stand together: first to the left, then to the right."""
        for one, two in pairwise(tokens):
            here, there = self.found[one], self.found[two]
            if here is None or there is None or there <= here + 1:
                continue
            if self.same_run(one, two) and self.free(here + 1, two):
                self.found[two] = here + 1
        for one, two in zip(tokens[-2::-1], tokens[:0:-1], strict=False):
            here, there = self.found[one], self.found[two]
            if here is None or there is None or there == here + 1 or not self.free(there - 1, one):
                continue
            beside = one > 0 and self.found[one - 1] == here - 1 and self.same_run(one - 1, one)
            if not beside and self.same_run(one, two):
                self.found[one] = there - 1

    def same_run(self, one: int, two: int) -> bool:
        return self.tokens[one].run == self.tokens[two].run

    def free(self, word: int, token: int) -> bool:
        return self.source[word] == self.ids[token] and word not in self.hidden

    def floats(self) -> list[list[int]]:
        """The tokens of each float: a caption, or all paragraphs of a note."""
        groups: list[list[int]] = []
        last = -2
        for i, token in enumerate(self.tokens):
            if not self.runs[token.run].floats:
                last = -2
                continue
            same = token.run == last or (token.run == last + 1 and self.runs[last].kind == "note")
            if same and groups:
                groups[-1].append(i)
            else:
                groups.append([i])
            last = token.run
        return groups

    def fits(self, group: list[int], found: list[int | None], owners: dict[int, int]) -> bool:
        """Whether a float was found whole, with no word of other text inside."""
        spots = [found[i] for i in group]
        first, last, own = spots[0], spots[-1], set(group)
        if first is None or last is None or None in spots:
            return False
        return all(owners.get(spot, group[0]) in own for spot in range(first, last + 1))

    def place_floats(self, floats: list[list[int]], segments: Sequence[Sequence[int]]) -> None:
        """Each float goes to the segment left over that holds most of it; a note called twice shares its words."""
        taken: set[int] = set()
        used = {spot for spot in self.found if spot is not None} | self.hidden
        spare = [[s for s in segment if s not in used] for segment in segments] if floats else []
        words = [[self.source[s] for s in segment] for segment in spare]
        for group in floats:
            wanted = [self.ids[i] for i in group]

            def score(number: int, wanted: list[int] = wanted) -> float:
                same = LCSseq.similarity(wanted, words[number])
                return float(same) - 0.25 * (number in taken) - 0.001 * abs(len(spare[number]) - len(wanted))

            best = max(range(len(spare)), key=score, default=None)
            if best is not None:
                taken.add(best)
                self.pass_over(group, spare[best])

    def fill_gaps(self, left_out: set[int]) -> None:
        """Words not found yet may stand in hidden text between their neighbours."""
        for i, spot in enumerate(self.found):
            if i in left_out:
                continue
            if spot is None and i and (before := self.found[i - 1]) is not None:
                following = before + 1
                if following < len(self.source) and self.source[following] == self.ids[i]:
                    self.found[i] = following
