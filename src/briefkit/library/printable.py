"""A source in, the same with its fields where styles print them out.

Programs and people put what they know into fields that the type of an entry has not, or that no style prints for it:
the newspaper of a @misc, the series of a gazette, the version of a package in its note. Nothing is made up; what
stands twice, or is nothing of what its field is for, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from briefkit.library.fields import LAWS, PARTS, says_address_again, sole_address
from briefkit.library.identifiers import bare_arxiv, find_address, first_address, is_doi, join_lines, split_doi
from briefkit.library.journals import unturn
from briefkit.library.month_names import NUMBERS
from briefkit.library.numbers import as_span
from briefkit.library.signs import unwrap
from briefkit.library.titles import drop_in
from briefkit.model import Field, Source
from briefkit.patterns import regex
from briefkit.values import replace

_JOURNALS = ("journaltitle", "journal")
_PAPERS = frozenset(("misc", "article"))
_BOOKS = PARTS | {"book", "collection", "proceedings", "mvbook", "reference"}
_REPORTS = frozenset(("report", "techreport"))
_THESES = frozenset(("thesis", "phdthesis", "mastersthesis"))
_QUOTED = regex(r'\s*"\s*(?P<words>[^"]*[^"\s])\s*"\s*')
_HOUSES = ("publisher", "institution", "school", "organization", "howpublished")
_PLACED = (*_HOUSES, *_JOURNALS, "booktitle", "url", "doi", "eprint")
"""Fields one of which says where something can be had."""

_BIBLATEX = ("date", "journaltitle", "location", "maintitle", "volumes", "part", "number")
"""Fields of which one says that `volume` is that of a work, and none of a series."""

_PACKAGE = regex(r"R package version\s+(?P<version>[\w.-]{1,40})\.?")
_LONGEST_NOTE = 120
_LONGEST_TOLD = 500
"""Characters of a note that may be printed, and of one whose address may be."""

_WORDS = regex(r"[\s{\[(\"'`\\]*\w")
_LABELLED = regex(r"\s*arxiv:\s*(?P<number>[\w.-]+(?:/\d{7})?)\s*", re.IGNORECASE)
"""The number of a paper of arXiv that says so itself."""

_WRAPPED = regex(r"\\url\s*\{\s*(?P<address>[a-z]+://[^{}\s]+)\s*\}", re.IGNORECASE)
"""The address among words of a field that should hold nothing else."""

_SERIES = regex(r"^Series Title: (?P<title>.{1,300})$", re.MULTILINE)
"""What Zotero's translators write into a note, since its items of some types have no field for it."""

_PATENT = regex(r"(?:[A-Z]{2,6} )?Patent (?:App(?:lication|\.) )?[\w,./ -]{3,40}")
_OLD_NUMBER = regex(r"\d{7}")
_ARCHIVE = regex(r"[a-z]{1,9}(?:-[a-z]{2,6})?")
_CHAPTER = regex(
    r"(?!(?:chap(?:ter|\.)?|ch\.|part|sec(?:tion|\.)?)?\s*[\dIVXLC]+\W*\Z)(?=.*[^\W\d_]{4}).{8,}", re.I | re.S
)
"""Words, and not the number of a chapter."""

_EDITIONS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_EDITION = regex(
    rf"(?:(?P<word>{'|'.join(_EDITIONS)})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th|\.)?)(?:\s+ed(?:ition|n\.?|\.)?)?", re.I
)
_SAID_EDITION = regex(r"(?<!\s)\s+(?:edition|edn?)\.?$", re.I)
_REFERENCE_WORK = regex(r"encyclop|enzyklop|dictionary|lexikon", re.I)


def as_printable(source: Source) -> Source:
    """The source with each of its fields where a style looks for it."""
    for step in _STEPS:
        source = step(source)
    return source


def _with(source: Source, changes: Mapping[str, str | None]) -> Source:
    """The source with some fields set to another value, in their order, or taken away."""
    fields: dict[str, Field] = dict(source.fields)
    some = next(iter(fields.values()), None)
    for name, value in changes.items():
        if value is None:
            fields.pop(name, None)
        else:
            fields[name] = replace(fields.get(name) or some or Field("", 1), value=value)
    return replace(source, fields=fields)


def _renamed(source: Source, names: Mapping[str, str], kind: str = "") -> Source:
    """The source with some fields under other names, in their order."""
    fields = {names.get(name, name): field for name, field in source.fields.items()}
    return replace(source, type=kind or source.type, fields=fields)


def _in_journal(source: Source) -> Source:
    """What stands in a journal is an article; what is called one and stands in none is no article."""
    if source.type not in _PAPERS:
        return source
    if source.text(*_JOURNALS):
        place, _ = sole_address(source)
        is_told = source.text("howpublished") and not says_address_again(source, "howpublished")
        return source if is_told and place != "howpublished" else replace(source, type="article")
    if within := source.text("booktitle"):
        if find_address(within):
            return _with(source, {"booktitle": None, **_as_url(source, within)})
        return _renamed(source, {"booktitle": "journaltitle"}, "article")
    if source.type == "article" and not source.text("volume", "number", "issue", "pages", "eid", "eprint"):
        kind = "book" if source.text("publisher") else "misc" if source.text(*_HOUSES) else ""
        return replace(source, type=kind or source.type)
    return source


def _journal(source: Source) -> Source:
    """The journal that an archive has turned about for its index: `Neural Networks, IEEE Transactions on`."""
    changes: dict[str, str | None] = {name: new for name in _JOURNALS if (new := unturn(source.text(name)))}
    return _with(source, changes) if changes else source


def _within(source: Source) -> Source:
    """Proceedings without the "In" that styles print before them: `In Proceedings of the 3rd Workshop`."""
    title = source.text("booktitle")
    return source if (bare := drop_in(title)) == title else _with(source, {"booktitle": bare})


def _noted_series(source: Source) -> Source:
    """The series that only the note names."""
    note = source.text("note")
    if "Series Title: " not in note or source.text("series") or not (found := _SERIES.search(note)):
        return source
    return _with(source, {"series": found["title"].strip()})


def _in_series(source: Source) -> Source:
    """The volume of a series stands behind its name: BibTeX has no other field for it."""
    is_one = source.type in _BOOKS or source.type in ("conference", "inproceedings")
    if is_one and source.text("series") and source.text("volume") and not source.text(*_BIBLATEX):
        return _renamed(source, {"volume": "number"})
    return source


def _report(source: Source) -> Source:
    """The journal of a report is its kind, as that of a working paper, or its series; one with pages is an article."""
    journal = next((name for name in _JOURNALS if source.text(name)), "")
    if source.type not in _REPORTS or not journal:
        return source
    if source.text("volume", "pages"):
        return replace(source, type="article")
    place = "series" if source.text("type") else "type"
    return source if source.text(place) else _renamed(source, {journal: place})


def _thesis(source: Source) -> Source:
    """A thesis stands in no journal: what databases write there are the subjects they file it under."""
    journals = [name for name in _JOURNALS if source.text(name)] if source.type in _THESES else []
    return _with(source, dict.fromkeys(journals)) if journals else source


def _pages(source: Source) -> Source:
    """Pages without a page are none, `---`, nor is a journal without a name."""
    said = [name for name in ("pages", *_JOURNALS) if source.text(name)]
    empty = [name for name in said if not any(map(str.isalnum, source.text(name)))]
    return _with(source, dict.fromkeys(empty)) if empty else source


def _houses(source: Source) -> Source:
    """Who publishes is named once, and without the marks in which a search engine quotes it: `" O'Reilly Media"`."""
    seen: set[str] = set()
    for name in _HOUSES:
        if quoted := _QUOTED.fullmatch(source.text(name)):
            source = _with(source, {name: quoted["words"]})
        said = unwrap(source.text(name)).casefold()
        if said and said in seen:
            source = _with(source, {name: None})
        seen.add(said)
    return source


def _identifiers(source: Source) -> Source:
    """A DOI that is none leads nowhere: the address that stands there does; so does that in place of a volume. Digits
    alone, as Mendeley has them of an ISBN, are no number of arXiv.

    Of several addresses the first is printed.
    """
    doi = source.text("doi")
    if doi and not split_doi(doi)[1].startswith(("10.", "10/")):
        source = _with(source, {"doi": None, **_as_url(source, doi)})
    if (volume := source.text("volume")) and "://" in volume:
        source = _with(source, {"volume": None, **_as_url(source, volume)})
    if (url := source.text("url")) and (told := _WRAPPED.search(url)) and told[0] != url.strip():
        source = _with(source, {"url": told["address"]})
    elif first := join_lines(url) or first_address(url):
        source = _with(source, {"url": first})
    if number := whole_arxiv(source):
        source = _with(source, {"eprint": number})
    archive = source.text("eprinttype", "archiveprefix").strip(" {}").lower()
    if (labelled := _LABELLED.fullmatch(source.text("eprint"))) and not archive:
        source = _with(source, {"eprint": labelled["number"], "eprinttype": "arxiv"})
    elif archive == "arxiv" and (number := source.text("eprint")) != (bare := bare_arxiv(number)):
        source = _with(source, {"eprint": bare})
    elif archive == "arxiv" and number.isdecimal():
        source = _with(source, {"eprint": None})
    if (kind := source.text("type")) and is_doi(split_doi(kind)[1]):
        source = _with(source, {"type": None})
    return source


def whole_arxiv(source: Source) -> str:
    """The old number of a paper of arXiv that `eprint` has without the archive before it: `math/0501328`."""
    number = source.text("eprint").strip(" {}")
    archive = source.text("eprintclass", "primaryclass").strip(" {}").partition(".")[0]
    is_old = _OLD_NUMBER.fullmatch(number) and _ARCHIVE.fullmatch(archive)
    said = source.text("eprinttype", "archiveprefix").strip(" {}").lower()
    return f"{archive}/{number}" if is_old and said == "arxiv" else ""


def _as_url(source: Source, value: str) -> dict[str, str | None]:
    address = "" if source.text("url") else find_address(value)
    return {"url": address} if address else {}


def _month(source: Source) -> Source:
    """What Mendeley writes as a number where there is none is the month of the paper."""
    number = unwrap(source.text("number")).strip(" .").lower()
    if source.type != "article" or number not in NUMBERS:
        return source
    return _with(source, {"number": None}) if source.text("month", "date") else _renamed(source, {"number": "month"})


def _spans(source: Source) -> Source:
    """The dash between the first and the last of several volumes or numbers of a journal."""
    if source.type != "article":
        return source
    typed = {name: source.text(name) for name in ("volume", "number", "issue")}
    changes: dict[str, str | None] = {name: new for name, value in typed.items() if (new := as_span(value)) != value}
    return _with(source, changes) if changes else source


def _law(source: Source) -> Source:
    """The series of a gazette belongs to its name, and its issue stands where the volume of a reporter does.

    Of a judgment the court is printed, and who has published it is not.
    """
    if source.type == "jurisdiction":
        source = _with(source, {"publisher": None})
    journal = next((name for name in _JOURNALS if source.text(name)), "")
    if source.type not in LAWS or not journal:
        return source
    if series := source.text("series"):
        name = source.text(journal)
        source = _with(source, {"series": None, journal: name if name.endswith(series) else f"{name} {series}"})
    if source.text("issue") and not source.text("volume"):
        source = _renamed(source, {"issue": "volume"})
    return source


def _told_address(source: Source, note: str) -> str:
    """The address that only the note tells, among other words: `Published at \\url{https://example.org}`."""
    if len(note) > _LONGEST_TOLD or source.type in LAWS or source.text("url", "doi", "eprint", "howpublished"):
        return ""
    return "" if sole_address(source)[1] else find_address(note)


def _noted(source: Source) -> Source:
    """The note of what says nothing of where it is to be had, and the version that a package has in its note."""
    note = source.text("note")
    if address := _told_address(source, note):
        return _with(source, {"url": address})
    if (
        source.type not in ("misc", "manual", "booklet", "software", "unpublished")
        or not note
        or len(note) > _LONGEST_NOTE
    ):
        return source
    if package := _PACKAGE.fullmatch(unwrap(note)):
        return source if source.text("version") else _with(source, {"note": None, "version": package["version"]})
    if _PATENT.fullmatch(note) and source.type == "misc" and not source.text("howpublished"):
        return _with(_renamed(source, {"note": "howpublished"}), {"publisher": None})
    if source.text(*_PLACED) or find_address(note) or not _WORDS.match(note):
        return source
    return _renamed(source, {"note": "howpublished"})


def _edition(source: Source) -> Source:
    """The number of an edition, which each language prints in its own way.

    Behind what stands in an article a style prints 'edition' or 'editions' itself.
    """
    edition = unwrap(source.text("edition")).strip()
    found = _EDITION.fullmatch(edition)
    if not found:
        if source.type != "article" or not edition:
            return source
        if _REFERENCE_WORK.search(source.text("journaltitle", "journal")):
            return _renamed(source, {"journaltitle": "booktitle", "journal": "booktitle"}, "inreference")
        return _with(source, {"edition": _SAID_EDITION.sub("", edition)})
    number = found["digits"] or str(_EDITIONS.index(found["word"].lower()) + 1)
    return _with(source, {"edition": number})


def _chapter(source: Source) -> Source:
    """The chapter of a book by its name: BibTeX has the book as the title of an @inbook."""
    chapter = source.text("chapter")
    if source.type != "inbook" or source.text("booktitle", "maintitle") or not _CHAPTER.fullmatch(chapter):
        return source
    return _renamed(source, {"title": "booktitle", "chapter": "title"}, "incollection")


_STEPS: tuple[Callable[[Source], Source], ...] = (
    _pages,
    _month,
    _journal,
    _within,
    _in_journal,
    _spans,
    _noted_series,
    _in_series,
    _report,
    _thesis,
    _houses,
    _identifiers,
    _law,
    _noted,
    _chapter,
    _edition,
)
