"""Labelled sentences in, the shipped model out with what it makes of a sentence's surroundings: weights for the doubts
that weigh, and for how the sentence before reads.

All that was learnt from more rows stays as it is, but for one slope and one offset. It is a logistic regression on top
of what the model says, with a penalty on the square of each weight. The strict thresholds stay where they were, on the
new scale; that of *advisory* is chosen in folds that keep a publisher together. See benchmarks/README.md.
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
    threshold_for_f1,
    threshold_for_recall,
)
from figures import options
from scipy.optimize import minimize
from sklearn.model_selection import GroupKFold
from train_claims import encode, rounded

from briefkit.claims.doubts import WEIGHTS, weighed_doubts
from briefkit.claims.features import look, name_all_but_words
from briefkit.claims.gates import find_gate
from briefkit.claims.leaning import leaning
from briefkit.claims.model import SHUT, Layer, find_layer
from briefkit.claims.trained import TRAINED
from briefkit.values import replace

FOLDS = 10
PENALTY = 3.0
STIFF = 5.0
"""The penalty on what the slope is beside 1."""

RECALL = 0.934
"""What advisory is chosen for."""

TIGHTER = 0.1
"""By how much the strict thresholds are raised besides, on the scale of logits: what is behind a claim scores more."""


@dataclass(frozen=True, slots=True)
class Told:
    """Rows as numbers: what the model says of each without what is learnt here, the features with their names, labels,
    publishers, and whether a gate shuts.
    """

    offsets: Floats
    features: Floats
    names: tuple[str, ...]
    labels: Ints
    publishers: tuple[str, ...]
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
    model["layers"][LANGUAGE]["thresholds"] = thresholds(told, unseen, learnt, model["layers"][LANGUAGE]["thresholds"])
    model["settled"] = {"rows": len(rows), "sha256": digest(rows)}
    wanted.out.write_bytes(encode(model))


def tell(rows: Sequence[Row], layer: Layer) -> Told:
    """The rows as the layer sees them."""
    seen = [look(utterance, LANGUAGE) for utterance in utterances(rows)]
    of_words = [layer.logit_of_words(one.tokens, one.words) for one in seen]
    logits = [w + layer.logit_of_names(name_all_but_words(one)) for w, one in zip(of_words, seen, strict=True)]
    names = WEIGHTS
    doubted = [weighed_doubts(one.utterance, LANGUAGE, one.signs) for one in seen]
    weighs = replace(layer, before=1.0)
    leanings = [leaning(one, weighs, words) for one, words in zip(seen, of_words, strict=True)]
    table = [[*(float(n in own) for n in names), lean] for own, lean in zip(doubted, leanings, strict=True)]
    return Told(
        np.array(logits),
        np.array(table),
        (*names, "before"),
        np.array([row.label for row in rows], dtype=np.int64),
        tuple(row.publisher or row.doc for row in rows),
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


def thresholds(told: Told, unseen: Floats, learnt: Learnt, old: Mapping[str, Any]) -> dict[str, Any]:
    """The strict thresholds as they were, on the new scale and a little higher; the others chosen anew."""

    def moved(threshold: float) -> float:
        return float(1 / (1 + np.exp(-learnt.slope * np.log(threshold / (1 - threshold)) - learnt.offset - TIGHTER)))

    advisory = threshold_for_recall(told.labels, unseen, RECALL)
    found = flag(told.labels, unseen >= advisory)
    print(f"  advisory precision {found.precision:.3f} recall {found.recall:.3f}")
    new = {
        "strict": rounded(moved(old["strict"])),
        "advisory": rounded(advisory),
        "best-f1": rounded(threshold_for_f1(told.labels, unseen)),
        "cases": {case: rounded(moved(threshold)) for case, threshold in old["cases"].items()},
    }
    print(f"  {old}\n  {new}")
    return new


if __name__ == "__main__":
    main()
