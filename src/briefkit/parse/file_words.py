"""The text of a brief in, its words out in the order of the tree: tables cell by cell, notes where they are called.

Words inside link targets, attributes and fences are told apart, because they are offered to the alignment last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from briefkit.patterns import regex
from briefkit.text import WORD
from briefkit.values import Value

Words = Sequence[tuple[int, int]]
"""Words of the file as (start, end) offsets."""

HIDDEN = regex(
    r"""
      \]\( [^()\s]* (?: \([^()]*\) [^()\s]* )* (?: \s+ (?: "[^"]{0,300}" | '[^']{0,300}' ) )? \s* \)  # a link target
    | \]\[ [^\]]{1,200} \]                                                               # the label of a reference
    | \{ \s* (?: [#.][\w-] | [\w-]+= ) [^{}]* \}                                       # attributes
    | ^[ \t>]* :{3,} [^\n]*                                                            # the fence of a div
    | ^[ \t>]* (?: `{3,} | ~{3,} ) [^\n]*                                              # the fence of a code block
    | ^[ ]{0,3} \[ (?!\^) [^\]\n]+ \]: [^\n]*                                          # a reference definition
    | \[\^ [^\]\s]{1,200}+ \]                                                         # the label of a note
    """,
    re.VERBOSE | re.MULTILINE,
)

FLOAT_START = regex(r"^[ \t>]{0,6}(?:\[\^[^\]\s]+\]:|:(?=[ \t])|[Tt]able:)", re.MULTILINE)
"""Where text begins that the tree has elsewhere: the definition of a note, the caption of a table."""


def source_words(text: str) -> list[tuple[int, int]]:
    """The words of the file in the order of the tree: tables cell by cell, notes where they are called."""
    words = [m.span() for m in WORD.finditer(text)]
    for start, end, grid in _tables(text):
        low, high = bisect_left(words, (start, 0)), bisect_left(words, (end, 0))
        words[low:high] = sorted(words[low:high], key=grid.order)
    return _with_notes_called(text, words)


NOTE = regex(
    r"^ {0,3}\[\^(?P<label>[^\]\s]+)\]:"
    r"(?P<text>[^\n]*(?:\n(?! {0,3}\[\^[^\]\s]+\]:)(?:[^\n]*\S[^\n]*|[ \t]*(?=\n(?: {4}|\t|[ \t]*\n))))*)",
    re.MULTILINE,
)
CALL = regex(r"\[\^(?P<label>[^\]\s]{1,200}+)\](?!:)")
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


BORDER = regex(r"[ \t]*\+(?:[-=:]+\+)+[ \t]*")
ROW = regex(r"[ \t]*[|+].*")
DASHES = regex(r" {0,3}-{3,} *")
RULE = regex(r" *-+(?: +-+)+ *")
MOST_HEAD_LINES = 12
MOST_BODY_LINES = 400


class _Grid(Value):
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
    above = takewhile(lambda n: n == first or lines[n].strip(), range(first, min(len(lines), first + MOST_HEAD_LINES)))
    rule = next((n for n in above if RULE.fullmatch(lines[n])), None)
    if rule is None:
        return 0
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


def hidden(text: str, source: Words) -> set[int]:
    """The words inside link targets, attributes, fences and labels."""
    ordered = sorted(range(len(source)), key=source.__getitem__)
    starts = [source[i][0] for i in ordered]
    hidden: set[int] = set()
    for match in HIDDEN.finditer(text):
        hidden.update(ordered[bisect_left(starts, match.start()) : bisect_left(starts, match.end())])
    return hidden


def segments(text: str, source: Words) -> list[list[int]]:
    """The stretches of words that a float may take up: from one start of floating text to the next."""
    cuts = [m.start() for m in FLOAT_START.finditer(text)]
    if not cuts:
        return [list(range(len(source)))]
    segments: list[list[int]] = [[] for _ in range(len(cuts) + 1)]
    for number, (start, _) in enumerate(source):
        segments[bisect_left(cuts, start + 1)].append(number)
    return segments
