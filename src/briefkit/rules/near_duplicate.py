"""Two entries seem to be one work under two keys.

## What it does
Compares the entries the brief cites with those of the whole library, and reports two with the same first author, the
same year (or one without) and the same title but for capitals, accents, markup or a slip of the pen. Entries whose
volume, number, edition, first page, DOI or book differ are two works, and so are a reprint or a translation and its
original (`related`, `origdate`, `translator`). It is information unless the titles and the types are equal and the
brief cites both. This is a heuristic.

## Why it matters
One work is counted as two sources, and the list of references prints it twice.

## Example
    @report{smith2021,
      author = {Smith, Jane},
      title = {Pumps for {Water} Supply},
      date = {2021}
    }
    @report{smith2021b,
      author = {Jane Smith},
      title = {Pumps for water supply},
      date = {2021-03}
    }

## Instead
    @report{smith2021,
      author = {Smith, Jane},
      title = {Pumps for {Water} Supply},
      date = {2021}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.fields import TYPES
from briefkit.library.twins import doi_of, find_near_twins
from briefkit.model import Related, Severity, Source
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "BIB351"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each entry that seems to be one before it; two with one DOI are BIB350's."""
    keys = {source.key for source in case.sources}
    for first, source, is_equal in find_near_twins(case.relatives, case.sources, case.library.sources):
        if not doi_of(source)[0] or doi_of(source)[0] != doi_of(first)[0]:
            year = ", year" if all(one.text("date", "year") for one in (first, source)) else ""
            how = f"has the first author{year} and {'' if is_equal else 'nearly '}the title"
            message = f"'{source.key}' {how} of '{first.key}': {shorten(source.text('title'), 80)}"
            related = (Related(first.fields["title"].place, f"the entry '{first.key}'"),)
            is_clear = is_equal and _type(first) == _type(source) and {first.key, source.key} <= keys
            hint = "keep one of the two entries, or say what tells them apart (volume, number, DOI)"
            place = source.fields["title"].place
            yield Hit(place, message, hint, related, subject=source.key, step=is_clear - 1)


def _type(source: Source) -> str:
    return TYPES.get(source.type, source.type)
