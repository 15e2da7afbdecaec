"""Labelled sentences in, the shipped model out with what it makes of a sentence's surroundings: weights for the cases,
the doubts that weigh, kinds, sections of methods, and how the sentence before reads; and thresholds for the scores that
come of it.

All that was learnt from more rows stays as it is, but for one slope and one offset. It is a logistic regression on top
of what the model says, with a penalty on the square of each weight; the thresholds are chosen in folds that keep a
publisher together. Which features these are was chosen on such folds too. See benchmarks/README.md.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from claims_data import Row, digest, read_rows
from claims_features import LANGUAGE, utterances
from claims_figures import (
    Floats,
    Ints,
    average_precision,
    flag,
    threshold_for_precision,
    threshold_for_recall,
)
from figures import options
from scipy.optimize import minimize
from sklearn.model_selection import GroupKFold
from train_claims import encode, rounded

from briefkit.claims.doubts import find_doubt
from briefkit.claims.features import SUMS_UP, Seen, look, name_all_but_words
from briefkit.claims.gates import find_gate
from briefkit.claims.model import SHUT, Layer, find_layer
from briefkit.claims.settling import leaning, settle
from briefkit.claims.trained import TRAINED
from briefkit.values import replace

FOLDS = 10
PENALTY = 3.0
STIFF = 5.0
"""The penalty on what the slope is beside 1."""

FEWEST = 8
FAMILIES = ("case:", "doubt:", "kind:")
MORE = ("place:methods", "data:methods")
"""What is weighed anew beside the families: methods were too sure a sign of own work."""

NOT_LEARNT = ("kind:legal",)
"""Most laws in the rows are told where authors tell of their own."""

PRECISION, RECALL = 0.91, 0.94
"""What strict and advisory are chosen for, on rows that guided the cases and doubts: on others they do less."""

AIM, READ_BY_ALL = 0.85, 0.78
"""How often the rows must be claims that a lower threshold for a case adds; for what sums up, as all read it, less."""

ASKED = {
    SUMS_UP: 0.55,
    "case:others": 0.4,
    "near:no own work, quotation": 0.55,
    "near:no own work, statistic": 0.6,
    "kind:legal": 0.6,
    "kind:quotation": 0.6,
    "sign:size": 0.6,
    "case:particular": 0.6,
    "case:past": 0.6,
}
"""The cases that may have a strict threshold of their own, and the lowest that it may be: what others say asks for a
source however little the rest of the sentence tells.
"""

ADDED, STEP = 8, 0.01
"""How many claims a case must add, and by what steps thresholds are tried."""


@dataclass(frozen=True, slots=True)
class Told:
    """Rows as numbers: what the model says of each without what is learnt here, how the sentence before reads, the
    features; and labels, publishers, and what else decides a level.
    """

    offsets: Floats
    features: Floats
    names: tuple[str, ...]
    labels: Ints
    publishers: tuple[str, ...]
    seen: tuple[Seen, ...]
    gated: Any


@dataclass(frozen=True, slots=True)
class Learnt:
    """The slope and offset of what the model says, and a weight for each feature."""

    offset: float
    slope: float
    weights: Floats

    def scores(self, told: Told, rows: Ints) -> Floats:
        """The scores of some rows."""
        logits = told.offsets[rows] * self.slope + self.offset + told.features[rows] @ self.weights
        scores: Floats = 1 / (1 + np.exp(-logits))
        return np.where(told.gated[rows], scores * SHUT, scores)


def main() -> None:
    """Read the rows, learn, choose the thresholds, write, and say what came of it."""
    parser = options(__doc__)
    parser.add_argument("--data", type=Path, nargs="+", required=True, metavar="FILE", help="JSON lines, in English")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the model goes")
    wanted = parser.parse_args()
    if "settled" in TRAINED:
        raise SystemExit("the shipped model has this already: put the one that was adapted in its place first")
    rows = read_rows(wanted.data)
    told = tell(rows, find_layer(LANGUAGE))
    everything = np.arange(len(rows))
    learnt, unseen = fit(told, everything), np.zeros(len(rows))
    for train, test in GroupKFold(FOLDS).split(unseen, groups=told.publishers):
        unseen[test] = fit(told, train).scores(told, test)
    before = Learnt(0.0, 1.0, np.zeros(len(told.names))).scores(told, everything)
    for label, scores in (("as shipped", before), ("settled, unseen", unseen)):
        print(f"  {label:<18} AP {average_precision(told.labels, scores):.3f}")
    model = copy.deepcopy(TRAINED)
    settle_layer(model["layers"][LANGUAGE], told, learnt)
    model["layers"][LANGUAGE]["thresholds"] = thresholds(told, unseen, model["layers"][LANGUAGE]["thresholds"])
    model["settled"] = {"rows": len(rows), "sha256": digest(rows)}
    wanted.out.write_bytes(encode(model))


def tell(rows: Sequence[Row], layer: Layer) -> Told:
    """The rows as the layer sees them."""
    seen = tuple(look(utterance, LANGUAGE) for utterance in utterances(rows))
    named = [[*name_all_but_words(one), *settle(one)] for one in seen]
    of_words = [layer.logit_of_words(one.tokens, one.words) for one in seen]
    logits = [words + layer.logit_of_names(names) for words, names in zip(of_words, named, strict=True)]
    weighs = replace(layer, before=1.0)
    learnable = [{n for n in own if (n.startswith(FAMILIES) or n in MORE) and n not in NOT_LEARNT} for own in named]
    names = [n for n in sorted(set().union(*learnable)) if sum(n in own for own in learnable) >= FEWEST]
    table = np.array([[float(n in own) for n in names] for own in learnable])
    leanings = np.array([[leaning(one, weighs, words)] for one, words in zip(seen, of_words, strict=True)])
    return Told(
        np.array(logits),
        np.hstack([table, leanings]),
        (*names, "before"),
        np.array([row.label for row in rows], dtype=np.int64),
        tuple(row.publisher or row.doc for row in rows),
        seen,
        np.array([find_gate(one.gates, one.signs) is not None for one in seen], dtype=np.bool_),
    )


def fit(told: Told, rows: Ints) -> Learnt:
    """What fits some rows best under the penalties."""
    features, offsets = told.features[rows], told.offsets[rows]
    signs = 2.0 * told.labels[rows] - 1

    def loss(at: Floats) -> tuple[float, Floats]:
        margins = signs * (at[0] + at[1] * offsets + features @ at[2:])
        pulls = -signs / (1 + np.exp(margins))
        value = np.logaddexp(0, -margins).sum() + PENALTY * (at[2:] @ at[2:]) / 2 + STIFF * (at[1] - 1) ** 2 / 2
        slope = pulls @ offsets + STIFF * (at[1] - 1)
        return float(value), np.concatenate([[pulls.sum(), slope], features.T @ pulls + PENALTY * at[2:]])

    start = np.concatenate([[0.0, 1.0], np.zeros(features.shape[1])])
    found = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return Learnt(float(found[0]), float(found[1]), found[2:])


def settle_layer(layer: dict[str, Any], told: Told, learnt: Learnt) -> None:
    """Put what was learnt into a layer, whose weights count on the scale before calibration."""
    calibration = layer["calibration"]
    slope = calibration["slope"] * learnt.slope
    calibration["offset"] = rounded(calibration["offset"] * learnt.slope + learnt.offset)
    calibration["slope"] = rounded(slope)
    for name, weight in zip(told.names, learnt.weights, strict=True):
        print(f"  {name:<20} {weight:+.2f}")
        if name == "before":
            layer["before"] = rounded(float(weight))
        elif moved := rounded(layer["weights"].get(name, 0.0) + float(weight) / slope):
            layer["weights"][name] = moved


def thresholds(told: Told, scores: Floats, old: Mapping[str, Any]) -> dict[str, Any]:
    """The thresholds, chosen on unseen scores; of the cases those where enough are flagged rightly from a lower one."""
    doubted = np.array(
        [
            find_doubt(one.utterance, one.lang, one.signs, score) is not None
            for one, score in zip(told.seen, scores, strict=True)
        ],
        dtype=np.bool_,
    )
    labels = told.labels
    sure = np.where(doubted, 0.0, scores)
    advisory = threshold_for_recall(labels, scores, RECALL)
    strict = threshold_for_precision(labels, sure, PRECISION)
    for level, flags in {"strict": sure >= strict, "advisory": scores >= advisory}.items():
        found = flag(labels, flags)
        print(f"  {level:<10} precision {found.precision:.3f} recall {found.recall:.3f}")
    cases = {}
    named = [frozenset([*name_all_but_words(one), *settle(one)]) for one in told.seen]
    open_rows = ~told.gated & ~doubted
    for case, lowest in ASKED.items():
        inside = open_rows & np.array([case in own for own in named])
        threshold, right, added = choose(
            labels[inside], scores[inside], (lowest, strict), READ_BY_ALL if case == SUMS_UP else AIM
        )
        print(f"  {case:<28} from {threshold:.2f}: {right} of {added} more that are flagged are claims")
        if right >= ADDED:
            cases[case] = rounded(threshold)
    best = max(np.unique(scores), key=lambda threshold: flag(labels, scores >= threshold).f1)
    new = {"strict": rounded(strict), "advisory": rounded(advisory), "best-f1": rounded(float(best)), "cases": cases}
    print(f"  {old}\n  {new}")
    return new


def choose(labels: Ints, scores: Floats, between: tuple[float, float], aim: float) -> tuple[float, int, int]:
    """The threshold of a case, how many of the rows that it adds are claims, and how many it adds."""
    lowest, strict = between
    best, threshold = (strict, 0, 0), strict
    while (threshold := threshold - STEP) >= lowest:
        added = labels[(scores >= threshold) & (scores < strict)]
        if len(added) and added.mean() >= aim:
            best = (threshold, int(added.sum()), len(added))
    return best


if __name__ == "__main__":
    main()
