"""`briefkit library check` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.command import briefkit, copy_project

WRONG = "@book{wells2021, author = {Smith, Ann}, title = {Wells}, date = {2021}, isbn = {123}}\n"
BROKEN = "@book{wells2021, title = {Wells}\n\n@book{dams2021, title = {Dams}, author = {Smith, Ann}, date = {2021}}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def test_a_library_without_faults_exits_with_0(project: Path) -> None:
    ran = briefkit("library", "check", "references.bib", cwd=project)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("references.bib checked: 3 entries; no findings\n")


def test_without_a_name_the_project_s_library_is_checked(project: Path) -> None:
    assert "references.bib checked: 3 entries" in briefkit("library", "check", cwd=project).out


def test_a_library_that_a_brief_names_is_checked_too(project: Path) -> None:
    (project / "more.bib").write_text(WRONG, "utf-8")
    (project / "briefs" / "more.md").write_text("---\ntitle: T\nbibliography: ../more.bib\n---\n\nX.\n", "utf-8")
    ran = briefkit("library", "check", cwd=project)
    assert "more.bib:1:" in ran.out
    assert "references.bib, more.bib checked: 4 entries" in ran.out


def test_a_finding_has_its_place_and_its_rule(project: Path) -> None:
    (project / "wrong.bib").write_text(WRONG, "utf-8")
    ran = briefkit("library", "check", "wrong.bib", cwd=project)
    assert ran.out.startswith("wrong.bib:1:73: warning BIB323 malformed-isbn\n")


def test_a_broken_entry_exits_with_1(project: Path) -> None:
    (project / "broken.bib").write_text(BROKEN, "utf-8")
    ran = briefkit("library", "check", "broken.bib", cwd=project)
    assert ran.code == 1
    assert "broken.bib:1:1: error BIB301" in ran.out


def test_warnings_fail_when_they_are_told_to(project: Path) -> None:
    (project / "wrong.bib").write_text(WRONG, "utf-8")
    assert briefkit("library", "check", "wrong.bib", cwd=project).code == 0
    assert briefkit("library", "check", "wrong.bib", "--fail-on", "warning", cwd=project).code == 1


def test_a_rule_can_be_chosen_and_left_out(project: Path) -> None:
    (project / "wrong.bib").write_text(WRONG, "utf-8")
    assert "BIB323" not in briefkit("library", "check", "wrong.bib", "--ignore", "BIB323", cwd=project).out
    assert "BIB323" not in briefkit("library", "check", "wrong.bib", "--select", "BIB301", cwd=project).out


def test_a_wrong_pattern_for_keys_is_told_with_its_file(project: Path) -> None:
    (project / "briefkit.toml").write_text('key-pattern = "[auth][yeer]"\n', "utf-8")
    for command in (("library", "check"), ("check",)):
        ran = briefkit(*command, cwd=project)
        assert ran.code == 2
        assert ran.err.startswith("Error: briefkit.toml: 'key-pattern' has no mark [yeer]")


def test_an_unknown_rule_exits_with_2(project: Path) -> None:
    assert briefkit("library", "check", "--select", "nonsense", cwd=project).code == 2


def test_the_report_as_json_says_what_was_checked(project: Path) -> None:
    (project / "wrong.bib").write_text(WRONG, "utf-8")
    report = json.loads(briefkit("library", "check", "wrong.bib", "--format", "json", cwd=project).out)
    assert report["checked"] == {"paths": ["wrong.bib"], "entries": 1}
    assert [finding["code"] for finding in report["library"]] == ["BIB323"]


def test_a_report_goes_to_a_file(project: Path) -> None:
    ran = briefkit("library", "check", "-o", "report.txt", cwd=project)
    assert ran.out == ""
    assert (project / "report.txt").read_text("utf-8").endswith("no findings\n")


def test_a_library_without_entries_exits_with_1(project: Path) -> None:
    (project / "empty.bib").write_text("", "utf-8")
    ran = briefkit("library", "check", "empty.bib", cwd=project)
    assert ran.code == 1
    assert "empty.bib:1:1: error CIT214" in ran.out


def test_a_library_that_is_missing_exits_with_3(project: Path) -> None:
    ran = briefkit("library", "check", "none.bib", cwd=project)
    assert (ran.code, ran.out) == (3, "")
    assert "Error: none.bib does not exist" in ran.err


def test_a_library_that_cannot_be_read_exits_with_3(project: Path) -> None:
    (project / "latin.bib").write_bytes("@book{a,\n title = {Café}}\n".encode("latin-1"))
    ran = briefkit("library", "check", "latin.bib", cwd=project)
    assert ran.code == 3
    assert "latin.bib is not UTF-8, line 2" in ran.err


def test_no_library_at_all_exits_with_2(tmp_path: Path) -> None:
    ran = briefkit("library", "check", cwd=tmp_path)
    assert ran.code == 2
    assert "no library given and none found" in ran.err


def test_a_brief_that_cannot_be_read_is_told_of(project: Path) -> None:
    (project / "briefs" / "latin.md").write_bytes("Café\n".encode("latin-1"))
    ran = briefkit("library", "check", cwd=project)
    assert ran.code == 3
    assert "briefs/latin.md:1: not checked" in ran.out
    assert "references.bib checked: 3 entries" in ran.out


def test_the_briefs_of_the_project_are_not_read_for_another_library(project: Path) -> None:
    (project / "briefs" / "latin.md").write_bytes("Café\n".encode("latin-1"))
    (project / "other.bib").write_text(WRONG, "utf-8")
    assert briefkit("library", "check", "other.bib", cwd=project).code == 0


def test_two_files_are_one_library(project: Path) -> None:
    (project / "one.bib").write_text(WRONG, "utf-8")
    (project / "two.bib").write_text(WRONG, "utf-8")
    assert "two.bib:1:1: error BIB303" in briefkit("library", "check", "one.bib", "two.bib", cwd=project).out


def test_a_file_that_is_named_twice_is_read_once(project: Path) -> None:
    ran = briefkit("library", "check", "references.bib", "./references.bib", cwd=project)
    assert ran.out.endswith("references.bib checked: 3 entries; no findings\n")


def test_a_year_lies_in_the_future_of_source_date_epoch(project: Path) -> None:
    (project / "wrong.bib").write_text("@book{a, author = {Smith, Ann}, title = {Wells}, year = {2024}}\n", "utf-8")
    arguments = ("library", "check", "wrong.bib")
    assert "BIB320" in briefkit(*arguments, cwd=project, env={"SOURCE_DATE_EPOCH": "1577836800"}).out
    assert briefkit(*arguments, cwd=project, env={"SOURCE_DATE_EPOCH": "soon"}).code == 2


FAULTY = "@book{a, author = {Smith, Ann}, title = {Wells}, note = {}, date = {2021}}\r\n% stays\r\n"


def test_the_entries_of_a_library_are_fixed_cited_or_not(project: Path) -> None:
    (project / "faulty.bib").write_bytes(FAULTY.encode())
    shown = briefkit("library", "check", "--diff", "faulty.bib", cwd=project)
    assert (shown.code, "-@book{a" in shown.out) == (1, True)
    assert (project / "faulty.bib").read_bytes() == FAULTY.encode()
    ran = briefkit("library", "check", "--fix", "faulty.bib", cwd=project)
    assert (ran.code, ran.err) == (0, "1 finding in 1 file fixed\n")
    assert (project / "faulty.bib").read_bytes() == FAULTY.replace(" note = {},", "").encode()
