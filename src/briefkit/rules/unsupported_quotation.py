"""Quoted words stand without a source.

## What it does
Flags a sentence that puts four or more words in quotation marks but cites nothing, and a block quotation for which
nothing is cited: not on the line that says whose words it is, not by the sentence that leads up to it, not at its end.

## Why it matters
Words in quotation marks are somebody's. Without a source and a page nobody can see whether they were said so.

## Example
    The minister called the plan "a turning point for the whole region".

## Instead
    The minister called the plan "a turning point for the whole region" [@smith2021, p. 4].
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.unsourced import unsupported

CODE = "CLM103"
SEVERITY = Severity.ERROR


check = unsupported("unsupported-quotation", "cite who said so and where: [@key, p. 3]")
