"""A name of a cited entry cannot be read as a name.

## What it does
Looks at the authors, editors and other names of each entry the brief cites, and reports a name with more than two
commas or a comma with nothing beside it, an empty name (`and and`, `and` at an end), a backslash before `and` (`C.\\
and`), names parted by semicolons, by `et`, `und` and their like or, where that is plain, by commas (`A. Doe, B. Roe`,
`Jane Doe, Max Roe`), a bare number, `et al.`, one bracket of two, an address, what is no name (`Jr, Henry Miller`,
`Professor, Assistant`), a `Jr.` at the end, a title or a role beside a name, and the names of people in the braces of
organisations (`{{Doe, J. R.}}`). Other names in braces are taken as they are.

## Why it matters
Names are parted by `and`, and by nothing else. From `Smith, Jane, Doe, John` some programs make one person, and some
drop the entry; `et al.` is printed as somebody's surname.

## Example
    @book{smith2021,
      author = {Smith, Jane, Doe, John, et al.},
      title = {Pumps},
      date = {2021}
    }

## Instead
    @book{smith2021,
      author = {Smith, Jane and Doe, John and others},
      title = {Pumps},
      date = {2021}
    }

## Fix
Commas and semicolons between names become `and`, where the shape of all names tells which they are; `Doe J.` gets its
comma, and an address behind a name goes, as the braces round several people do. Unsafe: an organisation may have such a
name.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.name_faults import find_name_faults
from briefkit.library.name_runs import mend_names
from briefkit.library.names import NAME_FIELDS
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, write_value

CODE = "BIB331"
SEVERITY = Severity.WARNING
FIX = "unsafe"


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each kind of fault in each field of names."""
    for source, name, field in case.fields:
        if name in NAME_FIELDS:
            for fault in find_name_faults(field.value):
                message = f"The names in '{name}' of '{source.key}' cannot be read: {fault.what}"
                new = mend_names(field.value, fault)
                yield Hit(field.place, message, fault.cure, subject=source.key, fix=write_value(field, new, safe=False))
