"""A source in, an item of CSL-JSON out: what citation styles work with.

The item is the one that pandoc makes of the entry, so that briefkit's export and what is printed say the same; where it
is another one there is a reason, and docs/library.md has the list. The source is one that `resolve` gave.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefkit.library.casing import to_sentence_case
from briefkit.library.edtf import Date, DateFault, Point, read_issued, state_of
from briefkit.library.fields import TYPES
from briefkit.library.identifiers import split_doi, undo_latex
from briefkit.library.latex import Piece, decode, read_pieces
from briefkit.library.markup import join, to_html, up_to_colon
from briefkit.library.people import Person, read_people, split_list
from briefkit.library.terms import CSL_TYPES, EPRINTS, LANGUAGES, OTHER_TYPE, TERMS, VARIANTS
from briefkit.model import Source

Json = str | bool | Sequence[object] | Mapping[str, object]

_ARTICLES = frozenset(("article", "periodical", "suppperiodical", "review"))
_CHAPTERS = frozenset(("inbook", "incollection", "inproceedings", "inreference", "bookinbook"))
_SERIES = _CHAPTERS | frozenset(
    "book collection mvbook mvcollection mvproceedings mvreference proceedings reference suppbook suppcollection".split()
)
"""The types whose number is that of the series."""

_TEXTS = {
    "number-of-pages": ("pagetotal",),
    "number-of-volumes": ("volumes",),
    "chapter-number": ("chapter",),
    "edition": ("edition",),
    "version": ("version",),
    "original-publisher": ("origpublisher",),
    "event-place": ("venue",),
    "annote": ("annotation", "annote"),
    "abstract": ("abstract",),
    "keyword": ("keywords",),
}
"""The fields that are one text, in the order in which the first is taken."""

_RAW = {
    "ISBN": "isbn",
    "ISSN": "issn",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "call-number": "library",
    "other-ids": "ids",
}
"""The fields that are no LaTeX."""

_NAMES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "director": "director",
    "container-author": "bookauthor",
}
_DATES = {"issued": "", "event-date": "event", "original-date": "orig", "accessed": "url"}
_PARTS = {
    "family": "family",
    "given": "given",
    "dropping-particle": "dropping",
    "non-dropping-particle": "non_dropping",
    "suffix": "suffix",
    "literal": "literal",
}
_DASH = str.maketrans("\u2013", "-")
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def as_csl(source: Source) -> dict[str, Json]:
    """The item for one source; what the source does not say is left out."""
    entry = _Entry(source)
    groups = (_list_titles, _list_names, _list_dates, _list_numbers, _list_publication, _list_addresses, _list_notes)
    said = {name: value for group in groups for name, value in group(entry) if value}
    return {"id": source.key, "type": _type(entry), **dict(sorted(said.items()))}


@dataclass(slots=True)
class _Entry:
    """A source with what is asked of it again and again."""

    source: Source
    kind: str = ""
    language: str = ""
    options: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.kind = TYPES.get(self.source.type, self.source.type)
        self.language = _language(self.source)
        self.options = dict(_list_options(self.source.text("options")))

    def has(self, name: str) -> bool:
        return bool(self.text(name))

    def text(self, *names: str) -> str:
        """The first of these fields that is there, as typed; asked for some sixty fields of each source."""
        for name in names:
            found = self.source.fields.get(name)
            if found and not found.value.isspace():
                return found.value
        return ""

    def pieces(self, *names: str) -> tuple[Piece, ...]:
        """The same as pieces of text."""
        value = self.text(*names)
        return read_pieces(value) if value else ()

    def title(self, *names: str) -> tuple[Piece, ...]:
        """The same in sentence case, if the source is in English."""
        pieces = self.pieces(*names)
        return to_sentence_case(pieces) if self.language.startswith("en-") or not self.language else pieces

    def is_set(self, option: str) -> bool:
        return self.options.get(option) in ("true", "")


def _language(source: Source) -> str:
    name = source.text("langid", "hyphenation").strip().lower()
    variant = source.text("langidopts").strip().lower().removeprefix("variant=") if name == "english" else ""
    name = VARIANTS.get(variant, name)
    return LANGUAGES.get(name, name)


def _list_options(value: str) -> Iterator[tuple[str, str]]:
    for option in value.split(","):
        name, _, setting = option.partition("=")
        yield name.strip().lower(), setting.strip().lower()


def _type(entry: _Entry) -> str:
    subtype = entry.text("entrysubtype")
    if CSL_TYPES.get(entry.kind) == "article-journal" and subtype in ("magazine", "newspaper"):
        return f"article-{subtype}"
    if entry.kind == "unpublished" and any(
        name in entry.source.fields for name in ("eventdate", "eventtitle", "venue")
    ):
        return "speech"
    return CSL_TYPES.get(entry.kind, OTHER_TYPE)


# --- titles ----------------------------------------------------------------------------------


def _list_titles(entry: _Entry) -> Iterator[tuple[str, str]]:
    is_chapter, is_periodical = entry.kind in _CHAPTERS, entry.kind == "periodical"
    main = entry.has("maintitle")
    own = ("maintitle", "mainsubtitle", "maintitleaddon") if main and not is_chapter else _TITLE
    if is_periodical and entry.has("issuetitle"):
        own = ("issuetitle", own[1], own[2])
    title, addons = entry.title(own[0], "title"), _addons(entry, own, is_periodical)
    yield "title", to_html(_whole(title, *addons))
    if main:
        names = _BOOK if is_chapter else _TITLE
        yield "volume-title", to_html(_whole(*(entry.title(name) for name in names)))
    yield "container-title", to_html(_container(entry))
    yield "container-title-short", to_html(_short_container(entry, main))
    yield "title-short", to_html(_short(entry, title_is_main=main and not is_chapter, has_addons=any(addons)))
    yield "collection-title", to_html(_series(entry))
    yield "event", to_html(entry.title("eventtitle"))
    yield "original-title", to_html(entry.title("origtitle"))


_TITLE = ("title", "subtitle", "titleaddon")
_BOOK = ("booktitle", "booksubtitle", "booktitleaddon")


def _addons(entry: _Entry, own: Sequence[str], is_periodical: bool) -> tuple[tuple[Piece, ...], ...]:
    first = ("issuesubtitle",) if is_periodical else ()
    return entry.title(*first, own[1], "subtitle"), entry.title(own[2], "titleaddon")


def _whole(title: tuple[Piece, ...], subtitle: tuple[Piece, ...], addon: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return join(".", (join(":", (title, subtitle)), addon)) if title else ()


def _container(entry: _Entry) -> tuple[Piece, ...]:
    if entry.kind == "periodical" and entry.has("title"):
        return _whole(entry.pieces("title"), entry.pieces("subtitle", "journalsubtitle"), entry.pieces("titleaddon"))
    journal, subtitle = entry.pieces("journaltitle", "journal"), entry.pieces("journalsubtitle")
    if entry.kind not in _CHAPTERS:
        return _whole(journal, subtitle, ())
    title = entry.title("maintitle", "booktitle") or journal
    return _whole(title, entry.title("mainsubtitle", "booksubtitle") or subtitle, entry.title(*_ADDONS))


_ADDONS = ("maintitleaddon", "booktitleaddon")


def _short_container(entry: _Entry, main: bool) -> tuple[Piece, ...]:
    if entry.kind == "periodical" and not main and entry.has("shorttitle"):
        return entry.pieces("shorttitle")
    return entry.pieces("shortjournal")


def _short(entry: _Entry, title_is_main: bool, has_addons: bool) -> tuple[Piece, ...]:
    if entry.has("shorttitle") and not title_is_main:
        return entry.title("shorttitle")
    title = entry.title("title")
    short = up_to_colon(title)
    if short is None:
        return title if has_addons and not entry.has("maintitle") else ()
    return short


def _series(entry: _Entry) -> tuple[Piece, ...]:
    """The series; a bare number is the number of a run of volumes."""
    pieces = entry.title("series")
    if not pieces:
        return ()
    text = "".join(piece.text for piece in pieces)
    if text.isdecimal():
        tens, ones = divmod(int(text[-2:]), 10)
        return (Piece(f"{text}{'th' if tens == 1 else _ORDINALS.get(ones, 'th')} {TERMS['jourser']}"),)
    if (term := TERMS.get(text.lower())) and len(pieces) == 1:
        return (Piece(term[0].upper() + term[1:] if text[0].isupper() else term),)
    return pieces


# --- names and dates -------------------------------------------------------------------------


def _list_names(entry: _Entry) -> Iterator[tuple[str, Json]]:
    for name, typed in _NAMES.items():
        is_director = typed == "editor" and entry.text("editortype") == "director"
        if value := entry.text(typed):
            people = read_people(value, entry.is_set("useprefix"))
            items = [_describe(person, entry) for person in people.persons]
            yield "director" if is_director else name, items + [{"literal": "others"}] * people.has_others


def _describe(person: Person, entry: _Entry) -> dict[str, object]:
    parts: dict[str, object] = {name: part for name, typed in _PARTS.items() if (part := getattr(person, typed))}
    return {**parts, "comma-suffix": True} if entry.is_set("juniorcomma") and not person.literal else parts


def _list_dates(entry: _Entry) -> Iterator[tuple[str, Json]]:
    for name, prefix in _DATES.items():
        match read_issued(entry.source.text, prefix):
            case Date() as date:
                yield name, _describe_date(date)
            case DateFault(text=text) as fault if text:
                yield name, {"literal": decode(text)}
                yield "status", "" if prefix else state_of(fault)


def _describe_date(date: Date) -> dict[str, object]:
    points = (date.start, date.end) if date.is_span else (date.start,)
    parts: dict[str, object] = {"date-parts": [_list_parts(point) for point in points]}
    return {**parts, "circa": True} if date.is_circa else parts


def _list_parts(point: Point | None) -> list[int]:
    """The year and what is known beside it: an open end is the year 0, the year before 1 is the year -1."""
    if not point:
        return [0]
    year = point.year if point.year > 0 else point.year - 1
    return [part for part in (year, point.month, point.day) if part]


# --- numbers, publication --------------------------------------------------------------------


def _list_numbers(entry: _Entry) -> Iterator[tuple[str, str]]:
    number = entry.pieces("number")
    if entry.kind in _SERIES:
        yield "collection-number", to_html(number)
    elif entry.kind in _ARTICLES:
        yield "issue", to_html(join(",", (number, entry.pieces("issue"))) if number else ())
    else:
        yield "number", to_html(number)
    volume = to_html(entry.pieces("volume")), to_html(entry.pieces("part"))
    yield "volume", ".".join(part for part in volume if part)
    yield "page", to_html(entry.pieces("pages")).translate(_DASH)
    for name, typed in _TEXTS.items():
        yield name, to_html(entry.pieces(*typed))


def _list_publication(entry: _Entry) -> Iterator[tuple[str, str]]:
    lists = (_list_items(entry, name) for name in ("school", "institution", "organization"))
    makers = [*lists, entry.pieces("howpublished"), _list_items(entry, "publisher")]
    yield "publisher", to_html(join(";", makers))
    place = _list_items(entry, "address") or (() if entry.kind == "patent" else _list_items(entry, "location"))
    yield "publisher-place", to_html(place)
    yield "original-publisher-place", to_html(_list_items(entry, "origlocation"))
    if entry.kind == "patent":
        countries = (decode(item) for item in split_list(entry.text("location")))
        yield "jurisdiction", "; ".join(TERMS.get(country.lower(), country) for country in countries)
    genre = entry.text("type") or _THESES.get(entry.source.type, "")
    yield "genre", TERMS.get(genre.lower(), genre)
    yield "language", entry.language
    state = to_html(entry.pieces("pubstate"))
    yield "status", TERMS.get(state.lower(), state)


_THESES = {"mastersthesis": "mathesis", "phdthesis": "phdthesis"}


def _list_items(entry: _Entry, name: str) -> tuple[Piece, ...]:
    value = entry.text(name)
    items = [read_pieces(item) for item in split_list(value)] if value else []
    return tuple(piece for number, item in enumerate(items) for piece in ((Piece("; "),) * bool(number) + item))


def _list_addresses(entry: _Entry) -> Iterator[tuple[str, str]]:
    if entry.kind == "online" or entry.options.get("url") != "false":
        yield "URL", undo_latex(entry.text("url")).strip() or _eprint(entry.source)
    else:
        yield "URL", _eprint(entry.source)
    if entry.options.get("doi") != "false":
        yield "DOI", split_doi(entry.text("doi"))[1]
    for name, typed in _RAW.items():
        yield name, entry.text(typed).strip()


def _eprint(source: Source) -> str:
    archive = EPRINTS.get(source.text("eprinttype", "archiveprefix").strip().lower(), "")
    number = source.text("eprint").strip()
    return archive + number if archive and number else ""


def _list_notes(entry: _Entry) -> Iterator[tuple[str, str]]:
    note = () if entry.kind == "periodical" else entry.pieces("note")
    yield "note", to_html(join(".", (note, entry.pieces("addendum"))))
