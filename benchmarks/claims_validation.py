"""A learner and rows in, what it says of rows it has not seen out: nested cross-validation, one publisher left out.

Every score, threshold and flag of a row comes from a learner that was trained and set without the fold of that row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from claims_data import POOLED, Row, has_digit, is_own_result, name_publishers
from claims_figures import Floats, Ints, Measured, average_precision, bootstrap, flag, members
from claims_learner import Learner, Split, Table, split
from numpy.typing import NDArray

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Unseen:
    """For each row its score, and whether it is flagged strict, advisory, and at the threshold of the best F1."""

    score: Floats
    strict: Flags
    advisory: Flags
    best: Flags


def judge_unseen(learner: Learner, splits: Iterable[Split], count: int, seed: int) -> Unseen:
    """Learn on the first half of each split and judge the second; all second halves together are all `count` rows."""
    score = np.zeros(count)
    strict, advisory, best = (np.zeros(count, dtype=np.bool_) for _ in range(3))
    for learn, rows in splits:
        learned = learner(learn, seed)
        score[rows] = learned.score(rows)
        strict[rows] = score[rows] >= learned.strict(rows)
        advisory[rows] = score[rows] >= learned.thresholds.advisory
        best[rows] = score[rows] >= learned.thresholds.best
    return Unseen(score, strict, advisory, best)


def cross_validate(learner: Learner, table: Table, seeds: Iterable[int]) -> list[Unseen]:
    """Nested cross-validation by group, once for each seed."""
    return [judge_unseen(learner, split(table.labels, table.groups, seed), len(table.labels), seed) for seed in seeds]


def leave_out(names: Sequence[str], pooled: Sequence[str], count: int = 5) -> list[Split]:
    """A split for each publisher; those that are pooled are dealt into a few splits, none being in its own training."""
    dealt = {name: f"{POOLED} {place % count}" for place, name in enumerate(sorted(set(pooled)))}
    fold = [dealt[own] if name == POOLED else name for name, own in zip(names, pooled, strict=True)]
    everything = np.arange(len(names))
    return [(np.setdiff1d(everything, rows), rows) for rows in members(fold)]


# --- figures ---------------------------------------------------------------------------------

Measure = Callable[[Unseen, Ints], float]
"""A figure of some rows of one pass."""


def measures(rows: Sequence[Row], labels: Ints) -> Mapping[str, Measure]:
    """The figures of cross-validation by name."""
    plain = np.array([not has_digit(row) for row in rows])
    own = np.array([is_own_result(row) for row in rows])

    def own_share(unseen: Unseen, at: Ints) -> float:
        of_own = at[own[at]]
        return float(unseen.strict[of_own].mean()) if len(of_own) else 0.0

    def plain_f1(unseen: Unseen, at: Ints) -> float:
        without = at[plain[at]]
        return flag(labels[without], unseen.best[without]).f1

    return {
        "average precision": lambda unseen, at: average_precision(labels[at], unseen.score[at]),
        "F1 (best F1)": lambda unseen, at: flag(labels[at], unseen.best[at]).f1,
        "F1, no digit (best F1)": plain_f1,
        "strict: precision": lambda unseen, at: flag(labels[at], unseen.strict[at]).precision,
        "strict: recall": lambda unseen, at: flag(labels[at], unseen.strict[at]).recall,
        "strict: own results flagged": own_share,
        "advisory: precision": lambda unseen, at: flag(labels[at], unseen.advisory[at]).precision,
        "advisory: recall": lambda unseen, at: flag(labels[at], unseen.advisory[at]).recall,
        "advisory: F1": lambda unseen, at: flag(labels[at], unseen.advisory[at]).f1,
    }


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of ours, the same of the baseline, and ours less the baseline's, each a mean over the seeds."""

    ours: Measured
    baseline: Measured
    gain: Measured


def compare(measure: Measure, ours: Sequence[Unseen], theirs: Sequence[Unseen], groups: Sequence[str]) -> Compared:
    """Both means with intervals over the same draws of documents."""

    def mean(passes: Sequence[Unseen], at: Ints) -> float:
        return float(np.mean([measure(unseen, at) for unseen in passes]))

    return Compared(
        bootstrap(lambda at: mean(ours, at), groups),
        bootstrap(lambda at: mean(theirs, at), groups),
        bootstrap(lambda at: mean(ours, at) - mean(theirs, at), groups),
    )


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher left out: its rows, its share of claims, average precision and F1 of ours and of the baseline."""

    name: str
    rows: int
    share: float
    ours: float
    baseline: float
    ours_f1: float
    baseline_f1: float


def by_publisher(rows: Sequence[Row], table: Table, ours: Learner, theirs: Learner) -> list[Publisher]:
    """Each publisher as judged by learners that have seen nothing of it."""
    names = name_publishers(rows)
    if len({row.publisher for row in rows}) < 2:
        return []
    splits = leave_out(names, [row.publisher for row in rows])
    mine, others = (judge_unseen(learner, splits, len(rows), 0) for learner in (ours, theirs))
    return [_publisher(names[int(at[0])], table.labels, mine, others, at) for at in members(names)]


def _publisher(name: str, labels: Ints, ours: Unseen, theirs: Unseen, at: Ints) -> Publisher:
    found = labels[at]
    return Publisher(
        name or "(none)",
        len(at),
        float(found.mean()),
        average_precision(found, ours.score[at]),
        average_precision(found, theirs.score[at]),
        flag(found, ours.best[at]).f1,
        flag(found, theirs.best[at]).f1,
    )
