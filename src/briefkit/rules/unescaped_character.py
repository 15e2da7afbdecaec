r"""A sign that means something to LaTeX stands bare in a value.

## What it does
Reports `&`, `%` and `#` without a backslash in the entries a brief cites: the first of each field. Addresses, dates
and fields that no style prints are left alone. `%J` with words behind it is what EndNote leaves of another field; it is
printed where it stands. An accent that lacks its backslash, `f{"u}r`, is told one severity higher, and printed as it is
meant.

## Why it matters
briefkit prints these signs. LaTeX stops at a bare `&` or `#`, and drops what follows a bare `%`: with another program
the same library does not build.

## Example
    @book{smith2021,
      author = {Smith, Jane},
      title = {Pumps & Pipes},
      date = {2021}
    }

## Instead
    @book{smith2021,
      author = {Smith, Jane},
      title = {Pumps \& Pipes},
      date = {2021}
    }

## Fix
An accent gets its backslash.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.signs import UNPRINTED, VERBATIM, find_bare_accent, find_special, find_tagged, mend_accents
from briefkit.library.vocabulary import PRINTED_FIELDS
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote, write_value

CODE = "BIB309"
SEVERITY = Severity.INFO
FIX = "safe"

_PRINTED = PRINTED_FIELDS - UNPRINTED - VERBATIM - {"date", "urldate"}
"""In the dates of biblatex a `%` says that they are in doubt."""


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each field with a bare sign."""
    for source, name, field in case.fields:
        sign = find_special(field.value) if name in _PRINTED else ""
        if name in PRINTED_FIELDS and (tagged := find_tagged(field.value)):
            tag, other = tagged
            message = f"{quote(name)} of '{source.key}' holds '{tag}', EndNote's tag: what follows it is another field"
            yield Hit(field.place, message, f"move it to '{other}'", subject=source.key, step=1)
        elif name in PRINTED_FIELDS and (accent := find_bare_accent(field.value)):
            message = (
                f"'{accent}' in {quote(name)} of '{source.key}' has no backslash: LaTeX prints its mark as a quote"
            )
            fix = write_value(field, mend_accents(field.value))
            hint = f"write '{mend_accents('a' + accent)[1:]}'"
            yield Hit(field.place, message, hint, subject=source.key, step=1, fix=fix)
        elif sign:
            what = "drops what follows it" if sign == "%" else "stops at it"
            message = f"'{sign}' in {quote(name)} of '{source.key}' has no backslash: LaTeX {what}"
            yield Hit(field.place, message, f"write '\\{sign}'", subject=source.key)
