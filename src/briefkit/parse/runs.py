"""What the walk of a tree yields: runs of text made of atoms, headings and waivers, all without places yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from briefkit.values import Value, field


class RawCitation(Value):
    """A citation as pandoc saw it, before it has a place."""

    key: str
    prefix: str
    suffix: str
    in_text: bool


class RawMark(Value):
    """A span, div or section the author marked."""

    name: str
    reason: str
    serial: int


class Atom(NamedTuple):
    """A piece of a run: `kind` is text, math, space, cite, note, comment, raw or aside."""

    kind: str
    text: str = ""
    marks: tuple[RawMark, ...] = ()
    citations: tuple[RawCitation, ...] = ()
    note: tuple[Run, ...] = ()


class Run(Value):
    """One block of running text; `floats` says that it may stand elsewhere in the file than in the tree.

    `exhibit` is the number of the table or figure it is part of, from 1, and `cell` its row and column there. The words
    of one that is `in_fence` stand among the attributes of the chart before it. `quotation` is the number of the block
    quotation around it, from 1. `mark` is what stands before the first run of an item of a list.
    """

    kind: str
    role: str
    section: int
    atoms: tuple[Atom, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)
    floats: bool = False
    exhibit: int = 0
    in_fence: bool = False
    cell: tuple[int, int] = (0, 0)
    quotation: int = 0
    mark: str = ""


class Heading(Value):
    """A section before it has a place: `run` is the index of its heading among the runs, `marks` are those on it."""

    title: str
    level: int
    role: str
    identifier: str
    run: int
    marks: tuple[RawMark, ...] = ()


class Waiver(Value):
    """A comment of ours between blocks: the runs it covers, as a range; `at` is the run that holds the comment."""

    at: int
    first: int
    last: int


class NoteBlock(Value):
    """A block in a note that is no paragraph: the name of its kind in pandoc's tree, and its first run."""

    kind: str
    run: Run


class Walked(Value):
    """All of a tree: its runs, headings and waivers, and the blocks in notes that are no paragraphs."""

    runs: tuple[Run, ...]
    headings: tuple[Heading, ...]
    waivers: tuple[Waiver, ...]
    note_blocks: tuple[NoteBlock, ...] = ()
