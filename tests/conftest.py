"""What all tests share: one pandoc that stays up, an empty folder, examples without a deadline, new golden files.

A process that has collected all tests is large, which makes two things dear: looking for garbage among what stays, and
forking. What stays is left out of the first, and what only protects us from a real pandoc is left out of the second.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from briefkit.pandoc import Worker, process

settings.register_profile("unhurried", parent=settings(), deadline=None)
settings.load_profile("unhurried")  # a machine that is busy is no fault


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write golden files and generated docs anew")


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="module")
def pandoc_without_a_fork(request: pytest.FixtureRequest) -> Iterator[None]:
    """Start pandoc with nothing to do before it, so that the system need not copy us, but where PANDOC_AS_IT_IS."""
    with pytest.MonkeyPatch.context() as patch:
        if not getattr(request.module, "PANDOC_AS_IT_IS", False):
            patch.setattr(process, "_before_pandoc", lambda *_, **__: None)
        yield


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether what is made now is to become what is expected; a person reads the diff."""
    return bool(request.config.getoption("--accept")) or os.environ.get("BRIEFKIT_ACCEPT") == "1"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the test stands in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def pandoc() -> Iterator[Worker]:
    """A pandoc that stays up for the whole run."""
    with Worker() as worker:
        yield worker
