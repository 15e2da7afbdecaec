"""What all tests share: one pandoc that stays up, an empty folder, examples without a deadline, new golden files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from briefkit.pandoc import Worker

settings.register_profile("unhurried", parent=settings(), deadline=None)
settings.load_profile("unhurried")  # a machine that is busy is no fault


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write golden files and generated docs anew")


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
