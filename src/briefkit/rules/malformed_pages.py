"""The pages of a cited entry are not written as pages.

## What it does
Looks at `pages` of the entries the brief cites, and reports "pp." before them, an em dash for a range, a range that
ends before it starts, and a number of pages where the pages should be. A range with a single hyphen and no end (`12-`)
is reported; two hyphens say so on purpose. A single hyphen within a range is told one severity lower, between roman
numerals and in `S12-S15`, too; so is what says that there are no pages yet ("in press"). Electronic ids, lists,
`S12--S15`, `123+` and shortened ends (`123--9`) are pages.

## Why it matters
The style puts "pp." where it wants it; typed by hand it is printed twice, or where no other entry has it. A range that
runs backwards is a slip that sends readers astray.

## Example
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      journaltitle = {Water Journal},
      date = {2021},
      pages = {pp. 112-120}
    }

## Instead
    @article{smith2021,
      author = {Smith, Jane},
      title = {Pumps},
      journaltitle = {Water Journal},
      date = {2021},
      pages = {112--120}
    }

## Fix
The word for pages goes, and ranges get two hyphens.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.library.ranges import Fault, judge_pages, mend_pages
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit, quote, write_value
from briefkit.text import shorten

CODE = "BIB337"
SEVERITY = Severity.WARNING
FIX = "safe"
SLIGHT = (Fault.HYPHEN, Fault.MIXED, Fault.NONE_YET)
HINTS = {
    Fault.PREFIX: "delete the word, and write two hyphens between the pages of a range",
    Fault.SUFFIX: "delete the word, and write two hyphens between the pages of a range",
    Fault.WORD: "write two hyphens between the pages",
    Fault.DASH: "write two hyphens between the pages",
    Fault.MIXED: "write two hyphens between the pages",
    Fault.HYPHEN: "write two hyphens between the pages",
    Fault.TOTAL: "put the number of pages into 'pagetotal'",
    Fault.OPEN: "add the last page, or write 12+ where it goes on from there",
    Fault.NONE_YET: "leave the field out; 'pubstate = {forthcoming}' says what is to appear",
    Fault.BACKWARDS: "see which of the two pages is wrong",
}


def check(case: Case) -> Iterator[Hit]:
    """Yield a hit for the pages of each cited entry that are not written as pages."""
    for source in case.sources:
        field = source.fields.get("pages")
        fault = judge_pages(field.value)[0] if field else Fault.NONE
        if field and fault is not Fault.NONE:
            message = f"The pages {quote(field.value)} of '{source.key}' {fault.value}"
            sure = mend_pages(field.value)
            hint = f"write {shorten(sure)}" if sure else HINTS[fault]
            fix = write_value(field, sure)
            yield Hit(field.place, message, hint, subject=source.key, step=-(fault in SLIGHT), fix=fix)
