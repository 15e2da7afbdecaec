"""A source in, an item of CSL-JSON out: what citation styles work with.

The item is the one that pandoc makes of the entry, so that briefkit's export and what is printed say the same; where it
is another one there is a reason, and docs/library.md has the list. The source is one that `resolve` gave.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefkit.library.csl_titles import list_titles
from briefkit.library.edtf import Date, DateFault, Point, read_issued, state_of
from briefkit.library.identifiers import bare_arxiv, split_doi, undo_latex
from briefkit.library.latex import decode, read_pieces
from briefkit.library.people import Person, join_list, read_people, split_list
from briefkit.library.pieces import Piece, join, to_html
from briefkit.library.shown import CHAPTERS, Shown, show, type_of
from briefkit.library.signs import unwrap
from briefkit.library.terms import EPRINTS, TERMS
from briefkit.model import Source

Json = str | bool | Sequence[object] | Mapping[str, object]

_ARTICLES = frozenset(("article", "periodical", "suppperiodical", "review"))
_SERIES = CHAPTERS | frozenset(
    "book collection mvbook mvcollection mvproceedings mvreference proceedings reference suppbook"
    " suppcollection".split()
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


def as_csl(source: Source) -> dict[str, Json]:
    """The item for one source; what the source does not say is left out."""
    entry = show(source)
    groups = (list_titles, _list_names, _list_dates, _list_numbers, _list_publication, _list_addresses, _list_notes)
    said = {name: value for group in groups for name, value in group(entry) if value}
    return {"id": source.key, "type": type_of(entry), **dict(sorted(said.items()))}


# --- names and dates -------------------------------------------------------------------------


def _list_names(entry: Shown) -> Iterator[tuple[str, Json]]:
    for name, typed in _NAMES.items():
        is_director = typed == "editor" and entry.text("editortype") == "director"
        if value := entry.text(typed):
            people = read_people(value, entry.is_set("useprefix"))
            items = [_describe(person, entry) for person in people.persons]
            yield "director" if is_director else name, items + [{"literal": "others"}] * people.has_others


def _describe(person: Person, entry: Shown) -> dict[str, object]:
    parts: dict[str, object] = {name: part for name, typed in _PARTS.items() if (part := getattr(person, typed))}
    return {**parts, "comma-suffix": True} if entry.is_set("juniorcomma") and not person.literal else parts


def _list_dates(entry: Shown) -> Iterator[tuple[str, Json]]:
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


def _list_numbers(entry: Shown) -> Iterator[tuple[str, str]]:
    number = entry.pieces("number")
    if entry.kind in _SERIES:
        yield "collection-number", to_html(number)
    elif entry.kind in _ARTICLES:
        issue = entry.pieces("issue")
        yield "issue", to_html(join(",", (number, issue)) if number and issue != number else number or issue)
    else:
        yield "number", to_html(number)
    volume = to_html(entry.pieces("volume")), to_html(entry.pieces("part"))
    yield "volume", ".".join(part for part in volume if part)
    yield "page", to_html(entry.pieces("pages")).translate(_DASH)
    for name, typed in _TEXTS.items():
        yield name, to_html(entry.pieces(*typed))


def _list_publication(entry: Shown) -> Iterator[tuple[str, str]]:
    lists = (_list_items(entry, name) for name in ("school", "institution", "organization"))
    house = () if entry.text(*_HOUSES) else _list_items(entry, "university")
    makers = [house, *lists, entry.pieces("howpublished"), _list_items(entry, "publisher")]
    yield "publisher", to_html(join(";", makers))
    place = _list_items(entry, "address") or (() if entry.kind == "patent" else _list_items(entry, "location"))
    yield "publisher-place", to_html(place)
    yield "original-publisher-place", to_html(_list_items(entry, "origlocation"))
    if entry.kind == "patent":
        countries = (decode(item) for item in split_list(entry.text("location")))
        yield "jurisdiction", "; ".join(TERMS.get(country.lower(), country) for country in countries)
    genre = unwrap(entry.text("type")) or _THESES.get(entry.source.type, "")
    yield "genre", TERMS.get(genre.lower(), genre)
    yield "language", entry.language
    state = to_html(entry.pieces("pubstate"))
    yield "status", TERMS.get(state.lower(), state)


_HOUSES = ("school", "institution")
_THESES = {"mastersthesis": "mathesis", "phdthesis": "phdthesis"}


def _list_items(entry: Shown, name: str) -> tuple[Piece, ...]:
    value = entry.text(name)
    return read_pieces(join_list(value)) if value else ()


def _list_addresses(entry: Shown) -> Iterator[tuple[str, str]]:
    if entry.kind == "online" or entry.options.get("url") != "false":
        yield "URL", undo_latex(entry.text("url")).strip() or _eprint(entry.source)
    else:
        yield "URL", _eprint(entry.source)
    if entry.options.get("doi") != "false":
        yield "DOI", split_doi(entry.text("doi"))[1]
    for name, typed in _RAW.items():
        yield name, unwrap(entry.text(typed)).strip()


def _eprint(source: Source) -> str:
    archive = EPRINTS.get(source.text("eprinttype", "archiveprefix").strip().lower(), "")
    number = source.text("eprint").strip()
    number = bare_arxiv(number) if "arxiv" in archive else number
    return archive + number if archive and number else ""


def _list_notes(entry: Shown) -> Iterator[tuple[str, str]]:
    note = () if entry.kind == "periodical" else entry.pieces("note")
    yield "note", to_html(join(".", (note, entry.pieces("addendum"))))
