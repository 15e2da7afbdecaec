"""An entry of the library gives a field twice.

## What it does
Reports the second and each further field of one name in an entry; capitals do not matter. The first one counts.
One that says the same again, or that no style prints (`file`, as Citavi writes several), is a remark only.

## Why it matters
Some programs print the first and some the last of the two: what a reader sees depends on who builds the document.

## Example
    @article{smith2021,
      title = {Pumps},
      date  = {2020},
      date  = {2021}
    }

## Instead
    @article{smith2021,
      title = {Pumps},
      date  = {2021}
    }
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.base import told

CODE = "BIB312"
SEVERITY = Severity.WARNING

check = told(CODE)
