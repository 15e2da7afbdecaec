"""A field ran into its neighbour, or out of its entry.

## What it does
Reports a field that stands inside the value of the one before it, because a comma or a closing brace is missing, and
fields left outside because their entry is closed by a brace too many.

## Why it matters
Most programs print the two fields as one, or drop the second: a title with `year = 2020` in it, a source without date.

## Example
    @book{smith2021,
      title = {Pumps}
      year = {2021}
    }

## Instead
    @book{smith2021,
      title = {Pumps},
      year = {2021}
    }
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.base import told

CODE = "BIB346"
SEVERITY = Severity.ERROR

check = told(CODE)
