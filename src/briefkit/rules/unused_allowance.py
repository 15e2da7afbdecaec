"""An allowance allows nothing.

## What it does
Flags a comment `<!-- briefkit: allow NAME: reason -->`, or a `.waived` mark, that covers no finding of that name.

## Why it matters
A waiver that outlives its reason hides the next mistake in the same place.

## Example
    <!-- briefkit: allow unsupported-claim: common knowledge -->
    What should we do now?

## Instead
    What should we do now?
"""

from __future__ import annotations

from briefkit.model import Severity

CODE = "CFG901"
SEVERITY = Severity.WARNING
