"""The pages of a source: what is wrong with them, and the ranges of plain figures they are made of.

    pages = part ("," | ";" | "&" | "and") part ...
    part  = page | page dash page       dash: "--" (biblatex, BibTeX) or an en dash

Roman numerals, electronic ids and pages with letters (`S12--S15`, `e1034`, `123+`) are pages too, and are not compared.
Whether a source is so long that a reader who looks for a passage needs its page follows from them, or from its type.
"""

from __future__ import annotations

import re
from enum import Enum

from briefkit.library.fields import TYPES
from briefkit.model import Source
from briefkit.patterns import regex

LONGEST = 1000
"""Pages are not longer: of a longer value only so much is looked at."""

_LATEX = (
    ("\\textendash", "\u2013"),
    ("\\textemdash", "\u2014"),
    ("\\nobreakdash", ""),
    ("\\bibrangedash", "\u2013"),
    ("\\,", " "),
    ("\\&", "&"),
    ("~", " "),
)
_NO_TEXT = regex(r"[{}$]")
_PARTS = regex(r"[,;&]|\band\b")
_RANGE = regex(
    r"(?P<start>\d+)\s*(?P<dash>-{1,6}|[\u2010-\u2015\u2212]-{1,2}|-{0,2}[\u2010-\u2015\u2212])\s*(?P<end>\d+)"
)
_PAGE = regex(r"\d+")
_PREFIX = regex(
    r"[,;\s]*(?:pp|pages?|pgs?|p[aá]g(?:ina)?s?|p|seiten?)(?:[.:]\s*|\s+)(?=[\divxlc])|pp(?=\d)|S\.\s*(?=\d)",
    re.IGNORECASE,
)
_TOTAL = regex(r"\d+\s*(?:pp|p|pages?|pgs|seiten)\.?", re.IGNORECASE)
_WORDY = regex(r"(?P<start>\d+)\s*(?:to|bis|à|thru|through)\s*(?P<end>\d+)", re.IGNORECASE)
_SUFFIX = regex(r"(?P<rest>\d+\s*(?:--?|\u2013)\s*\d+)\s*(?:pp?|pages?|pgs|seiten)\.?", re.IGNORECASE)
_NONE_YET = regex(
    r"[-\u2010-\u2015\s]+|pages?|[(\[]?(?:in (?:press|print)|forthcoming|to appear|under review|accepted|submitted"
    r"|online first|early (?:view|access)|(?:e-?pub )?ahead of print|e-?pub|im (?:druck|erscheinen)|sous presse"
    r"|en prensa|no prelo)[)\]]?\.?",
    re.IGNORECASE,
)
_EM = ("\u2014", "\u2015", "---")
_LETTERED = regex(r"(?P<start>(?P<letter>[A-Za-z]{1,3})\d{1,9})\s*-\s*(?P<end>(?P=letter)\d{1,9})")
"""Pages of a supplement or of articles online: `S12-S15`."""

_ITSELF = regex(r"\s*(?P<page>\w+)\s*(?:--?|\u2013)\s*(?P=page)\s*")
_ROMAN = regex(r"(?P<start>[ivxlc]{1,9})\s*-\s*(?P<end>[ivxlc]{1,9})")
_FOLLOWED = r"\w+(?:--\w+|(?<=\df)\.|(?<=\dff)\.)?"
_SURE = regex(rf"{_FOLLOWED}(?:(?:[,;] ?| and ){_FOLLOWED})*")
_RIS = regex(r"(?P<page>[A-Za-z]?\d+)\s+EP(?:\s+-)?", re.IGNORECASE)
"""A first page, and the tag of a last one that is not there: `1110 EP  -`, as a publisher exports it."""

_OPEN = regex(r"\d+\s*[-\u2010\u2011\u2212]")
"""A page and a hyphen, as somebody leaves it who did not see the last page; with two, biblatex takes it as meant."""

_DIGITS = 20
"""Of a figure no more is read."""

_SINGLE = ("-", "\u2010", "\u2011", "\u2012", "\u2212")


class Fault(Enum):
    """What can be wrong with pages: they ..."""

    NONE = ""
    PREFIX = "begin with a word for pages, which the style puts itself"
    TOTAL = "say how many there are, not which"
    TAG = "hold the tag of a last page, 'EP', and no last page"
    SUFFIX = "end with a word for pages, which the style puts itself"
    WORD = "have a word between them"
    DASH = "have an em dash between them"
    MIXED = "have dashes of two kinds between them"
    BACKWARDS = "end before they start"
    OPEN = "have no end"
    HYPHEN = "have a single hyphen between them"
    NONE_YET = "are none"


def judge_pages(value: str) -> tuple[Fault, str]:
    """What is wrong with pages, and what to write for them; an empty text where that cannot be told."""
    text = _plain(value)
    if _NONE_YET.fullmatch(text):
        return Fault.NONE_YET, ""
    if prefix := _PREFIX.match(text):
        return Fault.PREFIX, _mend(text[prefix.end() :])
    if _TOTAL.fullmatch(text):
        return Fault.TOTAL, ""
    if tagged := _RIS.fullmatch(text):
        return Fault.TAG, tagged["page"]
    if suffix := _SUFFIX.fullmatch(text):
        return Fault.SUFFIX, _mend(suffix["rest"])
    if wordy := _WORDY.fullmatch(text):
        return Fault.WORD, f"{wordy['start']}--{wordy['end']}"
    if _OPEN.fullmatch(text):
        return Fault.OPEN, ""
    parts = [part.strip() for part in _PARTS.split(text)]
    ranges = [match for part in parts if (match := _RANGE.fullmatch(part))]
    if any(match["dash"] in _EM or match["dash"].startswith("---") for match in ranges):
        return Fault.DASH, _mend(text)
    if any(len(set(match["dash"])) > 1 for match in ranges):
        return Fault.MIXED, _mend(text)
    if any(match["dash"] not in _SINGLE and _is_backwards(match) for match in ranges):
        return Fault.BACKWARDS, ""
    if any(match["dash"] in _SINGLE and not _is_backwards(match) for match in ranges):
        return Fault.HYPHEN, _mend(text)
    if not ranges and any(_LETTERED.fullmatch(part) or _ROMAN.fullmatch(part) for part in parts):
        return Fault.HYPHEN, _mend(text)
    return Fault.NONE, ""


def mend_pages(value: str) -> str:
    """What to write for faulty pages where that is sure: figures, letters and ranges of them, and nothing else."""
    mended = judge_pages(value)[1] if len(value) <= LONGEST and "$" not in value else ""
    return mended if _SURE.fullmatch(mended) and judge_pages(mended)[0] is Fault.NONE else ""


def read_ranges(value: str) -> tuple[tuple[int, int], ...]:
    """The ranges of pages in plain figures, ends written out; nothing if any part is something else."""
    found: list[tuple[int, int]] = []
    for part in _PARTS.split(_plain(value)):
        match = _RANGE.fullmatch(part.strip())
        if match and not _is_backwards(match):
            found.append((int(match["start"][:_DIGITS]), int(_whole_end(match)[:_DIGITS])))
        elif _PAGE.fullmatch(part.strip()):
            found.append((int(part.strip()[:_DIGITS]),) * 2)
        else:
            return ()
    return tuple(found)


def _plain(value: str) -> str:
    text = value[:LONGEST]
    for command, sign in _LATEX:
        text = text.replace(command, sign)
    return " ".join(_NO_TEXT.sub("", text).split())


def _whole_end(match: re.Match[str]) -> str:
    """The end of a range with the figures it shares with the start: 129 for `123--9`."""
    start, end = match["start"], match["end"]
    return start[: len(start) - len(end)] + end if len(end) < len(start) else end


def _is_backwards(match: re.Match[str]) -> bool:
    end, start = _whole_end(match).lstrip("0"), match["start"].lstrip("0")
    return (len(end), end) < (len(start), start)


def _mend(text: str) -> str:
    """The same pages with each range of figures as biblatex has it."""
    pieces = re.split(rf"({_PARTS.pattern})", text.strip())
    return "".join(_mend_part(piece) for piece in pieces)


def _mend_part(part: str) -> str:
    match = _LETTERED.fullmatch(part.strip()) or _ROMAN.fullmatch(part.strip())
    return part.replace(match[0], _write(match)) if match else _RANGE.sub(_write, part)


def _write(match: re.Match[str]) -> str:
    """A range with two hyphens; one page where it ends on the page on which it starts."""
    return match["start"] if match["start"] == match["end"] else f"{match['start']}--{match['end']}"


def join_dashes(value: str) -> str:
    """Pages as typed, but with two hyphens where dashes of two kinds, or too many, stand between them: `85–-92`."""
    return _MIXED.sub("--", value)


_MIXED = regex(r"(?<=\w)\s*-{4,}\s*(?=\w)|[\u2010-\u2015]-{1,2}|-{1,2}[\u2010-\u2015]")


def as_one_page(value: str) -> str:
    """Pages as typed, but one page where databases give `421--421` or `421 EP  -`."""
    match = _ITSELF.fullmatch(value) or _RIS.fullmatch(" ".join(value.split())) if len(value) <= LONGEST else None
    return match["page"] if match else value


_WHOLE_TYPES = frozenset(
    "book booklet collection manual mvbook mvcollection mvproceedings mvreference proceedings reference report"
    " thesis".split()
)
"""Types of works that stand by themselves and have many pages unless they say otherwise."""

_PART_TYPES = frozenset(
    "article bookinbook inbook incollection inproceedings inreference suppbook suppcollection suppperiodical".split()
)
"""Types of works that are on some pages of a larger one."""

_NEWS = frozenset(("newspaper", "newspaperarticle", "news", "blog", "blogpost"))
_NUMBER = regex(r"\d{1,6}")

LONG = 10
"""A source with more pages than this is long."""


def is_long(source: Source) -> bool:
    """Whether the source has more than LONG pages: as it says, or as works of its type have.

    What is still to appear has no pages yet, and what was read elsewhere, as `pubstate` may say, has others.
    """
    kind = TYPES.get(source.type, source.type)
    is_news = source.text("entrysubtype").strip().lower() in _NEWS
    if kind not in _WHOLE_TYPES | _PART_TYPES or is_news or source.text("pubstate"):
        return False
    if total := _NUMBER.search(source.text("pagetotal", "numpages")[:40]):
        return int(total[0]) > LONG
    pages = sum(end - start + 1 for start, end in read_ranges(source.text("pages")))
    return pages > LONG if pages else kind in _WHOLE_TYPES


def stands_alone(source: Source) -> bool:
    """Whether the source is a whole work, such as a book or report, and no article or chapter."""
    return TYPES.get(source.type, source.type) in _WHOLE_TYPES
