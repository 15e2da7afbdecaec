"""How long the fuzz tests go on: a few fixed examples in the suite, new ones without end under `make fuzz`."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from briefkit.pandoc import Limits, Worker
from tests.fuzz.pipeline import LONG, World

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A project in a folder of its own; among many new examples a text that is hard for pandoc costs less time."""
    with Worker(limits=Limits(seconds=5 if LONG else 30)) as worker:
        yield World(tmp_path_factory.mktemp("project"), worker)
