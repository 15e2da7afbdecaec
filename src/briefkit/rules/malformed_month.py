"""The month of a cited entry is no month.

## What it does
Looks at `month` of the entries the brief cites. A number from 1 to 12 is a month, so is an English name, whole or cut
(`jan`, `Sept.`), a season, a quarter, a span (`Jan--Feb`, `05-06`) and a month with its day (`12 March`). All else is
reported; words, which may be a month in another language, and signs for a month that is not known (`????`) one severity
lower.

## Why it matters
What is no month is dropped when the brief is built, or printed as it stands in the middle of a date. A month in another
language, and the day beside it (`abril 27`), is read here, and not by BibTeX.

## Example
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      journal = {Water Journal},
      year = 2021,
      month = 13
    }

## Instead
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      journal = {Water Journal},
      year = 2021,
      month = 12
    }

## Fix
A month in French, German, Spanish and their like, or one with the year of the entry beside it, becomes its number.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.dates import LONGEST, clean, is_month
from briefkit.library.edtf import Date, read_issued, write_date
from briefkit.library.months import number_of_month
from briefkit.model import Severity, Source
from briefkit.rules.base import Case, Hit, quote, write_value

CODE = "BIB321"
SEVERITY = Severity.WARNING
FIX = "safe"


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each month of a cited entry that is none."""
    for source in case.sources:
        field = source.fields.get("month")
        if field and clean(field.value) and not is_month(field.value):
            message = f"The month {quote(field.value)} of '{source.key}' is none"
            signs = field.value[:LONGEST]  # a word, or what says that the month is not known: `????`
            step = any(sign.isalpha() for sign in signs) or not any(sign.isdecimal() for sign in signs)
            yield Hit(
                field.place,
                message,
                _cure(source),
                subject=source.key,
                step=-step,
                fix=write_value(field, number_of_month(field.value, source.text("date", "year"))),
            )


def _cure(source: Source) -> str:
    """What to write; of a month with a day beside it, `abril 27`, the whole date."""
    date = None if source.text("date") else read_issued(source.text)
    if isinstance(date, Date) and date.start and date.start.day and not date.is_span and not source.text("day"):
        return f"write 'date = {{{write_date(date)}}}' in place of year and month"
    return "write its number, 1 to 12, or its name: jan to dec"
