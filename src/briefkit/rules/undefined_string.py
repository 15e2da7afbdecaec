"""A field names a string that is not defined.

## What it does
Reports a bare word in a value that no `@string` of the library defines; the months `jan` to `dec` always are.

## Why it matters
The value is dropped by most programs: the journal or the publisher is simply missing in the list of references.

## Example
    @article{smith2021,
      title = {Pumps},
      journal = waterj
    }

## Instead
    @string{waterj = {Water Journal}}
    @article{smith2021,
      title = {Pumps},
      journal = waterj
    }
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.base import told

CODE = "BIB311"
SEVERITY = Severity.WARNING

check = told(CODE)
