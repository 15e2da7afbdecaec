"""A cited entry says when an address was read, and gives none, or the day does not fit.

## What it does
Looks at the field `urldate`. A remark is made where the entry has neither an address nor a DOI or `eprint`, where the
day comes after the date of the brief, and where it lies in the year before the date of the source, as it may with what
is read online before it is printed. Where it lies still earlier, one of the dates is wrong.

## Why it matters
The day says which state of a page was read. Without an address it says nothing; a wrong one points to another state.

## Example
    @online{smith2021,
      title = {Pumps},
      date = {2021},
      urldate = {2022-03-01}
    }

## Instead
    @online{smith2021,
      title = {Pumps},
      date = {2021},
      url = {https://example.org/pumps},
      urldate = {2022-03-01}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.dates import start_of, years_of
from briefkit.library.identifiers import find_address
from briefkit.model import Severity, Source
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "BIB328"
SEVERITY = Severity.INFO

WHERE = ("url", "doi", "eprint", "file")
PROSE = ("howpublished", "note", "addendum", "annote")
"""Fields that hold addresses, and those in which one may be named."""


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each day without an address, and for each that does not fit."""
    for source in case.sources:
        own = case.library.sources[source.key].fields
        if day := source.text("urldate").strip():
            place = source.fields["urldate"].place if "urldate" in own else source.place
            for message, hint, step in judge(source, day, case.today):
                yield Hit(place, f"'{source.key}' was read on '{shorten(day)}'{message}", hint, (), source.key, step)


def judge(source: Source, day: str, today: str) -> Iterator[tuple[str, str, int]]:
    """What is wrong with the day on which a source was read, what to do, and how much graver that is."""
    if not source.text(*WHERE) and not any(find_address(source.text(name)) for name in PROSE):
        yield ", but has no address", "add its 'url', or take out 'urldate'", 0
    read, now = start_of(day), start_of(today)
    if read and now and read[: len(now)] > now[: len(read)]:
        yield f", after the date of the brief, {today}", "correct 'urldate', or the date of the brief", 0
    year, issued = years_of(day)[:1], years_of(source.text("date", "year"))[:1]
    if year and issued and year < issued:
        step = int(issued[0] - year[0] > 1)
        yield f", before it came out in {issued[0]}", "correct 'urldate', or the date of the entry", step
