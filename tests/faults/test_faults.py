"""A short version of `make faults`: some faults of each kind, at the first calls that touch the outputs."""

from __future__ import annotations

import pytest

from tests.faults.project import Stage, make_stage, then_builds
from tests.faults.sweep import Fault, disturbed, kinds, traced

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    folder = tmp_path_factory.mktemp("faults")
    if not traced(folder):
        pytest.skip("strace is not installed or may not trace here")
    return make_stage(folder, "html")


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize(("call", "effect"), list(kinds()))
def test_a_fault_leaves_the_old_outputs_or_the_new_ones(call: str, effect: str, number: int, stage: Stage) -> None:
    met, wrong = disturbed(Fault(call, effect, number), stage)
    assert wrong == []
    if effect == "signal=KILL" and met:
        assert then_builds(stage) == []
