"""An entry of the library has no key, or one that nothing can cite.

## What it does
Reports each entry whose key is missing, and each key that holds a blank or a sign no citation can hold, such as `~`,
`%`, `#` or a quotation mark. The entry is left out; all others are read.

## Why it matters
No brief can cite the source, and many programs refuse the whole file because of this one entry.

## Example
    @article{pumps 2024,
      title = {Rural pumps}
    }

## Instead
    @article{pumps2024,
      title = {Rural pumps}
    }
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.base import told

CODE = "BIB302"
SEVERITY = Severity.ERROR

check = told(CODE)
