"""What a check and a list of claims say of a whole op-ed, word for word; `make accept` writes it anew."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest

from tests.e2e.command import briefkit

HERE = Path(__file__).parent
UNSOURCED = HERE.parent / "projects" / "unsourced"

RUNS = {
    "unsourced-check.txt": ("check", "op-ed.md", "--width", "80"),
    "unsourced-claims.jsonl": ("claims", "op-ed.md", "--format", "jsonl"),
}


def difference(approved: str, made: str, name: str) -> str:
    """What changed, as a reviewer reads it."""
    lines = difflib.unified_diff(approved.splitlines(), made.splitlines(), f"approved {name}", "now", lineterm="", n=1)
    return "\n".join(lines)


@pytest.mark.parametrize("name", list(RUNS))
def test_the_report_is_the_approved_one(name: str, tmp_path: Path, accept: bool) -> None:
    project = shutil.copytree(UNSOURCED, tmp_path / "unsourced")
    ran = briefkit(*RUNS[name], cwd=project)
    assert (ran.err, bool(ran.out)) == ("", True)
    made = ran.out
    approved = HERE / name
    if accept:
        approved.write_text(made, encoding="utf-8")
    changes = difference(approved.read_text(encoding="utf-8"), made, name)
    assert not changes, f"{changes}\n\nIf this is meant, run make accept and read the diff."
