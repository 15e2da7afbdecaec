"""`briefkit schema`: the reports that checks write are as their schema says; what is asked for wrongly is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from briefkit.report.schema_report import SCHEMAS, write_schema
from tests.e2e.command import UNSOURCED, briefkit, copy_project

PROJECTS = Path(__file__).parent.parent / "projects"
REPORT = jsonschema.Draft202012Validator(json.loads(write_schema("report")))
LIBRARY = "@book{a, title={A}, author={B, C}, date={2001}, doi={https://doi.org/10.1000/x}}\n@book{a, title={A}}\n"


def report_of(*arguments: str, cwd: Path) -> Any:
    return json.loads(briefkit(*arguments, "--format", "json", cwd=cwd).out)


@pytest.mark.parametrize("name", ["pumps", "unsourced", "no-head", "water-fr"])
def test_the_report_of_a_check_is_as_its_schema_says(tmp_path: Path, name: str) -> None:
    project = shutil.copytree(PROJECTS / name, tmp_path / name)
    report = report_of("check", ".", cwd=project)
    REPORT.validate(report)
    assert report["briefs"]


def test_a_report_against_a_baseline_is_as_its_schema_says(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    (project / "a.md").write_text(UNSOURCED)
    (project / "b.md").write_bytes(b"\xff\xff")
    briefkit("check", "a.md", "--baseline", "known.json", "--update-baseline", cwd=project)
    report = report_of("check", "a.md", "b.md", "--baseline", "known.json", cwd=project)
    REPORT.validate(report)
    assert report["unreadable"]
    assert [f["standing"] for f in report["briefs"][0]["findings"]]


def test_the_report_of_a_library_is_as_its_schema_says(tmp_path: Path) -> None:
    (tmp_path / "references.bib").write_text(LIBRARY)
    report = report_of("library", "check", cwd=tmp_path)
    REPORT.validate(report)
    assert report["checked"]["entries"]
    assert any(f["fix"] for f in report["library"])


def test_a_report_with_another_key_is_refused() -> None:
    report = {"version": 1, "tool": "briefkit", "counts": {}, "briefs": [], "library": [], "unreadable": [], "more": 1}
    assert not REPORT.is_valid(report)


@pytest.mark.parametrize("kind", list(SCHEMAS))
def test_a_schema_goes_to_standard_output(tmp_path: Path, kind: str) -> None:
    assert json.loads(briefkit("schema", kind, cwd=tmp_path).out)["$id"] == f"urn:briefkit:{kind}"


def test_there_is_no_schema_of_something_else(tmp_path: Path) -> None:
    assert briefkit("schema", "brand", cwd=tmp_path).code == 2
