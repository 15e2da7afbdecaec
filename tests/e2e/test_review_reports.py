"""The reports for reviewers by the command line: what is written, what it exits with, and that it is the same twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest

from tests.e2e.command import briefkit
from tests.pdf_checks import find_faults
from tests.report_pages import Page

PROJECTS = Path(__file__).parents[1] / "projects"
BRIEFS = ("pumps/pumps.md", "unsourced/op-ed.md", "water-fr/tarifs.md", "water-ar/miyah.md")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Four small projects beside each other."""
    for name in BRIEFS:
        folder = name.partition("/")[0]
        shutil.copytree(PROJECTS / folder, tmp_path / folder)
    return tmp_path


def test_a_report_exits_as_a_check_does(project: Path) -> None:
    page = briefkit("check", BRIEFS[0], "--format", "html", "-o", "report.html", cwd=project)
    fine = briefkit("check", BRIEFS[3], "--format", "html", "-o", "fine.html", cwd=project)
    assert (page.code, page.out, page.err) == (1, "", "")
    assert fine.code == 0
    assert (project / "report.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_a_brief_that_cannot_be_read_is_named_and_the_others_are_there(project: Path) -> None:
    (project / "broken.md").write_bytes(b"\xff\xfe")
    briefkit("check", "broken.md", BRIEFS[0], "--format", "html", "-o", "report.html", cwd=project)
    text = Page((project / "report.html").read_text(encoding="utf-8")).text
    assert "Not checked\nbroken.md:1 " in text
    assert "2 of 4 claims are sourced." in text


@pytest.mark.parametrize("form", ["html", "docx"])
def test_a_style_that_is_not_there_is_a_finding_and_no_end_of_the_report(form: str, project: Path) -> None:
    brief = project / BRIEFS[0]
    brief.write_text(brief.read_text().replace("title:", "csl: gone.csl\ntitle:", 1))
    ran = briefkit("check", BRIEFS[0], "--format", form, "-o", f"report.{form}", cwd=project)
    assert (ran.code, ran.err) == (1, "")
    assert (project / f"report.{form}").is_file()


@pytest.mark.parametrize("form", ["html", "pdf", "docx"])
def test_a_draft_fresh_from_a_word_processor_has_its_report(form: str, project: Path) -> None:
    """It has no head and no title, its first heading has a role, and its tables have no head row or nothing else."""
    tables = "|   |   |\n|---|---|\n| Cost | 40 |\n\n| Gain | 60 |\n|------|----|\n"
    (project / "draft.md").write_text(f"**A draft**\n\n# 1. Background\n\n{tables}", "utf-8")
    ran = briefkit("check", "draft.md", "--format", form, "-o", f"report.{form}", cwd=project)
    assert ran.err == ""
    assert (project / f"report.{form}").is_file()


def test_one_job_and_two_write_the_same_page(project: Path) -> None:
    for jobs in ("1", "2"):
        briefkit("check", *BRIEFS, "--jobs", jobs, "--format", "html", "-o", f"{jobs}.html", cwd=project)
    assert (project / "1.html").read_bytes() == (project / "2.html").read_bytes()


def test_every_brief_has_a_row_and_its_own_numbers(project: Path) -> None:
    briefkit("check", *BRIEFS, "--format", "html", "-o", "report.html", cwd=project)
    page = Page((project / "report.html").read_text(encoding="utf-8"))
    assert (page.faults, page.targets - set(page.ids)) == ([], set())
    assert all(page.ids[f"b{number}-s-1"] == 1 for number in range(1, len(BRIEFS) + 1))


@pytest.mark.slow
def test_the_pdf_of_several_briefs_is_tagged_in_our_fonts_and_the_same_twice(project: Path) -> None:
    for name in ("1.pdf", "2.pdf"):
        briefkit("check", BRIEFS[0], BRIEFS[3], "--format", "pdf", "-o", name, cwd=project)
    assert (project / "1.pdf").read_bytes() == (project / "2.pdf").read_bytes()
    with pikepdf.open(project / "1.pdf") as pdf:
        assert find_faults(pdf) == {}
