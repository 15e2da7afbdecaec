"""The nouns: immutable values that every step passes on. They know nothing of files, pandoc or formats.

Lines and columns are 1-based, ends are exclusive, and columns count Unicode code points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import IntEnum
from types import MappingProxyType
from typing import Any, Protocol

from briefkit.values import Value

Ast = Mapping[str, Any]
"""A pandoc document as `pandoc -t json` writes it: `pandoc-api-version`, `meta`, `blocks`. Never changed in place."""

EMPTY: Mapping[str, Any] = MappingProxyType({})


class Severity(IntEnum):
    """How much a finding matters; a run fails at or above `--fail-on`."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The name in reports: `info`, `warning`, `error`."""
        return self.name.lower()


class Place(Value, order=True):
    """Where words stand in a file: from (line, column) to (end_line, end_column), the end exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def holds(self, other: Place) -> bool:
        """Whether `other` lies wholly inside this place."""
        return (
            self.path == other.path
            and (self.line, self.column) <= (other.line, other.column)
            and (other.end_line, other.end_column) <= (self.end_line, self.end_column)
        )


# --- what a finding is -----------------------------------------------------------------------


class Related(Value):
    """Another place that belongs to a finding: the twin of a duplicate, the entry of a citation."""

    place: Place
    message: str


class Problem(Value):
    """Something a reader met and could not take in; the rule of that `code` makes it a finding.

    `step` moves the rule's severity: +1 where what follows cannot be trusted, -1 for a remark. `key` is that of the
    entry which this keeps from being read.
    """

    code: str
    place: Place
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    step: int = 0
    key: str = ""


class Edit(Value):
    """A change of a file: what is to stand where something else stands now.

    `what` says what the place stands for: `text`, the characters at it; `value`, the value of the field whose name is
    there, without its delimiters; `field`, that field with its comma and its line (`text` is empty); `braces`, the
    delimiters of the entry that begins there and of all that follow it in parentheses (`text` is empty).
    """

    place: Place
    text: str = ""
    what: str = "text"


class Fix(Value):
    """What cures a finding, all of it or nothing; a fix that is not `safe` may change what is said."""

    edits: tuple[Edit, ...]
    safe: bool = True


class Finding(Value):
    """What a rule has to say about a place, stamped with code, name and severity by the runner.

    `subject` names what the finding is about for its fingerprint: the words of the sentence, of a very long one those
    it begins with, or the key of the entry.
    `fix` is there when the rule is sure what should be written. `standing` is empty, or `known` or `new` when a
    baseline was looked at.
    """

    place: Place
    code: str
    name: str
    severity: Severity
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    subject: str = ""
    fix: Fix | None = None
    standing: str = ""


# --- a brief ---------------------------------------------------------------------------------


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
    else; a block of the kind `attribution` says whose words a quotation is.
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
    """A brief that could not be read; the others are still checked."""

    path: str
    place: Place
    why: str
    hint: str = ""


Progress = Callable[[str, int, int], None]
"""Told what is being done to a large library, and how much of how much is done."""


def be_quiet(doing: str, done: int, todo: int) -> None:
    """Tell nobody."""


# --- a library -------------------------------------------------------------------------------


class Field(Value):
    """A field of a source: its text without the outer delimiters, strings expanded, and where its name stands.

    The parts of its place stand one by one, since a library has many fields and few of them are spoken of.
    """

    value: str
    line: int
    column: int = 1
    width: int = 1
    path: str = ""

    @property
    def place(self) -> Place:
        """Where the name of the field stands, in the entry it was inherited from if it was."""
        return Place(self.path, self.line, self.column, self.line, self.column + self.width)

    @property
    def at(self) -> tuple[str, int, int]:
        """Which field it is: one that several sources inherit is the same in all of them."""
        return self.path, self.line, self.column


class Source(Value):
    """An entry of the library, as typed; `library.resolve` gives it with what it inherits."""

    key: str
    type: str
    fields: Mapping[str, Field]
    place: Place

    def text(self, *names: str) -> str:
        """The value of the first of these fields that is there and not empty, else an empty string."""
        for name in names:
            found = self.fields.get(name)
            if found and found.value.strip():
                return found.value
        return ""


class Use(Value):
    """One citation of a source in a brief: the key, where it stands, and the sentence around it."""

    key: str
    place: Place
    sentence: str


class Library(Value):
    """The BibTeX files of a project read together; what could not be read is in `problems`, never dropped.

    `counted` is the number of entries found by the independent count of the text.
    """

    paths: tuple[str, ...]
    sources: Mapping[str, Source]
    problems: tuple[Problem, ...] = ()
    counted: int = 0

    def can_cite(self, key: str) -> bool:
        """Whether a citation of this key prints an entry: an @xdata only lends its fields to others."""
        return key in self.sources and self.sources[key].type != "xdata"


# --- claims and accounts ---------------------------------------------------------------------


class Utterance(Value):
    """What the detector sees of a sentence: its words and where they stand.

    `context` holds what the document says of itself: the organisation's and the authors' names, the language.
    """

    plain: str
    section: str = ""
    role: str = ""
    before: str = ""
    kind: str = "paragraph"
    context: Mapping[str, str] = EMPTY


class Sign(Value):
    """Why a sentence looks like a claim: a name, its weight in the score, and the words that gave it away."""

    name: str
    weight: float
    words: str = ""


class Verdict(Value):
    """What the detector says of an utterance: a score in 0..1, a level, a kind, the signs and the gate if one shut.

    `level` is `strict` (fails a run), `advisory` (for the reviewer) or `none`.
    """

    score: float
    level: str
    kind: str
    signs: tuple[Sign, ...] = ()
    gate: str = ""


STATUSES = (
    "unresolved",
    "opinion",
    "own-analysis",
    "waived",
    "sourced",
    "restated",
    "unsupported",
    "not-a-claim",
)
SOURCED = ("sourced", "restated")
OPEN = ("unsupported", "unresolved")
CLAIMING = (*SOURCED, *OPEN, "waived")
"""The statuses of claims: behind which a source stands, behind which none does, and all."""


class Account(Value):
    """What became of one sentence: exactly one status, and why.

    `covered_by` names the keys or sentences behind it, `covered_at` says where each of them stands: a citation, the
    caption of a table or figure with `source=`, the sentence that is said again. `scope` is the `citation-scope` under
    which a citation of another sentence covers this one, and empty where it needs none.
    """

    sentence: Sentence
    status: str
    kind: str
    score: float
    level: str
    signs: tuple[Sign, ...] = ()
    gate: str = ""
    covered_by: tuple[str, ...] = ()
    covered_at: tuple[Place, ...] = ()
    scope: str = ""


# --- reports ---------------------------------------------------------------------------------


class Allowed(Value):
    """A finding that an allowance, or a waiver by mark, covers."""

    finding: Finding
    by: Allowance


class Checked(Value):
    """One brief with its accounts and findings, findings sorted by place and code.

    `allowed` are the findings that there would be were they not allowed.
    """

    brief: Brief
    accounts: tuple[Account, ...]
    findings: tuple[Finding, ...]
    allowed: tuple[Allowed, ...] = ()


class Report(Value):
    """The result of a check: each brief, the library's own findings, and what could not be read.

    Of a library that was checked on its own `paths` are the files and `entries` is the number of its entries.
    """

    checked: tuple[Checked, ...]
    library: tuple[Finding, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    paths: tuple[str, ...] = ()
    entries: int = 0

    @property
    def findings(self) -> Iterator[Finding]:
        """All findings: the library's, then each brief's."""
        yield from self.library
        for checked in self.checked:
            yield from checked.findings


# --- documents -------------------------------------------------------------------------------


class Asset(Value):
    """A picture, font or other resource by name: its bytes and its media type."""

    name: str
    data: bytes
    media_type: str


class Attachment(Value):
    """A file inside a PDF; `relation` is what it is to it, in the words of PDF/A-3: `Source`, `Data`, `Supplement`."""

    name: str
    data: bytes
    media_type: str
    relation: str
    description: str


class Face(Value):
    """One font file: whole, unmodified, with the span of weights it covers (`400` or `100 900`)."""

    family: str
    weight: str
    style: str
    data: bytes


class Page(Value):
    """A printed page: its size, `A4` or `letter`, and its margins in millimetres.

    Whether there is a cover, and furniture on the other pages, is the template's matter where it is None.
    """

    size: str = "A4"
    top: float = 22
    right: float = 18
    bottom: float = 21
    left: float = 18
    cover: bool | None = None
    furniture: bool | None = None


class Logo(Value):
    """A logo with its words and its size; `plate` says that it needs a ground of paper, since it is for no other."""

    picture: Asset
    alt: str = ""
    width: int = 0
    height: int = 0
    plate: bool = False


class Brand(Value):
    """What an organisation's output looks like: names, colours as `#rrggbb`, fonts, logos, page and disclaimer.

    `logo` stands on paper, `band_logo` on the dark band, `office_logo` in Word, which shows no SVG.
    """

    name: str
    link: str
    colours: Mapping[str, str]
    faces: tuple[Face, ...]
    families: Mapping[str, str]
    logo: Logo | None = None
    band_logo: Logo | None = None
    office_logo: Logo | None = None
    page: Page = Page()
    disclaimer: str = ""


class Template(Value):
    """How a document is laid out: pages and styles by name, options by name, and words of its own for labels.

    `formats` are those that it makes; `tokens` are colours that it sets, `#rrggbb` or the name of another one.
    """

    name: str
    pages: Mapping[str, str]
    options: Mapping[str, bool | float | str] = EMPTY
    labels: Mapping[str, str] = EMPTY
    formats: tuple[str, ...] = ()
    tokens: Mapping[str, str] = EMPTY

    def says(self, option: str) -> bool:
        """Whether an option is switched on."""
        return self.options.get(option) is True


class Document(Value):
    """A brief ready to be written: one tree with its citations rendered, its pictures and its face.

    `references` are CSL items as pandoc's meta holds them; `marks` are words each page carries (`DRAFT`);
    `date` is the ISO date that stamps every output. A PDF with `attachments` is an archive.
    """

    meta: FrontMatter
    ast: Ast
    references: tuple[Any, ...]
    brand: Brand
    template: Template
    assets: Mapping[str, Asset]
    marks: tuple[str, ...]
    lang: str
    date: str
    attachments: tuple[Attachment, ...] = ()


# --- the one effect that is handed down ------------------------------------------------------


class Parsed(Value):
    """What pandoc made of a text: its tree and what it warned of."""

    ast: Ast
    warnings: tuple[str, ...] = ()


class Reader(Protocol):
    """Pandoc as far as reading a brief needs it."""

    def read(self, text: str, format: str) -> Parsed:
        """Parse `text` in pandoc's input `format`."""


class Runner(Reader, Protocol):
    """Pandoc as a value: whoever needs it gets it handed in by `pipeline`."""

    def write(self, ast: Ast, format: str, options: Sequence[str] = (), files: Mapping[str, bytes] = EMPTY) -> bytes:
        """Write `ast` in pandoc's output `format`; `files` lie under these names in the folder pandoc runs in."""

    def default_file(self, name: str) -> bytes:
        """One of pandoc's own data files, such as `reference.docx`."""
