"""A figure stands without a source.

## What it does
Flags a sentence that states a number, a percentage or an amount of money but cites nothing.

## Why it matters
A reader cannot check a figure whose origin is not given, and figures are what gets quoted on.

## Example
    Emissions fell 12% in 2020.

## Instead
    Emissions fell 12% in 2020 [@smith2021].
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.unsourced import unsupported

CODE = "CLM102"
SEVERITY = Severity.ERROR


check = unsupported(
    "unsupported-statistic",
    "cite a source as [@key, p. 3], or mark your own calculation: [...]{.own-analysis}",
)
