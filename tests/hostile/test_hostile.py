"""Every twelfth case of the hostile corpus, but for what takes an engine to its limits; `make hostile` runs all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.hostile.case import Case
from tests.hostile.cases import all_cases
from tests.hostile.runner import clear, fork, judge, start

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]

CASES = list(all_cases())
QUICK = [case for case in CASES if not case.is_heavy][::12]


@pytest.mark.parametrize("case", QUICK, ids=lambda case: ascii(case.name))
def test_a_hostile_project_gets_away_with_nothing(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "world"
    try:
        found, _ = judge(case, folder, start if case.env else fork)
    finally:
        clear(folder)
    assert not found


def test_the_corpus_is_large_and_names_each_case_once() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 300
    assert len(QUICK) > 30
