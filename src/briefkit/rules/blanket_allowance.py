"""An allowance names no rule, or all of them.

## What it does
Flags a comment that speaks to briefkit but names no rule to allow, or names `all`. It allows nothing.

## Why it matters
A blanket waiver hides what its author never saw.

## Example
    <!-- briefkit: allow all: reviewed -->
    The agency closed its offices in 2019.

## Instead
    <!-- briefkit: allow unsupported-claim: reviewed -->
    The agency closed its offices in 2019.
"""

from __future__ import annotations

from briefkit.model import Severity

CODE = "CFG904"
SEVERITY = Severity.WARNING
