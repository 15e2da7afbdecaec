"""The DOI of a cited entry is none, or is not written as one.

## What it does
Looks at the field `doi`: `10.`, a number, `/` and a name, without blanks, dashes and a full stop at its end. A DOI
that is written as an address (`https://doi.org/10...`) or begins with `doi:` is a remark only. LaTeX's `\\_` is fine.

## Why it matters
The link is made from the DOI: from a wrong one it leads nowhere, from an address some styles make
`https://doi.org/https://doi.org/10...`.

## Example
    @article{smith2021,
      title = {Pumps},
      doi = {10.1234 / pumps.2021}
    }

## Instead
    @article{smith2021,
      title = {Pumps},
      doi = {10.1234/pumps.2021}
    }

## Fix
What stands before the DOI goes when it is the address of doi.org or a label; so do a stop at its end and invisible
signs, and a dash becomes a hyphen.
"""

from __future__ import annotations

from briefkit.library.identifiers import judge_doi, mend_doi
from briefkit.model import Severity
from briefkit.rules.base import misnamed

CODE = "BIB322"
SEVERITY = Severity.WARNING
FIX = "safe"


check = misnamed("doi", "DOI", judge_doi, mend_doi)
