"""A cited entry gives its date twice, and not the same.

## What it does
Compares `date` of a cited entry with `year` and `month` beside it in the same entry. It reports years and months that
differ. A `month` beside a `date` that has none is told one severity lower.

## Why it matters
Programs take `date` and drop the others, or the reverse: which of two years is printed depends on who builds the brief.

## Example
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      journaltitle = {Water Journal},
      date = {2021-05},
      year = {2020}
    }

## Instead
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      journaltitle = {Water Journal},
      date = {2021-05}
    }

## Fix
The date stays and the year or the month goes; a month that the date lacks goes into it. Unsafe: which of them is
right cannot be known.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.dates import clean, month_in, month_of, years_of
from briefkit.model import Edit, Fix, Place, Severity, Source
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB318"
SEVERITY = Severity.WARNING
FIX = "unsafe"


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each year or month that differs from the date beside it."""
    for source in case.sources:
        own = case.library.sources[source.key]
        if own.text("date"):
            yield from _compare_years(own)
            yield from _compare_months(own)


def _compare_years(source: Source) -> Iterator[Hit]:
    date, year = source.text("date"), source.text("year")
    dated, given = set(years_of(date)), set(years_of(year))
    if dated and given and not dated & given:
        message = f"The year {quote(year)} of '{source.key}' is not that of its date {quote(date)}"
        place = source.fields["year"].place
        yield Hit(place, message, "keep the date, and see that it is right", subject=source.key, fix=_delete(place))


def _compare_months(source: Source) -> Iterator[Hit]:
    date, month = source.text("date"), clean(source.text("month"))
    given = int(month) if month.isdecimal() and len(month) <= 2 else month_of(month)
    dated = month_in(date)
    if not given or given == dated or "/" in date:
        return
    place = source.fields["month"].place
    if dated:
        message = f"The month {quote(month)} of '{source.key}' is not that of its date {quote(date)}"
        yield Hit(place, message, "keep the date, and see that it is right", subject=source.key, fix=_delete(place))
    elif len(date) == 4 and given <= 12:
        message = f"The month {quote(month)} of '{source.key}' is not printed: its date {quote(date)} has none"
        written = f"{date}-{given:02}"
        fix = Fix((Edit(source.fields["date"].place, written, "value"), *_delete(place).edits), safe=False)
        yield Hit(place, message, f"write 'date = {{{written}}}'", subject=source.key, step=-1, fix=fix)


def _delete(place: Place) -> Fix:
    """The fix that leaves the date alone: which of the two is right cannot be known."""
    return Fix((Edit(place, what="field"),), safe=False)
