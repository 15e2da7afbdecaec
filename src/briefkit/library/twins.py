"""Sources in, pairs that seem to be one work out: by DOI, by ISBN, by address, and by first author, title and year.

DOIs are compared as the DOI Handbook has it (section 2: capitals do not count), ISBNs as ISO 2108 has it (ten digits
and thirteen name the same book), addresses without their scheme, `www.` and the last slash.

Works are compared within blocks of one family name and the same first letters of the title, and there each only with
its neighbours in the order of titles, so that the time grows with the number of entries and not with its square.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA, Indel

from briefkit.library.fields import PARTS, TYPES
from briefkit.library.identifiers import bare_arxiv, clean_doi, is_doi, split_doi, undo_latex
from briefkit.library.links import targets
from briefkit.library.names import first_name, split_names
from briefkit.library.words import family, fold
from briefkit.model import Source
from briefkit.patterns import regex
from briefkit.values import Value

NEAR = 0.9
"""How alike two titles must be, from 0 to 1."""

NEIGHBOURS = 4
"""With how many entries after it in its block a source is compared."""

LONG_WORD = 6
"""How many letters a word has in which one letter makes no other word."""

BLOCK = 5
"""How many letters of a title two works must have in common."""

LONGEST = 2_000
"""No identifier or address is longer than this."""

_RESOLVER = regex(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_ADDRESS = regex(r"https?://(?:www\.)?([^/?#\s]+)/*([^\s]*)", re.IGNORECASE)
_EDITION = regex(r"v\d{1,3}\Z")
_ARTICLES = regex(r"^(?:the|an?|die|der|das|les?|la|el|los|las) ")
_NUMBERED = regex(r"\d|^[ivx]+$|^[a-z]$")
_PAGE = regex(r"[0-9A-Za-z.]+")

_COUNTED = ("number", "issue", "volume", "part", "edition", "chapter", "version", "month", "eid", "eprint")
"""Fields in which two works of one series differ."""

_GRADES = frozenset(("bachelorsthesis", "mastersthesis", "phdthesis"))
"""Two theses of one title for two degrees are two."""

_ANEW = ("origdate", "origtitle", "origlanguage", "relatedtype")
"""Fields that a reprint or a translation has, and the first edition has not."""


def is_part(source: Source) -> bool:
    """Whether a source is a part of a book, such as a chapter."""
    return TYPES.get(source.type, source.type) in PARTS


def doi_of(source: Source) -> tuple[str, str]:
    """The DOI of a source in its one spelling, and the field that has it; empty strings when it has none."""
    for name in ("doi", "url"):
        value = source.fields[name].value[:LONGEST].strip() if name in source.fields else ""
        if value and (name == "doi" or _RESOLVER.match(value)):
            bare = clean_doi(split_doi(value)[1]).rstrip(".,;/")
            if is_doi(bare):
                return bare.casefold(), name
    return "", ""


def address_of(source: Source) -> str:
    """The address of a page in its one spelling; empty for a DOI, for a home page, and where there is none."""
    value = source.fields["url"].value[:LONGEST].strip() if "url" in source.fields else ""
    match = _ADDRESS.fullmatch(undo_latex(value))
    if not match or not match[2] or _RESOLVER.match(value):
        return ""
    return f"{match[1].casefold()}/{match[2].rstrip('/')}"


def isbns_of(source: Source) -> tuple[str, ...]:
    """The ISBNs of a source with thirteen digits; those of another length are left out."""
    value = source.fields["isbn"].value[:LONGEST] if "isbn" in source.fields else ""
    bare = (re.sub(r"[^0-9Xx]", "", part) for part in re.split(r"[,;/]|\band\b", value))
    return tuple(dict.fromkeys(_thirteen(isbn) for isbn in bare if len(isbn) in (10, 13)))


def eprint_of(source: Source) -> str:
    """The number of a source in an archive, without its version, behind the name of that archive; empty for none."""
    if "eprint" not in source.fields:
        return ""
    archive = source.text("eprinttype", "archiveprefix")[:LONGEST].strip(" {}").lower()
    number = source.text("eprint")[:LONGEST].strip()
    if not archive and number.lower().startswith("arxiv:"):
        archive = "arxiv"
    bare = _EDITION.sub("", bare_arxiv(number)) if archive == "arxiv" else ""
    return f"{archive}:{bare}" if bare else ""


def _thirteen(isbn: str) -> str:
    """The ISBN with thirteen digits (ISO 2108, annex A: the prefix 978 and a check digit of its own)."""
    if len(isbn) == 13:
        return isbn.upper()
    digits = "978" + isbn[:9]
    if not digits.isdecimal():
        return isbn.upper()
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def marks(source: Source) -> Iterator[str]:
    """What two sources that may be one work have in common, one of these at least; and the other keys of a source."""
    doi, address, work = doi_of(source)[0], address_of(source), _read_work(source)
    eprint = eprint_of(source)
    yield from (f"{name}:{value}" for name, value in (("doi", doi), ("url", address), ("eprint", eprint)) if value)
    yield from (f"isbn:{isbn}" for isbn in isbns_of(source))
    if "ids" in source.fields:
        yield from (f"ids:{alias}" for alias in targets(source, "ids"))
    if work:
        yield f"work:{work.block[0]}:{work.block[1]}"


def sharing(
    sources: Mapping[str, Source], cited: Iterable[Source], values: Callable[[Source], Iterable[tuple[str, str]]]
) -> Iterator[tuple[str, tuple[Source, ...]]]:
    """Each value that a cited source and another have, with all sources that have it, in their order.

    `cited` are resolved, and `values` gives each value with the name of its field. What several inherit from one is one
    field, shared on purpose: it counts as that of the entry it stands in, unless that is an xdata, else of the first.
    """
    cited = tuple(cited)
    wanted = {value for source in cited for value, _ in values(source) if value}
    holders: dict[str, dict[tuple[str, int, int], Source]] = {}
    for source in _put_in(cited, sources) if wanted else ():
        for value, name in values(source) if source.type != "xdata" else ():
            if value in wanted:
                field, found = source.fields[name], holders.setdefault(value, {})
                own = sources.get(source.key)
                if field.at not in found or (own and own.fields.get(name) == field):
                    found[field.at] = source
    yield from ((value, tuple(found.values())) for value, found in holders.items() if len(found) > 1)


def _put_in(cited: Sequence[Source], sources: Mapping[str, Source]) -> Sequence[Source]:
    """The sources in their order, with the cited ones, which are resolved, in the places of those of their keys."""
    whole = {source.key: source for source in cited}
    found = [whole.pop(key, source) for key, source in sources.items()]
    return sorted([*found, *whole.values()], key=lambda source: source.place) if whole else found


def are_linked(one: Source, other: Source) -> bool:
    """Whether one of two sources (not resolved) says that it belongs to the other, or both are made from a third."""
    fields = ("crossref", "xref", "xdata", "related", "entryset")
    if any(b.key in targets(a, field) for a, b in ((one, other), (other, one)) for field in fields):
        return True
    return not set(targets(one, "related")).isdisjoint(targets(other, "related"))


# --- one work under two keys -----------------------------------------------------------------


class _Work(Value):
    """What is compared of a source: its block, its title, its date."""

    source: Source
    block: tuple[str, str]
    title: str
    date: str


def find_near_twins(
    sources: Mapping[str, Source], cited: Iterable[Source], library: Mapping[str, Source]
) -> Iterator[tuple[Source, Source, bool]]:
    """Pairs of which one is cited and both seem one work: the earlier, the later, and whether their titles are equal.

    `cited` are resolved; `sources` are those to compare them with, and `library` has the links of all. A work is told
    of once, with the nearest before it.
    """
    cited = tuple(cited)
    known = {source.key: _read_work(source) for source in cited}
    wanted = {work.block for work in known.values() if work}
    blocks: dict[tuple[str, str], list[_Work]] = {}
    for source in _put_in(cited, sources) if wanted else ():
        work = known[source.key] if source.key in known else _read_work(source)
        if work and work.block in wanted:
            blocks.setdefault(work.block, []).append(work)
    told: set[str] = set()
    for works in blocks.values():
        order = {work.source.key: number for number, work in enumerate(works)}
        for one, other in _neighbours(sorted(works, key=lambda work: work.title)):
            first, second = sorted((one, other), key=lambda work: order[work.source.key])
            is_cited = first.source.key in known or second.source.key in known
            if is_cited and second.source.key not in told and _are_one(first, second):
                if are_linked(library[first.source.key], library[second.source.key]):
                    continue
                told.add(second.source.key)
                yield first.source, second.source, first.title == second.title


def _neighbours(works: list[_Work]) -> Iterator[tuple[_Work, _Work]]:
    for at, work in enumerate(works):
        yield from ((work, other) for other in works[at + 1 : at + 1 + NEIGHBOURS])


def _read_work(source: Source) -> _Work | None:
    """What is compared; nothing for a source without a title or somebody behind it, and for what is only lent."""
    if source.type == "xdata":
        return None
    maker = source.text("author", "editor", "organization", "institution")
    title = _ARTICLES.sub("", fold(" ".join((source.text("title")[:LONGEST], source.text("subtitle")[:LONGEST]))))
    name = family(first_name(maker[:LONGEST])) if maker and title else ""
    if not name:
        return None
    return _Work(source, (name, title[:BLOCK]), title, source.text("date", "year").strip()[:40])


def _are_one(one: _Work, other: _Work) -> bool:
    """Whether two works of one block are one: nothing that tells works of a series apart may differ."""
    a, b = one.source, other.source
    if not _agree(one.date, other.date) or not (one.title == other.title or _is_slip(one.title, other.title)):
        return False
    return not _are_distinct(a, b)


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _are_distinct(a: Source, b: Source) -> bool:
    counted = any(_differ(fold(a.text(name)), fold(b.text(name))) for name in _COUNTED)
    identified = _differ(doi_of(a)[0], doi_of(b)[0])
    paged = _differ(_first_page(a), _first_page(b))
    made_anew = any(fold(a.text(name)) != fold(b.text(name)) for name in _ANEW) or _translators(a) != _translators(b)
    is_graded = a.type != b.type and {a.type, b.type} <= _GRADES
    booked = [fold(source.text("booktitle", "maintitle")) for source in (a, b)]
    return (
        counted
        or identified
        or paged
        or made_anew
        or is_graded
        or (all(booked) and Indel.normalized_similarity(*booked) < NEAR)
    )


def _translators(source: Source) -> set[str]:
    return {family(name) for name in split_names(source.text("translator")[:LONGEST])}


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _first_page(source: Source) -> str:
    match = _PAGE.search(source.text("pages")[:LONGEST])
    return match[0] if match else ""


def _is_slip(one: str, other: str) -> bool:
    """Whether two titles differ as slips do: by a blank, or a letter of long words; never by a number or a word."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return not _NUMBERED.search(one)
    left, right = set(one.split()), set(other.split())
    only = sorted(left - right), sorted(right - left)
    if len(only[0]) != len(only[1]) or not all(_is_typo(*pair) for pair in zip(*only, strict=True)):
        return False
    return Indel.normalized_similarity(one, other) >= NEAR


def _is_typo(one: str, other: str) -> bool:
    """Whether one word is another but for a letter inside or at its end: `unfair` is no slip for `fair`."""
    if min(len(one), len(other)) < LONG_WORD or _NUMBERED.search(one) or _NUMBERED.search(other):
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1 and not one.endswith(other) and not other.endswith(one)
