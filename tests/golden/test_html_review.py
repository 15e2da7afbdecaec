"""What a person reads in the report for reviewers, block by block; `make accept` writes it anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.e2e.command import briefkit
from tests.golden.test_unsourced import difference
from tests.report_pages import Page

HERE = Path(__file__).parent
PROJECTS = HERE.parent / "projects"
MADE = "How this report was made"


@pytest.mark.parametrize("brief", ["pumps/pumps.md", "water-fr/tarifs.md"])
def test_the_page_for_reviewers_is_the_approved_one(brief: str, tmp_path: Path, accept: bool) -> None:
    folder, _, name = brief.partition("/")
    project = shutil.copytree(PROJECTS / folder, tmp_path / folder)
    ran = briefkit("check", name, "--format", "html", "-o", "report.html", "--fail-on", "never", cwd=project)
    assert ran.err == ""
    made = Page((project / "report.html").read_text(encoding="utf-8")).text.partition(MADE)[
        0
    ]  # what follows are versions
    approved = HERE / f"review-{folder}.txt"
    if accept:
        approved.write_text(made, encoding="utf-8")
    changes = difference(approved.read_text(encoding="utf-8"), made, approved.name)
    assert not changes, f"{changes}\n\nIf this is meant, run make accept and read the diff."
