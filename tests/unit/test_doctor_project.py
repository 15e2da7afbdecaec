"""The probes of `briefkit doctor` that look at a project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefkit.doctor import children
from briefkit.doctor.project import look_at_briefs, look_at_output, look_at_settings, look_at_templates
from briefkit.report.doctor_report import Condition
from tests.e2e.command import copy_project

Probe = Callable[[], Iterator[Condition]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = copy_project(tmp_path)
    monkeypatch.chdir(folder)
    return folder


def told(probe: Probe) -> list[tuple[str, str, str]]:
    """What a probe found: name, state, words."""
    return [(c.name, c.state, c.found) for c in probe()]


def only(probe: Probe) -> Condition:
    """The one condition that a probe found to be wanting."""
    (condition,) = (c for c in probe() if c.state != "ok")
    return condition


def test_settings_are_named_with_their_file(project: Path) -> None:
    assert told(look_at_settings) == [("settings", "ok", str(project / "briefkit.toml"))]


def test_settings_above_the_current_folder_are_found(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "briefs")
    assert told(look_at_settings) == [("settings", "ok", str(project / "briefkit.toml"))]


def test_settings_in_pyproject_are_named(project: Path) -> None:
    (project / "briefkit.toml").unlink()
    (project / "pyproject.toml").write_text('[tool.briefkit]\nbriefs = "briefs"\n', encoding="utf-8")
    assert told(look_at_settings) == [("settings", "ok", f"[tool.briefkit] in {project / 'pyproject.toml'}")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('brand = "brnd"', "the setting brand: there is no brand at brnd"),
        ('template = "plicy-brief"', "the setting template: there is no template 'plicy-brief'"),
        ('csl = "house.csl"', "the setting csl: there is no citation style 'house.csl'"),
        ('retractions = "rw.csv"', "the list of retractions rw.csv does not exist"),
    ],
)
def test_what_the_settings_name_and_is_not_there_is_a_problem(text: str, words: str, project: Path) -> None:
    (project / "briefkit.toml").write_text(f"{text}\n")
    fault = only(look_at_settings)
    assert (fault.state, fault.found) == ("problem", words)
    assert fault.advice


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("= = =", "briefkit.toml: "),
        ("brifs = 'x'", "no setting 'brifs'; did you mean 'briefs'?"),
        ("ignore = ['CLM999']", "there is no rule 'CLM999'"),
        ("output = '../elsewhere'", "leads out of the project"),
        ("briefs = '..'", "leads out of the project"),
        ("x = '\xff'", "not UTF-8"),
    ],
)
def test_faulty_settings_are_a_problem_and_the_rest_is_looked_at(text: str, words: str, project: Path) -> None:
    (project / "briefkit.toml").write_bytes(text.encode("latin-1"))
    fault = only(look_at_settings)
    assert fault.state == "problem"
    assert words in fault.found
    assert told(look_at_briefs)[-1] == ("library", "ok", "references.bib, 3 entries")


def test_briefs_and_their_libraries_are_counted(project: Path) -> None:
    (project / "other.bib").write_text("@book{a, title = {T}}\n", encoding="utf-8")
    (project / "briefs" / "a.md").write_text("---\ntitle: T\nbibliography: other.bib\n---\n\nText.\n")
    assert told(look_at_briefs) == [
        ("briefs", "ok", "2 briefs in briefs/"),
        ("library", "ok", "other.bib, 1 entry"),
        ("library", "ok", "references.bib, 3 entries"),
    ]


def test_a_folder_without_briefs_and_library_has_two_warnings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert [(name, state) for name, state, _ in told(look_at_briefs)] == [("briefs", "warning"), ("library", "warning")]


def test_a_library_with_problems_is_a_warning_with_the_way_to_see_them(project: Path) -> None:
    with (project / "references.bib").open("a", encoding="utf-8") as file:
        file.write("\n@book{broken, title = {Never closed\n")
    fault = only(look_at_briefs)
    assert (fault.state, fault.found) == ("warning", "references.bib, 3 entries, 1 problem")
    assert fault.commands == {"any": "briefkit library check references.bib"}


def test_the_name_of_a_library_in_a_command_is_quoted_where_it_must_be(project: Path) -> None:
    shutil.rmtree(project / "briefs")
    (project / "my $(touch x).bib").write_text("@book{broken, title = {Never closed\n", encoding="utf-8")
    (project / "briefkit.toml").write_text('bibliography = "my $(touch x).bib"\n', encoding="utf-8")
    library = next(c for c in look_at_briefs() if c.name == "library")
    assert library.commands == {"any": "briefkit library check 'my $(touch x).bib'"}


def test_a_library_without_entries_is_a_warning(project: Path) -> None:
    (project / "references.bib").write_text("", encoding="utf-8")
    fault = only(look_at_briefs)
    assert (fault.state, fault.found) == ("warning", "references.bib, 0 entries")
    assert fault.advice


def test_a_library_that_cannot_be_read_is_a_problem(project: Path) -> None:
    (project / "references.bib").write_bytes(b"@book{a, title={Caf\xe9}}")
    fault = only(look_at_briefs)
    assert (fault.state, fault.found) == ("problem", "references.bib is not UTF-8, line 1")


def test_a_library_that_a_brief_names_and_is_not_there_is_a_problem(project: Path) -> None:
    text = "---\ntitle: T\nbibliography: none.bib\n---\n\nText.\n"
    (project / "briefs" / "a.md").write_text(text, encoding="utf-8")
    fault = only(look_at_briefs)
    assert (fault.state, fault.found) == ("problem", "briefs/a.md: the library none.bib does not exist")


def test_a_brief_that_cannot_be_read_is_a_problem(project: Path) -> None:
    (project / "briefs" / "a.md").write_bytes(b"\xff")
    fault = only(look_at_briefs)
    assert (fault.state, fault.found) == ("problem", "briefs/a.md is not UTF-8, line 1")


def test_templates_of_the_project_are_named(project: Path) -> None:
    (project / "templates").mkdir()
    (project / "templates" / "band.html.j2").write_text("<p>{{ title }}</p>", encoding="utf-8")
    assert told(look_at_templates) == [("templates", "ok", "band.html.j2 in templates/")]


@pytest.mark.parametrize("text", ["\n{% for %}", "\n{{ ", "\n{{ x|nofilter }}"])
def test_a_template_that_is_none_is_a_problem_at_its_line(text: str, project: Path) -> None:
    (project / "templates").mkdir()
    (project / "templates" / "page.html.j2").write_text(text, encoding="utf-8")
    fault = only(look_at_templates)
    assert fault.state == "problem"
    assert "page.html.j2, line 2" in fault.found


def test_a_template_that_never_ends_is_given_up(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "templates").mkdir()
    (project / "templates" / "page.html.j2").write_text("{{ 9 ** (9 ** 9) }}", encoding="utf-8")
    monkeypatch.setattr(children, "SECONDS", 1.0)
    fault = only(look_at_templates)
    assert (fault.state, fault.found) == ("problem", "the templates did not finish within 1 seconds")


def test_a_template_that_leads_out_is_a_problem(project: Path) -> None:
    (project / "templates").mkdir()
    (project / "templates" / "page.html.j2").symlink_to("../briefkit.toml")
    assert only(look_at_templates).state == "problem"


def test_a_build_may_make_its_folder(project: Path) -> None:
    assert told(look_at_output) == [("output", "ok", f"{project / 'dist'}, which a build will make")]


def test_an_output_folder_is_looked_at_without_leaving_anything_in_it(project: Path) -> None:
    (project / "dist").mkdir()
    assert told(look_at_output) == [("output", "ok", str(project / "dist"))]
    assert list((project / "dist").iterdir()) == []


def test_an_output_folder_in_whose_place_a_file_stands_is_a_problem(project: Path) -> None:
    (project / "dist").write_text("in the way", encoding="utf-8")
    assert only(look_at_output).state == "problem"


def test_an_output_folder_that_is_a_link_is_a_problem(project: Path) -> None:
    (project / "dist").symlink_to(project)
    assert only(look_at_output).state == "problem"


def test_an_output_folder_that_cannot_be_written_is_a_problem(project: Path) -> None:
    dist = project / "dist"
    dist.mkdir(mode=0o555)
    if os.access(dist, os.W_OK) and not _made_immutable(dist):
        pytest.skip("this user may write anywhere")
    try:
        fault = only(look_at_output)
    finally:
        subprocess.run(("chattr", "-i", str(dist)), check=False, capture_output=True)
        dist.chmod(0o755)
    assert fault.state == "problem"
    assert fault.found.startswith("dist cannot be written")
    assert "--output" in fault.advice


def _made_immutable(folder: Path) -> bool:
    """Whether even root may not write there now."""
    if sys.platform != "linux" or shutil.which("chattr") is None:
        return False
    return subprocess.run(("chattr", "+i", str(folder)), check=False, capture_output=True).returncode == 0
