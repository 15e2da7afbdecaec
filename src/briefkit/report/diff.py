"""Two texts of a file in, the unified diff between them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefkit.parse.alignment import align

CONTEXT = 3
"""How many lines are shown before and after a change."""

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
    numbers: dict[str, int] = {}
    left, right = ([numbers.setdefault(line, len(numbers)) for line in lines] for lines in (olds, news))
    at = new_at = 0
    for start, new_start, length in (*align(left, right), (len(olds), len(news), 0)):
        if start > at or new_start > new_at:
            yield _Change(at, start, new_at, new_start)
        at, new_at = start + length, new_start + length


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
