"""A source in, the field that says it was retracted out; the notice of a retraction is another work."""

from __future__ import annotations

import re

from briefkit.library.words import LONGEST, fold
from briefkit.model import Source
from briefkit.patterns import regex

_KIND = r"(?:article|paper|chapter|publication|book|report|preprint|study)"
_MARKED = regex(rf"[\W_]{{0,9}}(?:(?:retracted|withdrawn)(?: {_KIND})? ?[:\]]|(?-i:RETRACTED) )", re.IGNORECASE)
_AT_END = regex(rf"[(\[]retracted(?: {_KIND})?[)\]]\.?$", re.IGNORECASE)
_NOTICE = regex(r"\W{0,9}(?:(?:notice of |statement of )?retraction|correction|expression of concern)\b", re.IGNORECASE)
_ITEM = regex(rf"(?:retracted|withdrawn)(?: {_KIND})?")
_NOTED = regex(
    rf"^(?:retracted|withdrawn)(?: {_KIND})?(?! (?:papers|articles|studies|works|version))\b"
    rf"|^(?:(?:this|the) )?(?:{_KIND} )?(?:was|has been|is) (?:(?:since|later|now) )?(?:retracted|withdrawn)\b"
)
_DIVIDER = regex(r"[,;]")


_FIELDS = ("title", "relatedtype", "pubstate", "keywords", "note", "addendum", "titleaddon")


def find_retraction(source: Source) -> str:
    """The field that says that a source was retracted; an empty string when none does."""
    told = [name for name in _FIELDS if name in source.fields and _may_tell(source.fields[name].value)]
    title = _title(source) if told else ""
    if not told or _NOTICE.match(title):
        return ""
    if fold(source.text("relatedtype")) in ("retraction", "retracted", "retractedby"):
        return "relatedtype"
    if _MARKED.match(title) or _AT_END.search(title[-60:]):
        return "title"
    for name in ("pubstate", "keywords"):
        if any(_ITEM.fullmatch(fold(item)) for item in _DIVIDER.split(source.text(name)[:LONGEST])):
            return name
    for name in ("note", "addendum", "titleaddon"):
        if _NOTED.search(fold(source.text(name))):
            return name
    return ""


def _may_tell(value: str) -> bool:
    """Whether a value may be one of those that tell: a fast look at what hardly any entry has."""
    small = value[:LONGEST].casefold().replace("{", "").replace("}", "")
    return "retract" in small or "withdrawn" in small


def is_notice(source: Source) -> bool:
    """Whether a source is the notice of a retraction or correction, by its title."""
    return bool(_NOTICE.match(_title(source)))


def _title(source: Source) -> str:
    return " ".join(source.text("title")[:LONGEST].replace("{", "").replace("}", "").split())
