"""The titles of a source in, those of its item out: its own, that of what it stands in, short forms, the series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefkit.library.journals import spell_journal
from briefkit.library.latex import read_pieces
from briefkit.library.pieces import Piece, join, to_html, up_to_colon
from briefkit.library.shown import CHAPTERS, Shown
from briefkit.library.terms import TERMS

_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def list_titles(entry: Shown) -> Iterator[tuple[str, str]]:
    """The titles by their names in an item; an empty one is none."""
    is_chapter, is_periodical = entry.kind in CHAPTERS, entry.kind == "periodical"
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


def _addons(entry: Shown, own: Sequence[str], is_periodical: bool) -> tuple[tuple[Piece, ...], ...]:
    first = ("issuesubtitle",) if is_periodical else ()
    return entry.title(*first, own[1], "subtitle"), entry.title(own[2], "titleaddon")


def _whole(title: tuple[Piece, ...], subtitle: tuple[Piece, ...], addon: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return join(".", (join(":", (title, subtitle)), addon)) if title else ()


def _container(entry: Shown) -> tuple[Piece, ...]:
    if entry.kind == "periodical" and entry.has("title"):
        return _whole(entry.pieces("title"), entry.pieces("subtitle", "journalsubtitle"), entry.pieces("titleaddon"))
    name = spell_journal(entry.text("journaltitle", "journal"))
    journal, subtitle = read_pieces(name), entry.pieces("journalsubtitle")
    if entry.kind not in CHAPTERS:
        return _whole(journal, subtitle, ())
    title = entry.title("maintitle", "booktitle") or journal
    return _whole(title, entry.title("mainsubtitle", "booksubtitle") or subtitle, entry.title(*_ADDONS))


_ADDONS = ("maintitleaddon", "booktitleaddon")


def _short_container(entry: Shown, main: bool) -> tuple[Piece, ...]:
    if entry.kind == "periodical" and not main and entry.has("shorttitle"):
        return entry.pieces("shorttitle")
    return entry.pieces("shortjournal")


def _short(entry: Shown, title_is_main: bool, has_addons: bool) -> tuple[Piece, ...]:
    if entry.has("shorttitle") and not title_is_main:
        return entry.title("shorttitle")
    title = entry.title("title")
    short = up_to_colon(title)
    if short is None:
        return title if has_addons and not entry.has("maintitle") else ()
    return short


def _series(entry: Shown) -> tuple[Piece, ...]:
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
