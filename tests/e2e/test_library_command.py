"""`briefkit library` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.command import briefkit, copy_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def test_the_entries_of_a_library_are_counted(project: Path) -> None:
    ran = briefkit("library", "stats", "references.bib", cwd=project)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("references.bib: 3 entries\n")


def test_the_types_of_a_library_are_counted(project: Path) -> None:
    out = briefkit("library", "stats", "references.bib", cwd=project).out
    assert [line.split()[1] for line in out.splitlines()[1:]] == sorted(["report", "article", "book"])


def test_a_problem_is_told_with_its_line(project: Path) -> None:
    (project / "bad.bib").write_text(
        "@book{a, title = {A}}\n\n@book{b, title = {B}\n\n@book{c, title = {C}}\n", "utf-8"
    )
    out = briefkit("library", "stats", "bad.bib", cwd=project).out
    assert "bad.bib:3: BIB301 " in out


def test_statistics_are_json(project: Path) -> None:
    ran = briefkit("library", "stats", "references.bib", "--format", "json", cwd=project)
    statistics = json.loads(ran.out)
    assert (len(statistics["entries"]), statistics["problems"]) == (3, [])


def test_statistics_go_to_a_file(project: Path) -> None:
    ran = briefkit("library", "stats", "references.bib", "-o", "stats.txt", cwd=project)
    assert ran.out == ""
    assert (project / "stats.txt").read_text(encoding="utf-8").startswith("references.bib: 3 entries")


def test_a_library_that_is_missing_exits_with_3(project: Path) -> None:
    ran = briefkit("library", "stats", "none.bib", cwd=project)
    assert (ran.code, ran.out) == (3, "")
    assert "Error: none.bib does not exist" in ran.err


def test_a_library_that_is_not_utf_8_exits_with_3(project: Path) -> None:
    (project / "latin.bib").write_bytes("@book{a,\n title = {Café}}\n".encode("latin-1"))
    ran = briefkit("library", "stats", "latin.bib", cwd=project)
    assert ran.code == 3
    assert "latin.bib is not UTF-8, line 2" in ran.err


@pytest.mark.parametrize("arguments", [("library",), ("library", "stats"), ("library", "nonsense", "references.bib")])
def test_a_command_that_is_not_whole_exits_with_2(arguments: tuple[str, ...], project: Path) -> None:
    assert briefkit(*arguments, cwd=project).code == 2
