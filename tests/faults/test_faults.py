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


FAULTS = [Fault(call, effect, 1 + number % 2) for number, (call, effect) in enumerate(kinds())]
"""Of one kind the first call, of the next the second."""


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_leaves_the_old_outputs_or_the_new_ones(fault: Fault, stage: Stage) -> None:
    met, wrong = disturbed(fault, stage)
    assert wrong == []
    if fault.effect == "signal=KILL" and met:
        assert then_builds(stage) == []
