"""Labelled sentences in, the shipped model of the claim detector out, adapted to them: all that it had learnt is kept,
and moved as little as the new rows ask for.

What is learnt is a difference for each sign, gate and place, and for words and pairs of words that several publishers
use. It is a logistic regression on top of what the shipped model says (an offset), with a penalty on the square of
every difference, larger for words. The strength of the penalty is chosen in folds that keep a publisher together, the
thresholds on scores of rows that the differences were not learnt from. See benchmarks/README.md.
"""

from __future__ import annotations

import copy
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from claims_data import Row, digest, read_rows
from claims_features import ENGLISH_ONLY, LANGUAGE, TOLD_PREFIXES, WORD_PREFIX, utterances
from claims_figures import (
    Floats,
    Ints,
    average_precision,
    flag,
    members,
    threshold_for_precision,
    threshold_for_recall,
)
from claims_learner import Flags
from figures import options
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer
from sklearn.model_selection import GroupKFold
from train_claims import encode, rounded

from briefkit.claims.doubts import find_doubt
from briefkit.claims.features import look, name_features
from briefkit.claims.gates import find_gate
from briefkit.claims.model import SHUT, Layer, find_layer
from briefkit.claims.trained import TRAINED

STRENGTHS = (10.0, 20.0, 40.0)
"""None is weak: what the shipped model learnt came from more rows, and from more publishers, than are new."""

FOLDS = 8
LEARNT = ("sign:", "signs:", "gate:", "near:", "data:", "before:", "place:", "document:", WORD_PREFIX)
NOT_LEARNT = ("sign:recommending", "sign:concluding", "sign:percent", "sign:money", "sign:figure")
"""What the new rows shall not say the weight of: where a sentence stands, as they have few facts there, and figures, as
most of theirs are results of authors who do not mark them as their own, which in a brief they are asked to."""

FEWEST, FEWEST_PUBLISHERS = 8, 8
"""In how many rows a feature must be for a difference to be learnt, and by how many publishers a word must be used."""

OF_WORDS = 4.0
"""How many times stronger the penalty is for words."""

LEAST = 0.02
"""A word whose difference is smaller stays as it was."""


@dataclass(frozen=True, slots=True)
class Aims:
    """What the thresholds are chosen for: the precision of strict, for kinds of claims, and for the cases that the
    shipped model has; and the recall of advisory.
    """

    precision: float
    sure: float
    told: float
    recall: float


PUBLISHED = Aims(0.8, 0.83, 0.76, 0.89)
"""On published prose, where most of what is flagged wrongly is a result of the authors that they do not mark as theirs:
a higher precision would leave a third of the recall."""

WRITTEN = Aims(0.93, 0.94, 0.84, 0.8)
"""On rows written for the purpose, which are cleaner. The layer without words tells less, and says so less often."""

FEWEST_PUBLISHED = 500
"""How many published rows there must be for the thresholds to be chosen on these alone."""

SURE_KINDS = ("event", "legal", "comparison", "quotation", "attribution", "causal")
FEWEST_OF_A_KIND = 25
LOWEST, LOWEST_ASKED = 0.6, 0.55
"""Nothing may fail a run from a lower score, however sure it looks on these rows: of a kind, of what is asked most."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the shipped layer says of each row, and the features that may weigh otherwise."""

    offsets: Floats
    features: Any


@dataclass(frozen=True, slots=True)
class Judged:
    """Rows as numbers: what is told of each, its label, document and publisher, its kind, what stands near, if it is
    gated, and if it is doubted at these scores.

    `lessons` are what to learn from: every second document is learnt from as if each of its sentences stood alone.
    """

    rows: Told
    lessons: Told
    names: tuple[str, ...]
    labels: Ints
    documents: tuple[str, ...]
    publishers: tuple[str, ...]
    kinds: tuple[str, ...]
    near: tuple[str, ...]
    gated: Any
    doubted: Callable[[Floats], Any]


@dataclass(frozen=True, slots=True)
class Learnt:
    """A difference for each name, and one for all rows."""

    differences: Floats
    bias: float

    def scores(self, judged: Judged, rows: Ints) -> Floats:
        """The scores of some rows, those that a gate shuts out among the lowest."""
        logits = judged.rows.offsets[rows] + self.bias + judged.rows.features[rows] @ self.differences
        scores: Floats = 1 / (1 + np.exp(-logits))
        return np.where(judged.gated[rows], scores * SHUT, scores)


def main() -> None:
    """Read the rows, adapt both layers, write, and say what came of it."""
    parser = options(__doc__)
    parser.add_argument("--data", type=Path, nargs="+", required=True, metavar="FILE", help="JSON lines, in English")
    published = "the same, of published prose, for the layer of English alone"
    parser.add_argument("--published", type=Path, nargs="*", default=[], metavar="FILE", help=published)
    parser.add_argument("--other", type=Path, nargs="*", default=[], metavar="FILE", help="the same, called LANG.jsonl")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the model goes")
    wanted = parser.parse_args()
    common, english = read_rows(wanted.data), read_rows([*wanted.data, *wanted.published])
    of_publishers = {row.doc for row in english} - {row.doc for row in common}
    others = {path.stem: read_rows([path]) for path in wanted.other}
    if "adapted" in TRAINED:
        raise SystemExit("the shipped model is adapted already: put the one that was trained in its place first")
    model = copy.deepcopy(TRAINED)
    for name in model["layers"]:
        layer = find_layer(name)
        judged = judge(layer, {LANGUAGE: english} if name == LANGUAGE else {LANGUAGE: common, **others}, name)
        adapted = adapt(judged)
        move(model["layers"][name], judged, adapted, layer)
        old = model["layers"][name]["thresholds"]
        model["layers"][name]["thresholds"] = thresholds(judged, adapted, old, of_publishers)
    model["adapted"] = {
        "rows": len(english),
        "published": len(english) - len(common),
        "sha256": digest(english),
        "others": {n: len(r) for n, r in others.items()},
    }
    wanted.out.write_bytes(encode(model))


def judge(layer: Layer, rows: Mapping[str, Sequence[Row]], name: str) -> Judged:
    """The rows of each language as the layer sees them."""
    seen = [
        (row, look(u, lang)) for lang, own in rows.items() for row, u in zip(own, utterances(own, lang), strict=True)
    ]
    named = [list(dict.fromkeys(name_features(one))) for _, one in seen]
    if name != LANGUAGE:
        named = [[n for n in own if not n.startswith(ENGLISH_ONLY)] for own in named]
    alone = [zlib.crc32(row.doc.encode()) % 2 == 0 for row, _ in seen]
    lessons = [
        [n for n in own if not (by_itself and n.startswith(TOLD_PREFIXES))]
        for own, by_itself in zip(named, alone, strict=True)
    ]
    publishers = tuple(row.publisher or row.doc for row, _ in seen)
    maker = DictVectorizer(sort=True)
    features = maker.fit_transform([_learnable(own) for own in named]).tocsr()
    words = _of_words(maker.get_feature_names_out())
    many = np.where(words, _publishers(features, publishers) >= FEWEST_PUBLISHERS, True)
    enough = np.flatnonzero(many & (np.asarray(features.sum(axis=0)).ravel() >= FEWEST))

    def told(names: Sequence[Sequence[str]]) -> Told:
        logits = [layer.logit(own, one.words) for own, (_, one) in zip(names, seen, strict=True)]
        return Told(np.array(logits), maker.transform([_learnable(own) for own in names]).tocsr()[:, enough])

    return Judged(
        told(named),
        told(lessons),
        tuple(maker.get_feature_names_out()[enough]),
        np.array([row.label for row, _ in seen], dtype=np.int64),
        tuple(row.doc for row, _ in seen),
        publishers,
        tuple(one.kind for _, one in seen),
        tuple(one.utterance.context.get("near", "") for _, one in seen),
        np.array([find_gate(one.gates, one.signs) is not None for _, one in seen], dtype=np.bool_),
        lambda scores: np.array(
            [
                find_doubt(one.utterance, one.lang, one.signs, score) is not None
                for (_, one), score in zip(seen, scores, strict=True)
            ],
            dtype=np.bool_,
        ),
    )


def _learnable(names: Iterable[str]) -> dict[str, float]:
    return {name: 1.0 for name in names if name.startswith(LEARNT) and name not in NOT_LEARNT}


def _of_words(names: Iterable[str]) -> Flags:
    return np.array([name.startswith(WORD_PREFIX) for name in names], dtype=np.bool_)


def _publishers(features: Any, publishers: Sequence[str]) -> Ints:
    """How many publishers use each feature."""
    used = [np.asarray(features[rows].sum(axis=0)).ravel() > 0 for rows in members(publishers)]
    return np.asarray(np.sum(used, axis=0), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Adapted:
    """The differences learnt from all rows, and the scores of rows that they were not learnt from."""

    learnt: Learnt
    unseen: Floats


def adapt(judged: Judged) -> Adapted:
    """The differences, with the strength of the penalty that does best on unseen rows; says what they did."""
    everything = np.arange(len(judged.labels))
    before = Learnt(np.zeros(len(judged.names)), 0.0).scores(judged, everything)
    tried = {strength: _unseen(judged, strength) for strength in STRENGTHS}
    best = min(tried, key=lambda strength: _loss(judged.labels, tried[strength]))
    print(f"{len(judged.labels)} rows, {len(judged.names)} features, penalty {best:g}")
    for label, scores in (("as shipped", before), ("adapted, unseen", tried[best])):
        found = average_precision(judged.labels, scores)
        print(f"  {label:<18} AP {found:.3f}  log loss {_loss(judged.labels, scores):.3f}")
    return Adapted(fit(judged, everything, best), tried[best])


def _unseen(judged: Judged, strength: float) -> Floats:
    scores = np.zeros(len(judged.labels))
    for train, test in GroupKFold(FOLDS).split(scores, groups=judged.publishers):
        scores[test] = fit(judged, train, strength).scores(judged, test)
    return scores


def _loss(labels: Ints, scores: Floats) -> float:
    safe = np.clip(scores, 1e-6, 1 - 1e-6)
    return float(-np.mean(np.where(labels == 1, np.log(safe), np.log(1 - safe))))


def fit(judged: Judged, rows: Ints, strength: float) -> Learnt:
    """The differences that fit some rows best under a penalty."""
    features, offsets = judged.lessons.features[rows], judged.lessons.offsets[rows]
    signs = 2.0 * judged.labels[rows] - 1
    penalties = strength * np.where(_of_words(judged.names), OF_WORDS, 1.0)

    def loss(at: Floats) -> tuple[float, Floats]:
        margins = signs * (offsets + at[0] + features @ at[1:])
        pulls = -signs / (1 + np.exp(margins))
        value = float(np.logaddexp(0, -margins).sum() + penalties @ at[1:] ** 2 / 2)
        return value, np.concatenate([[pulls.sum()], features.T @ pulls + penalties * at[1:]])

    found = minimize(loss, np.zeros(len(judged.names) + 1), jac=True, method="L-BFGS-B").x
    return Learnt(found[1:], float(found[0]))


def move(layer: dict[str, Any], judged: Judged, adapted: Adapted, shipped: Layer) -> None:
    """Add what was learnt to the weights of a layer, which count on the scale before calibration."""
    slope = layer["calibration"]["slope"]
    for name, difference in zip(judged.names, adapted.learnt.differences, strict=True):
        if name.startswith(WORD_PREFIX) and abs(difference) < LEAST:
            continue
        if moved := rounded(shipped.weights.get(name, 0.0) + float(difference) / slope):
            layer["weights"][name] = moved
    layer["calibration"]["offset"] = rounded(layer["calibration"]["offset"] + adapted.learnt.bias)


def thresholds(judged: Judged, adapted: Adapted, old: Mapping[str, Any], published: Collection[str]) -> dict[str, Any]:
    """The thresholds, chosen on unseen scores, of published documents where there are enough: those for kinds where
    enough of a kind are flagged rightly.
    """
    labels, scores, doubted = judged.labels, adapted.unseen, judged.doubted(adapted.unseen)
    chosen_on = np.array([doc in published for doc in judged.documents], dtype=np.bool_)
    aims = PUBLISHED if chosen_on.sum() >= FEWEST_PUBLISHED else WRITTEN
    if aims is WRITTEN:
        chosen_on[:] = True
    advisory = threshold_for_recall(labels[chosen_on], scores[chosen_on], aims.recall)
    sure_scores = np.where(doubted, 0.0, scores)[chosen_on]
    strict = max(threshold_for_precision(labels[chosen_on], sure_scores, aims.precision), advisory)
    kinds = np.array(judged.kinds)
    told = np.array([f"near:{near}, {kind}" for near, kind in zip(judged.near, judged.kinds, strict=True)])
    asked = [(case, told == case, aims.told, LOWEST_ASKED) for case in old["cases"]]
    cases = {}
    sure = [(f"kind:{kind}", kinds == kind, aims.sure, LOWEST) for kind in SURE_KINDS]
    for case, inside, aim, lowest in (*asked, *sure):
        at = np.flatnonzero(inside & chosen_on & ~judged.gated & ~doubted)
        if labels[at].sum() >= FEWEST_OF_A_KIND:
            chosen = max(threshold_for_precision(labels[at], scores[at], aim), lowest, advisory)
            if chosen < strict:
                cases[case] = rounded(chosen)
    new = {**old, "strict": rounded(strict), "advisory": rounded(advisory), "cases": {**old["cases"], **cases}}
    levels = np.array(
        [min(new["cases"].get(c, strict) for c in pair) for pair in zip(told, kind_names(kinds), strict=True)]
    )
    flagged = {"strict": (scores >= levels) & ~doubted, "advisory": scores >= advisory}
    for label, flags in flagged.items():
        found = flag(labels[chosen_on], flags[chosen_on])
        print(f"  {label:<18} precision {found.precision:.3f} recall {found.recall:.3f}")
    print(f"  {new}")
    return new


def kind_names(kinds: Iterable[str]) -> list[str]:
    """The features that stand for kinds."""
    return [f"kind:{kind}" for kind in kinds]


if __name__ == "__main__":
    main()
