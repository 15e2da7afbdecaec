"""Somebody is said to have found or said this, and nobody is named.

## What it does
Flags a sentence that rests on "studies", "experts", "critics" or the like, and cites none of them. This is a heuristic:
it looks for such words. It is told one severity lower in a weak case and beside a sentence that cites, one higher in
summaries, key messages and recommendations.

## Why it matters
A source without a name cannot be looked up. The words promise evidence, and a reader who asks for it gets none.

## Example
    Studies show that trained mechanics mend pumps sooner.

## Instead
    Studies show that trained mechanics mend pumps sooner [@smith2021].
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.unsourced import unsupported

CODE = "CLM106"
SEVERITY = Severity.WARNING


check = unsupported("unsupported-attribution", "cite the studies or name who says so: [@key, p. 3]")
