"""The ISSN of a cited entry is none.

## What it does
Looks at the field `issn`: eight digits, of which the last may be an X and is given by the others. The hyphen may be
left out; several numbers, and words such as `print` and `online` beside them, are fine.

## Why it matters
The last digit is there to tell of slips of the hand: with a wrong one another journal is found, or none.

## Example
    @article{smith2021,
      title = {Pumps},
      issn = {0378-5954}
    }

## Instead
    @article{smith2021,
      title = {Pumps},
      issn = {0378-5955}
    }
"""

from __future__ import annotations

from briefkit.library.identifiers import judge_issn
from briefkit.model import Severity
from briefkit.rules.base import misnamed

CODE = "BIB324"
SEVERITY = Severity.WARNING


check = misnamed("issn", "ISSN", judge_issn)
