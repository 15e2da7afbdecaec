"""Sources in, the same in the names of BibTeX out: its types, its fields, its months; and the text of either out.

What BibTeX has a name for gets that name. What it cannot say is kept under the name it has: a type that becomes @misc
or one of several in `entrytype`, a date that is more than a day in `date`. A name that is taken is not taken twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from briefkit.library.braces import balance, is_braced, spell_braces
from briefkit.library.dates import years_of
from briefkit.library.fields import TYPES
from briefkit.library.items import MONTHS
from briefkit.library.names import NAME_FIELDS, Name, split_names
from briefkit.library.people import split_list
from briefkit.library.terms import TERMS
from briefkit.model import Field, Source
from briefkit.patterns import regex
from briefkit.values import replace

BIBTEX_TYPES = frozenset(
    "article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis proceedings"
    " techreport unpublished".split()
)

_SYNONYMS: Mapping[str, str] = {"report": "techreport", "online": "misc", "electronic": "misc", "www": "misc"}
"""Types that say the same in BibTeX; a page on the web is known by its address."""

_NEAREST: Mapping[str, str] = {
    **dict.fromkeys(("bookinbook", "suppbook", "suppcollection", "inreference"), "incollection"),
    **dict.fromkeys(("collection", "reference", "mvbook", "mvcollection", "mvreference"), "book"),
    **dict.fromkeys(("review", "suppperiodical"), "article"),
    "mvproceedings": "proceedings",
    "thesis": "phdthesis",
}
"""The nearest that BibTeX has; all others are @misc."""

_THESES: Mapping[str, str] = {"mathesis": "mastersthesis", "mastersthesis": "mastersthesis", "phdthesis": "phdthesis"}
"""What biblatex says in `type`, and BibTeX in the type of the entry."""

_FIELDS: Mapping[str, str] = {
    "annotation": "annote",
    "eprintclass": "primaryclass",
    "eprinttype": "archiveprefix",
    "journaltitle": "journal",
    "location": "address",
    "sortkey": "key",
}
_DATE = regex(r"\s*(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?\s*")
_BEFORE = regex(r"\s*-\d{4}\s*")
"""A year before 1: a `date` has the year 0 before it, which is 1 B.C., a `year` has not."""

_NAMES = tuple(MONTHS)
_JOINED = {"title": "subtitle", "booktitle": "booksubtitle", "issuetitle": "issuesubtitle"}
"""Titles in two parts: BibTeX has a field for one."""

_CAPITAL = regex(r"\A(?=[^\W\d_])[^\W_a-z][\w'\u2019-]*")
_ISSUE: Mapping[str, str] = {"title": "journal", "issuetitle": "title"}
"""An issue with a title of its own: that of the periodical is the journal's."""


def as_bibtex(source: Source) -> Source:
    """A source (resolved) as BibTeX names it; values are as typed, but for dates, months and titles in two parts.

    Fields without a value are left out.
    """
    source = replace(source, fields={name: field for name, field in source.fields.items() if field.value.strip()})
    kind, issue = _find_type(source), _ISSUE if _is_issue(source) else {}
    fields: dict[str, Field] = {}
    for name, field in source.fields.items():
        for new, value in _say(source, kind, name):
            new = issue.get(name, new)
            is_free = name in issue or new == name or not (new in source.fields or new in fields)
            fields.setdefault(new if is_free else name, replace(field, value=value))
    for name, value in _tell_type(source, kind):
        fields.setdefault(name, Field(value, source.place.line))
    return replace(source, type=kind, fields=fields)


def _is_issue(source: Source) -> bool:
    """Whether a source is an issue of a periodical with a title of its own."""
    return (
        source.type == "periodical" and bool(source.text("issuetitle")) and not source.text("journaltitle", "journal")
    )


def _find_type(source: Source) -> str:
    kind = TYPES.get(source.type, source.type)
    if kind == "inbook" and source.text("booktitle"):
        return "incollection"  # BibTeX's @inbook is a part of one book, with the title of the book
    if source.type in BIBTEX_TYPES:
        return source.type
    if kind == "thesis" and source.text("type") in _THESES:
        return _THESES[source.text("type")]
    return _SYNONYMS.get(kind) or _NEAREST.get(kind) or (kind if kind in BIBTEX_TYPES else "misc")


def _tell_type(source: Source, kind: str) -> Iterator[tuple[str, str]]:
    """What the type of an entry does not say in BibTeX."""
    is_thesis = TYPES.get(source.type, source.type) == "thesis" and source.type not in BIBTEX_TYPES
    if is_thesis and not source.text("type"):
        yield "type", "Thesis"
    if source.type not in (kind, *_SYNONYMS) and source.text("type") not in _THESES:
        yield "entrytype", source.type


def _say(source: Source, kind: str, name: str) -> Iterator[tuple[str, str]]:
    """A field in BibTeX's names: one pair, several for a date, none where another field or the type says it."""
    value = source.fields[name].value
    if name == "date" and not any(part in source.fields for part in ("year", "month", "day")):
        yield from _say_date(value)
    elif name == "month" and value.strip().isdecimal() and 1 <= int(value.strip()[:3]) <= 12:
        yield name, _NAMES[int(value.strip()[:3]) - 1]
    elif name in _JOINED and source.text(name):
        yield name, _join(value, source.text(_JOINED[name]))
    elif name in NAME_FIELDS:
        yield name, write_names(value)
    elif name == "location" or (name == "type" and not _is_said(source, kind, name, value)):
        yield _FIELDS.get(name, name), _put_in_words(value)
    elif name == "institution" and kind in _THESES.values():
        yield "school", value
    elif not _is_said(source, kind, name, value):
        yield _FIELDS.get(name, name), value


def _put_in_words(value: str) -> str:
    """A list with words for what biblatex has keys for: `countryfr` is France."""
    items = [item.strip() for item in split_list(value)]
    return " and ".join(TERMS.get(item, item) for item in items) if TERMS.keys() & set(items) else value


def _is_said(source: Source, kind: str, name: str, value: str) -> bool:
    """Whether a title or the type of the entry says what a field does."""
    if name == "type":
        return _THESES.get(value.strip(), value.strip()) == kind
    return any(name == part and source.text(whole) for whole, part in _JOINED.items())


def _say_date(value: str) -> Iterator[tuple[str, str]]:
    match = _DATE.fullmatch(value)
    if match:
        yield "year", match["year"]
        if match["month"]:
            yield "month", _NAMES[int(match["month"]) - 1]
        if match["day"]:
            yield "day", str(int(match["day"]))
        return
    if years := years_of(value):
        is_before = value.strip().startswith("-")
        yield "year", str(-years[0] - 1 if is_before else years[0])
    if not _BEFORE.fullmatch(value):
        yield "date", value


def _join(title: str, subtitle: str) -> str:
    """A title and a subtitle as one, with a colon between them unless the title ends in a sign of its own.

    The first word of the subtitle keeps its capital by braces: within a title pandoc gives it a small letter.
    """
    if not subtitle:
        return title
    joint = " " if title.rstrip(" }").endswith(("?", "!", ".", ":")) else ": "
    return title.rstrip() + joint + _CAPITAL.sub(r"{\g<0>}", subtitle.strip())


_ASSIGNED = regex(r"\s*((?:given|family|prefix|suffix)(?:-i)?|useprefix|id)\s*=\s*(.*)", re.DOTALL)


def write_names(value: str) -> str:
    """The names of a value, none of which has its parts by their own names; a value without such names as typed."""
    if "=" not in value:
        return value
    names = split_names(value)
    if not any(_read_parts(name) for name in names):
        return value
    return " and ".join(_write_name(name) for name in names)


def _read_parts(name: Name) -> dict[str, str]:
    parts = (_ASSIGNED.fullmatch(" ".join(words)) for words in name.parts)
    return {match[1]: _without_quotes(match[2].strip()) for match in parts if match}


def _without_quotes(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else value


def _write_name(name: Name) -> str:
    """A name as `prefix family, suffix, given`, with braces where BibTeX would take a word for another part."""
    parts = _read_parts(name)
    if "family" not in parts:
        return parts.get("given", "") or name.text
    family, rest = parts["family"], [parts[part] for part in ("suffix", "given") if parts.get(part)]
    if family[:1].islower() or (not rest and " " in family and not is_braced(family)):
        family = f"{{{family}}}"
    return ", ".join((f"{parts.get('prefix', '')} {family}".strip(), *_with_given(rest, parts)))


def _with_given(rest: list[str], parts: dict[str, str]) -> Iterator[str]:
    """What stands behind the family name; a suffix is the second of three parts, be the third empty."""
    yield from rest
    if parts.get("suffix") and not parts.get("given"):
        yield ""


def write_entries(sources: Iterable[Source]) -> str:
    """The sources as entries with a blank line between them; a brace without a partner is written in letters."""
    return "\n".join(_write(source) for source in sources)


def _write(source: Source) -> str:
    lines = "".join(f"  {name} = {_value(name, field.value)},\n" for name, field in source.fields.items())
    return f"@{source.type}{{{source.key},\n{lines}}}\n"


def _value(name: str, value: str) -> str:
    """The value in braces; the name of a month as the string that every style defines."""
    if name == "month" and value.lower() in MONTHS:
        return value.lower()
    return f"{{{balance(spell_braces(name, value))}}}"
