"""Labels and scores in, figures out: precision, recall, F1, average precision, thresholds, intervals, reliability.

All is arithmetic on arrays and knows nothing of sentences. A figure that is not defined (precision of nothing flagged)
is 0, as the published scorers have it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

DRAWS = 1000
BINS = 10
FEWEST_FLAGGED = 10
"""A threshold is not chosen for what fewer rows than these say."""


@dataclass(frozen=True, slots=True)
class Flagged:
    """What a threshold does: how many rows it flags, how many of those rightly, and how many it should."""

    flagged: int
    right: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of flagged rows that are claims."""
        return self.right / self.flagged if self.flagged else 0.0

    @property
    def recall(self) -> float:
        """The share of claims that are flagged."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.flagged + self.wanted
        return 2 * self.right / both if both else 0.0


def flag(labels: Ints, flags: NDArray[np.bool_]) -> Flagged:
    """Count what is flagged."""
    return Flagged(int(flags.sum()), int(labels[flags].sum()), int(labels.sum()))


def average_precision(labels: Ints, scores: Floats) -> float:
    """The mean, over the claims, of the precision down to each of them; rows of equal score come all at once."""
    wanted = int(labels.sum())
    if not wanted:
        return 0.0
    order = np.argsort(-scores, kind="stable")
    ends = _ends(scores[order])
    right = np.cumsum(labels[order])[ends]
    return float((np.diff(right, prepend=0) * right / (ends + 1)).sum() / wanted)


def _ends(ordered: Floats) -> Ints:
    """The last index of each run of equal scores."""
    return np.append(np.flatnonzero(np.diff(ordered)), len(ordered) - 1)


def mean_average_precision(labels: Ints, scores: Floats, groups: Sequence[str]) -> float:
    """The mean over documents of their average precision; one without a claim counts as 0, as CLEF has it."""
    return float(np.mean([average_precision(labels[at], scores[at]) for at in members(groups)]))


def macro_f1(labels: Ints, flags: NDArray[np.bool_]) -> float:
    """The mean of the F1 of claims and the F1 of the rest."""
    return (flag(labels, flags).f1 + flag(1 - labels, ~flags).f1) / 2


def members(groups: Sequence[str]) -> list[Ints]:
    """The indices of the rows of each group, groups in the order of their names."""
    found: dict[str, list[int]] = {}
    for index, group in enumerate(groups):
        found.setdefault(group, []).append(index)
    return [np.array(found[group], dtype=np.int64) for group in sorted(found)]


# --- thresholds ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Curve:
    """Every threshold that flags another set of rows, from the highest down, with what it does."""

    thresholds: Floats
    flagged: Ints
    right: Ints
    wanted: int

    @property
    def precision(self) -> Floats:
        """Precision at each threshold."""
        return self.right / self.flagged

    @property
    def recall(self) -> Floats:
        """Recall at each threshold."""
        return self.right / max(1, self.wanted)

    @property
    def f1(self) -> Floats:
        """F1 at each threshold."""
        return 2 * self.right / (self.flagged + self.wanted)


def curve(labels: Ints, scores: Floats) -> Curve:
    """The curve of some rows: a row is flagged when its score is at least the threshold."""
    order = np.argsort(-scores, kind="stable")
    ends = _ends(scores[order])
    return Curve(scores[order][ends], ends + 1, np.cumsum(labels[order])[ends], int(labels.sum()))


def threshold_for_precision(labels: Ints, scores: Floats, wanted: float) -> float:
    """The lowest threshold with this precision; where none has it, that of the best precision on enough rows."""
    found = curve(labels, scores)
    enough = found.flagged >= min(FEWEST_FLAGGED, len(labels))
    good = np.flatnonzero(enough & (found.precision >= wanted))
    return float(found.thresholds[good[-1] if len(good) else np.argmax(np.where(enough, found.precision, -1.0))])


def threshold_for_recall(labels: Ints, scores: Floats, wanted: float) -> float:
    """The highest threshold with this recall."""
    found = curve(labels, scores)
    good = np.flatnonzero(found.recall >= wanted)
    return float(found.thresholds[good[0] if len(good) else -1])


def threshold_for_f1(labels: Ints, scores: Floats) -> float:
    """The threshold of the best F1, the highest where several are best."""
    found = curve(labels, scores)
    return float(found.thresholds[np.argmax(found.f1)])


# --- how sure the figures are ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with the interval that holds it in 95 of 100 draws."""

    value: float
    low: float
    high: float


Figure = Callable[[Ints], float]
"""A figure of the rows of these indices; an index may come more than once."""


def bootstrap(figure: Figure, groups: Sequence[str], seed: int = 0, draws: int = DRAWS) -> Measured:
    """A figure and its interval: whole groups (documents) are drawn with replacement, since their rows are alike."""
    rows = members(groups)
    if not rows:
        return Measured(0.0, 0.0, 0.0)
    dice = np.random.default_rng(seed)
    drawn = [
        figure(np.concatenate([rows[at] for at in dice.integers(len(rows), size=len(rows))])) for _ in range(draws)
    ]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Measured(figure(np.concatenate(rows)), float(low), float(high))


@dataclass(frozen=True, slots=True)
class Bin:
    """The rows with a score from `low` to below `high`: how many, their mean score, the share that are claims."""

    low: float
    high: float
    rows: int
    score: float
    share: float


def reliability(labels: Ints, scores: Floats, bins: int = BINS) -> list[Bin]:
    """What the scores of each tenth say, beside what is so."""
    places = np.minimum((scores * bins).astype(np.int64), bins - 1)
    return [_bin(index, bins, labels[places == index], scores[places == index]) for index in range(bins)]


def _bin(index: int, bins: int, labels: Ints, scores: Floats) -> Bin:
    mean, share = (float(scores.mean()), float(labels.mean())) if len(labels) else (0.0, 0.0)
    return Bin(index / bins, (index + 1) / bins, len(labels), mean, share)


def calibration_error(labels: Ints, scores: Floats) -> float:
    """The mean gap between score and share over the bins, each by its rows."""
    found = reliability(labels, scores)
    return sum(part.rows * abs(part.score - part.share) for part in found) / max(1, len(labels))
