"""`--output`: no command replaces what it reads, whatever the file is called, and the usual devices are written to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.command import briefkit, copy_project

STATS = ("library", "stats")
READING: dict[str, tuple[tuple[str, ...], str]] = {
    "a check and its library": (("check",), "references.bib"),
    "a check and its brief": (("check", "briefs/pumps.md"), "briefs/pumps.md"),
    "a check and a brief in its folder": (("check", "briefs"), "briefs/pumps.md"),
    "a check and the settings": (("check",), "briefkit.toml"),
    "a check and a library that a brief names": (("check", "briefs/more.md"), "more.bib"),
    "a check and a style that a brief names": (("check", "briefs/more.md"), "own.csl"),
    "a check and a style that the settings name": (("check",), "set.csl"),
    "a check and a picture that a brief shows": (("check", "briefs/more.md"), "briefs/a b.png"),
    "a check and a picture in angle brackets": (("check", "briefs/shown.md"), "briefs/c d.png"),
    "a check and a picture by its label": (("check", "briefs/shown.md"), "briefs/e.png"),
    "a check and the brand of a brief": (("check", "briefs/shown.md"), "faces/_brand.yml"),
    "claims and the figures of a chart": (("claims", "briefs/shown.md", "--format", "csv"), "briefs/rain.csv"),
    "a fix and its library": (("check", "--fix"), "references.bib"),
    "claims and their brief": (("claims",), "briefs/pumps.md"),
    "claims that are explained": (("claims", "--explain", "briefs/pumps.md:5"), "briefs/pumps.md"),
    "sentences": (("claims", "--sentences", "rows.jsonl"), "rows.jsonl"),
    "a check of a library": (("library", "check", "own.bib"), "own.bib"),
    "a check of the project's library": (("library", "check"), "references.bib"),
    "an export": (("library", "export", "--format", "bibtex", "own.bib"), "own.bib"),
    "an export and a brief": (("library", "export", "--format", "bibtex", "--cited"), "briefs/pumps.md"),
    "a search": (("library", "find", "water", "-l", "own.bib"), "own.bib"),
    "an entry": (("library", "show", "fund2023"), "references.bib"),
    "figures": ((*STATS, "own.bib"), "own.bib"),
    "figures of a library that a brief names": (STATS, "more.bib"),
    "what is not used": (("library", "unused"), "references.bib"),
    "the doctor and the settings": (("doctor",), "briefkit.toml"),
    "the doctor and a brief": (("doctor",), "briefs/pumps.md"),
    "a schema and the settings": (("schema", "config"), "briefkit.toml"),
    "a brand and its file": (("brand", "show"), "_brand.yml"),
    "templates and a page of one": (("templates", "show"), "templates/house/template.toml"),
    "a check and a type of brief": (("check",), "briefkit-types/own.toml"),
    "another spelling": ((*STATS, "own.bib"), "briefs/../own.bib"),
    "another name of the file": ((*STATS, "own.bib"), "hard.bib"),
    "a link to the folder": ((*STATS, "own.bib"), "link/own.bib"),
    "a link that is read": ((*STATS, "soft.bib"), "own.bib"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = copy_project(tmp_path)
    for name in ("own.bib", "more.bib"):
        (folder / name).write_text("@book{own2020, title = {Wells and Water}, note = {}}\n", "utf-8")
    (folder / "briefkit.toml").write_text('csl = "set.csl"\n', "utf-8")
    (folder / "set.csl").write_text("<style/>", "utf-8")
    (folder / "own.csl").write_text("<style/>", "utf-8")
    (folder / "rows.jsonl").write_text('{"id": 1, "text": "Prices rose."}\n', "utf-8")
    (folder / "briefs" / "a b.png").write_bytes(b"\x89PNG")
    head = "---\ntitle: T\nbibliography: ../more.bib\ncsl: own.csl\n---\n"
    (folder / "briefs" / "more.md").write_text(f"{head}\n![A well](a%20b.png)\n", "utf-8")
    head = "---\ntitle: T\nbrand: ../faces\n---\n"
    chart = '```{.chart type=bar data="rain.csv"}\n```\n'
    text = f"{head}\n![A well](<c d.png>)\n\n![A pump][p]\n\n[p]: e.png\n\n{chart}"
    (folder / "briefs" / "shown.md").write_text(text, "utf-8")
    for name in ("briefs/c d.png", "briefs/e.png", "briefs/rain.csv", "faces/_brand.yml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("")
    for name in ("templates/house/template.toml", "briefkit-types/own.toml", "_brand.yml"):
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text("")
    os.link(folder / "own.bib", folder / "hard.bib")
    (folder / "soft.bib").symlink_to("own.bib")
    (folder / "link").symlink_to(folder)
    return folder


@pytest.mark.parametrize("case", READING)
def test_no_output_replaces_what_the_command_reads(case: str, project: Path) -> None:
    arguments, output = READING[case]
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    ran = briefkit(*arguments, "-o", output, cwd=project)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Error: {output} is read by this command")
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_standard_input_is_not_replaced_either(project: Path) -> None:
    brief = project / "briefs" / "pumps.md"
    script = 'exec "$0" -m briefkit check - -o briefs/pumps.md < briefs/pumps.md'
    before = brief.read_bytes()

    done = subprocess.run(("bash", "-c", script, sys.executable), cwd=project, capture_output=True, check=False)
    assert (done.returncode, brief.read_bytes()) == (2, before)


def test_an_output_of_before_is_replaced(project: Path) -> None:
    for _ in range(2):
        assert briefkit("library", "export", "own.bib", "--format", "bibtex", "-o", "out.bib", cwd=project).code == 0
    assert "own2020" in (project / "out.bib").read_text("utf-8")


def test_an_output_may_go_nowhere(project: Path) -> None:
    ran = briefkit(*STATS, "own.bib", "-o", "/dev/null", cwd=project)
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_an_output_may_go_to_standard_output_by_its_name(project: Path) -> None:
    ran = briefkit(*STATS, "own.bib", "-o", "/dev/stdout", cwd=project)
    assert ran == briefkit(*STATS, "own.bib", cwd=project)
