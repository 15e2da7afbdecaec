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

from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit
from briefkit.rules.unsourced import unsupported

CODE = "CLM102"
SEVERITY = Severity.ERROR


CURE = "cite a source as [@key, p. 3], or mark your own calculation: [...]{.own-analysis}"


def check(case: Case) -> Iterator[Hit]:
    """A hit for each unsupported claim that states a figure."""
    yield from unsupported(case, "unsupported-statistic", CURE)
