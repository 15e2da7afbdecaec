"""A list of retracted works as CSV in, what it says of each DOI out; InputError with line and cure for a bad file.

The columns are those of the list that Retraction Watch publishes; of any other list the column with the DOIs will do:
then every work in it counts as retracted. Cells are parted by commas, semicolons or tabs, as the first line tells.

What an entry says of its own retraction is found too; the notice of a retraction is another work.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from briefkit.errors import InputError
from briefkit.library.braces import drop_braces
from briefkit.library.identifiers import is_doi, split_doi
from briefkit.library.words import LONGEST, fold
from briefkit.model import Source
from briefkit.patterns import regex
from briefkit.text import shorten
from briefkit.values import Value

DELIMITERS = ",;\t"
RETRACTED, OF_CONCERN, CORRECTED = "retraction", "expression of concern", "correction"
_REINSTATED = "reinstatement"
_GRAVITY = (RETRACTED, OF_CONCERN, CORRECTED)

_WORK = ("originalpaperdoi", "originaldoi", "paperdoi", "articledoi", "doi")
_NOTICE = ("retractiondoi", "noticedoi")
_NATURE = ("retractionnature", "nature")
_DATE = ("retractiondate", "date")
_REASON = ("reason", "reasons")
_LETTERS = regex(r"[^a-z]+")
_US_DATE = regex(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: .*)?")
_LONGEST = 2_000


class Retraction(Value):
    """What a list says of a work: its kind of notice, when and why it was given, and the DOI of the notice."""

    nature: str
    date: str = ""
    reason: str = ""
    notice: str = ""


class _Columns(Value):
    """Where in a row stands what; -1 for what a list does not have."""

    work: int
    notice: int
    nature: int
    date: int
    reason: int


def read_retractions(text: str, path: str) -> Mapping[str, Retraction]:
    """For each DOI, in its one spelling, the gravest that the list says of it; what was reinstated is left out."""
    head, _, _ = text.partition("\n")
    delimiter = max(DELIMITERS, key=head.count)
    rows = _read_rows(text, path, delimiter)
    _, names = next(rows, (1, ()))
    columns = _find_columns(names, path)
    found: dict[str, Retraction] = {}
    back: dict[str, str] = {}
    for line, row in rows:
        if len(row) != len(names):
            _refuse_uneven(row, names, columns.work, f"{path}, line {line:,}", line)
        doi = _read_doi(row[columns.work])
        one = _read_row(row, columns) if doi else None
        if one is not None and one.nature == _REINSTATED:
            back[doi] = max(back.get(doi, ""), one.date)
        elif one is not None and _is_graver(one, found.get(doi)):
            found[doi] = one
    return {doi: one for doi, one in found.items() if doi not in back or one.date > back[doi]}


def _read_rows(text: str, path: str, delimiter: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows that are not empty, each with the line on which it starts."""
    reader = csv.reader(text.split("\n"), delimiter=delimiter, strict=True)
    line = 1
    try:
        for row in reader:
            if any(row):
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        hint = 'put a cell with quotation marks in it between quotation marks, and write each of them twice: ""'
        raise InputError(f"{path}, line {line:,}: this row is no CSV: {error}", hint, line) from error


def _find_columns(names: Sequence[str], path: str) -> _Columns:
    folded = [_LETTERS.sub("", name.casefold()) for name in names]
    work = _find(folded, _WORK)
    if work < 0:
        others = (at for at, name in enumerate(folded) if "doi" in name and name not in _NOTICE)
        work = next(others, -1)
    if work < 0:
        hint = "name the columns in its first line; that of the retracted works OriginalPaperDOI, or DOI"
        raise InputError(f"{path}, line 1: no column of this list is called DOI", hint, 1)
    return _Columns(work, *(_find(folded, names) for names in (_NOTICE, _NATURE, _DATE, _REASON)))


def _find(folded: Sequence[str], names: Sequence[str]) -> int:
    return next((folded.index(name) for name in names if name in folded), -1)


def _refuse_uneven(row: Sequence[str], names: Sequence[str], work: int, where: str, line: int) -> None:
    """A row may lack cells at its end, and have empty ones there; else its cells are not where they should be."""
    if any(row[len(names) :]) or len(row) <= work:
        hint = "put a cell with a comma in it between quotation marks"
        raise InputError(f"{where}: this row has {len(row)} cells, and the first line {len(names)}", hint, line)


def _read_doi(cell: str) -> str:
    """A DOI as it is compared; `unavailable` and the like are none."""
    if "10." not in cell:
        return ""
    bare = cell[:_LONGEST].strip()
    bare = (bare if bare.startswith("10.") else split_doi(bare)[1]).rstrip(".,;/")
    return bare.casefold() if is_doi(bare) else ""


def _read_row(row: Sequence[str], columns: _Columns) -> Retraction | None:
    """What a row says; nothing when it speaks of something else."""
    known = _read_nature(_cell(row, columns.nature)) if columns.nature >= 0 else RETRACTED
    if not known:
        return None
    reason, notice = _read_reason(_cell(row, columns.reason)), _read_doi(_cell(row, columns.notice))
    return Retraction(known, _read_date(_cell(row, columns.date)), reason, notice)


@lru_cache(64)
def _read_nature(cell: str) -> str:
    nature = _LETTERS.sub(" ", cell.casefold()).strip()
    return next((name for name in (*_GRAVITY, _REINSTATED) if nature.startswith(name[:7])), "")


@lru_cache(4096)
def _read_reason(cell: str) -> str:
    """`+Error in Data;+Duplication` as words."""
    return shorten("; ".join(part.strip(" +") for part in cell[:_LONGEST].split(";") if part.strip(" +")), 200)


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if 0 <= at < len(row) else ""


def _read_date(cell: str) -> str:
    """A date as year-month-day: the list of Retraction Watch has the month first, and a time after it."""
    match = _US_DATE.fullmatch(cell)
    return f"{match[3]}-{match[1]:0>2}-{match[2]:0>2}" if match else shorten(cell)


def _is_graver(one: Retraction, other: Retraction | None) -> bool:
    return other is None or _GRAVITY.index(one.nature) < _GRAVITY.index(other.nature)


_KIND = r"(?:article|paper|chapter|publication|book|report|preprint|study)"
_MARKED = regex(rf"[\W_]{{0,9}}(?:(?:retracted|withdrawn)(?: {_KIND})? ?[:\]]|(?-i:RETRACTED) )", re.IGNORECASE)
_AT_END = regex(rf"[(\[]retracted(?: {_KIND})?[)\]]\.?$", re.IGNORECASE)
_IS_NOTICE = regex(
    r"\W{0,9}(?:(?:notice of |statement of )?retraction|correction|expression of concern)\b", re.IGNORECASE
)
_ITEM = regex(rf"(?:retracted|withdrawn)(?: {_KIND})?")
_SAYS_SO = regex(
    rf"^(?:retracted|withdrawn)(?: {_KIND})?(?! (?:papers|articles|studies|works|version))\b"
    rf"|^(?:(?:this|the) )?(?:{_KIND} )?(?:was|has been|is) (?:(?:since|later|now) )?(?:retracted|withdrawn)\b"
)
_DIVIDER = regex(r"[,;]")


_FIELDS = ("title", "relatedtype", "pubstate", "keywords", "note", "addendum", "titleaddon")


def find_retraction(source: Source) -> str:
    """The field that says that a source was retracted; an empty string when none does."""
    told = [name for name in _FIELDS if name in source.fields and _may_tell(source.fields[name].value)]
    title = _title(source) if told else ""
    if not told or _IS_NOTICE.match(title):
        return ""
    if fold(source.text("relatedtype")) in ("retraction", "retracted", "retractedby"):
        return "relatedtype"
    if _MARKED.match(title) or _AT_END.search(title[-60:]):
        return "title"
    for name in ("pubstate", "keywords"):
        if any(_ITEM.fullmatch(fold(item)) for item in _DIVIDER.split(source.text(name)[:LONGEST])):
            return name
    for name in ("note", "addendum", "titleaddon"):
        if _SAYS_SO.search(fold(source.text(name))):
            return name
    return ""


def _may_tell(value: str) -> bool:
    """Whether a value may be one of those that tell: a fast look at what hardly any entry has."""
    small = drop_braces(value[:LONGEST].casefold())
    return "retract" in small or "withdrawn" in small


def is_notice(source: Source) -> bool:
    """Whether a source is the notice of a retraction or correction, by its title."""
    return bool(_IS_NOTICE.match(_title(source)))


def _title(source: Source) -> str:
    return " ".join(drop_braces(source.text("title")[:LONGEST]).split())
