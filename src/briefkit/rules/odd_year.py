"""The year of a cited entry is not one in which a source can have appeared.

## What it does
Looks at `year` of the entries the brief cites, and reports what is no year (`202`, `20221`), and years that lie more
than one year after the date of the brief, in `date` too. Years before 1450, words beside a year and words that say
there is none ("n.d.", "forthcoming") are told one severity lower; `c. 1900`, `1999/2000`, `[1999]`, `2020a` and the
like are nothing, and what stands in for a year (`YYYY`, 9999) is placeholder-entry's.

## Why it matters
The year is how a reader tells one report of an institution from the next; a slip in it sends them to the wrong one.

## Example
    @report{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      institution = {Water Office},
      year = {20221}
    }

## Instead
    @report{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      institution = {Water Office},
      year = {2021}
    }
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.library.dates import UNDATED, clean, is_stand_in, is_yearlike, mend_date, years_of
from briefkit.model import Field, Severity, Source
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB320"
SEVERITY = Severity.WARNING

_READ = regex(
    r"[(\[]?(?:last )?(?:accessed|retrieved|visited|viewed|abgerufen|aufgerufen|consult[a-zé]+|acess[a-z]+)"
    r"(?:\s(?:on|am|le|el|em))?:?\s(?=\d)",
    re.IGNORECASE,
)
"""What says that a date is the day on which somebody read it."""

FIRST = 1450
"""Before it nothing was printed."""


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each year of a cited entry that can hardly be meant."""
    this_year = next(iter(years_of(case.today)), 0)
    whose = "brief" if case.brief.path else "check"
    for source in case.sources:
        for name in ("date", "year"):
            field = source.fields.get(name)
            if field and not is_stand_in(field.value) and (hit := _judge(source, field, name, this_year, whose)):
                yield hit


def _judge(source: Source, field: Field, name: str, this_year: int, whose: str) -> Hit | None:
    value = clean(field.value)
    years = years_of(value) if name == "year" else years_of(value)[:1]
    what = f"The {name} {quote(field.value)} of '{source.key}'"
    if this_year and years and max(years) > this_year + 1 and (name == "date" or is_yearlike(value)):
        message = f"{what} lies after {this_year}, the year of the {whose}"
        return Hit(field.place, message, "correct the one that is wrong", subject=source.key)
    if name == "date" or not value or (is_yearlike(value) and not _is_early(value)):
        return None
    if UNDATED.fullmatch(value) or (years and not value.isdecimal()):
        what = f"{what} holds more than a year" if years else f"{what} is no year"
        hint = "write four digits or nothing; 'pubstate = {forthcoming}' says what is to appear"
        if (read := _READ.match(value)) and (day := mend_date(value[read.end() :]) or value[read.end() :]):
            hint = f"write 'urldate = {{{day}}}' in its place"
        elif date := mend_date(value):
            hint = f"write 'date = {{{date}}}' in its place"
        return Hit(field.place, what, hint, subject=source.key, step=-1)
    if _is_early(value):
        return Hit(field.place, f"{what} lies before print", "see that it is meant", subject=source.key, step=-1)
    return Hit(field.place, f"{what} is no year", "write it in four digits, like 2021", subject=source.key)


def _is_early(value: str) -> bool:
    """Whether a value is four digits that make a year before there was print."""
    return len(value) == 4 and value.isdecimal() and int(value) < FIRST
