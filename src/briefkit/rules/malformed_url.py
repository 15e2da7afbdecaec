"""The address of a cited entry is none.

## What it does
Looks at the field `url`: it begins with `https://` or another scheme that is not of one program (`zotero:`), names a
site, and has no blank and no quotation mark in it. `\\url{...}`, `\\_`, `\\%` and `~` are
fine, and so are letters of all scripts.

## Why it matters
The address becomes a link: without its beginning it is looked for beside the document, and after a blank it is cut.

## Example
    @online{smith2021,
      title = {Pumps},
      url = {www.example.org/pumps}
    }

## Instead
    @online{smith2021,
      title = {Pumps},
      url = {https://www.example.org/pumps}
    }
"""

from __future__ import annotations

from briefkit.library.identifiers import judge_url
from briefkit.model import Severity
from briefkit.rules.base import misnamed

CODE = "BIB326"
SEVERITY = Severity.WARNING


check = misnamed("url", "address", judge_url)
