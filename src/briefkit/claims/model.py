"""The features of a sentence in, a score in 0..1 and a level out: one logistic layer, calibrated, with two thresholds.

score = 1 / (1 + exp(-(slope * (bias + sum of weights) + offset))). The weights are learnt by benchmarks/train_claims.py
and stand in `trained.py`, with what they were learnt from. English has a layer with words; all other languages share one
without words, made of the same signs.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from briefkit.claims.trained import TRAINED

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


@dataclass(frozen=True, slots=True)
class Layer:
    """What was learnt for a language: weights by the names of features, and how their sum becomes a score.

    From `strict` on a claim can fail a run, from `advisory` on a reviewer is told.
    """

    bias: float
    weights: Mapping[str, float]
    slope: float
    offset: float
    strict: float
    advisory: float

    def weight(self, name: str) -> float:
        """How much a feature moves the score, on the scale of logits."""
        return self.slope * self.weights.get(name, 0.0)

    def score(self, features: Iterable[str]) -> float:
        """The score of a sentence with these features, rounded to three places so that reports are stable."""
        raw = self.bias + sum(self.weights.get(name, 0.0) for name in dict.fromkeys(features))
        return logistic(self.slope * raw + self.offset)

    def level(self, score: float) -> str:
        """`strict`, `advisory` or `none`."""
        return "strict" if score >= self.strict else "advisory" if score >= self.advisory else "none"


def logistic(logit: float) -> float:
    """A logit as a score of three places."""
    return round(1 / (1 + math.exp(-logit)), 3)


@cache
def layer_for(base: str) -> Layer:
    """The layer of a language (`en`), the common one for those that have none of their own."""
    learnt = TRAINED["layers"].get(base) or TRAINED["layers"]["other"]
    calibration, thresholds = learnt["calibration"], learnt["thresholds"]
    return Layer(
        learnt["bias"],
        learnt["weights"],
        calibration["slope"],
        calibration["offset"],
        thresholds["strict"],
        thresholds["advisory"],
    )


def find_layer(lang: str) -> Layer:
    """The layer for a language tag (`en-GB`)."""
    return layer_for(lang.split("-")[0].lower())


def find_kind(names: Collection[str]) -> str:
    """The kind of claim that signs make, `general` when none is special."""
    return next((kind for kind, makers in KINDS if any(n in makers for n in names)), "general")
