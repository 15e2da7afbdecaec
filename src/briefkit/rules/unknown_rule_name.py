"""An allowance names a rule that does not exist.

## What it does
Flags a name in an allowance that is no rule's name or code, and offers the nearest.

## Why it matters
The author believes that something is waived, and it is not.

## Example
    <!-- briefkit: allow unsuported-claim: common knowledge -->
    The agency closed its offices in 2019.

## Instead
    <!-- briefkit: allow unsupported-claim: common knowledge -->
    The agency closed its offices in 2019.
"""

from __future__ import annotations

from briefkit.model import Severity

CODE = "CFG903"
SEVERITY = Severity.WARNING
