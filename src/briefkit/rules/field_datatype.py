"""A field holds something else than what it is for.

## What it does
Looks at fields that hold one number or one keyword: `volumes`, `sortyear`, `pagetotal`, `pubstate`, `gender`,
`pagination` and `bookpagination`. A `pubstate` in words of your own is right; `in press` for `inpress` is told.

## Why it matters
Words beside a number are printed twice. Keywords are printed in the language of the brief, other words as they stand.

## Example
    @book{smith2021,
      title = {Pumps},
      volumes = {3 vols.}
    }

## Instead
    @book{smith2021,
      title = {Pumps},
      volumes = {3}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.datatypes import JUDGES, judge_datatype
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB371"
SEVERITY = Severity.INFO


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each field that holds no value of its kind."""
    for source in case.sources:
        for name in JUDGES.keys() & source.fields.keys():
            field = source.fields[name]
            fault, cure = judge_datatype(name, field.value)
            if fault:
                message = f"The {name} {quote(field.value)} of '{source.key}' {fault}"
                hint = f"write '{cure}'" if cure else "compare it with the source"
                yield Hit(field.place, message, hint, subject=source.key)
