"""A sentence states something a reader could check, and no source stands behind it.

## What it does
Flags each sentence that reads as a statement of fact (an event, a trend, what a law says, what somebody said) but cites
nothing. A footnote with a citation counts; so does `source=` for a table or figure. Figures, quotations, causes,
comparisons and sources without a name have rules of their own (CLM102 to CLM106); a sentence is told by one of them
only. This is a heuristic: the signs that made it think so are named. It is told one severity lower in a weak case, and
beside a sentence that cites; in summaries, key messages and recommendations, which many read and nothing else, one
higher.

## Why it matters
A reader who doubts the sentence has nowhere to look, and a reviewer cannot tell knowledge from belief.

## Example
    The agency closed its regional offices after the ministry withdrew its support.

## Instead
    The agency closed its regional offices after the ministry withdrew its support [@smith2021].
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.unsourced import unsupported

CODE = "CLM101"
SEVERITY = Severity.WARNING


check = unsupported("unsupported-claim", "cite a source as [@key, p. 3], or mark the words as yours: [...]{.opinion}")
