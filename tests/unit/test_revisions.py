"""What git says of a revision, and what is made of an answer that is none."""

from __future__ import annotations

import subprocess

import pytest

from briefkit import revisions
from briefkit.errors import InputError


@pytest.mark.parametrize("said", [b"\xff\xfe", b"", b"main", b"a" * 39, b"--help"])
def test_an_answer_that_is_no_hash_is_an_error(said: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    done = subprocess.CompletedProcess[bytes]((), 0, said, b"")
    monkeypatch.setattr(revisions, "_git", lambda *_: done)
    with pytest.raises(InputError, match="no hash"):
        revisions._commit("HEAD")
