"""What is known of types and fields: other names for them, and which fields a type cannot do without.

The table is biblatex's, eased where policy sources rightly differ: an organisation may stand for an author, a page
on the web may have only the day it was read, what is forthcoming has no date. Types not listed require nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefkit.library.identifiers import find_address, first_address, undo_latex
from briefkit.model import Source
from briefkit.patterns import regex

LONGEST = 2_000
"""No address is longer: of a longer value nothing is looked at but that."""

KEY = regex(r"(?!\*\Z)[\w.:;?!`'()/*@+=\[\]&-]+")
"""What a key may be made of: what pandoc takes, for whom `@*` alone is every entry that there is."""

TYPES: Mapping[str, str] = {
    "conference": "inproceedings",
    "electronic": "online",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "techreport": "report",
    "www": "online",
}
"""BibTeX's and older names of types, and biblatex's."""

FIELDS: Mapping[str, str] = {
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "journal": "journaltitle",
    "key": "sortkey",
    "pdf": "file",
    "primaryclass": "eprintclass",
    "school": "institution",
    "year": "date",
}
"""BibTeX's names of fields, and biblatex's."""

LISTS = frozenset("address institution location organization origlocation origpublisher publisher school".split())
"""Fields that biblatex reads as lists parted by `and`, in which `and` as often belongs to a name."""

# fmt: off
COMMON = frozenset((
    "abstract", "address", "afterword", "annotation", "annote", "author", "bookauthor", "booktitle", "chapter",
    "crossref", "date", "doi", "edition", "editor", "eprint", "eventtitle", "file", "howpublished", "institution",
    "isbn", "issn", "issue", "journal", "journaltitle", "keywords", "langid", "language", "location", "month",
    "note", "number", "organization", "pages", "pagetotal", "publisher", "school", "series", "shorttitle",
    "subtitle", "title", "translator", "type", "url", "urldate", "venue", "version", "volume", "volumes", "xdata",
    "year",
))
# fmt: on
"""Names that are surely meant as fields when `name = {` stands where no field should be."""

PARTS = frozenset(
    ("inbook", "bookinbook", "suppbook", "incollection", "suppcollection", "inproceedings", "inreference")
)
"""Types of parts of a book."""

_AUTHOR = ("author", "editor")
_MAKER = ("author", "editor", "organization", "institution", "publisher", "howpublished")
_DATE = ("date", "year", "pubstate")
_HOUSE = ("institution", "school", "organization", "publisher", "university")
_WHERE = ("url", "doi", "eprint", "howpublished")
_IN = ("booktitle", "maintitle")
_TITLE = ("title",)
_BOOK = (_AUTHOR, _TITLE, _DATE)
_COLLECTION = (("editor", "author", "organization"), _TITLE, _DATE)
_TITLES = ("title", "maintitle", "booktitle", "issuetitle", "eventtitle", "titleaddon", "shorttitle")
_CHAPTER = (("author", "editor"), _TITLE, _IN, _DATE)

REQUIRED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "article": (("author", "editor", "organization"), _TITLE, ("journaltitle", "journal"), _DATE),
    "book": _BOOK,
    "mvbook": _BOOK,
    "inbook": (_AUTHOR, _TITLE, (*_IN, "chapter"), _DATE),
    "bookinbook": _CHAPTER,
    "suppbook": _CHAPTER,
    "booklet": (_MAKER, _TITLE, _DATE),
    "collection": _COLLECTION,
    "mvcollection": _COLLECTION,
    "incollection": _CHAPTER,
    "suppcollection": _CHAPTER,
    "dataset": (_MAKER, _TITLE, _DATE),
    "inproceedings": (("author", "editor", "organization"), _TITLE, _IN, _DATE),
    "inreference": (_TITLE, _IN, _DATE),
    "jurisdiction": (("title", "journaltitle", "journal", "number", "reporter"),),
    "legislation": (("title", "number"),),
    "manual": (_MAKER, _TITLE, _DATE),
    "misc": (_MAKER, _TITLE, _DATE),
    "mvproceedings": (_TITLE, _DATE),
    "mvreference": _COLLECTION,
    "online": (_MAKER, _TITLE, (*_DATE, "urldate"), _WHERE),
    "patent": (("author", "holder"), _TITLE, ("number",), _DATE),
    "periodical": (_TITLE, _DATE),
    "proceedings": (_TITLE, _DATE),
    "reference": _COLLECTION,
    "report": (_MAKER, _TITLE, _HOUSE, _DATE),
    "thesis": (("author",), _TITLE, _HOUSE, _DATE),
    "unpublished": (("author", "editor", "organization"), _TITLE, _DATE),
}
"""For each type what it needs: of each group at least one field, the first being the usual one."""


def is_empty(source: Source) -> bool:
    """Whether a source (resolved) says nothing at all, so that there is nothing to print.

    Of a law or a judgment styles print what it is called, where it stands and when it is from, and no note; of what
    is not published no address alone.
    """
    said = (name for name, field in source.fields.items() if field.value.strip())
    if source.type in LAWS:
        return not any(name in _TOLD_OF_LAWS for name in said)
    return not any(name != "url" for name in said) if source.type == "unpublished" else not any(said)


LAWS = ("jurisdiction", "legal", "legislation")
"""Types of laws and judgments."""

_TOLD_OF_LAWS = frozenset(
    "author chapter date doi editor institution journal journaltitle location number pages reporter series"
    " title translator url volume year".split()
)


def is_bare_address(source: Source) -> bool:
    """Whether a source (resolved) is an address without any title."""
    if source.type in ("xdata", "set") or source.text(*_TITLES):
        return False
    return bool(source.text("url") or find_address(source.text("howpublished")[:LONGEST]))


_ADDRESSED = ("howpublished", "note")
"""Fields in which an address often stands alone."""


def sole_address(source: Source) -> tuple[str, str]:
    """The field that is an address and nothing else, and that address, where no other field gives one; else nothing."""
    if not source.text("url", "eprint"):
        for name in _ADDRESSED:
            value = source.text(name)[: LONGEST + 1]
            if "://" in value and find_address(plain := undo_latex(value)) == plain.rstrip(". \\"):
                return name, plain.rstrip(". \\")
            if value.count("://") > 1 and (first := find_address(first_address(undo_latex(value)))):
                return name, first
    return "", ""


def says_address_again(source: Source, name: str) -> bool:
    """Whether `howpublished` or `note` is the address that `url` has, and nothing else: it would be printed twice."""
    if name not in _ADDRESSED:
        return False
    url, value = source.text("url")[: LONGEST + 1], source.text(name)[: LONGEST + 1]
    return bool(url) and "://" in value and _bare(undo_latex(value)) == _bare(undo_latex(url))


def _bare(address: str) -> str:
    return re.sub(r"\Ahttps?://(?:www\.)?", "", address).rstrip("./ ")


def missing_fields(source: Source) -> tuple[str, ...]:
    """The required fields that a source (resolved, with what it inherits) lacks: one name for each group."""
    groups = REQUIRED.get(TYPES.get(source.type, source.type), ())
    return tuple(_name(group) for group in groups if not source.text(*group))


AUTHORS = frozenset(("author or editor", "author", "editor"))
"""What `missing_fields` calls the lack of a name to print first."""

SIGNED = ("thesis", "patent")
"""Types whose works always have an author."""


def may_be_unsigned(source: Source) -> bool:
    """Whether a source (resolved) stands for itself without a name before it: a page of the web, an unsigned report.

    An article of a newspaper does, too; one with a volume or a DOI is a paper, which somebody wrote.
    """
    kind = TYPES.get(source.type, source.type)
    if kind in SIGNED:
        return False
    if kind == "article":
        return bool(source.text("journaltitle", "journal")) and not source.text("volume", "doi", "eprint")
    return bool(source.text("organization", "institution", *("url",) * (_MAKER in REQUIRED.get(kind, ()))))


def _name(group: tuple[str, ...]) -> str:
    """How a group is called: `author or editor`, but one name where the others merely stand in for it."""
    return "author or editor" if group[:2] == _AUTHOR else group[0]
