r"""A value holds a sign or a tag as HTML writes it.

## What it does
Reports HTML's names and numbers of signs (`&amp;`, `&#8217;`) and its tags (`<i>`, also as Zotero writes it,
`{\textless}i{\textgreater}`) in the entries a brief cites: the first of each field. Fields that no style prints, such
as abstracts, are left alone.

## Why it matters
BibTeX knows no HTML: the reader sees `R&amp;D`, and a link with `&amp;` in it leads elsewhere.

## Example
    @book{smith2021,
      author = {Smith, Jane},
      title = {Pumps &amp; Pipes},
      date = {2021}
    }

## Instead
    @book{smith2021,
      author = {Smith, Jane},
      title = {Pumps \& Pipes},
      date = {2021}
    }

## Fix
Every entity becomes its sign, with the backslash that LaTeX wants; none does in a value with an entity for a backslash,
a brace or another sign that LaTeX reads, or with an address in it. Tags are left.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.signs import UNPRINTED, VERBATIM, find_entity, find_tag, mend_entities, write_in_latex
from briefkit.library.vocabulary import PRINTED_FIELDS
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote, write_value

CODE = "BIB308"
SEVERITY = Severity.WARNING
FIX = "safe"

_LEFT_ALONE = UNPRINTED | VERBATIM


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each field with an entity."""
    for source, name, field in case.fields:
        found = None if name in UNPRINTED else find_entity(field.value)
        harm = ", and is printed as it stands" if name in PRINTED_FIELDS else ""
        if found:
            entity, sign = found
            written = sign if name in VERBATIM else write_in_latex(sign)
            message = f"'{entity}' in {quote(name)} of '{source.key}' is HTML{harm}"
            hint = f"write '{written}'" if written.isprintable() else "write the sign itself"
            mended = mend_entities(field.value, in_latex=name not in VERBATIM)
            yield Hit(field.place, message, hint, subject=source.key, fix=write_value(field, mended))
        elif name not in _LEFT_ALONE and (tagged := find_tag(field.value)):
            tag, command = tagged
            message = f"'{tag}' in {quote(name)} of '{source.key}' is HTML{harm}"
            hint = f"write '{command}' for it and its end" if command else "take it and its end out"
            yield Hit(field.place, message, hint, subject=source.key)
