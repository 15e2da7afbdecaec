"""Forms for machines of real checks: what is allowed is suppressed, nothing is lost, fingerprints stay."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.command import UNSOURCED, briefkit, copy_project
from tests.sarif import read_sarif

ROOT = Path(__file__).resolve().parents[2]
OP_ED = ROOT / "tests" / "projects" / "unsourced" / "op-ed.md"
ALLOWED = """---
title: T
---

Prices rose [@smith2021].

<!-- briefkit: allow unsupported-claim: a reader knows it -->

Emissions fell 12% in 2020.

[Wages rose 7% in 2021.]{.waived reason="an interview of ours"}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def sarif(folder: Path, *names: str) -> dict[str, Any]:
    ran = briefkit("check", *names, "--format", "sarif", "--output", "out.sarif", cwd=folder)
    assert ran.code in (0, 1), ran.err
    return read_sarif((folder / "out.sarif").read_bytes())


def test_what_is_allowed_or_waived_is_suppressed_with_its_reason(project: Path) -> None:
    (project / "allowed.md").write_text(ALLOWED)
    results = sarif(project, "allowed.md")["results"]
    found = [(r["ruleId"], s["justification"]) for r in results for s in r["suppressions"]]
    assert found == [("CLM102", "a reader knows it"), ("CLM102", "an interview of ours")]


def test_what_is_allowed_is_no_finding_in_other_forms(project: Path) -> None:
    (project / "allowed.md").write_text(ALLOWED)
    ran = briefkit("check", "allowed.md", "--format", "concise", "--select", "CLM", cwd=project)
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize("name", ["briefs/us-sanctions-pakistan.md", "tests/projects/unsourced/op-ed.md"])
def test_the_flagship_and_the_op_ed_are_sound_sarif(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out.sarif"
    briefkit("check", name, "--format", "sarif", "--output", str(out), "--fail-on", "never", cwd=ROOT)
    run = read_sarif(out.read_bytes())
    text = (ROOT / name).read_text("utf-8").split("\n")
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        if region["startLine"] == region["endLine"] and "snippet" in region:
            line = text[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1].startswith(region["snippet"]["text"])


def prints(folder: Path, text: str) -> list[str]:
    (folder / "op-ed.md").write_text(text, "utf-8")
    ran = briefkit("check", "op-ed.md", "--format", "jsonl", "--select", "CLM", cwd=folder)
    return sorted(row["fingerprint"] for line in ran.out.splitlines() if "fingerprint" in (row := json.loads(line)))


def test_fingerprints_of_a_check_stay_when_lines_are_inserted(tmp_path: Path) -> None:
    text = OP_ED.read_text("utf-8")
    dice = random.Random(7)
    wider = "\n".join(line or "\n" * dice.randrange(3) for line in text.split("\n"))
    before = prints(tmp_path, text)
    assert len(before) > 5
    assert prints(tmp_path, wider) == before


def test_each_form_of_library_check_tells_of_the_library(project: Path) -> None:
    (project / "x.bib").write_text("@book{a2020, title = {A}, year = {20200}}\n")
    for form in ("concise", "sarif", "junit", "gitlab", "markdown", "csv"):
        ran = briefkit("library", "check", "x.bib", "--format", form, cwd=project)
        assert "x.bib" in ran.out.replace("\\", ""), form


def test_a_library_has_a_baseline_that_shrinks(project: Path) -> None:
    library = project / "x.bib"
    library.write_text("@book{a2020, title = {A}, year = {20200}}\n\n@misc{a2020, title = {A}}\n")
    command = ("library", "check", "x.bib", "--baseline", "known.json")
    assert briefkit(*command, cwd=project).code == 3
    assert briefkit(*command, "--update-baseline", cwd=project).code == 0
    before = len(json.loads((project / "known.json").read_text())["findings"])
    library.write_text("@book{a2020, title = {A}, year = {20200}}\n")
    assert briefkit(*command, "--update-baseline", cwd=project).code == 0
    assert 0 < len(json.loads((project / "known.json").read_text())["findings"]) < before


def test_a_name_that_is_not_utf_8_is_written_all_the_same(project: Path) -> None:
    try:
        (project / os.fsdecode(b"a\xff b.md")).write_text(UNSOURCED)
    except OSError:
        pytest.skip("the file system takes no such name")
    run = sarif(project, ".")
    uris = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]]
    assert "a%FF%20b.md" in uris
