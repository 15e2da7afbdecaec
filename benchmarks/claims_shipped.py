"""Rows in, the figures of the shipped detector out: at its thresholds, by slices, reliability, signs, speed."""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from claims_data import SLICES, Row
from claims_features import shipped_verdict, utterances
from claims_figures import (
    Bin,
    Figure,
    Flagged,
    Ints,
    Measured,
    average_precision,
    bootstrap,
    calibration_error,
    flag,
    reliability,
)

from briefkit.claims.lexicon import find_all_words
from briefkit.model import Utterance, Verdict
from briefkit.text import count_words

LEVELS = ("strict", "advisory")
RUNS = 5
SENTENCES = 10_000
WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class AtLevel:
    """What is flagged at a level among some rows, with intervals, and how often wrongly in 1,000 words."""

    level: str
    flagged: int
    share: float
    precision: Measured
    recall: Measured
    f1: Measured
    false_alarms: float


@dataclass(frozen=True, slots=True)
class Slice:
    """Some of the rows: how many, how many of them claims, average precision, and what is flagged at each level."""

    name: str
    rows: int
    claims: int
    average_precision: Measured
    levels: tuple[AtLevel, ...]


@dataclass(frozen=True, slots=True)
class Speaks:
    """A sign or gate on the data: in how many rows, how many of them claims, and the words in which it is so."""

    name: str
    rows: int
    claims: int

    @property
    def share(self) -> float:
        """The share of rows with it that are claims."""
        return self.claims / self.rows


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds for 10,000 sentences, and beside a plain search for words on the same rows."""

    seconds: float
    ratio: float


@dataclass(frozen=True, slots=True)
class Shipped:
    """All that is said of the shipped detector on some rows."""

    slices: tuple[Slice, ...]
    reliability: tuple[Bin, ...]
    calibration_error: float
    signs: tuple[Speaks, ...]
    gates: tuple[Speaks, ...]
    speed: Speed


def measure_shipped(rows: Sequence[Row]) -> Shipped:
    """Judge every row and measure."""
    seen = utterances(rows)
    verdicts = [shipped_verdict(utterance) for utterance in seen]
    labels = np.array([row.label for row in rows], dtype=np.int64)
    scores = np.array([verdict.score for verdict in verdicts], dtype=np.float64)
    return Shipped(
        tuple(_slice(name, rows, verdicts) for name in SLICES),
        tuple(reliability(labels, scores)),
        calibration_error(labels, scores),
        speaks(rows, [[sign.name for sign in verdict.signs] for verdict in verdicts]),
        speaks(rows, [[verdict.gate] if verdict.gate else [] for verdict in verdicts]),
        measure_speed(seen),
    )


def _slice(name: str, rows: Sequence[Row], verdicts: Sequence[Verdict]) -> Slice:
    at = [index for index, row in enumerate(rows) if SLICES[name](row)]
    chosen, judged = [rows[index] for index in at], [verdicts[index] for index in at]
    labels = np.array([row.label for row in chosen], dtype=np.int64)
    scores = np.array([verdict.score for verdict in judged], dtype=np.float64)
    groups = [row.doc for row in chosen]
    precise = bootstrap(lambda drawn: average_precision(labels[drawn], scores[drawn]), groups)
    levels = tuple(_at_level(level, chosen, judged, labels) for level in LEVELS)
    return Slice(name, len(chosen), int(labels.sum()), precise, levels)


def _at_level(level: str, rows: Sequence[Row], verdicts: Sequence[Verdict], labels: Ints) -> AtLevel:
    """An advisory run flags what is strict as well."""
    wanted = LEVELS[: LEVELS.index(level) + 1]
    flags = np.array([verdict.level in wanted for verdict in verdicts], dtype=np.bool_)
    groups = [row.doc for row in rows]

    def figure(name: str) -> Figure:
        return lambda drawn: float(getattr(flag(labels[drawn], flags[drawn]), name))

    found: Flagged = flag(labels, flags)
    words = sum(count_words(row.text) for row in rows)
    return AtLevel(
        level=level,
        flagged=found.flagged,
        share=found.flagged / max(1, len(rows)),
        precision=bootstrap(figure("precision"), groups),
        recall=bootstrap(figure("recall"), groups),
        f1=bootstrap(figure("f1"), groups),
        false_alarms=1000 * (found.flagged - found.right) / max(1, words),
    )


def speaks(rows: Sequence[Row], names: Sequence[Sequence[str]]) -> tuple[Speaks, ...]:
    """For each name in how many rows it stands and how many of these are claims; the most frequent first."""
    labels: dict[str, list[int]] = defaultdict(list)
    for row, said in zip(rows, names, strict=True):
        for name in set(said):
            labels[name].append(row.label)
    found = (Speaks(name, len(seen), sum(seen)) for name, seen in labels.items())
    return tuple(sorted(found, key=lambda one: (-one.rows, one.name)))


def measure_speed(seen: Sequence[Utterance]) -> Speed:
    """The medians of some runs over all sentences, ours and the search for words by turns; no run keeps what the one
    before it found.
    """
    ours, theirs = [], []
    for _ in range(RUNS):
        find_all_words.cache_clear()
        ours.append(_seconds(lambda: [shipped_verdict(utterance) for utterance in seen]))
        theirs.append(_seconds(lambda: [WORDS.findall(utterance.plain) for utterance in seen]))
    return Speed(median(ours) / max(1, len(seen)) * SENTENCES, median(ours) / median(theirs))


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
