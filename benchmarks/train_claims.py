"""Labelled sentences in, the model of the claim detector out: one module of Python that holds a single value.

`briefkit.claims.model` says how a score is made of it. The same rows give the same bytes: nothing
in it depends on the clock, on the order of files or lines, or on where they lie. See benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import numpy as np
from claims_data import Row, digest, read_rows
from claims_features import LANGUAGE, SENSE_PREFIX, all_features, common_features, word_senses
from claims_learner import AIMS, SURE, Aims, Table, Trained, layer_learner, make_table, train
from claims_validation import cross_validate, measures

FORMAT = 1
SEED = 0
LARGEST = 300_000
"""More bytes than this the resource must not have."""

DIGITS = 3
MOST_SENSES = 6_000
COMMON_AIMS = Aims(0.8, 0.8, 0.8)
"""What the thresholds of the layer without words are chosen for: it tells less, and says so less often."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the rows, train, write, and say what was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, nargs="+", required=True, metavar="FILE", help="JSON lines of labelled rows"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the model goes")
    parser.add_argument("--seed", type=int, default=SEED, help="how the folds are dealt")
    wanted = parser.parse_args(arguments)
    rows = read_rows(wanted.data)
    if len({row.label for row in rows}) < 2:
        raise SystemExit("the data need rows with label 0 and rows with label 1")
    model = make_model(rows, wanted.seed)
    data = encode(model)
    if len(data) > LARGEST:
        raise SystemExit(f"the model has {len(data):,} bytes, more than {LARGEST:,}")
    wanted.out.write_bytes(data)
    print(
        f"{wanted.out}: {len(data):,} bytes, {len(model['layers'][LANGUAGE]['weights']):,} weights, {len(rows):,} rows"
    )
    print(*(f"  {name:<32}{value}" for name, value in model["figures"].items()), sep="\n")


def make_model(rows: Sequence[Row], seed: int = SEED) -> dict[str, Any]:
    """The resource: layers trained on all rows, with figures of cross-validation of the same learner."""
    documents, labels = [row.doc for row in rows], [row.label for row in rows]
    features = all_features(rows)
    english = make_table(features, labels, documents)
    common = make_table(common_features(features), labels, documents)
    return {
        "format": FORMAT,
        "layers": {LANGUAGE: make_layer(english, seed), "other": make_layer(common, seed, COMMON_AIMS)},
        "seed": seed,
        "sha256": digest(rows),
        "rows": len(rows),
        "claims": sum(labels),
        "documents": len(set(documents)),
        "figures": cross_validated(rows, english, seed),
    }


def make_layer(table: Table, seed: int, aims: Aims = AIMS) -> dict[str, Any]:
    """What one layer has learnt from a table."""
    trained = train(table, np.arange(len(table.labels)), seed, aims=aims)
    learnt = weights(table, trained)
    has_senses = any(name.startswith(SENSE_PREFIX) for name in learnt)
    return {
        "bias": rounded(trained.layer.bias),
        "weights": {n: r for n, w in learnt.items() if not n.startswith(SENSE_PREFIX) and (r := rounded(w))},
        "senses": heaviest(word_senses(learnt)) if has_senses else {},
        "calibration": {"slope": rounded(trained.slope), "offset": rounded(trained.offset)},
        "thresholds": {
            "strict": rounded(trained.thresholds.strict),
            "advisory": rounded(trained.thresholds.advisory),
            "best-f1": rounded(trained.thresholds.best),
            "cases": dict.fromkeys(SURE, rounded(trained.thresholds.sure)),
        },
        "settings": {"cost": trained.settings.cost, "word-scale": trained.settings.word_scale},
    }


def weights(table: Table, trained: Trained) -> Mapping[str, float]:
    """The weight of each feature by its name."""
    layer = trained.layer
    return {table.names[int(at)]: float(weight) for at, weight in zip(layer.columns, layer.weights, strict=True)}


def heaviest(senses: Mapping[str, float]) -> dict[str, float]:
    """The words that weigh most by what they mean, to three places; the others weigh next to nothing."""
    kept = sorted(senses, key=lambda word: (-abs(senses[word]), word))[:MOST_SENSES]
    return {word: weight for word in sorted(kept) if (weight := round(senses[word], 3))}


def cross_validated(rows: Sequence[Row], table: Table, seed: int) -> Mapping[str, float]:
    """What the learner does on rows it has not seen, by documents."""
    (unseen,) = cross_validate(layer_learner(table), table, [seed])
    everything = np.arange(len(rows))
    return {name: round(measure(unseen, everything), 3) for name, measure in measures(rows, table.labels).items()}


def rounded(value: float) -> float:
    """A few significant digits, and nothing smaller than a weight that could matter."""
    return 0.0 if abs(value) < 1e-6 else float(f"{value:.{DIGITS}g}")


def encode(model: Mapping[str, Any]) -> bytes:
    """The resource as a module of Python that holds one value: a line for each weight, so that a diff can be read."""
    return "".join([HEAD, *literal(model), "\n"]).encode()


HEAD = '''"""What the claim detector has learnt; written by benchmarks/train_claims.py, never by hand."""

from __future__ import annotations

from typing import Any

TRAINED: dict[str, Any] = '''


def literal(value: Any, indent: str = "") -> Iterator[str]:
    """A mapping as Python writes it, in lines, keys sorted; anything else as it is."""
    if not isinstance(value, Mapping) or not value:
        yield json.dumps(value, ensure_ascii=False)
        return
    yield "{\n"
    for key in sorted(value):
        yield f"{indent} {json.dumps(key, ensure_ascii=False)}: "
        yield from literal(value[key], indent + " ")
        yield ",\n"
    yield indent + "}"


if __name__ == "__main__":
    main()
