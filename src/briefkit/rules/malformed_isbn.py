"""The ISBN of a cited entry is none.

## What it does
Looks at the field `isbn`: ten digits (the last may be an X) or 13 that begin with 978 or 979, the last given by the
others. Hyphens and blanks do not matter, nor several numbers with commas or semicolons between them, nor what is
said of one in parentheses. Long dashes between the digits are a remark only, and so is an ISSN, for which
some programs have no other field.

## Why it matters
The last digit is there to tell of slips of the hand: with a wrong one the book is not found, or another book is.

## Example
    @book{smith2021,
      title = {Pumps},
      isbn = {978-3-16-148410-1}
    }

## Instead
    @book{smith2021,
      title = {Pumps},
      isbn = {978-3-16-148410-0}
    }
"""

from __future__ import annotations

from briefkit.library.identifiers import judge_isbn
from briefkit.model import Severity
from briefkit.rules.base import misnamed

CODE = "BIB323"
SEVERITY = Severity.WARNING


check = misnamed("isbn", "ISBN", judge_isbn)
