"""An allowance gives no reason.

## What it does
Flags an allowance, or a `.waived` mark, without a reason. It allows nothing until it has one.

## Why it matters
A reviewer must be able to judge a waiver without asking its author.

## Example
    <!-- briefkit: allow unsupported-claim -->
    The agency closed its offices in 2019.

## Instead
    <!-- briefkit: allow unsupported-claim: common knowledge in the sector -->
    The agency closed its offices in 2019.
"""

from __future__ import annotations

from briefkit.model import Severity

CODE = "CFG902"
SEVERITY = Severity.WARNING
