"""The title of a cited entry, or what it appeared in, holds an address.

## What it does
Looks for `http://`, `https://` and `www.` in titles, and in the names of journals, series and publishers.

## Why it matters
An address in a title is printed in the middle of the reference, mostly without a link, and is lost to programs that
look for it in `url`. Often it is a slip of a program that saved a page.

## Example
    @online{smith2021,
      title = {Pumps, https://example.org/pumps},
      date = {2021}
    }

## Instead
    @online{smith2021,
      title = {Pumps},
      url = {https://example.org/pumps},
      date = {2021}
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.identifiers import find_address
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "BIB329"
SEVERITY = Severity.INFO

# fmt: off
NAMES = (
    "title", "subtitle", "titleaddon", "shorttitle", "booktitle", "booksubtitle", "maintitle", "eventtitle",
    "journal", "journaltitle", "journalsubtitle", "series", "publisher", "institution", "organization", "school",
)
# fmt: on
"""The fields that are names of something."""


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each title or name with an address in it."""
    for source, name, found in case.fields:
        if name in NAMES and (address := find_address(found.value)):
            message = f"'{name}' of '{source.key}' holds an address: {shorten(address)}"
            hint = "take it out: 'url' has it" if source.text("url") else "move it to 'url'"
            yield Hit(found.place, message, hint, subject=source.key)
