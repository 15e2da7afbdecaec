"""Labelled sentences in, the model of the claim detector out: one JSON resource that plain Python reads.

score = 1 / (1 + exp(-(slope * (bias + sum of weight * feature) + offset))). The same rows give the same bytes: nothing
in it depends on the clock, on the order of files or lines, or on where they lie. See benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import numpy as np
from claims_data import Row, digest, read_rows
from claims_features import CHOSEN, LANGUAGE, features_of
from claims_learner import Table, Trained, layer_learner, make_table, train
from claims_validation import cross_validate, measures

FORMAT = 1
SEED = 0
OTHER = "other"
"""The layer of languages without one of their own."""

LARGEST = 300_000
"""More bytes than this the resource must not have."""

DIGITS = 4


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
    print(f"{wanted.out}: {len(data):,} bytes, {len(rows):,} rows, {model['documents']:,} documents")
    for name, layer in model["layers"].items():
        print(f"layer {name}: {len(layer['weights']):,} weights; in cross-validation:")
        print(*(f"  {figure:<32}{value:.3f}" for figure, value in layer["figures"].items()), sep="\n")


def make_model(rows: Sequence[Row], seed: int = SEED) -> dict[str, Any]:
    """The resource: what it was learnt from, and a layer for the language and one without words for all others."""
    documents, labels = [row.doc for row in rows], [row.label for row in rows]
    features = features_of(rows)
    signs = [{name: value for name, value in found.items() if not name.startswith(CHOSEN)} for found in features]
    return {
        "format": FORMAT,
        "layers": {
            LANGUAGE: make_layer(rows, make_table(features, labels, documents), seed),
            OTHER: make_layer(rows, make_table(signs, labels, documents), seed),
        },
        "seed": seed,
        "sha256": digest(rows),
        "rows": len(rows),
        "claims": sum(labels),
        "documents": len(set(documents)),
    }


def make_layer(rows: Sequence[Row], table: Table, seed: int) -> dict[str, Any]:
    """A layer trained on all rows, with figures of cross-validation of the same learner."""
    trained = train(table, np.arange(len(rows)), seed)
    return {
        "bias": rounded(trained.layer.bias),
        "weights": weights(table, trained),
        "calibration": {"slope": rounded(trained.slope), "offset": rounded(trained.offset)},
        "thresholds": {
            "strict": rounded(trained.thresholds.strict),
            "advisory": rounded(trained.thresholds.advisory),
            "best-f1": rounded(trained.thresholds.best),
        },
        "settings": {"cost": trained.settings.cost, "word-scale": trained.settings.word_scale},
        "figures": cross_validated(rows, table, seed),
    }


def weights(table: Table, trained: Trained) -> Mapping[str, float]:
    """The weight of each feature by its name; what rounds to nothing is left out."""
    layer = trained.layer
    found = ((table.names[int(at)], rounded(float(w))) for at, w in zip(layer.columns, layer.weights, strict=True))
    return {name: weight for name, weight in found if weight}


def cross_validated(rows: Sequence[Row], table: Table, seed: int) -> Mapping[str, float]:
    """What the learner does on rows it has not seen, by documents."""
    (unseen,) = cross_validate(layer_learner(table), table.labels, table.groups, [seed])
    everything = np.arange(len(rows))
    return {name: round(measure(unseen, everything), 3) for name, measure in measures(rows, table.labels).items()}


def rounded(value: float) -> float:
    """Four significant digits, and nothing smaller than a weight that could matter."""
    return 0.0 if abs(value) < 1e-6 else float(f"{value:.{DIGITS}g}")


def encode(model: Mapping[str, Any]) -> bytes:
    """One line a weight, so that a diff can be read; keys sorted."""
    return (json.dumps(model, sort_keys=True, indent=0, ensure_ascii=False) + "\n").encode()


if __name__ == "__main__":
    main()
