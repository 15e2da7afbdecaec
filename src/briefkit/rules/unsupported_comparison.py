"""A comparison or a superlative stands without a source.

## What it does
Flags a sentence that says of something that it is more or less than something else, or the first or largest of all,
and cites nothing. This is a heuristic: it looks for words such as "faster than", "the largest" or "unlike". It is told
one severity lower in a weak case and beside a sentence that cites, one higher in summaries, key messages and
recommendations.

## Why it matters
Whoever compares has measured both sides, or knows who has. "The first" and "the largest" are the claims that most often
turn out to be untrue.

## Example
    The region has the oldest water network in the country.

## Instead
    The region has the oldest water network in the country [@smith2021].
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.unsourced import unsupported

CODE = "CLM105"
SEVERITY = Severity.WARNING


check = unsupported(
    "unsupported-comparison",
    "cite who compared them: [@key, table 3], or mark your own comparison: [...]{.own-analysis}",
)
