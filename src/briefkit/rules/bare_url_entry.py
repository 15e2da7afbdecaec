"""An entry has an address and no title.

## What it does
Reports entries with an address in `url` or `howpublished` and nothing that says what is found there: no title of its
own, of its book or of its series.

## Why it matters
The reference is a bare address. When the page moves, nobody can find out what was cited.

## Example
    @online{smith2021,
      author = {Smith, Jane},
      url = {https://example.org/pumps},
      urldate = {2022-03-01}
    }

## Instead
    @online{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      url = {https://example.org/pumps},
      urldate = {2022-03-01}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.fields import is_bare_address
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB330"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each entry that is an address without a title."""
    for source in case.sources:
        if is_bare_address(source):
            name = "url" if source.text("url") else "howpublished"
            message = f"'{source.key}' is an address without a title: {quote(source.text(name))}"
            hint = "add 'title', as the page has it"
            yield Hit(source.fields[name].place, message, hint, subject=source.key)
