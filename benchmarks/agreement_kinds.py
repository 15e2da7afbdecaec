"""A field that briefkit and pandoc read differently in, the kind of difference out, if it is one that is meant."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from briefkit.library.identifiers import split_doi, undo_latex
from briefkit.library.organisations import hold_organisations
from briefkit.library.title_language import language_of
from briefkit.library.titles import is_english
from briefkit.model import Source

DATES = ("issued", "accessed", "original-date", "event-date")
ADDRESSES = ("URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID", "call-number", "other-ids")
PEOPLE = ("author", "editor", "translator", "director", "container-author")
_TAG = re.compile(r"<[^<>]*>")
_PLAIN_DATE = re.compile(r"-?\d{4}(-\d\d(-\d\d)?)?[~?]?")
_ONLY_OURS = re.compile(
    r"\\(?:DH|dh|TH|th|DJ|dj|NG|ng|IJ|ij|text(?:end|em)ash|textbar|texttrademark|mbox|hbox|pkg|proglang|code|acro|CRANpkg|euro|degree|d?dag|hyp)\b"
    r"|\\(?:[qQ]uad|qquad|texttimes|SS|path|og|fg|[gf][lr]qq|space|text|sout|verb|BibTeX|LaTeXe)\b|\\[;:]"
)
"""Commands that print something, which pandoc leaves out."""

_UNESCAPED = re.compile(r"(?<!\\)[%$]")


Json = Any


@dataclass(frozen=True, slots=True)
class Pair:
    """A field of an item as both read it, and what was typed for it: all values of the entry."""

    source: Source
    typed: Source
    name: str
    ours: Json
    theirs: Json

    @property
    def raw(self) -> str:
        """All that the entry says, as typed."""
        return "\n".join(entry.value for entry in self.source.fields.values())


def _is_part(short: str, long: str) -> bool:
    """Whether a text is another one with some letters left out."""
    signs = iter(long)
    return all(sign in signs for sign in short)


def _text(value: Json) -> str:
    return _TAG.sub(
        "", value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""
    )


def _letters(value: Json) -> str:
    """The letters and digits of a value, without their accents."""
    bare = unicodedata.normalize("NFKD", _text(value).replace("\u0131", "i").replace("\u0237", "j"))
    return "".join(sign for sign in bare if sign.isalnum())


def _is_command(pair: Pair) -> bool:
    """Pandoc's text is ours with something left out, and ours still has a command, or one that only we know."""
    keeps = "\\" in _text(pair.ours) or _ONLY_OURS.search(pair.raw) is not None
    return keeps and pair.name not in ADDRESSES and _is_part(_letters(pair.theirs), _letters(pair.ours))


def _is_break(pair: Pair) -> bool:
    has_break = re.search(r"\n\s*\n|\\\\|\\newline|\\par\b|\\-", pair.raw) is not None
    return has_break and _letters(pair.ours) == _letters(pair.theirs)


def _is_date(pair: Pair) -> bool:
    if pair.name == "status":
        return pair.theirs is None
    if pair.name not in DATES or pair.ours is None:
        return False
    theirs = (pair.theirs or {}).get("date-parts", [])
    ours = pair.ours.get("date-parts", [])
    prefix = {"issued": "", "accessed": "url", "original-date": "orig", "event-date": "event"}[pair.name]
    typed = pair.source.text(f"{prefix}date", f"{prefix}year").strip()
    is_less = not theirs or theirs == [[0]] or (bool(ours) and ours[0][: len(theirs[0])] == theirs[0])
    return is_less and not (_PLAIN_DATE.fullmatch(typed) and not pair.source.text("month"))


def _is_type(pair: Pair) -> bool:
    is_alias = pair.source.type == "conference" and pair.name in (*INHERITED, "type", "number", "collection-number")
    return is_alias or (pair.name == "type" and pair.theirs == "")


def _is_empty(pair: Pair) -> bool:
    return pair.ours is None and (_text(pair.theirs).strip() == "" or pair.theirs == {"date-parts": [[0]]})


def _is_address(pair: Pair) -> bool:
    if pair.name not in ADDRESSES or not isinstance(pair.theirs, str):
        return False
    bare = pair.theirs.replace("/abs/arXiv:", "/abs/")
    return pair.ours in (undo_latex(pair.theirs), split_doi(pair.theirs)[1], pair.theirs.strip(), bare)


def _is_inherited(pair: Pair) -> bool:
    is_own_year = pair.name == "issued" and "date" not in pair.typed.fields and "year" in pair.typed.fields
    return not {"crossref", "xdata"}.isdisjoint(pair.typed.fields) and (pair.name in INHERITED or is_own_year)


INHERITED = (
    "title",
    "jurisdiction",
    "title-short",
    "container-title",
    "container-author",
    "volume-title",
    "container-title-short",
)


def _is_lost(pair: Pair) -> bool:
    return bool(_UNESCAPED.search(pair.raw)) and _is_part(_letters(pair.theirs), _letters(pair.ours))


def _is_issue(pair: Pair) -> bool:
    number, issue = pair.source.text("number"), pair.source.text("issue")
    return pair.name == "issue" and bool(issue) and number in ("", issue)


def _is_name(pair: Pair) -> bool:
    if pair.name in HOUSES:
        return _ITEM.split(_text(pair.ours)) == _ITEM.split(_text(pair.theirs))
    if pair.name not in PEOPLE:
        return False
    theirs = [one.get(part, "") for one in pair.theirs or () for part in ("dropping-particle", "non-dropping-particle")]
    return (
        hold_organisations(pair.raw) != pair.raw
        or any(part and not part.lstrip("'\u2019")[:1].islower() for part in theirs)
        or re.search(r"\sA[Nn]D\s", pair.raw) is not None
    )


HOUSES = ("original-publisher-place", "publisher", "publisher-place")
_ITEM = re.compile(r";? and |; |, ")


def _is_sign(pair: Pair) -> bool:
    has_sign = re.search(r"[`']|\\[ij]\b|\\[=.^~\"]", pair.raw) is not None
    keeps_capitals = ("title" in pair.name or pair.name == "event") and (
        re.search(r"[\u00b0$]|\\textsu|\\(?:text)?degree|(?<![^\W_])[A-Z](?![^\W_])", pair.raw) is not None
        or not is_english(language_of(pair.source))
    )
    ours, theirs = _letters(pair.ours), _letters(pair.theirs)
    is_same = (has_sign and ours == theirs) or (keeps_capitals and ours.casefold() == theirs.casefold())
    return is_same and pair.name not in ADDRESSES


@dataclass(frozen=True, slots=True)
class Difference:
    """A kind of difference that is meant, why, and how it is told."""

    name: str
    reason: str
    explains: Callable[[Pair], bool]


DELIBERATE = (
    Difference("type", "no style knows an empty type: what pandoc has no name for is a document", _is_type),
    Difference("empty field", "a field that says nothing is left out, not printed as nothing or the year 0", _is_empty),
    Difference("date", "open ends, 199X, names of months and 'circa' are read; pandoc drops them", _is_date),
    Difference("address", "identifiers are given without LaTeX, blanks and the address of a resolver", _is_address),
    Difference("sign", "quotation marks stay single; Vitamin D, U.S. and German nouns keep capitals", _is_sign),
    Difference("break", "two paragraphs are parted by a blank, not glued together", _is_break),
    Difference(
        "command",
        "the words of commands that pandoc does not know are kept, and what stands behind a bare % or $",
        lambda pair: _is_command(pair) or _is_lost(pair),
    ),
    Difference("issue", "an issue without a number is the number, and one that is the same is told once", _is_issue),
    Difference(
        "inheritance", "a chapter takes its book's title as booktitle, whatever the type of the book", _is_inherited
    ),
    Difference(
        "name",
        "'AND' parts names as 'and' does, a prefix begins with a small letter, and houses keep their 'and'",
        _is_name,
    ),
)
