"""The features of a sentence in, a score in 0..1 and a level out: one logistic layer, calibrated, with two thresholds.

score = 1 / (1 + exp(-(slope * (bias + sum of weights + sense of the words) + offset))). What was learnt, and from what,
stands in `trained.py`, which benchmarks/train_claims.py writes. English has a layer with words; all other languages
share one without words, made of the same signs.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import repeat

from briefkit.claims.trained import TRAINED
from briefkit.model import EMPTY
from briefkit.text import primary
from briefkit.values import Value, field

START = "^"
"""What stands before the first word of a sentence, where words are taken in pairs."""

WORD, PAIR = "word:", "words:"
"""How the features begin that a word makes, and a pair of them."""

OTHERS_WORDS = frozenset({"sign:quotation", "sign:vague-source"})
"""What a sentence has that gives the words of others, or leans on a source without a name: these ask for a source by
themselves, however unlike a claim the rest of the sentence reads.
"""

SHUT = 0.1
"""How much of a score is left when a gate shuts: the order among gated sentences stays."""


class Layer(Value):
    """What was learnt for a language: weights by the names of features, and how their sum becomes a score.

    `senses` holds what words weigh by what they mean, also words that no training text had: their sum, divided by the
    square root of how many words the sentence has, counts beside the weights. From `strict` on a claim can fail a run,
    from `advisory` on a reviewer is told. `cases` has the strict thresholds of rows that have a feature, for cases that
    readers ask most of, and `soonest` is the lowest of them. `before` is the weight of how the sentence before reads
    (`leaning.py`). `signs` holds what each sign moves the score by, ready to be shown; `alone` and `pairs` have the
    weights of words and of pairs of words without the names that they have as features.
    """

    bias: float
    weights: Mapping[str, float]
    senses: Mapping[str, float]
    slope: float
    offset: float
    strict: float
    cases: Mapping[str, float]
    advisory: float
    soonest: float = 1.0
    before: float = 0.0
    signs: Mapping[str, float] = EMPTY
    alone: Mapping[str, float] = field(default_factory=dict)
    pairs: Mapping[tuple[str, str], float] = field(default_factory=dict)

    def weight(self, name: str) -> float:
        """How much a feature moves the score, on the scale of logits."""
        return self.slope * self.weights.get(name, 0.0)

    def sense(self, words: Sequence[str]) -> float:
        """How much what the words of a sentence mean moves the score, on the scale of logits."""
        total = sum(map(self.senses.get, words, repeat(0.0)))
        return self.slope * total / math.sqrt(len(words) or 1)

    def logit_of_words(self, tokens: Sequence[str], words: Sequence[str]) -> float:
        """What the bias and the words of a sentence make of the logit, calibrated: alone, in pairs, by what they mean.

        Most words and pairs of words weigh nothing: their names are not made only to find that. `fsum` gives the same
        sum in whatever order.
        """
        alone, pairs = self.alone, self.pairs
        found = [*map(alone.__getitem__, alone.keys() & words)]
        found += map(pairs.__getitem__, pairs.keys() & zip((START, *tokens), tokens, strict=False))
        return self.slope * (self.bias + math.fsum(found)) + self.offset + self.sense(words)

    def logit_of_names(self, names: Iterable[str]) -> float:
        """What the features of a sentence add to that which its words do not make, each named once."""
        return self.slope * sum(map(self.weights.get, names, repeat(0.0)))

    def logit(self, features: Iterable[str], words: Sequence[str]) -> float:
        """The sum of all that speaks for and against, calibrated; `logistic` makes it a score."""
        raw = self.bias + sum(self.weights.get(name, 0.0) for name in dict.fromkeys(features))
        return self.slope * raw + self.offset + self.sense(words)

    def strict_for(self, names: Iterable[str]) -> float:
        """From which score on a sentence with these features can fail a run."""
        cases = self.cases
        if cases.keys().isdisjoint(names):
            return self.strict
        return min([cases[name] for name in names if name in cases])

    def advisory_for(self, names: Iterable[str]) -> float:
        """From which score on a reviewer is told of a sentence with these features: from any where others speak."""
        return self.advisory if OTHERS_WORDS.isdisjoint(names) else 0.0

    def level(self, score: float, names: Iterable[str]) -> str:
        """`strict`, `advisory` or `none`, for a sentence with these features."""
        if score >= self.strict_for(names):
            return "strict"
        return "advisory" if score >= self.advisory_for(names) else "none"


def logistic(logit: float) -> float:
    """A logit as a score of three places, so that reports are stable."""
    return round(1 / (1 + math.exp(-logit)), 3)


@lru_cache(maxsize=64)
def find_layer(lang: str) -> Layer:
    """The layer for a language tag (`en-GB`); languages that have none of their own share one."""
    base = primary(lang)
    return _layer(base if base in TRAINED["layers"] else "other")


@cache
def _layer(name: str) -> Layer:
    learnt = TRAINED["layers"][name]
    calibration, thresholds = learnt["calibration"], learnt["thresholds"]
    return Layer(
        learnt["bias"],
        learnt["weights"],
        learnt["senses"],
        calibration["slope"],
        calibration["offset"],
        thresholds["strict"],
        thresholds["cases"],
        thresholds["advisory"],
        min([thresholds["strict"], *thresholds["cases"].values()]),
        learnt.get("before", 0.0),
        {
            name.removeprefix("sign:"): round(calibration["slope"] * weight, 2)
            for name, weight in learnt["weights"].items()
            if name.startswith("sign:")
        },
        {name.removeprefix(WORD): weight for name, weight in learnt["weights"].items() if name.startswith(WORD)},
        {_pair(name): weight for name, weight in learnt["weights"].items() if name.startswith(PAIR)},
    )


def _pair(name: str) -> tuple[str, str]:
    first, second = name.removeprefix(PAIR).split(" ")
    return first, second
