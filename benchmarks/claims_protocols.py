"""Rows of a published task in, its figure by its own protocol out; features and learner are retrained inside it.

What a protocol measures is in its docstring. The rows are those that the protocol is defined on; how many that is, is
said beside how many there are, because a figure on other rows is another figure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from claims_data import Row
from claims_features import all_features
from claims_figures import (
    Floats,
    Ints,
    average_precision,
    flag,
    macro_f1,
    mean_average_precision,
    members,
    threshold_for_f1,
)
from claims_learner import Learner, Settings, baseline_learner, layer_learner, make_table
from claims_validation import Unseen, judge_unseen
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedKFold

SEED = 0
CLAIMBUSTER_ROWS, CLAIMBUSTER_FOLDS = 9_674, 4
CHECKTHAT_ROWS, CHECKTHAT_FOLDS = 318, 10
FIXED = (Settings(0.1, 1.0),)
"""One setting where rows are many and figures differ little."""

Figures = dict[str, Any]
Protocol = Callable[[Sequence[Row], Sequence[Row]], Figures]
"""(the rows, more rows to train on where the protocol has such) -> the figures."""


def learners(rows: Sequence[Row], grid: Sequence[Settings]) -> Mapping[str, Learner]:
    """Ours and the baseline on some rows; a row without a document is its own group."""
    groups = [row.doc or row.id for row in rows]
    table = make_table(all_features(rows), [row.label for row in rows], groups)
    return {
        "ours": layer_learner(table, grid),
        "baseline": baseline_learner([row.text for row in rows], table.labels, groups),
    }


def labels_of(rows: Sequence[Row]) -> Ints:
    """The labels as an array."""
    return np.array([row.label for row in rows], dtype=np.int64)


def claimbuster(rows: Sequence[Row], more: Sequence[Row] = ()) -> Figures:
    """ClaimBuster 2.5xNCS, two classes: stratified cross-validation in four folds, mean of the F1 of both classes.

    All rows are judged once, by the fold that has not seen them, at the threshold of the best F1 inside.
    """
    labels = labels_of(rows)
    splits = list(StratifiedKFold(CLAIMBUSTER_FOLDS, shuffle=True, random_state=SEED).split(labels, labels))
    found = {name: judge_unseen(learner, splits, len(rows), SEED) for name, learner in learners(rows, FIXED).items()}
    return {
        "protocol": "ClaimBuster 2.5xNCS, 4-fold stratified",
        "rows": len(rows),
        "rows of the protocol": CLAIMBUSTER_ROWS,
        "macro-F1": {name: macro_f1(labels, unseen.best) for name, unseen in found.items()},
        "average precision": {name: average_precision(labels, unseen.score) for name, unseen in found.items()},
    }


def checkthat(rows: Sequence[Row], more: Sequence[Row] = ()) -> Figures:
    """CheckThat! 2024, English, dev-test: F1 of the positive class, the threshold by cross-validation in ten folds.

    With rows to train on (the task's own training set), the model learns there and only its threshold is chosen on nine
    folds for the tenth. Without, the model learns on the nine folds as well.
    """
    labels = labels_of(rows)
    splits = list(StratifiedKFold(CHECKTHAT_FOLDS, shuffle=True, random_state=SEED).split(labels, labels))
    found = _trained_elsewhere(rows, more, splits) if more else _trained_within(rows, splits)
    return {
        "protocol": "CheckThat! 2024 English dev-test, threshold by 10-fold",
        "rows": len(rows),
        "rows of the protocol": CHECKTHAT_ROWS,
        "F1": {name: flag(labels, flags).f1 for name, (_, flags) in found.items()},
        "precision": {name: flag(labels, flags).precision for name, (_, flags) in found.items()},
        "recall": {name: flag(labels, flags).recall for name, (_, flags) in found.items()},
        "average precision": {name: average_precision(labels, scores) for name, (scores, _) in found.items()},
    }


Scored = Mapping[str, tuple[Floats, NDArray[np.bool_]]]


def _trained_within(rows: Sequence[Row], splits: Sequence[tuple[Ints, Ints]]) -> Scored:
    found = {name: judge_unseen(learner, splits, len(rows), SEED) for name, learner in learners(rows, FIXED).items()}
    return {name: (unseen.score, unseen.best) for name, unseen in found.items()}


def _trained_elsewhere(rows: Sequence[Row], more: Sequence[Row], splits: Sequence[tuple[Ints, Ints]]) -> Scored:
    """Scores by a learner of the other rows; a sentence that is in both is not learned from."""
    texts = {row.text for row in rows}
    together = [*(row for row in more if row.text not in texts), *rows]
    known = np.arange(len(together) - len(rows))
    new = np.arange(len(together) - len(rows), len(together))
    scores = {name: learner(known, SEED).score(new) for name, learner in learners(together, FIXED).items()}
    return {name: (found, flags_by_folds(labels_of(rows), found, splits)) for name, found in scores.items()}


def flags_by_folds(labels: Ints, scores: Floats, splits: Sequence[tuple[Ints, Ints]]) -> NDArray[np.bool_]:
    """Flag the rows of each fold at the threshold that is best for the others."""
    flags = np.zeros(len(labels), dtype=np.bool_)
    for others, fold in splits:
        flags[fold] = scores[fold] >= threshold_for_f1(labels[others], scores[others])
    return flags


def clef2019(rows: Sequence[Row], more: Sequence[Row] = ()) -> Figures:
    """CLEF 2019 CheckThat! task 1: each document ranked by a model of the others; the mean of average precision."""
    labels, documents = labels_of(rows), [row.doc for row in rows]
    everything = np.arange(len(rows))
    splits = [(np.setdiff1d(everything, at), at) for at in members(documents)]
    found: dict[str, Unseen] = {
        name: judge_unseen(learner, splits, len(rows), SEED) for name, learner in learners(rows, FIXED).items()
    }
    return {
        "protocol": "CLEF 2019 task 1, leave one document out",
        "rows": len(rows),
        "documents": len(splits),
        "MAP": {name: mean_average_precision(labels, unseen.score, documents) for name, unseen in found.items()},
    }


PROTOCOLS: Mapping[str, Protocol] = {"claimbuster": claimbuster, "checkthat": checkthat, "clef2019": clef2019}
