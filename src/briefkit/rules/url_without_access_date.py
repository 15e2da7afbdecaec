"""A page on the web, or something without a date, has an address and no day on which it was read.

## What it does
Looks at entries of the type `online`, and at reports and others (`misc`) that have no date, for `urldate`. A note that
tells of the day ("Accessed 3 May 2021") will do, and so will the address of an archive, which holds the day, and a DOI.

## Why it matters
Pages change. Most styles of citation ask for the day, and without it a reader cannot tell which state was read.

## Example
    @online{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      date = {2021},
      url = {https://example.org/pumps}
    }

## Instead
    @online{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      date = {2021},
      url = {https://example.org/pumps},
      urldate = {2022-03-01}
    }
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.library.fields import TYPES
from briefkit.library.twins import doi_of
from briefkit.model import Severity, Source
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit, quote

CODE = "BIB327"
SEVERITY = Severity.INFO

PAGES = frozenset(("online", "webpage", "website", "web", "url", "internet", "blog", "blogpost"))
UNDATED = frozenset(("report", "misc", "manual", "booklet", "dataset", "data", "unpublished", "document"))
"""Types of what is read on the web only, and of what must be dated to be known again."""

DAYS = (
    "urldate lastchecked accessed urlaccessed urlaccessdate lastaccessed lastaccess lastvisited visited accessdate"
    " access-date dateaccessed".split()
)
PROSE = ("note", "howpublished", "addendum", "annote", "url")
_LONGEST = 500
_READ = regex(
    r"accessed|access date|retrieved|visited|viewed|checked|consulté|visité|dernier accès|page disponible|abgerufen"
    r"|aufgerufen|abgefragt|eingesehen|zugriff|besucht|\bstand:?\s+\d|consultado|visitado|accedido|último acces"
    r"|acessado|acesso em|consultat[oa]|ultimo accesso|visitato|geraadpleegd|bezocht|hämtad|hentet|lest \d|besøgt"
    r"|dostęp|odczyt|\[cit\.|дата обращения|дата доступа"
    r"|//web\.archive\.org/|//archive\.(?:is|ph|today)/|//perma\.cc/|//arxiv\.org/",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each entry that should say when it was read."""
    for source in case.sources:
        if "url" in source.fields and _is_asked(source) and not _is_dated(source):
            url = source.text("url")
            message = f"'{source.key}' does not say when its address was read: {quote(url)}"
            hint = "add the day, like 'urldate = {2022-03-01}'"
            yield Hit(source.fields["url"].place, message, hint, subject=source.key)


def _is_asked(source: Source) -> bool:
    """Whether a style would ask for the day: of pages, and of what may change because it has no date."""
    kind = TYPES.get(source.type, source.type)
    return kind in PAGES or (kind in UNDATED and not source.text("date", "year"))


def _is_dated(source: Source) -> bool:
    if not source.text("url") or source.text(*DAYS) or doi_of(source)[0] or source.text("eprint"):
        return True
    return any(_READ.search(source.text(name)[:_LONGEST]) for name in PROSE)
