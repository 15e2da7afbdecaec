"""What all tests share: one pandoc that stays up, and a way to read and check a text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefkit.pandoc import Worker


@pytest.fixture(scope="session")
def pandoc() -> Iterator[Worker]:
    """A pandoc that stays up for the whole run."""
    with Worker() as worker:
        yield worker
