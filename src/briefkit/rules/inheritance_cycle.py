"""Entries inherit from each other in a circle.

## What it does
Reports each circle of `crossref` and `xdata` links once, with all its members, and an entry that names itself. Chains
of more than five links are reported too. Links in a circle are not followed.

## Why it matters
Pandoc follows such a circle for ever and takes all the memory it can get.

## Example
    @inproceedings{smith2021,
      title = {Pumps},
      crossref = {waterconf2021}
    }
    @proceedings{waterconf2021,
      title = {Water Conference},
      crossref = {smith2021}
    }

## Instead
    @inproceedings{smith2021,
      title = {Pumps},
      crossref = {waterconf2021}
    }
    @proceedings{waterconf2021,
      title = {Water Conference}
    }
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.base import told

CODE = "BIB343"
SEVERITY = Severity.ERROR

check = told(CODE)
