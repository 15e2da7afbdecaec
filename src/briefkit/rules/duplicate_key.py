"""Two entries of the library have one key.

## What it does
Reports the second and each further entry under a key, also across files. A string defined twice with two values is
reported as well. The first one counts.

## Why it matters
Which of the two gets printed depends on the program: the claim may end up with the wrong source behind it.

## Example
    @article{smith2021,
      title = {Pumps}
    }
    @book{smith2021,
      title = {Wells}
    }

## Instead
    @article{smith2021a,
      title = {Pumps}
    }
    @book{smith2021b,
      title = {Wells}
    }
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.base import told

CODE = "BIB303"
SEVERITY = Severity.ERROR

check = told(CODE)
