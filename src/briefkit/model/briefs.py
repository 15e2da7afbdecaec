"""A brief as it was read: its front matter, its sections, its sentences and their citations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefkit.model.findings import Place, Problem
from briefkit.model.runners import Ast
from briefkit.values import EMPTY, Value


class Citation(Value):
    """One key of a citation. `in_note` says that it stands in a footnote called from the sentence.

    `at` is where it was cut out of the words of its sentence, in characters of `plain`; -1 for one that is part of
    them or is not in them.
    """

    key: str
    locator: str
    prefix: str
    suffix: str
    place: Place
    in_note: bool = False
    at: int = -1


class Mark(Value):
    """Words the author marked: `[...]{.opinion}`; `name` is one of MARKS, `reason` what a waiver gives.

    A mark on a div or a heading is one for each sentence there, all of the same `serial`.
    """

    name: str
    reason: str
    place: Place
    serial: int = 0


MARKS = ("claim", "opinion", "own-analysis", "common-knowledge", "waived")


AUTHOR = "Author"
"""What stands in the text for a citation that is part of it: `@smith2021 argues`."""

FORMULA = "\u2025"
"""What stands in the text for a formula: a sign that ends no sentence, is no figure, and that our fonts have."""


class Sentence(Value):
    """One sentence: `plain` as printed with citations cut out, `source` as typed, `block` its index in the brief."""

    plain: str
    source: str
    place: Place
    block: int
    citations: tuple[Citation, ...] = ()
    marks: tuple[Mark, ...] = ()


class Block(Value):
    """A paragraph, heading, item, cell, caption, note, term, front-matter text or chart, and its sentences.

    `role` is the role of the section (or box) it stands in; `section` indexes `Brief.sections`, -1 before the first.
    `counts` is false for text that is not accounted for: headings, cells without a verb. `exhibit` is the number of the
    table or figure that a cell or caption belongs to, from 1, and 0 for all else; `cell` is the row and the column of a
    cell in its table, from 1. `quotation` is the number of the block quotation it is part of, from 1, and 0 for all
    else; a block of the kind `attribution` says whose words a quotation is. `mark` is what stands before the first
    block of an item: its number (`2.`) or a dash.
    """

    kind: str
    role: str
    place: Place
    sentences: tuple[Sentence, ...] = ()
    attributes: Mapping[str, str] = EMPTY
    section: int = -1
    counts: bool = True
    exhibit: int = 0
    cell: tuple[int, int] = (0, 0)
    quotation: int = 0
    mark: str = ""

    @property
    def plain(self) -> str:
        """The words of its sentences."""
        return " ".join(sentence.plain for sentence in self.sentences)


class Section(Value):
    """A heading and what it opens: `role` is a class, or what the heading's words stand for, or empty."""

    title: str
    level: int
    role: str
    place: Place
    identifier: str = ""


class Allowance(Value):
    """`<!-- briefkit: allow NAME[, NAME]: reason -->` or a waiver by mark; `scope` is the text it covers."""

    names: tuple[str, ...]
    reason: str
    place: Place
    scope: Place


class Author(Value):
    """Who signs a brief: a person, a unit or an organisation."""

    name: str
    affiliation: str = ""
    orcid: str = ""
    email: str = ""

    @property
    def orcid_address(self) -> str:
        """Where the ORCID leads, or an empty string without one."""
        return f"https://orcid.org/{self.orcid}" if self.orcid else ""


class Series(Value):
    """The series a brief appears in."""

    name: str = ""
    number: str = ""


class Licence(Value):
    """What may be done with a brief: SPDX's identifier, the name that is printed, and where the terms stand."""

    identifier: str = ""
    name: str = ""
    url: str = ""


class Funding(Value):
    """Who paid for a brief: a statement in Markdown, or the names of those who did."""

    text: str = ""
    funders: tuple[str, ...] = ()


class FrontMatter(Value):
    """The YAML head of a brief, typed. Empty strings and tuples where the author said nothing.

    `places` gives the place of each top-level key's value, also that of the free `x-*` keys, which nothing reads.
    """

    briefkit: str = ""
    title: str = ""
    subtitle: str = ""
    type: str = "note"
    bottom_line: str = ""
    summary: str = ""
    key_messages: tuple[str, ...] = ()
    authors: tuple[Author, ...] = ()
    reviewers: tuple[Author, ...] = ()
    date: str = ""
    audience: tuple[str, ...] = ()
    decision: str = ""
    decision_by: str = ""
    status: str = ""
    embargo: str = ""
    embargo_until: str = ""
    lang: str = ""
    bibliography: tuple[str, ...] = ()
    csl: str = ""
    link_citations: str = ""
    references: str = ""
    series: Series = Series()
    organisation: str = ""
    url: str = ""
    keywords: tuple[str, ...] = ()
    funding: Funding = Funding()
    conflicts: str = ""
    licence: Licence = Licence()
    disclaimer: str = ""
    brand: str = ""
    template: str = ""
    template_options: Mapping[str, str] = EMPTY
    places: Mapping[str, Place] = EMPTY

    @property
    def language(self) -> str:
        """The language tag of the text: English where it gives none."""
        return self.lang or "en"


class Brief(Value):
    """A brief as read: its text, its structure with places, and pandoc's tree of the same words.

    `asides` are the citations in texts that hold no sentences, such as the words that stand for a picture;
    `front_blocks` are pandoc's blocks of the texts of the front matter that are printed as Markdown. `data` has the
    words of the files that charts take their figures from, by the names that the brief calls them.
    """

    path: str
    text: str
    front: FrontMatter
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    allowances: tuple[Allowance, ...]
    problems: tuple[Problem, ...]
    ast: Ast
    asides: tuple[Citation, ...] = ()
    front_blocks: tuple[Any, ...] = ()
    data: Mapping[str, str] = EMPTY

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences in the order of the document."""
        return (sentence for block in self.blocks for sentence in block.sentences)

    @property
    def citations(self) -> Iterator[Citation]:
        """All citations, each once: those in notes at the note."""
        yield from (c for sentence in self.sentences for c in sentence.citations if not c.in_note)
        yield from self.asides


class Unreadable(Value):
    """A brief that could not be read; the others are still checked. `code` is the exit code that it calls for."""

    path: str
    place: Place
    why: str
    hint: str = ""
    code: int = 3

    @property
    def message(self) -> str:
        """Why, with the name of the brief, once."""
        return self.why if self.path in self.why else f"{self.path}: {self.why}"
