"""Signs in, a score in 0..1 and a level out: one logistic layer with two thresholds.

The numbers are hand-set; the form is the one that a trained model keeps: score = 1 / (1 + exp(-(bias + weights))).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from briefkit.model import Sign

BIAS = -1.25
STRICT = 0.62
ADVISORY = 0.50
SHUT = 0.1
"""How much of a score is left when a gate shuts: the order among gated sentences stays."""

KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("quotation", frozenset({"quotation"})),
    ("statistic", frozenset({"percent", "money", "figure"})),
    ("attribution", frozenset({"vague-source"})),
    ("legal", frozenset({"law"})),
    ("comparison", frozenset({"superlative", "comparison"})),
    ("causal", frozenset({"cause"})),
    ("event", frozenset({"date", "event", "perfect", "past"})),
)
"""Kinds of claim, the most specific first, and the signs that make them."""


def score_signs(signs: Sequence[Sign]) -> float:
    """The score of a sentence with these signs, rounded to three places so that reports are stable."""
    total = BIAS + sum(sign.weight for sign in signs)
    return round(1 / (1 + math.exp(-total)), 3)


def find_level(score: float) -> str:
    """`strict`, `advisory` or `none`."""
    return "strict" if score >= STRICT else "advisory" if score >= ADVISORY else "none"


def find_kind(names: Collection[str]) -> str:
    """The kind of claim that signs make, `general` when none is special."""
    return next((kind for kind, makers in KINDS if any(n in makers for n in names)), "general")
