"""Rows in, their named features and the shipped verdicts out: the one place where the benchmark touches the detector.

`find_features` stands in until `briefkit.claims.features` has it: then import that one, delete ours, and name its
prefixes in CHOSEN.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from claims_data import Row

from briefkit.claims import judge
from briefkit.claims.gates import GATES
from briefkit.claims.signs import find_signs
from briefkit.model import Utterance, Verdict
from briefkit.parse.roles import find_role

LANGUAGE = "en"
CHOSEN = ("w:",)
"""What the names of words and pairs of words begin with: only these are chosen from, all other features are kept."""

TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d[\d.,]*")


def find_features(utterance: Utterance, lang: str = LANGUAGE) -> dict[str, float]:
    """The named features of an utterance: signs, gates, words and pairs of words, each 1 where it is there."""
    return dict.fromkeys(_names(utterance, lang), 1.0)


def _names(utterance: Utterance, lang: str) -> Iterator[str]:
    yield from (f"sign:{sign.name}" for sign in find_signs(utterance, lang))
    yield from (f"gate:{gate.name}" for gate in GATES if gate.shuts(utterance, lang))
    words = ["#" if word[0].isdigit() else word for word in TOKEN.findall(utterance.plain.lower())]
    yield from (f"w:{word}" for word in words)
    yield from (f"w:{first} {second}" for first, second in pairwise(words))


def make_utterances(rows: Sequence[Row]) -> list[Utterance]:
    """Each row as the detector sees a sentence of a brief; all at once, since a document says something of its own."""
    return [_utterance(row) for row in rows]


def _utterance(row: Row) -> Utterance:
    context = {"organisation": row.organisation, "lang": LANGUAGE}
    role = find_role((), row.section, LANGUAGE)
    return Utterance(row.text, row.section, role, row.before, "paragraph", context)


def features_of(rows: Sequence[Row]) -> list[dict[str, float]]:
    """The features of each row: what a model is trained on."""
    return [find_features(utterance, LANGUAGE) for utterance in make_utterances(rows)]


def shipped_verdicts(rows: Sequence[Row]) -> list[Verdict]:
    """What the detector says of each row as it is shipped."""
    return [judge(utterance, LANGUAGE) for utterance in make_utterances(rows)]


def prepare_judging(rows: Sequence[Row]) -> Callable[[], list[Verdict]]:
    """Judging alone, to be timed: the utterances are made before."""
    utterances = make_utterances(rows)
    return lambda: [judge(utterance, LANGUAGE) for utterance in utterances]
