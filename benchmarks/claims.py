"""Labelled sentences in, tables out: how well the claim detector tells which sentences need a source.

With `--model shipped` the detector as it is; with `--model retrain` the same features and learner, trained anew in
nested cross-validation and for each publisher without it, beside a pinned baseline. `--protocol` runs a published
protocol instead. See benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from figures import options, write_figures

sys.path.insert(0, str(Path(__file__).resolve().parent))

from claims_data import Row, read_rows
from claims_features import all_features
from claims_learner import Table, baseline_learner, layer_learner, make_table
from claims_protocols import PROTOCOLS
from claims_shipped import measure_shipped
from claims_tables import show_protocol, show_retrained, show_shipped
from claims_validation import by_publisher, compare, cross_validate, measures

SEEDS = 5


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the rows, measure, print, and keep the figures where that is wanted."""
    wanted = _parser().parse_args(arguments)
    rows = read_rows(wanted.data)
    if len({row.label for row in rows}) < 2:
        raise SystemExit("the data need rows with label 0 and rows with label 1")
    print(f"{len(rows):,} rows, {sum(row.label for row in rows):,} claims, {len({r.doc for r in rows}):,} documents\n")
    if wanted.protocol:
        figures: Mapping[str, Any] = PROTOCOLS[wanted.protocol](rows, read_rows(wanted.train))
        lines = show_protocol(figures)
    elif wanted.model == "retrain":
        figures = retrain(rows, wanted.seeds)
        lines = show_retrained(figures)
    else:
        figures = asdict(measure_shipped(rows))
        lines = show_shipped(figures)
    print(*lines, sep="\n")
    write_figures(wanted.json, figures)


def _parser() -> argparse.ArgumentParser:
    parser = options(__doc__)
    parser.add_argument(
        "--data", type=Path, nargs="+", required=True, metavar="FILE", help="JSON lines of labelled rows"
    )
    parser.add_argument("--model", choices=("shipped", "retrain"), default="shipped")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how often the folds are dealt anew, for retrain")
    parser.add_argument(
        "--protocol", choices=tuple(PROTOCOLS), help="a published protocol, on the data it is defined on"
    )
    parser.add_argument(
        "--train", type=Path, nargs="+", default=[], metavar="FILE", help="rows to train on, for checkthat"
    )
    return parser


def retrain(rows: Sequence[Row], seeds: int) -> Mapping[str, Any]:
    """The figures of nested cross-validation by document and of one publisher left out, ours beside the baseline."""
    table = tabulate(rows)
    groups = [row.doc for row in rows]
    ours, theirs = layer_learner(table), baseline_learner([row.text for row in rows], table.labels, groups)
    mine, others = (cross_validate(learner, table, range(seeds)) for learner in (ours, theirs))
    found = measures(rows, table.labels)
    return {
        "cross-validation": {name: asdict(compare(measure, mine, others, groups)) for name, measure in found.items()},
        "publishers": [asdict(publisher) for publisher in by_publisher(rows, table, ours, theirs)],
        "seeds": seeds,
    }


def tabulate(rows: Sequence[Row]) -> Table:
    """The rows as the learner takes them; documents are the groups."""
    return make_table(all_features(rows), [row.label for row in rows], [row.doc for row in rows])


if __name__ == "__main__":
    main()
