"""A citation names a page that its source does not have.

## What it does
Compares the pages a citation names with the `pages` of what it cites; `smith2021` below is on pages 1 to 60. Only
articles, chapters and papers are looked at, whose pages are ranges in plain figures; a citation that names no page, or
names it in another way, is left alone.

## Why it matters
A reader who looks the page up finds nothing there, or another author's text. Often the page is that of a preprint or of
the PDF file, or the citation names the wrong source.

## Example
    It rose [@smith2021, p. 300].

## Instead
    It rose [@smith2021, p. 15].
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.library.ranges import read_ranges
from briefkit.model import Citation, Related, Severity
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "CIT211"
SEVERITY = Severity.ERROR
TYPES = frozenset(
    ("article", "bookinbook", "conference", "inbook", "incollection", "inproceedings", "suppbook", "suppcollection")
)
"""Types that are a part of a larger whole, with pages of their own in it."""

LONGEST = 200
_SEPARATORS = regex(r"[,&]|\b(?:and|und|et|y)\b")
_LABEL = r"(?:pp?|pages?|S|Seiten?|págs?)\b\.?\s*"
_PAGES = regex(
    rf"(?P<label>{_LABEL})?(?P<pages>\d{{1,9}}(?:\s*[-\u2013]{{1,2}}\s*\d{{1,9}})?)(?:\s*(?:ff?|sqq?)\.?)?",
    re.IGNORECASE,
)
_YEAR = regex(r"(?:19|20)\d\d")


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for each citation with a page outside the pages of its source."""
    citations = [citation for citation in case.cited if citation.locator]
    sources = {source.key: source for source in case.sources}
    for citation in citations:
        source = sources.get(citation.key)
        pages = read_ranges(source.text("pages")) if source and source.type in TYPES else ()
        is_range = any(start < end for start, end in pages)
        outside = [page for page in _pages(citation) if not any(start <= page <= end for start, end in pages)]
        if source and is_range and outside:
            pages_there = shorten(source.text("pages")).replace("--", "\u2013")
            message = f"'{source.key}' has no page {outside[0]}: its pages are {pages_there}"
            hint = "correct the page, or the key if another source is meant"
            related = (Related(source.fields["pages"].place, f"the pages of '{source.key}'"),)
            yield Hit(citation.place, message, hint, related, subject=source.key)


def _pages(citation: Citation) -> Iterator[int]:
    """The first and last pages that a locator names, up to the first thing in it that is no page."""
    for part in _SEPARATORS.split(citation.locator[:LONGEST]):
        match = _PAGES.fullmatch(part.strip())
        if not match or (not match["label"] and _YEAR.fullmatch(match["pages"])):
            return
        for start, end in read_ranges(match["pages"]):
            yield from (start, end)
