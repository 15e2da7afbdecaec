"""The library was saved or read in the wrong encoding.

## What it does
Reports signs that stand where a character was lost (U+FFFD), and pairs such as `Ã©` that are one character (`é`) of a
file that was read in another encoding than it was written in. Each is told at its place, up to twenty in a file. A file
that is not UTF-8 at all is refused before.

## Why it matters
The names of authors print garbled, and the damage gets worse each time the file is saved.

## Example
    @article{smith2021,
      author = {MuÃ±oz, JosÃ©},
      title = {Pumps}
    }

## Instead
    @article{smith2021,
      author = {Muñoz, José},
      title = {Pumps}
    }
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.base import told

CODE = "BIB306"
SEVERITY = Severity.WARNING

check = told(CODE)
