"""A date of a cited entry is no date, or one that never was.

## What it does
Reads `date`, `urldate`, `eventdate` and `origdate` of the entries the brief cites as biblatex does: `2021`, `2021-05`,
`2021-05-12`, a time after it, spans (`2020/2021`, `2020/`), `~` `?` `%` after a date that is not sure, seasons
(`2021-21`), `199X`, years before Christ (`-0044`). It reports what is none of these, months and days that no calendar
has, and spans that end before they start. "forthcoming" and the like are told one severity lower, and so is what
briefkit reads all the same (`12 May 2021`, `2021/05/12`); what stands in for a date (`YYYY-MM-DD`) is
placeholder-entry's.

## Why it matters
Such a date is dropped by biblatex, and by briefkit where it cannot tell what is meant: the reference is printed without
a year, or with a wrong one.

## Example
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      journaltitle = {Water Journal},
      date = {12 May 2021}
    }

## Instead
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      journaltitle = {Water Journal},
      date = {2021-05-12}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.dates import UNDATED, clean, fault_of_date, is_stand_in, mend_date
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB319"
SEVERITY = Severity.WARNING
DATES = ("date", "urldate", "eventdate", "origdate")


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each date of a cited entry that cannot be read as one."""
    for source in case.sources:
        for name in DATES:
            field = source.fields.get(name)
            fault, cure = fault_of_date(field.value) if field else ("", "")
            if field and fault and not (name == "date" and is_stand_in(field.value)):
                value = clean(field.value)
                is_read = bool(mend_date(value))
                what = "is not written as biblatex reads it" if is_read else f"cannot be read: {fault}"
                message = f"The {name} {quote(field.value)} of '{source.key}' {what}"
                step = -(is_read or bool(UNDATED.fullmatch(value)))
                yield Hit(field.place, message, cure, subject=source.key, step=step)
