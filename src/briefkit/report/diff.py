"""Two texts of a file in, the unified diff between them out.

Lines that stand once in both texts divide them (a patience diff): an edit leaves nearly all lines of a library as they
are, and only what lies between two of those is compared line by line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

CONTEXT = 3
"""How many lines are shown before and after a change."""

MOST_COMPARED = 1_000
"""Of two stretches that are longer all is shown as changed."""


_UNENDED = "\n\\ No newline at end of file\n"


class _Change(NamedTuple):
    """Lines `start` to `end` of the old text become lines `new_start` to `new_end` of the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


def write_diff(name: str, old: str, new: str) -> str:
    """The unified diff of a file, as `patch -p0` takes it; an empty text when nothing differs."""
    olds, news = _split(old), _split(new)
    hunks = [_hunk(hunk, olds, news) for hunk in _hunks(_changes(olds, news))]
    return "".join((f"--- {name}\n+++ {name}\n", *hunks)) if hunks else ""


def _changes(olds: Sequence[str], news: Sequence[str]) -> Iterator[_Change]:
    start = new_start = 0
    for anchor, new_anchor in (*_anchors(olds, news), (len(olds), len(news))):
        yield from _between(olds, news, _Change(start, anchor, new_start, new_anchor))
        start, new_start = anchor + 1, new_anchor + 1


def _anchors(olds: Sequence[str], news: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The lines that both texts have once, as far as they stand in the same order."""
    counts, new_counts = Counter(olds), Counter(news)
    where = {line: number for number, line in enumerate(news) if new_counts[line] == 1 and counts[line] == 1}
    last = -1
    for number, line in enumerate(olds):
        if where.get(line, -1) > last:
            last = where[line]
            yield number, last


def _between(olds: Sequence[str], news: Sequence[str], gap: _Change) -> Iterator[_Change]:
    before, after = olds[gap.start : gap.end], news[gap.new_start : gap.new_end]
    if before == after:
        return
    if max(len(before), len(after)) > MOST_COMPARED:
        yield gap
        return
    for kind, low, high, new_low, new_high in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield _Change(gap.start + low, gap.start + high, gap.new_start + new_low, gap.new_start + new_high)


def _hunks(changes: Iterator[_Change]) -> Iterator[list[_Change]]:
    """Changes that are so near to each other that the lines shown around them meet."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.start - hunk[-1].end > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _hunk(changes: Sequence[_Change], olds: Sequence[str], news: Sequence[str]) -> str:
    last = changes[-1]
    start, new_start = max(changes[0].start - CONTEXT, 0), changes[0].new_start - min(CONTEXT, changes[0].start)
    end, new_end = min(last.end + CONTEXT, len(olds)), min(last.new_end + CONTEXT, len(news))
    lines: list[str] = []
    at = start
    for change in changes:
        lines += _typed(" ", olds[at : change.start])
        lines += _typed("-", olds[change.start : change.end])
        lines += _typed("+", news[change.new_start : change.new_end])
        at = change.end
    lines += _typed(" ", olds[at:end])
    return f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@\n" + "".join(lines)


def _typed(sign: str, lines: Sequence[str]) -> Iterator[str]:
    """Lines with their sign; of the last one of a file it is said when it does not end."""
    return (f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}{_UNENDED}" for line in lines)


def _range(start: int, end: int) -> str:
    """A range of lines as diff writes it: an empty one names the line before it."""
    return f"{start + (end > start)},{end - start}"


def _split(text: str) -> list[str]:
    """The lines of a text with their ends; only a line feed ends one."""
    *lines, rest = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([rest] if rest else [])]
