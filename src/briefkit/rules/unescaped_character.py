r"""A sign that means something to LaTeX stands bare in a value.

## What it does
Reports `&`, `%` and `#` without a backslash in the entries a brief cites: the first of each field. Addresses, dates
and fields that no style prints are left alone. `%J` with words behind it is what EndNote leaves of another field; it is
printed where it stands.

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
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.signs import UNPRINTED, VERBATIM, find_special, find_tagged
from briefkit.library.vocabulary import PRINTED_FIELDS
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB309"
SEVERITY = Severity.INFO

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
        elif sign:
            what = "drops what follows it" if sign == "%" else "stops at it"
            message = f"'{sign}' in {quote(name)} of '{source.key}' has no backslash: LaTeX {what}"
            yield Hit(field.place, message, f"write '\\{sign}'", subject=source.key)
