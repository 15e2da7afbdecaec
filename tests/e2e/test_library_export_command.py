"""`briefkit library export` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefkit.library import read_library
from tests.e2e.command import briefkit, copy_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def keys(text: str) -> list[str]:
    return list(read_library([("out.bib", text)]).sources)


@pytest.mark.parametrize("form", ["biblatex", "bibtex"])
def test_every_entry_is_exported(form: str, project: Path) -> None:
    ran = briefkit("library", "export", "--format", form, cwd=project)
    assert (ran.code, ran.err) == (0, "")
    assert keys(ran.out) == ["census2024", "fund2023", "smith2021"]


def test_bibtex_has_its_names(project: Path) -> None:
    out = briefkit("library", "export", "--format", "bibtex", cwd=project).out
    assert "@techreport{census2024," in out
    assert "  journal = {Journal of Rural Water},\n" in out
    assert "  year = {2023},\n" in out


def test_csl_json_is_an_array_of_items(project: Path) -> None:
    items = json.loads(briefkit("library", "export", "--format", "csljson", cwd=project).out)
    assert [item["id"] for item in items] == ["census2024", "fund2023", "smith2021"]


def test_only_what_briefs_cite_is_exported(project: Path) -> None:
    with (project / "references.bib").open("a", encoding="utf-8") as file:
        file.write("@book{lost2020, title = {Lost}}\n")
    arguments = ("library", "export", "--format", "biblatex")
    assert "lost2020" in briefkit(*arguments, cwd=project).out
    assert keys(briefkit(*arguments, "--cited", cwd=project).out) == ["census2024", "fund2023", "smith2021"]


def test_an_export_of_what_is_cited_needs_every_brief(project: Path) -> None:
    (project / "briefs" / "latin.md").write_bytes("Café\n".encode("latin-1"))
    ran = briefkit("library", "export", "--format", "biblatex", "--cited", cwd=project)
    assert (ran.code, ran.out) == (3, "")
    assert "latin.md is not UTF-8" in ran.err


def test_entries_that_cannot_be_exported_are_told_of(project: Path) -> None:
    (project / "bad.bib").write_text("@book{a, title = {A}\n\n@book{c, title = {C}}\n@book{c, title = {D}}\n", "utf-8")
    ran = briefkit("library", "export", "bad.bib", "--format", "bibtex", cwd=project)
    assert (ran.code, keys(ran.out)) == (1, ["c"])
    told, hint = ran.err.splitlines()
    assert told == "Error: 2 entries are not exported: 'a' (bad.bib, line 1), 'c' (bad.bib, line 4)"
    assert hint == "Hint: see: briefkit library check bad.bib"


def test_of_many_entries_that_are_not_exported_some_are_named(project: Path) -> None:
    (project / "bad.bib").write_text(
        "".join(f"@book{{k{n}, title = {{A\n\n" for n in range(12)) + "@book{c, title = {C}}\n", "utf-8"
    )
    told = briefkit("library", "export", "bad.bib", "--format", "bibtex", cwd=project).err
    assert "12 entries are not exported: 'k0' (bad.bib, line 1)" in told
    assert "'k4' (bad.bib, line 9) and 7 more\n" in told


@pytest.mark.parametrize("text", ["", "# A brief\n", "hello world"])
@pytest.mark.parametrize("command", [("export", "--format", "csljson"), ("unused",)])
def test_a_file_without_entries_is_told(command: tuple[str, ...], text: str, project: Path) -> None:
    (project / "none.bib").write_text(text, "utf-8")
    ran = briefkit("library", *command, "none.bib", cwd=project)
    assert (ran.code, ran.out) == (1, "")
    assert "Error: the library has no entries: none.bib\n" in ran.err


def test_an_export_goes_to_a_file(project: Path) -> None:
    ran = briefkit("library", "export", "--format", "biblatex", "-o", "out.bib", cwd=project)
    assert ran.out == ""
    assert keys((project / "out.bib").read_text("utf-8")) == ["census2024", "fund2023", "smith2021"]


def test_a_format_must_be_named(project: Path) -> None:
    ran = briefkit("library", "export", cwd=project)
    assert ran.code == 2
    assert "Choose from:\n\tcsljson" in ran.err
