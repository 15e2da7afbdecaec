"""`--baseline`, `--since`, `--max-findings` and severities by path, in a git repository that the test makes."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from briefkit import revisions
from briefkit.errors import InputError, ToolLimitError
from briefkit.model import Report
from briefkit.pipeline import ratcheting
from briefkit.pipeline.project import load_project
from briefkit.report.baseline import Known, write_baseline
from briefkit.values import replace
from tests.e2e.command import CLEAN, UNSOURCED, briefkit, copy_project

FELL = "Emissions fell 12% in 2020."
ROSE = "Wages rose 7% in 2021."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a brief that has one unsourced figure, in a repository with one commit, tagged `first`."""
    folder = copy_project(tmp_path)
    (folder / "briefs" / "old.md").write_text(UNSOURCED)
    git(folder, "init", "--quiet")
    commit(folder)
    git(folder, "tag", "first")
    return folder


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *who, *arguments), cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "A change")


def add(folder: Path, words: str, name: str = "old.md") -> None:
    path = folder / "briefs" / name
    path.write_text(path.read_text() + f"\n{words}\n")


def known(folder: Path) -> list[str]:
    return [row["words"] for row in json.loads((folder / "known.json").read_text())["findings"]]


def check(folder: Path, *options: str) -> tuple[int, list[str]]:
    """The exit code, and the words of the unsourced figures that are told and not known."""
    ran = briefkit("check", "--format", "json", *options, cwd=folder)
    if ran.code > 1:
        return ran.code, [ran.err]
    findings = [f for brief in json.loads(ran.out)["briefs"] for f in brief["findings"] if f["code"] == "CLM102"]
    lines = {p: (folder / p).read_text().split("\n") for p in {f["path"] for f in findings}}
    told = [lines[f["path"]][f["line"] - 1] for f in findings if f.get("standing") != "known"]
    return ran.code, told


# --- baseline --------------------------------------------------------------------------------


def baseline(folder: Path) -> None:
    ran = briefkit("check", "--baseline", "known.json", "--update-baseline", cwd=folder)
    assert (ran.code, ran.err) == (0, "known.json: 1 known, 0 fixed and removed\n")


def test_a_known_finding_does_not_fail_and_a_new_one_does(project: Path) -> None:
    baseline(project)
    assert check(project, "--baseline", "known.json") == (0, [])
    add(project, ROSE)
    assert check(project, "--baseline", "known.json") == (1, [ROSE])


def test_a_known_finding_stays_known_where_it_has_moved(project: Path) -> None:
    baseline(project)
    path = project / "briefs" / "old.md"
    head, first, second = path.read_text().rstrip("\n").rsplit("\n\n", 2)
    path.write_text(f"{head}\n\n<!-- a note -->\n\n{second}\n\n{first}\n")
    assert check(project, "--baseline", "known.json") == (0, [])


def test_a_known_finding_has_a_line_before_the_new_ones_in_text(project: Path) -> None:
    baseline(project)
    add(project, ROSE)
    ran = briefkit("check", "--baseline", "known.json", cwd=project)
    first, new, *_ = ran.out.split("\n\n")
    assert first.endswith("error CLM102 unsupported-statistic [known]")
    assert "\n" not in first
    assert ROSE in new
    assert ran.out.endswith("2 errors\n1 finding of these is known\n")


def test_what_is_fixed_leaves_the_baseline(project: Path) -> None:
    baseline(project)
    (project / "briefs" / "old.md").write_text(CLEAN)
    ran = briefkit("check", "--baseline", "known.json", "--update-baseline", cwd=project)
    assert (ran.code, known(project)) == (0, [])
    assert ran.err == "known.json: 0 known, 1 fixed and removed\n"


def test_a_baseline_only_shrinks(project: Path) -> None:
    baseline(project)
    add(project, ROSE)
    ran = briefkit("check", "--baseline", "known.json", "--update-baseline", cwd=project)
    assert (ran.code, known(project)) == (1, [FELL.casefold()])


def test_a_second_finding_of_the_same_words_is_new(project: Path) -> None:
    baseline(project)
    add(project, FELL)
    assert check(project, "--baseline", "known.json") == (1, [FELL])


def test_what_a_run_does_not_look_at_stays_in_the_baseline(project: Path) -> None:
    baseline(project)
    (project / "briefs" / "new.md").write_text(CLEAN)
    ran = briefkit("check", "briefs/new.md", "--baseline", "known.json", "--update-baseline", cwd=project)
    assert (ran.code, known(project)) == (0, [FELL.casefold()])


def test_a_brief_that_is_gone_leaves_the_baseline(project: Path) -> None:
    baseline(project)
    (project / "briefs" / "old.md").unlink()
    briefkit("check", "--baseline", "known.json", "--update-baseline", cwd=project)
    assert known(project) == []


def test_a_baseline_that_another_run_has_written_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "b.json"
    one, other = (Known(f"{name}.md", "CLM102", name, "words") for name in ("one", "other"))
    path.write_bytes(write_baseline([one, other]))
    meanwhile = write_baseline([other])

    def write_late(known: Iterable[Known]) -> bytes:
        path.write_bytes(meanwhile)
        return write_baseline(known)

    monkeypatch.setattr(ratcheting, "write_baseline", write_late)
    with pytest.raises(InputError, match="has changed since it was read"):
        ratcheting.narrow(load_project({}), Report(()), ratcheting.Ratchet("b.json", update=True))
    assert path.read_bytes() == meanwhile


def test_a_baseline_with_a_merge_says_so(project: Path) -> None:
    (project / "b.json").write_text("<<<<<<< a\n{}\n=======\n{}\n>>>>>>> b\n")
    ran = briefkit("check", "--baseline", "b.json", cwd=project)
    assert (ran.code, "b.json, line 1: a merge was not settled" in ran.err) == (3, True)


def test_a_baseline_holds_wherever_the_command_is_run(project: Path) -> None:
    baseline(project)
    assert briefkit("check", "--baseline", "../known.json", cwd=project / "briefs").code == 0


def test_a_baseline_that_is_not_there_is_no_empty_one(project: Path) -> None:
    ran = briefkit("check", "--baseline", "known.json", cwd=project)
    assert (ran.code, ran.err.split("\n")[0]) == (3, "Error: known.json does not exist")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}'])
def test_a_file_that_is_no_baseline_is_refused(project: Path, text: str) -> None:
    (project / "known.json").write_text(text)
    ran = briefkit("check", "--baseline", "known.json", "--update-baseline", cwd=project)
    assert (ran.code, (project / "known.json").read_text()) == (3, text)


@pytest.mark.parametrize("name", ["briefs/old.md", "references.bib", "briefkit.toml"])
def test_a_baseline_takes_the_place_of_no_input(project: Path, name: str) -> None:
    before = (project / name).read_bytes() if (project / name).exists() else None
    if before is None:
        pytest.skip("the small project has none")
    ran = briefkit("check", "--baseline", name, "--update-baseline", cwd=project)
    assert (ran.code, (project / name).read_bytes()) == (2, before)


def test_a_report_does_not_take_the_place_of_the_baseline(project: Path) -> None:
    baseline(project)
    assert briefkit("check", "--baseline", "known.json", "-o", "known.json", cwd=project).code == 2
    assert known(project) == [FELL.casefold()]


@pytest.mark.parametrize(
    "options",
    [
        ("--update-baseline",),
        ("--update-baseline", "--baseline", "known.json", "--since", "first"),
        ("--update-baseline", "--baseline", "known.json", "--select", "CLM"),
        ("--fix", "--since", "first"),
    ],
)
def test_options_that_say_two_things_are_refused(project: Path, options: tuple[str, ...]) -> None:
    ran = briefkit("check", *options, cwd=project)
    assert (ran.code, ran.out) == (2, "")


# --- since -----------------------------------------------------------------------------------


def test_only_what_changed_since_a_revision_is_told(project: Path) -> None:
    assert check(project, "--since", "first") == (0, [])
    add(project, ROSE)
    assert check(project, "--since", "first") == (1, [ROSE])
    commit(project)
    assert check(project, "--since", "first") == (1, [ROSE])
    assert check(project, "--since", "HEAD") == (0, [])


def test_a_sentence_that_was_wrapped_or_moved_did_not_change(project: Path) -> None:
    path = project / "briefs" / "old.md"
    path.write_text(path.read_text().replace(FELL, "Emissions fell\n12% in 2020."))
    assert check(project, "--since", "first") == (0, [])


def test_of_a_line_only_the_sentence_that_changed_is_told(project: Path) -> None:
    path = project / "briefs" / "old.md"
    path.write_text(path.read_text().replace(FELL, f"{FELL} {ROSE}"))
    ran = briefkit("check", "--since", "first", "--format", "concise", "--select", "CLM102", cwd=project)
    assert [line.split(" ")[0] for line in ran.out.splitlines()] == [f"briefs/old.md:7:{len(FELL) + 2}:"]


@pytest.mark.parametrize("fence", ["---", "--- "])
def test_front_matter_is_looked_at_as_a_whole(project: Path, fence: str) -> None:
    path = project / "briefs" / "old.md"
    path.write_text(f"{fence}\ntitle: Emissions\ntpye: note\n---\n\nThis is a text.\n")
    commit(project)
    path.write_text(path.read_text().replace("Emissions", "Wages"))
    ran = briefkit("check", "--since", "HEAD", "--format", "concise", "--select", "DOC801", cwd=project)
    assert [line.split(" ")[0] for line in ran.out.splitlines()] == ["briefs/old.md:3:1:"]


def test_a_new_brief_is_told_whole(project: Path) -> None:
    (project / "briefs" / "new.md").write_text(UNSOURCED)
    assert check(project, "--since", "first") == (1, [FELL])


@pytest.mark.parametrize("revision", ["nowhere", "^HEAD", "HEAD..HEAD"])
def test_a_revision_that_is_not_there_is_an_error(project: Path, revision: str) -> None:
    code, (said,) = check(project, "--since", revision)
    assert code == 2
    assert f"git knows no revision '{revision}'" in said


@pytest.mark.parametrize("revision", ["--output=x", "-h", "HEAD:briefs", "a b", "\u202e"])
def test_a_revision_that_is_none_is_an_error(project: Path, revision: str) -> None:
    assert check(project, f"--since={revision}")[0] == 2


def test_without_a_repository_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    (folder / "briefs" / "old.md").write_text(UNSOURCED)
    ran = briefkit("check", "--since", "HEAD", cwd=folder, env={"GIT_CEILING_DIRECTORIES": str(tmp_path)})
    assert ran.code == 2
    assert "--since needs a git repository" in ran.err


def test_without_git_the_error_says_so(project: Path, tmp_path: Path) -> None:
    ran = briefkit("check", "--since", "HEAD", cwd=project, env={"PATH": str(tmp_path)})
    assert (ran.code, ran.err.split("\n")[0]) == (3, "Error: git is not installed")


def test_a_repository_that_never_answers_is_given_up_soon(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / ".git" / "HEAD").unlink()
    os.mkfifo(project / ".git" / "HEAD")
    monkeypatch.setattr(revisions, "FIRST", replace(revisions.FIRST, seconds=0.2))
    monkeypatch.chdir(project)
    with pytest.raises(ToolLimitError, match="what git knows did not finish") as raised:
        revisions.read_at("HEAD", ["briefs/old.md"])
    assert "look at the repository" in raised.value.hint


def test_nothing_that_a_repository_configures_is_run(project: Path) -> None:
    for name in ("diff.external", "core.fsmonitor", "core.pager"):
        git(project, "config", name, f"touch {project}/ran")
    check(project, "--since", "first")
    assert not (project / "ran").exists()


# --- how many, and where ---------------------------------------------------------------------


def test_more_findings_than_may_be_fail_the_run(project: Path) -> None:
    options = ("check", "--fail-on", "never")
    assert briefkit(*options, "--max-findings", "1", cwd=project).code == 0
    assert briefkit(*options, "--max-findings", "0", cwd=project).code == 1


def test_known_findings_do_not_count(project: Path) -> None:
    baseline(project)
    assert briefkit("check", "--baseline", "known.json", "--max-findings", "0", cwd=project).code == 0


def test_a_path_may_have_severities_of_its_own(project: Path) -> None:
    settings = project / "briefkit.toml"
    before = settings.read_text() if settings.exists() else ""
    settings.write_text(before + '\n[severity-in."briefs/old*"]\nCLM = "info"\n')
    ran = briefkit("check", cwd=project)
    assert (ran.code, "info CLM102" in ran.out) == (0, True)
    assert briefkit("check", "old.md", cwd=project / "briefs").code == 0


def test_a_misspelt_rule_in_the_severities_of_a_path_is_told(project: Path) -> None:
    settings = project / "briefkit.toml"
    before = settings.read_text() if settings.exists() else ""
    settings.write_text(before + '\n[severity-in."*"]\nCLN = "info"\n')
    assert briefkit("check", cwd=project).code == 2


def test_a_step_of_github_gets_a_summary(project: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    ran = briefkit("check", "--format", "github", cwd=project, env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert ran.out.startswith("::error file=briefs/old.md,line=7,")
    assert summary.read_text().startswith("before\n### briefkit: 1 error")
