"""The hooks for pre-commit, the action for GitHub and the example for GitLab: what they run is there and runs."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefkit.report import REPORTERS, REVIEWERS
from tests.e2e.command import PATIENCE, UNSOURCED, copy_project, environment
from tests.sarif import read_sarif

ROOT = Path(__file__).resolve().parents[1]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
JOB: dict[str, Any] = yaml.safe_load((ROOT / "docs" / "gitlab-ci.yml").read_text("utf-8"))["briefs"]
EXPRESSION = re.compile(r"\$\{\{.*?\}\}")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = copy_project(tmp_path)
    (folder / "briefs" / "bad one.md").write_text(UNSOURCED)
    return folder


def run(project: Path, *command: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command as it stands in these files: with the program on the path."""
    path = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    surroundings = environment({**path, **(env or {})})
    return subprocess.run(command, cwd=project, env=surroundings, capture_output=True, text=True, timeout=PATIENCE)


# --- pre-commit ------------------------------------------------------------------------------


def test_hooks_have_what_pre_commit_asks_for() -> None:
    assert all({"id", "name", "entry", "language"} <= set(hook) for hook in HOOKS)
    assert len({hook["id"] for hook in HOOKS}) == len(HOOKS)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_runs_on_the_files_that_it_takes(project: Path, hook: dict[str, Any]) -> None:
    names = [path.relative_to(project).as_posix() for path in sorted(project.rglob("*")) if path.is_file()]
    taken = [name for name in names if re.search(hook["files"], name)]
    assert taken
    given = taken if hook.get("pass_filenames", True) else []
    ran = run(project, *shlex.split(hook["entry"]), *given)
    assert ran.returncode == int(hook["id"] != "briefkit-library"), ran.stderr
    assert "checked" in ran.stdout


def test_a_page_that_is_no_brief_is_not_taken() -> None:
    (pattern,) = [hook["files"] for hook in HOOKS if hook["id"] == "briefkit"]
    assert [bool(re.search(pattern, name)) for name in ("README.md", "docs/briefs/a.md", "briefs/x/a.md")] == [
        *(False, False, True)
    ]


def test_what_settings_types_and_brands_change_is_checked_in_all_briefs() -> None:
    (pattern,) = [hook["files"] for hook in HOOKS if hook["id"] == "briefkit-project"]
    names = (
        "pyproject.toml",
        "briefkit.toml",
        "briefkit-types/letter.toml",
        "_brand/_brand.yml",
        "docs/a.md",
        "x.toml",
    )
    assert [bool(re.search(pattern, name)) for name in names] == [True, True, True, True, False, False]


# --- GitHub ----------------------------------------------------------------------------------


def test_no_script_of_the_action_has_an_expression_in_it() -> None:
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert [EXPRESSION.findall(script) for script in scripts] == [[], []]


def test_every_input_of_the_action_is_used_and_none_other() -> None:
    used = set(re.findall(r"inputs\.([a-z-]+)", json.dumps(ACTION["runs"])))
    assert used == set(ACTION["inputs"])


def test_the_report_that_is_kept_is_a_form_that_a_check_has() -> None:
    assert ACTION["inputs"]["report"]["default"] in (*REPORTERS, *REVIEWERS)


def act(project: Path, tmp_path: Path, **told: str) -> subprocess.CompletedProcess[str]:
    """Run the script of the action as a step does."""
    (step,) = [step for step in ACTION["runs"]["steps"] if "BRIEFKIT_OUT" in step.get("env", {})]
    given = {
        name: ACTION["inputs"].get(name[9:].lower().replace("_", "-"), {}).get("default", "") for name in step["env"]
    }
    given |= {"BRIEFKIT_OUT": str(tmp_path / "out"), "BRIEFKIT_REPORT": "markdown"} | told
    given |= {"GITHUB_ACTION_PATH": str(ROOT), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    return run(project, "bash", "-e", "-o", "pipefail", "-c", step["run"], env=given)


def test_the_action_annotates_and_writes_its_files(project: Path, tmp_path: Path) -> None:
    ran = act(project, tmp_path)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout.startswith("::error file=briefs/bad one.md,line=7,")
    assert read_sarif((tmp_path / "out" / "briefkit.sarif").read_bytes())["results"]
    assert (tmp_path / "out" / "report.markdown").read_text().startswith("### briefkit: 1 error")
    assert (tmp_path / "summary.md").read_text().startswith("### briefkit: 1 error")


def test_the_action_takes_what_it_is_told(project: Path, tmp_path: Path) -> None:
    ran = act(project, tmp_path, BRIEFKIT_PATHS="briefs/bad one.md\n", BRIEFKIT_FAIL_ON="never", BRIEFKIT_SARIF="false")
    assert (ran.returncode, "1 brief checked" in ran.stdout) == (0, True)
    assert not (tmp_path / "out" / "briefkit.sarif").exists()


@pytest.mark.parametrize("name", ["BRIEFKIT_PATHS", "BRIEFKIT_FAIL_ON", "BRIEFKIT_BASELINE", "BRIEFKIT_SINCE"])
def test_nothing_that_the_action_is_told_is_run(project: Path, tmp_path: Path, name: str) -> None:
    act(project, tmp_path, **{name: '$(touch ran); `touch ran`; " ; touch ran #'})
    assert not list(tmp_path.rglob("ran"))


# --- GitLab ----------------------------------------------------------------------------------


def test_the_job_for_gitlab_runs_and_leaves_its_reports(project: Path) -> None:
    codes = [run(project, *shlex.split(line)).returncode for line in JOB["script"]]
    assert codes == [0, 0, 1]
    assert all((project / name).stat().st_size for name in JOB["artifacts"]["reports"].values())


# --- docs ------------------------------------------------------------------------------------


def test_the_page_names_every_hook_and_every_input() -> None:
    page = (ROOT / "docs" / "hooks.md").read_text("utf-8")
    assert [hook["id"] for hook in HOOKS if f"`{hook['id']}`" not in page] == []
    assert [name for name in ACTION["inputs"] if f"`{name}" not in page] == []
