"""What git says of a revision, and what is made of an answer that is none."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from briefkit import revisions
from briefkit.errors import InputError, ToolLimitError


@pytest.mark.parametrize("said", [b"\xff\xfe", b"", b"main", b"a" * 39, b"--help"])
def test_an_answer_that_is_no_hash_is_an_error(said: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    done = subprocess.CompletedProcess[bytes]((), 0, said, b"")
    monkeypatch.setattr(revisions, "_git", lambda *_: done)
    with pytest.raises(InputError, match="no hash"):
        revisions._commit("HEAD")


ENDLESS = {"answers": "exec cat /dev/zero", "messages": "exec cat /dev/zero >&2", "a child": "cat /dev/zero & wait"}


@pytest.mark.parametrize("body", ENDLESS.values(), ids=ENDLESS)
def test_a_git_that_prints_without_end_is_ended(body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git = tmp_path / "git"
    git.write_text(f"#!/bin/sh\n{body}\n")
    git.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(ToolLimitError, match="git printed more than 1 MB"):
        revisions.read_at("HEAD", ("brief.md",))
