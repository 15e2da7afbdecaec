"""Text in the library looks like an entry but is not read as one.

## What it does
Counts what opens like an entry anywhere in the file and names each that is none: a forgotten @, a missing brace, a sign
in the type, a blank or the end of the line before the brace where the type is not known, fields outside of any entry,
a reference in the form of another program (RIS, EndNote, PubMed, XML), a page of the web that was saved in its place,
the marks of a merge that was not settled. An entry that is not read is an error; one that is commented out, and a comma
between two entries, is a remark.

## Why it matters
BibTeX takes all text outside of entries for a comment. The source is lost without a word, and no citation finds it.

## Example
    article{smith2021,
      title = {Pumps}
    }

## Instead
    @article{smith2021,
      title = {Pumps}
    }
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.base import told

CODE = "BIB347"
SEVERITY = Severity.WARNING

check = told(CODE)
