"""Where the words of the tree stand in the file: runs and text in, an offset for each word out.

Pandoc's `markdown` reader gives no positions, so they are recovered: the words of the tree, in order, are aligned with
the words of the file by a longest common subsequence. A word is a run of letters and digits, so markup is never part
of one. What stands elsewhere in the file than in the tree (notes and captions) is aligned apart, with what the first
alignment left over. Words inside link targets and attributes are offered last; grid and multiline tables are read
cell by cell.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from rapidfuzz.distance import LCSseq

from briefkit.parse.walk import Run
from briefkit.text import WORD

Words = Sequence[tuple[int, int]]
"""Words of the file as (start, end) offsets."""

HIDDEN = re.compile(
    r"""
      \]\( [^()\s]* (?: \([^()]*\) [^()\s]* )* (?: \s+ (?: "[^"]{0,300}" | '[^']{0,300}' ) )? \s* \)  # a link target
    | \{ \s* (?: [#.][\w-] | [\w-]+= ) [^{}]* \}                                       # attributes
    | ^[ \t>]* :{3,} [^\n]*                                                            # the fence of a div
    | ^[ \t>]* (?: `{3,} | ~{3,} ) [^\n]*                                              # the fence of a code block
    | ^[ ]{0,3} \[ (?!\^) [^\]\n]+ \]: [^\n]*                                          # a reference definition
    | \[\^ [^\]\s]+ \]                                                                 # the label of a note
    """,
    re.VERBOSE | re.MULTILINE,
)

FLOAT_START = re.compile(r"^[ \t>]{0,6}(?:\[\^[^\]\s]+\]:|:(?=[ \t])|[Tt]able:)", re.MULTILINE)
"""Where text begins that the tree has elsewhere: the definition of a note, the caption of a table."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the tree: its run, its atom there, and where it stands in the atom's text."""

    run: int
    atom: int
    start: int
    end: int
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


def place_words(
    runs: Sequence[Run], calls: Calls, text: str, silent: Sequence[tuple[int, int]] = ()
) -> list[list[Spanned]]:
    """The words of each run (flattened, with their note calls), aligned with the words of `text`.

    `silent` are stretches of the text that hold none of them, such as the keys of the front matter.
    """
    order = list(_reading_order(runs, calls))
    source = [w for w in _source_words(text) if not any(a <= w[0] < b for a, b in silent)]
    aligner = _Aligner(order, runs, [text[a:b] for a, b in source], _hidden(text, source))
    placed: list[list[Spanned]] = [[] for _ in runs]
    for token, spot in zip(order, aligner.align(_segments(text, source)), strict=True):
        placed[token.run].append((token, None if spot is None else source[spot]))
    return placed


def _reading_order(runs: Sequence[Run], calls: Calls) -> Iterator[Token]:
    """The words in the order of the tree: a note's where it is called."""
    inner = {r for notes in calls.values() for r in notes}

    def read(index: int) -> Iterator[Token]:
        for number, atom in enumerate(runs[index].atoms):
            if atom.kind == "note":
                for note in calls.get((index, number), ()):
                    yield from read(note)
            else:
                for m in WORD.finditer(atom.text):
                    yield Token(index, number, m.start(), m.end(), m[0])

    for index in range(len(runs)):
        if index not in inner:
            yield from read(index)


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
        """Everything in the order of the tree; where that leaves words over, floats apart, if it finds more."""
        best = self.attempt([], segments)
        if None in best:
            owners = {spot: i for i, spot in enumerate(best) if spot is not None}
            floats = self.floats()
            misfits = [group for group in floats if not self.fits(group, best, owners)]
            best = max((best, self.attempt(misfits, segments), self.attempt(floats, segments)), key=_found)
        return best

    def attempt(self, floats: list[list[int]], segments: Sequence[Sequence[int]]) -> list[int | None]:
        """One alignment, with these floats placed after the rest."""
        self.found = [None] * len(self.tokens)
        apart = {i for group in floats for i in group}
        visible = [s for s in range(len(self.source)) if s not in self.hidden]
        self.pass_over([i for i in range(len(self.tokens)) if i not in apart], visible)
        self.place_floats(floats, segments)
        self.fill_gaps()
        return self.found

    def pass_over(self, tokens: list[int], source: list[int]) -> None:
        """One longest common subsequence of these tokens and these words of the file."""
        left, right = [self.ids[i] for i in tokens], [self.source[s] for s in source]
        for op in LCSseq.opcodes(left, right):
            if op.tag == "equal":
                for i, s in zip(tokens[op.src_start : op.src_end], source[op.dest_start : op.dest_end], strict=True):
                    self.found[i] = s
        self.close_up(tokens)

    def close_up(self, tokens: list[int]) -> None:
        """Among equal alignments take the one whose words stand together: first to the left, then to the right."""
        for one, two in pairwise(tokens):
            here, there = self.found[one], self.found[two]
            if here is None or there is None or not self.same_run(one, two):
                continue
            if there > here + 1 and self.free(here + 1, two):
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
        spare = [[s for s in segment if s not in used] for segment in segments]
        for group in floats:
            wanted = [self.ids[i] for i in group]

            def score(number: int, wanted: list[int] = wanted) -> float:
                same = LCSseq.similarity(wanted, [self.source[s] for s in spare[number]])
                return float(same) - 0.25 * (number in taken) - 0.001 * abs(len(spare[number]) - len(wanted))

            best = max(range(len(spare)), key=score, default=None)
            if best is not None:
                taken.add(best)
                self.pass_over(group, spare[best])

    def fill_gaps(self) -> None:
        """Words not found yet may stand in hidden text between their neighbours."""
        for i, spot in enumerate(self.found):
            if spot is None and i and (before := self.found[i - 1]) is not None:
                following = before + 1
                if following < len(self.source) and self.source[following] == self.ids[i]:
                    self.found[i] = following


def _source_words(text: str) -> list[tuple[int, int]]:
    """The words of the file in the order of the tree: tables cell by cell, notes where they are called."""
    words = [m.span() for m in WORD.finditer(text)]
    for start, end, grid in _tables(text):
        low, high = bisect_left(words, (start, 0)), bisect_left(words, (end, 0))
        words[low:high] = sorted(words[low:high], key=grid.order)
    return _with_notes_called(text, words)


NOTE = re.compile(
    r"^ {0,3}\[\^(?P<label>[^\]\s]+)\]:"
    r"(?P<text>[^\n]*(?:\n(?! {0,3}\[\^[^\]\s]+\]:)(?:[^\n]*\S[^\n]*|[ \t]*(?=\n(?: {4}|\t|[ \t]*\n))))*)",
    re.MULTILINE,
)
CALL = re.compile(r"\[\^(?P<label>[^\]\s]+)\](?!:)")
MOST_NESTED = 4


def _with_notes_called(text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words with those of each note moved to its first call."""
    spans: dict[str, tuple[int, int]] = {}
    for note in NOTE.finditer(text):
        spans.setdefault(note["label"], note.span("text"))
    called: dict[str, int] = {}
    for call in CALL.finditer(text):
        if call["label"] in spans:
            called.setdefault(call["label"], call.start())
    if not called:
        return words
    moved = sorted((spans[label], spot) for label, spot in called.items())
    return [words[n] for n in sorted(range(len(words)), key=lambda n: _home(n, words, moved))]


def _home(number: int, words: Words, moved: Sequence[tuple[tuple[int, int], int]]) -> tuple[float, ...]:
    """Where a word sorts: at its own number, or at the call of the note it stands in, notes in notes included."""
    home: tuple[float, ...] = (number,)
    offset = words[number][0]
    for _ in range(MOST_NESTED):
        at = bisect_left(moved, ((offset + 1, 0), 0)) - 1
        if at < 0 or offset >= moved[at][0][1]:
            break
        offset = moved[at][1]
        home = (bisect_left(words, (offset, 0)) - 0.5, *home)
    return home


BORDER = re.compile(r"[ \t]*\+(?:[-=:]+\+)+[ \t]*")
ROW = re.compile(r"[ \t]*[|+].*")
DASHES = re.compile(r" {0,3}-{3,} *")
RULE = re.compile(r" *-+(?: +-+)+ *")
MOST_HEAD_LINES = 12
MOST_BODY_LINES = 400


@dataclass(frozen=True, slots=True)
class _Grid:
    """Some lines of the file that are a table: for each line its start, its row, and where its columns begin."""

    starts: Sequence[int]
    rows: Sequence[int]
    columns: Sequence[Sequence[int]]

    def order(self, word: tuple[int, int]) -> tuple[int, int, int]:
        """The key that sorts words by row, column and offset."""
        line = bisect_left(self.starts, word[0] + 1) - 1
        column = bisect_left(self.columns[line], word[0] - self.starts[line] + 1)
        return self.rows[line], column, word[0]


def _tables(text: str) -> Iterator[tuple[int, int, _Grid]]:
    """The grid and multiline tables of the file, each as (start, end, grid)."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    number = 0
    while number < len(lines):
        end = _grid_end(lines, number) or _multiline_end(lines, number)
        if end:
            grid = _grid if BORDER.fullmatch(lines[number]) else _multiline
            yield starts[number], starts[end], grid(lines[number:end], starts[number:end])
        number = max(end, number + 1)


def _grid_end(lines: Sequence[str], first: int) -> int:
    """The line after a grid table that begins here, or 0."""
    if not BORDER.fullmatch(lines[first]):
        return 0
    end = first + 1
    while end < len(lines) and ROW.fullmatch(lines[end]):
        end += 1
    return end


def _multiline_end(lines: Sequence[str], first: int) -> int:
    """The line after a multiline table that begins here, or 0: dashes, head, rule, rows with blanks between, dashes."""
    headless = first == 0 or not lines[first - 1].strip()
    if not (DASHES.fullmatch(lines[first]) or (RULE.fullmatch(lines[first]) and headless)):
        return 0
    rule = first
    while rule < min(len(lines), first + MOST_HEAD_LINES) and not RULE.fullmatch(lines[rule]):
        if rule > first and not lines[rule].strip():
            return 0
        rule += 1
    blank = False
    for end in range(rule + 1, min(len(lines), rule + MOST_BODY_LINES)):
        if DASHES.fullmatch(lines[end]) or RULE.fullmatch(lines[end]):
            return end + 1 if blank else 0
        blank = blank or not lines[end].strip()
    return 0


def _grid(lines: Sequence[str], starts: Sequence[int]) -> _Grid:
    """Rows end at border lines; a column begins where every line of the row has a bar."""
    rows = list(accumulate(int(BORDER.fullmatch(line) is not None) for line in lines))
    bars = [{i for i, c in enumerate(line) if c in "|+"} for line in lines]
    shared: dict[int, set[int]] = {}
    for row, found in zip(rows, bars, strict=True):
        shared[row] = shared.get(row, found) & found
    return _Grid(starts, rows, [sorted(shared[row]) for row in rows])


def _multiline(lines: Sequence[str], starts: Sequence[int]) -> _Grid:
    """Columns begin where the groups of dashes do; rows end at blank lines and at lines of dashes."""
    rule = next(line for line in lines if RULE.fullmatch(line))
    edges = [m.start() for m in re.finditer("-+", rule)][1:]
    rows = list(accumulate(int(not line.strip(" -")) for line in lines))
    return _Grid(starts, rows, [edges] * len(lines))


def _hidden(text: str, source: Words) -> set[int]:
    """The words inside link targets, attributes, fences and labels."""
    ordered = sorted((span, i) for i, span in enumerate(source))
    hidden: set[int] = set()
    for match in HIDDEN.finditer(text):
        low = bisect_left(ordered, ((match.start(), 0), 0))
        while low < len(ordered) and ordered[low][0][0] < match.end():
            hidden.add(ordered[low][1])
            low += 1
    return hidden


def _segments(text: str, source: Words) -> list[list[int]]:
    """The stretches of words that a float may take up: from one start of floating text to the next."""
    cuts = [m.start() for m in FLOAT_START.finditer(text)]
    segments: list[list[int]] = [[] for _ in range(len(cuts) + 1)]
    for number, (start, _) in enumerate(source):
        segments[bisect_left(cuts, start + 1)].append(number)
    return segments
