"""Labelled sentences in, the shipped model out with lower strict thresholds for the cases in which claims are told more
surely than elsewhere: where a brief sums up, where something is told to be large or small, what somebody else says or
does, what is told of something that has a name, what was. No weight is learnt.

The threshold of a case is the lowest at which the rows that it adds, those between it and the threshold that they have
without it, are claims as often as is aimed at. Rows that a gate or a doubt lets off do not count. See
benchmarks/README.md.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims_data import Row, read_rows
from claims_features import LANGUAGE, utterances
from figures import options
from train_claims import encode, rounded

from briefkit.claims.cases import find_cases
from briefkit.claims.doubts import find_doubt
from briefkit.claims.features import SUMS_UP, look, name_all_but_words
from briefkit.claims.gates import find_gate
from briefkit.claims.model import Layer, find_layer, logistic
from briefkit.claims.trained import TRAINED

AIM = 0.85
LOWEST = {
    SUMS_UP: 0.5,
    "sign:size": 0.6,
    "case:others": 0.3,
    "case:particular": 0.5,
    "case:past": 0.55,
}
"""The cases, and the threshold below which none of them may fail a run: what sums up is read by all, and what others
say asks for a source however little the rest of the sentence tells.
"""

FEWEST = 10
"""How many claims a case must add."""

STEP = 0.02


@dataclass(frozen=True, slots=True)
class Open:
    """A row that neither a gate nor a doubt lets off: its score, its label, the cases it is in and its threshold."""

    score: float
    label: int
    cases: frozenset[str]
    strict: float


def main() -> None:
    """Read the rows, choose the thresholds, write the model, and say what they add."""
    parser = options(__doc__)
    parser.add_argument("--data", type=Path, nargs="+", required=True, metavar="FILE", help="JSON lines, in English")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the model goes")
    wanted = parser.parse_args()
    layer = find_layer(LANGUAGE)
    model = copy.deepcopy(TRAINED)
    rows = [*open_rows(read_rows(wanted.data), layer)]
    for case in LOWEST:
        threshold, right, added = choose(case, rows, layer.strict)
        print(f"{case:<18} from {threshold:.2f}: {right} of {added} more that are flagged are claims")
        if right >= FEWEST:
            model["layers"][LANGUAGE]["thresholds"]["cases"][case] = rounded(threshold)
    wanted.out.write_bytes(encode(model))


def open_rows(rows: Sequence[Row], layer: Layer) -> Iterator[Open]:
    """The rows that could fail a run, as the shipped detector sees them; of `LOWEST` no case counts yet."""
    for row, utterance in zip(rows, utterances(rows), strict=True):
        seen = look(utterance, LANGUAGE)
        names = [*name_all_but_words(seen), *find_cases(seen)]
        score = logistic(layer.logit_of(names, seen.tokens, seen.words))
        shut = find_gate(seen.gates, seen.signs) or find_doubt(utterance, LANGUAGE, seen.signs, score)
        if not shut:
            inside = frozenset(names) & LOWEST.keys()
            yield Open(score, row.label, inside, layer.strict_for([n for n in names if n not in inside]))


def choose(case: str, rows: Sequence[Open], strict: float) -> tuple[float, int, int]:
    """The threshold of a case, how many of the rows that it adds are claims, and how many it adds."""
    best, threshold = (strict, 0, 0), strict
    while (threshold := threshold - STEP) >= LOWEST[case] - STEP / 2:
        labels = [row.label for row in rows if case in row.cases and threshold <= row.score < row.strict]
        if labels and sum(labels) >= AIM * len(labels):
            best = (max(threshold, LOWEST[case]), sum(labels), len(labels))
    return best


if __name__ == "__main__":
    main()
