"""A cause is stated without a source.

## What it does
Flags a sentence that says what brought something about, keeps it away or makes it more likely, and cites nothing. This
is a heuristic: it looks for words such as "because", "led to" or "drives". It is told one severity lower in a weak case
and beside a sentence that cites, one higher in summaries, key messages and recommendations.

## Why it matters
That two things happened is seen; that the one made the other is worked out by somebody, and others may have worked out
the contrary. Most advice rests on a cause, so a reader wants to know whose finding it is.

## Example
    The new tariff led to longer queues at the wells.

## Instead
    The new tariff led to longer queues at the wells [@smith2021].
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.unsourced import unsupported

CODE = "CLM104"
SEVERITY = Severity.WARNING


check = unsupported(
    "unsupported-causal",
    "cite who found this out: [@key, p. 3], or mark the reasoning as yours: [...]{.own-analysis}",
)
