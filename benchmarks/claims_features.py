"""Rows in, their named features and the shipped verdicts out: the one place where the benchmark touches the detector.

Beside the features that the detector names, a row has what its words mean as a few numbers (`sense:00` and so on): the
sum of the vectors of its words by the square root of their number. Training weighs the numbers; `word_senses` turns
these weights into one for each word, which is what the detector reads.
"""

from __future__ import annotations

import gzip
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from claims_data import Row, make_utterance

from briefkit.claims import judge, tell_own_work
from briefkit.claims.features import find_features, find_tokens, find_words
from briefkit.model import Utterance, Verdict

LANGUAGE = "en"
WORD_PREFIX = "word"
"""What the names of words and pairs of words begin with: only these are chosen from, all others are kept."""

TOLD_PREFIXES = ("document:", "near:", "data:")
"""What the other sentences of its document tell of a sentence."""

SENSE_PREFIX = "sense:"
ENGLISH_ONLY = (WORD_PREFIX, SENSE_PREFIX, "document:", "before:own", "length:")
"""What other languages do not have in common with English."""

VECTORS = Path(__file__).with_name("word-vectors.txt.gz")
SCALE = 32
"""What stands for one in the file of vectors."""


def all_features(rows: Sequence[Row]) -> list[dict[str, float]]:
    """The features of each row: what a model is trained on."""
    return [
        {**find_features(utterance, LANGUAGE), **sense_features(find_words(find_tokens(utterance.plain)))}
        for utterance in utterances(rows)
    ]


def common_features(features: Iterable[Mapping[str, float]]) -> list[dict[str, float]]:
    """Of the features those that other languages have as well."""
    return [{name: value for name, value in own.items() if not name.startswith(ENGLISH_ONLY)} for own in features]


def utterances(rows: Sequence[Row], lang: str = LANGUAGE) -> list[Utterance]:
    """The rows as the detector sees sentences; rows of one document are its sentences, in the order of their ids."""
    documents: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=reading_order):
        documents[row.doc].append(row)
    told = {
        row: own
        for doc, inside in documents.items()
        for row, own in zip(inside, _told(inside, lang), strict=True)
        if doc
    }
    return [make_utterance(row, told.get(row, {}), lang) for row in rows]


def _told(rows: Sequence[Row], lang: str) -> list[Mapping[str, str]]:
    called = f"{rows[0].title}\n{rows[0].organisation}" if rows else ""
    return tell_own_work([row.text for row in rows], [row.section for row in rows], lang, called)


def reading_order(row: Row) -> tuple[str | int, ...]:
    """Sorts rows as they stand in their documents: numbers in an id count as numbers."""
    return tuple(int(part) if at % 2 else part for at, part in enumerate(re.split(r"(\d+)", row.id)))


def shipped_verdict(utterance: Utterance) -> Verdict:
    """What the detector says of a sentence as it is shipped."""
    return judge(utterance, LANGUAGE)


# --- what words mean ---------------------------------------------------------------------------


@cache
def word_vectors() -> Mapping[str, tuple[float, ...]]:
    """The vectors of common words; see word_vectors.py."""
    lines = (line.split(" ") for line in gzip.decompress(VECTORS.read_bytes()).decode().splitlines())
    return {word: tuple(int(number) / SCALE for number in numbers) for word, *numbers in lines}


def sense_features(words: Sequence[str]) -> dict[str, float]:
    """What the words of a sentence mean together."""
    vectors = word_vectors()
    found = [vectors[word] for word in words if word in vectors]
    root = math.sqrt(len(words) or 1)
    return {f"{SENSE_PREFIX}{place:02}": sum(numbers) / root for place, numbers in enumerate(zip(*found, strict=True))}


def word_senses(weights: Mapping[str, float]) -> dict[str, float]:
    """For each word what it weighs by its meaning, given the weights of the numbers that stand for meanings."""
    placed = {int(name.removeprefix(SENSE_PREFIX)): w for name, w in weights.items() if name.startswith(SENSE_PREFIX)}
    return {
        word: sum(weight * vector[place] for place, weight in placed.items()) for word, vector in word_vectors().items()
    }
