"""`briefkit new`: what is written where, what is refused; what it writes checks and builds at once."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from briefkit.pipeline.starting import SCHEMAS
from briefkit.starters.making import PLACES
from tests.e2e.command import briefkit, copy_project

WHOLE = {"briefs/pumps.md", *PLACES.values(), *SCHEMAS.values()}


def written(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_brief_has_no_errors(tmp_path: Path) -> None:
    """Those of each type and language are in test_new_briefs.py."""
    assert briefkit("new", "pumps", "--type", "evidence", cwd=tmp_path).code == 0
    checked = briefkit("check", cwd=tmp_path)
    assert (checked.code, "0 unsupported" in checked.out) == (0, True)


@pytest.mark.parametrize("lang", ["de-CH", "pt-BR"])
def test_a_new_brief_has_no_errors_in_the_language_of_a_country(tmp_path: Path, lang: str) -> None:
    briefkit("new", "pumps", "--type", "evidence", "--lang", lang, cwd=tmp_path)
    assert briefkit("check", cwd=tmp_path).code == 0


@pytest.mark.slow
def test_a_new_project_builds_at_once(tmp_path: Path) -> None:
    briefkit("new", "pumps", "--type", "options", "--template", "memo", cwd=tmp_path)
    built = briefkit("build", "--to", "pdf,docx,html", cwd=tmp_path)
    assert built.code == 0, built.err
    assert {f"dist/pumps/pumps.{form}" for form in ("pdf", "docx", "html")} <= written(tmp_path)


def test_an_empty_folder_becomes_the_project(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    ran = briefkit("new", "pumps", cwd=tmp_path)
    assert written(tmp_path) == WHOLE
    assert set(ran.out.split("\n\n")[0].splitlines()) == written(tmp_path)
    assert ran.out.endswith("\nnext: briefkit check briefs/pumps.md\n")


def test_beside_other_files_a_new_folder_becomes_the_project(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    ran = briefkit("new", "pumps", cwd=tmp_path)
    assert written(tmp_path / "pumps") == WHOLE
    assert "next: cd pumps && briefkit check briefs/pumps.md\n" in ran.out


def test_types_in_an_otherwise_empty_folder_are_those_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "briefkit-types").mkdir()
    (tmp_path / "briefkit-types" / "letter.toml").write_text('about = "A letter."\n')
    assert briefkit("new", "pumps", "--type", "letter", cwd=tmp_path).code == 0
    assert written(tmp_path) == {*WHOLE, "briefkit-types/letter.toml"}
    assert "\ntype: letter\n" in (tmp_path / "briefs" / "pumps.md").read_text()


def test_types_that_a_new_project_would_not_have_are_told(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "briefkit-types").mkdir()
    (tmp_path / "briefkit-types" / "letter.toml").write_text('about = "A letter."\n')
    ran = briefkit("new", "pumps", "--type", "letter", cwd=tmp_path)
    assert (ran.code, (tmp_path / "pumps").exists()) == (2, False)
    assert "a new project below would not have it\nHint: make this folder the project" in ran.err


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "pumps").mkdir()
    (tmp_path / "pumps" / "notes.txt").write_text("mine")
    ran = briefkit("new", "pumps", cwd=tmp_path)
    assert (ran.code, written(tmp_path)) == (2, {"pumps/notes.txt"})
    assert "pumps is there already" in ran.err


def test_a_project_gets_the_brief_alone(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    (project / "briefkit.toml").write_text('briefs = "papers"\n')
    before = written(project)
    ran = briefkit("new", "wells", "--type", "note", cwd=project)
    assert (ran.code, written(project) - before) == (0, {"papers/wells.md"})
    assert briefkit("check", "papers", cwd=project).code == 0


def test_a_brand_that_names_the_organisation_speaks_for_a_new_brief(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    briefkit("new", "wells", cwd=project)
    (project / "_brand.yml").write_text("meta: {name: Institute for Rural Services}\n")
    briefkit("new", "pipes", cwd=project)
    heads = [(project / "briefs" / f"{name}.md").read_text().split("\n---\n")[0] for name in ("wells", "pipes")]
    assert ["organisation:" in head for head in heads] == [True, False]


def test_a_brief_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    briefkit("new", "pumps", cwd=tmp_path)
    (tmp_path / "briefs" / "pumps.md").write_text("mine")
    ran = briefkit("new", "pumps", cwd=tmp_path)
    assert (ran.code, (tmp_path / "briefs" / "pumps.md").read_text()) == (2, "mine")
    assert "briefs/pumps.md is there already" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("../x",), "is no name of a brief"),
        (("briefs/x.md",), "without .md: x"),
        (("Été à Lyon",), "without .md: ete-a-lyon"),
        (("x", "--lang", "zu"), "there are de, en, es, fr, pt"),
        (("x", "--template", "mem"), "did you mean 'memo'?"),
        (("x", "--type", "letter"), "there is no type 'letter'"),
        (("x", "--type", "optoins"), "did you mean 'options'?"),
    ],
)
def test_a_wish_that_cannot_be_had_writes_nothing(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = briefkit("new", *arguments, cwd=tmp_path)
    assert (ran.code, written(tmp_path)) == (2, set())
    assert said in ran.err


def test_the_day_may_be_given_from_outside(tmp_path: Path) -> None:
    briefkit("new", "pumps", cwd=tmp_path, env={"SOURCE_DATE_EPOCH": "1700000000"})
    assert "\ndate: 2023-11-14\n" in (tmp_path / "briefs" / "pumps.md").read_text()


def test_the_makefile_prints_its_targets(tmp_path: Path) -> None:
    briefkit("new", "pumps", cwd=tmp_path)
    make = shutil.which("make")
    if make is None:
        pytest.skip("there is no make")
    out = subprocess.run([make], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert [line.split(":")[0].strip() for line in out.splitlines()] == [
        "make help",
        "make check",
        "make brief",
        "make schemas",
    ]


def test_editors_are_told_where_the_schemas_lie(tmp_path: Path) -> None:
    briefkit("new", "pumps", cwd=tmp_path)
    briefkit("new", "wells", cwd=tmp_path)
    assert (tmp_path / "briefkit.toml").read_text().startswith("#:schema schemas/config.json\n")
    for name in ("pumps", "wells"):
        hint, version = (tmp_path / "briefs" / f"{name}.md").read_text().splitlines()[1:3]
        assert hint == "# yaml-language-server: $schema=../schemas/front-matter.json"
        assert version == "briefkit: 1"
        assert (tmp_path / "briefs" / hint.partition("$schema=")[2]).is_file()
    assert (tmp_path / "schemas" / "config.json").is_file()


def test_where_there_is_no_schema_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "briefkit.toml").write_text("")
    briefkit("new", "wells", cwd=tmp_path)
    assert "$schema" not in (tmp_path / "briefs" / "wells.md").read_text()


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_command_writes_the_schema_that_a_new_project_has(tmp_path: Path, kind: str) -> None:
    briefkit("new", "pumps", cwd=tmp_path)
    briefkit("schema", kind, "-o", "again.json", cwd=tmp_path)
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / SCHEMAS[kind]).read_bytes()
