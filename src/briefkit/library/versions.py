"""Sources in, what of them has a later version out: preprints that were published, editions that were revised.

Two versions have the same title, but for capitals, signs and an article before it, and the same first author.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from briefkit.library.dates import years_of
from briefkit.library.fields import TYPES
from briefkit.library.names import first_name
from briefkit.library.numbers import ORDINALS
from briefkit.library.twins import doi_of
from briefkit.library.words import LONGEST, family, fold
from briefkit.model import Source
from briefkit.patterns import regex

SHORT = 500
"""Of fields that are no titles or names only so much is looked at."""

_ARTICLES = regex(r"^(?:the|an?|der|die|das|les?|la|el|los|las) ")
_SERVERS = frozenset(
    "arxiv biorxiv medrxiv chemrxiv psyarxiv socarxiv engrxiv eartharxiv edarxiv ssrn repec hal preprints osf zenodo"
    " researchsquare techrxiv".split()
)
_SERVER_DOIS = ("10.48550/", "10.2139/", "10.1101/", "10.31234/", "10.31235/", "10.20944/", "10.21203/", "10.26434/")
_SAYS_SO = regex(
    r"\b(?:pre-?print|[a-z]{2,6}rxiv|ssrn|(?:working|discussion)[\s~]paper|research square)\b", re.IGNORECASE
)
_UNFINISHED = frozenset(("inpreparation", "submitted", "preprint", "prepublished", "working paper", "workingpaper"))
_LOOSE = frozenset("article misc online report unpublished preprint workingpaper manuscript".split())
"""Types in which preprints are entered."""

_HOUSED = frozenset(("article", "inproceedings", "incollection", "inbook", "book", "collection"))
_WHERE = ("journaltitle", "journal", "booktitle", "publisher", "crossref")
_OUTLETS = ("journaltitle", "journal", "howpublished", "publisher", "institution", "organization", "type", "note")
_PUBLISHED = regex(
    r"^(?:it )?(?:was |has been )?(?:now |since |later |subsequently )?(?:published|appeared) (?:as|in|at|by)\b"
)
_REPLACED = regex(
    r"^(?:(?:this|the) \w+ )?(?:is |was |has been |now )?(?:superseded|replaced) by\b|^(?:superseded|withdrawn)$"
)
_BECAME = frozenset(("published", "publishedas", "publishedin", "publishedversion", "ispreprintof", "preprintof"))
_GAVE_WAY = frozenset(("supersededby", "replacedby", "newedition", "newversion", "isreplacedby", "obsoletedby"))

_BOOKS = frozenset(
    "book collection manual mvbook mvcollection mvreference proceedings reference report standard".split()
)
_EDITION = regex(r"(\d{1,3})(?:st|nd|rd|th|e|a|o)?(?: (?:edition|edn?|aufl|auflage|rev|revised).*)?")


# --- preprints -------------------------------------------------------------------------------


def is_preprint(source: Source) -> bool:
    """Whether a source is a version that was not published yet: it lies on a server for preprints, or says so."""
    kind = TYPES.get(source.type, source.type)
    if kind not in _LOOSE:
        return False
    if kind in ("unpublished", "preprint", "workingpaper", "manuscript"):
        return True
    if "pubstate" in source.fields and fold(source.fields["pubstate"].value[:SHORT]) in _UNFINISHED:
        return True
    if source.text("journaltitle", "journal", "booktitle"):
        return _says_so(source, ("journaltitle", "journal"))
    is_served = source.text("eprinttype", "archiveprefix", "archive")[:SHORT].strip().casefold() in _SERVERS
    return is_served or doi_of(source)[0].startswith(_SERVER_DOIS) or _says_so(source, _OUTLETS)


def _says_so(source: Source, names: Iterable[str]) -> bool:
    return any(name in source.fields and _SAYS_SO.search(source.fields[name].value[:SHORT]) for name in names)


def is_published(source: Source) -> bool:
    """Whether a source has a journal, a book or a house, and is no preprint."""
    kind = TYPES.get(source.type, source.type)
    return kind in _HOUSED and bool(source.text(*_WHERE)) and not is_preprint(source)


def says_published(source: Source) -> str:
    """The field in which a preprint says that it was published; else an empty string."""
    if _relation(source) in _BECAME:
        return "relatedtype"
    return _find_saying(source, ("note", "addendum", "howpublished", "pubstate"), _PUBLISHED)


# --- editions --------------------------------------------------------------------------------


def says_superseded(source: Source) -> str:
    """The field in which a source says that another took its place; else an empty string."""
    if _relation(source) in _GAVE_WAY:
        return "relatedtype"
    return _find_saying(source, ("note", "addendum", "pubstate"), _REPLACED)


def _relation(source: Source) -> str:
    return fold(source.text("relatedtype")[:SHORT]).replace(" ", "") if "relatedtype" in source.fields else ""


def _find_saying(source: Source, names: Iterable[str], pattern: re.Pattern[str]) -> str:
    saying = (name for name in names if name in source.fields)
    return next((name for name in saying if pattern.search(fold(source.fields[name].value[:SHORT]))), "")


def edition_of(source: Source) -> int:
    """The number of an edition; 0 where there is none, or it is no book."""
    if "edition" not in source.fields or TYPES.get(source.type, source.type) not in _BOOKS:
        return 0
    text = fold(source.fields["edition"].value[:SHORT])
    first = text.partition(" ")[0]
    match = _EDITION.fullmatch(text)
    return int(match[1]) if match else ORDINALS.index(first) + 1 if first in ORDINALS else 0


def is_later_edition(source: Source, other: Source) -> bool:
    """Whether the second is a later edition than the first, by its number and not against its year."""
    if not 0 < edition_of(source) < edition_of(other):
        return False
    years = [years_of(one.text("date", "year")) for one in (source, other)]
    in_order = not all(years) or max(years[0]) <= max(years[1])
    return in_order and all(_agree(source, other, name) for name in ("volume", "part", "langid", "language"))


def _agree(source: Source, other: Source, name: str) -> bool:
    one, two = fold(source.text(name)[:SHORT]), fold(other.text(name)[:SHORT])
    return not (one and two) or one == two


# --- finding them ----------------------------------------------------------------------------


def find_later(
    sources: Iterable[Source], candidates: Iterable[Source], is_later: Callable[[Source, Source], bool]
) -> Iterator[tuple[Source, Source]]:
    """Pairs of a source and a candidate that is a later version of it.

    `twins.marks` tells such pairs in an index: they have one family name and one title.
    """
    early: dict[tuple[str, str], list[Source]] = {}
    for source in sources:
        if name := name_of(source):
            early.setdefault(name, []).append(source)
    titles = {title for _, title in early}
    for other in candidates if early else ():
        if title_of(other) in titles and (name := name_of(other)) in early:
            for source in early[name][:MOST]:
                if source.key != other.key and is_later(source, other):
                    yield source, other


MOST = 20
"""How many early versions of one work are compared with each later one."""


def name_of(source: Source) -> tuple[str, str] | None:
    """What two versions have in common: the family name of the first author, and the title."""
    title = title_of(source)
    first = (
        family(first_name(source.text("author", "editor", "organization", "institution")[:LONGEST])) if title else ""
    )
    return (first, title) if first else None


def title_of(source: Source) -> str:
    """The title and the subtitle, folded, without an article before it."""
    title = source.fields["title"].value if "title" in source.fields else ""
    under = source.fields["subtitle"].value if "subtitle" in source.fields else ""
    return _ARTICLES.sub("", fold(f"{title[:SHORT]} {under[:SHORT]}"))
