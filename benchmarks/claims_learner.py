"""Features, labels and documents in, a trained layer out: its words, weights, calibration and thresholds.

Whatever is chosen (words, settings, calibration, thresholds) is chosen on the rows it is given and on scores of rows
that the layer in question has not seen, in folds that keep a document together. The words are a bounded vocabulary;
everything else that has a name is kept. The TF-IDF baseline has the same shape, so that both are measured alike.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from claims_features import TOLD_PREFIXES, WORD_PREFIX
from claims_figures import (
    Floats,
    Ints,
    average_precision,
    members,
    threshold_for_f1,
    threshold_for_precision,
    threshold_for_recall,
)
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.feature_selection import chi2
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold
from threadpoolctl import threadpool_limits

threadpool_limits(1)
"""Sums in one order on every machine; tables of this size are no work to share, and threads wait for each other."""

FOLDS = 5
MOST_WORDS = 2500
FEWEST_ROWS = 3
FEWEST_DOCUMENTS = 2
"""In how many rows and documents a word must stand: else it says more of one document than of claims."""


@dataclass(frozen=True, slots=True)
class Aims:
    """What the thresholds must have on rows unseen by the layer: a little more than is promised outside."""

    precision: float = 0.87
    recall: float = 0.91
    sure: float = 0.83


AIMS = Aims()
SURE = ("near:no own work, statistic", "near:no own work, quotation")
"""The features of rows with a strict threshold of their own: what no brief may leave without a source, where nothing
around it says that the authors found it out themselves. Doubts about own results do not count there."""

FEWEST_SURE = 120
"""How many such rows there must be."""

PASSES = 4000


@dataclass(frozen=True, slots=True)
class Settings:
    """How a layer is fitted: `cost` is C; `word_scale` shrinks words more than signs when below 1."""

    cost: float
    word_scale: float
    balanced: bool = False


SIGN_SCALE = 2.5
"""How much less signs and gates are shrunk than other features: a rare one may be a sure one."""

GRID = tuple(Settings(cost, scale) for cost in (0.1, 0.3, 1.0) for scale in (0.35, 0.6))


@dataclass(frozen=True, slots=True)
class Table:
    """All rows as numbers: the features (sparse) with their names, the labels, and the group of each.

    `lessons` are the features to learn from: every second document is learnt from as if each of its sentences stood
    alone, so that a layer does not lean on what it will not always be told.
    """

    features: Any
    lessons: Any
    names: tuple[str, ...]
    labels: Ints
    groups: tuple[str, ...]

    @property
    def signs(self) -> NDArray[np.bool_]:
        """Which features are signs or gates."""
        return np.array([name.startswith(("sign:", "gate:")) for name in self.names], dtype=np.bool_)

    @property
    def words(self) -> NDArray[np.bool_]:
        """Which features are words."""
        return np.array([name.startswith(WORD_PREFIX) for name in self.names], dtype=np.bool_)


def make_table(features: Sequence[Mapping[str, float]], labels: Sequence[int], groups: Sequence[str]) -> Table:
    """The table of some rows; names are sorted."""
    maker = DictVectorizer(sort=True)
    matrix = maker.fit_transform(features).tocsr()
    names = tuple(maker.get_feature_names_out())
    lessons = make_lessons(matrix, names, groups)
    return Table(matrix, lessons, names, np.array(labels, dtype=np.int64), tuple(groups))


def make_lessons(matrix: Any, names: Sequence[str], groups: Sequence[str]) -> Any:
    """The features without what a document tells of its sentences, in every second document."""
    alone = np.array([zlib.crc32(group.encode()) % 2 == 0 for group in groups], dtype=np.bool_)
    told = np.array([name.startswith(TOLD_PREFIXES) for name in names], dtype=np.bool_)
    cells = matrix.tocoo()
    kept = ~(alone[cells.row] & told[cells.col])
    return csr_matrix((cells.data[kept], (cells.row[kept], cells.col[kept])), shape=matrix.shape)


# --- what every learner gives ----------------------------------------------------------------


Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which score on a row is flagged: precision first, recall first, and for the best F1.

    `sure` is the strict threshold of rows that have a feature of SURE.
    """

    strict: float
    advisory: float
    best: float
    sure: float


def choose_thresholds(labels: Ints, scores: Floats, sure: Flags | None = None, aims: Aims = AIMS) -> Thresholds:
    """The thresholds for scores of unseen rows. On easy rows one may do for both: strict is never the lower one."""
    advisory = threshold_for_recall(labels, scores, aims.recall)
    strict = max(threshold_for_precision(labels, scores, aims.precision), advisory)
    own = strict
    if sure is not None and sure.sum() >= FEWEST_SURE:
        own = max(threshold_for_precision(labels[sure], scores[sure], aims.sure), advisory)
    return Thresholds(strict, advisory, threshold_for_f1(labels, scores), own)


@dataclass(frozen=True, slots=True)
class Learned:
    """What a learner made of its rows: by their indices the scores of rows and where they become strict; thresholds."""

    score: Callable[[Ints], Floats]
    strict: Callable[[Ints], Floats]
    thresholds: Thresholds


Learner = Callable[[Ints, int], Learned]
"""(indices of the rows to learn from, seed) -> what was learned."""

Split = tuple[Ints, Ints]


def split(labels: Ints, groups: Sequence[str], seed: int, folds: int = FOLDS) -> list[Split]:
    """Folds that keep groups together and the share of claims alike: (to learn from, to score) for each."""
    count = len(set(groups))
    if count in (1, len(groups)):
        return list(StratifiedKFold(folds, shuffle=True, random_state=seed).split(labels, labels))
    maker = StratifiedGroupKFold(min(folds, count), shuffle=True, random_state=seed)
    return list(maker.split(labels, labels, groups))


def inner_splits(labels: Ints, groups: Sequence[str], at: Ints, seed: int) -> list[Split]:
    """The folds inside some rows, as indices of the whole table."""
    return [(at[learn], at[score]) for learn, score in split(labels[at], [groups[index] for index in at], seed)]


# --- the layer -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Layer:
    """Weights of some columns and a bias: `raw` is their sum, before calibration."""

    columns: Ints
    weights: Floats
    bias: float

    def raw(self, features: Any) -> Floats:
        """The sum for each row."""
        return np.asarray(features[:, self.columns] @ self.weights + self.bias, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Trained:
    """A layer with its calibration: score = 1 / (1 + exp(-(slope * raw + offset)))."""

    layer: Layer
    slope: float
    offset: float
    thresholds: Thresholds
    settings: Settings

    def score(self, features: Any) -> Floats:
        """The score of each row."""
        return logistic(self.slope * self.layer.raw(features) + self.offset)


def logistic(raw: Floats) -> Floats:
    """Any number to between 0 and 1."""
    return np.asarray(1 / (1 + np.exp(-raw)), dtype=np.float64)


def choose_columns(table: Table, at: Ints) -> Ints:
    """The named features that occur in some rows, and the words that tell claims from the rest there best."""
    features, labels = table.lessons[at], table.labels[at]
    present = (features != 0).astype(np.int64)
    rows = np.asarray(present.sum(axis=0)).ravel()
    words = table.words
    named = np.flatnonzero((rows > 0) & ~words)
    common = np.flatnonzero((rows >= FEWEST_ROWS) & words)
    common = common[_documents(present[:, common], [table.groups[index] for index in at]) >= FEWEST_DOCUMENTS]
    if len(common) > MOST_WORDS:
        worth = np.nan_to_num(chi2(present[:, common], labels)[0])
        common = common[np.argsort(-worth, kind="stable")[:MOST_WORDS]]
    return np.sort(np.concatenate([named, common]))


def are_sure(table: Table, at: Ints) -> Flags:
    """Which of some rows have a feature of SURE."""
    places = [place for place, name in enumerate(table.names) if name in SURE]
    return np.asarray(table.features[at][:, places].sum(axis=1)).ravel() > 0


def _documents(present: Any, groups: Sequence[str]) -> Ints:
    """In how many groups each column occurs; as many as rows where every row is its own."""
    if len(set(groups)) in (1, len(groups)):
        return np.full(present.shape[1], FEWEST_DOCUMENTS, dtype=np.int64)
    sums = [np.asarray(present[rows].sum(axis=0)).ravel() > 0 for rows in members(groups)]
    return np.asarray(np.sum(sums, axis=0), dtype=np.int64)


def fit_layer(table: Table, at: Ints, columns: Ints, settings: Settings) -> Layer:
    """One logistic layer over some columns. Columns are scaled for the fit, and the scale goes into the weights."""
    features = table.lessons[at][:, columns]
    largest = np.maximum(np.asarray(abs(table.features[at]).max(axis=0).todense()).ravel()[columns], 1e-9)
    scale = (
        np.where(table.words[columns], settings.word_scale, np.where(table.signs[columns], SIGN_SCALE, 1.0)) / largest
    )
    fitted = LogisticRegression(
        C=settings.cost, class_weight="balanced" if settings.balanced else None, max_iter=PASSES
    ).fit(features.multiply(scale).tocsr(), table.labels[at])
    return Layer(columns, fitted.coef_[0] * scale, float(fitted.intercept_[0]))


def train(table: Table, at: Ints, seed: int, grid: Sequence[Settings] = GRID, aims: Aims = AIMS) -> Trained:
    """Choose the settings by average precision on unseen rows, calibrate and set thresholds there, fit on all."""
    folds = [
        (learn, score, choose_columns(table, learn))
        for learn, score in inner_splits(table.labels, table.groups, at, seed)
    ]
    tried = {settings: dict(_unseen(table, folds, settings)) for settings in grid}
    labels = table.labels[at]
    raws = {s: np.array([found[int(index)] for index in at]) for s, found in tried.items()}
    best = max(grid, key=lambda settings: average_precision(labels, raws[settings]))
    slope, offset = calibrate(labels, raws[best])
    thresholds = choose_thresholds(labels, logistic(slope * raws[best] + offset), are_sure(table, at), aims)
    return Trained(fit_layer(table, at, choose_columns(table, at), best), slope, offset, thresholds, best)


def _unseen(table: Table, folds: Sequence[tuple[Ints, Ints, Ints]], settings: Settings) -> Iterator[tuple[int, float]]:
    """Each row with its raw score by a layer that has not seen it."""
    for learn, score, columns in folds:
        raw = fit_layer(table, learn, columns, settings).raw(table.features[score])
        yield from zip(score.tolist(), raw.tolist(), strict=True)


def calibrate(labels: Ints, raw: Floats) -> tuple[float, float]:
    """Platt's slope and offset: the logistic curve that fits the labels best."""
    fitted = LogisticRegression(C=1e6, max_iter=PASSES).fit(raw.reshape(-1, 1), labels)
    return float(fitted.coef_[0, 0]), float(fitted.intercept_[0])


def layer_learner(table: Table, grid: Sequence[Settings] = GRID) -> Learner:
    """Ours: features to a calibrated layer."""

    def learn(at: Ints, seed: int) -> Learned:
        trained = train(table, at, seed, grid)
        return Learned(
            lambda rows: trained.score(table.features[rows]),
            lambda rows: np.where(are_sure(table, rows), trained.thresholds.sure, trained.thresholds.strict),
            trained.thresholds,
        )

    return learn


# --- the pinned baseline ---------------------------------------------------------------------


def baseline_learner(texts: Sequence[str], labels: Ints, groups: Sequence[str]) -> Learner:
    """Theirs: TF-IDF of words and pairs with logistic regression, thresholds chosen as ours are. Do not tune it."""
    split_text = TfidfVectorizer(ngram_range=(1, 2)).build_analyzer()
    words = [split_text(text) for text in texts]  # once, not in every fold

    def fit(at: Ints) -> Callable[[Ints], Floats]:
        maker = TfidfVectorizer(analyzer=_as_given, min_df=2, sublinear_tf=True)
        fitted = LogisticRegression(C=1, class_weight="balanced", max_iter=PASSES)
        fitted.fit(maker.fit_transform([words[index] for index in at]), labels[at])
        return lambda rows: np.asarray(
            fitted.predict_proba(maker.transform([words[index] for index in rows]))[:, 1], dtype=np.float64
        )

    def learn(at: Ints, seed: int) -> Learned:
        folds = inner_splits(labels, groups, at, seed)
        rows = np.concatenate([score for _, score in folds])
        scores = np.concatenate([fit(inside)(score) for inside, score in folds])
        thresholds = choose_thresholds(labels[rows], scores)
        return Learned(fit(at), lambda rows: np.full(len(rows), thresholds.strict), thresholds)

    return learn


def _as_given(words: list[str]) -> list[str]:
    return words
