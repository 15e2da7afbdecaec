"""Every entry of a library is accounted for: read, or named at its line; and nothing else is taken for one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from briefkit.library import read_library
from briefkit.model import Library
from tests.fuzz.libraries import Piece, written
from tests.fuzz.scanner import entries, heads


@dataclass
class Figures:
    """What was seen over many libraries."""

    libraries: int = 0
    heads: int = 0
    read: int = 0
    named: int = 0
    kinds: Counter[str] | None = None


def read(text: str) -> Library:
    return read_library([("references.bib", text)])


def account_for_damaged(text: str, figures: Figures) -> None:
    """Each line of the text that opens like an entry is where an entry or a problem of the library stands."""
    library = read(text)
    sources = {source.place.line for source in library.sources.values()}
    problems = {problem.place.line for problem in library.problems}
    figures.libraries += 1
    for head in heads(text):
        figures.heads += 1
        figures.read += head.line in sources
        figures.named += head.line not in sources
        assert head.line in sources | problems, head
    assert library.counted >= len(library.sources)


def account_for_sound(pieces: list[Piece], figures: Figures) -> None:
    """Each piece of a sound library is what it was made as, at its own line."""
    text = written(pieces)
    library = read(text)
    starts = [1]
    for piece in pieces:
        starts.append(starts[-1] + piece.text.count("\n") + 1)
    problems = {(problem.place.line, problem.code) for problem in library.problems}
    first: dict[str, int] = {}
    for piece, start in zip(pieces, starts, strict=False):
        if piece.kind in ("entry", "inside"):
            if piece.key in first:
                assert (start, "BIB303") in problems, piece
            else:
                first[piece.key] = start
        if piece.kind in ("aside", "inside"):
            assert (start + piece.line, "BIB347") in problems, piece
    assert {source.key: source.place.line for source in library.sources.values()} == first
    made = [piece.key for piece in pieces if piece.kind in ("entry", "inside")]
    assert [head.key for head in entries(text)] == made
    assert library.counted == len(made)
    figures.libraries += 1
    figures.heads += len(heads(text))
    figures.read += len(first)
    figures.named += len(pieces) - len(first)
