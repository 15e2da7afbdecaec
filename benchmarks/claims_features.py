"""A row in, its named features and the shipped verdict out: the one place where the benchmark touches the detector.

`find_features` stands in until `briefkit.claims.features` has it: then import that one and delete ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claims_data import Row, make_utterance

from briefkit.claims import judge
from briefkit.claims.gates import GATES
from briefkit.claims.signs import find_signs
from briefkit.model import Utterance, Verdict

LANGUAGE = "en"
WORD_PREFIX = "w:"
"""What the names of words and pairs of words begin with: only these are chosen from, all others are kept."""

TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d[\d.,]*")


def find_features(utterance: Utterance, lang: str = LANGUAGE) -> dict[str, float]:
    """The named features of an utterance: signs, gates, words and pairs of words, each 1 where it is there."""
    return dict.fromkeys(_names(utterance, lang), 1.0)


def _names(utterance: Utterance, lang: str) -> Iterator[str]:
    yield from (sign.name for sign in find_signs(utterance, lang))
    yield from (f"gate:{gate.name}" for gate in GATES if gate.shuts(utterance, lang))
    words = ["#" if word[0].isdigit() else word for word in TOKEN.findall(utterance.plain.lower())]
    yield from (WORD_PREFIX + word for word in words)
    yield from (f"{WORD_PREFIX}{first} {second}" for first, second in pairwise(words))


def row_features(row: Row) -> dict[str, float]:
    """The features of a row: what a model is trained on."""
    return find_features(make_utterance(row, LANGUAGE), LANGUAGE)


def shipped_verdict(row: Row) -> Verdict:
    """What the detector says of a row as it is shipped."""
    return judge(make_utterance(row, LANGUAGE), LANGUAGE)
