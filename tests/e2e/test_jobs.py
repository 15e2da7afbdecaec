"""Many briefs in several processes: the same words as from one, whatever is wrong with some of them."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefkit.config import Config
from briefkit.model import Unreadable
from briefkit.pandoc import Limits
from briefkit.pipeline import Project, check_project
from briefkit.pipeline.checking import examining, without_tree
from briefkit.pipeline.pool import pack, unpack
from tests.e2e.command import CLEAN, PATIENCE, UNSOURCED, briefkit, copy_project, environment

ENDLESS = "[" * 5000
LONG = "---\ntitle: T\n---\n\n" + "".join(f"In {n} losses fell by 12%.\n\n" for n in range(15_000))
NAMELESS = CLEAN.replace("title: T", "title: T\nbibliography: none.bib")
TEXTS = (CLEAN, UNSOURCED, "\xff", NAMELESS, "", CLEAN + "\n\n# A\n\nSales doubled in 2020.\n")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project with a dozen briefs, some of which cannot be read."""
    root = copy_project(tmp_path)
    for number in range(12):
        text = TEXTS[number % len(TEXTS)]
        (root / "briefs" / f"{number:02}.md").write_bytes(text.encode("latin-1" if text == "\xff" else "utf-8"))
    return root


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_report_does_not_depend_on_the_number_of_jobs(project: Path, form: str) -> None:
    one, two, five = (briefkit("check", "--format", form, "--jobs", jobs, cwd=project) for jobs in ("1", "2", "5"))
    assert one == two == five
    assert one.code == 3


@pytest.mark.parametrize("form", ["text", "jsonl", "csv"])
def test_the_claims_do_not_depend_on_the_number_of_jobs(project: Path, form: str) -> None:
    one, three = (briefkit("claims", "--format", form, "--jobs", jobs, cwd=project) for jobs in ("1", "3"))
    assert one == three


FAILING = """\
import briefkit.text
real = briefkit.text.normalise_newlines
def fail(text):
    if "Losses fell" in text:
        raise KeyError("oh")
    return real(text)
briefkit.text.normalise_newlines = fail
"""


def test_a_fault_of_our_own_hides_no_others(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    for number in range(5):
        text = CLEAN + ("\nLosses fell.\n" if number == 3 else "")
        (root / "briefs" / f"{number:02}.md").write_text(text, encoding="utf-8")
    (tmp_path / "failing").mkdir()
    (tmp_path / "failing" / "sitecustomize.py").write_text(FAILING, encoding="utf-8")
    env = {"PYTHONPATH": os.pathsep.join((str(tmp_path / "failing"), *sys.path))}
    ran = briefkit("check", "--jobs", "2", cwd=root, env=env)
    assert ran.code == 4
    assert "03.md:1: not checked: this is a fault of briefkit: KeyError: 'oh'" in ran.out
    assert "1 brief not checked" in ran.out
    assert "Traceback" not in ran.out + ran.err
    built = briefkit("build", "--draft", "--to", "html", "--jobs", "1", cwd=root, env=env)
    assert built.code == 4
    assert {"00", "01", "02", "04"} <= {folder.name for folder in (root / "dist").iterdir()}


def test_bad_briefs_hide_no_others(project: Path) -> None:
    ran = briefkit("check", "--jobs", "2", cwd=project)
    assert "02.md is not UTF-8" in ran.out
    assert "briefs/09.md:3: not checked: the library none.bib does not exist" in ran.out
    assert ran.out.count("error CLM102 unsupported-statistic") == 2
    assert "9 briefs checked" in ran.out
    assert "4 briefs not checked" in ran.out


def test_briefs_are_told_in_the_order_of_their_names(project: Path) -> None:
    ran = briefkit("check", "briefs/07.md", "briefs/1*.md", "briefs", "--jobs", "3", "--format", "json", cwd=project)
    told = [Path(brief["path"]).stem for brief in json.loads(ran.out)["briefs"]]
    assert told == ["07", "10", "11", "00", "01", "04", "05", "06", "pumps"]


def test_what_goes_from_process_to_process_stays_what_it_was(project: Path) -> None:
    settings = Project(project, Config(bibliography=("references.bib",)))
    with examining(settings, 2) as examine:
        examined = examine(project / "briefs" / "pumps.md")
    assert not isinstance(examined, Unreadable)
    told = without_tree(examined.told)
    assert unpack(io.BytesIO(pack(told))) == told


def test_a_brief_that_pandoc_cannot_read_in_time_costs_no_other(project: Path) -> None:
    (project / "briefs" / "05.md").write_text(ENDLESS, encoding="utf-8")
    report = check_project(Project(project, Config(), Limits(seconds=4), jobs=2), (str(project / "briefs"),))
    endless = [u for u in report.unreadable if u.path.endswith("05.md")]
    assert [u.why for u in endless] == ["pandoc did not finish within 4 seconds"]
    assert len(report.checked) + len(report.unreadable) == 13


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_brief_whose_check_takes_too_long_costs_no_other(project: Path, jobs: int) -> None:
    (project / "briefs" / "05.md").write_text(LONG, encoding="utf-8")
    settings = Project(project, Config(bibliography=("references.bib",)), seconds=1, jobs=jobs)
    report = check_project(settings, (str(project / "briefs"),))
    whys = [u.why for u in report.unreadable if u.path.endswith("05.md")]
    assert [why.removesuffix(" on the clock")[:-10] for why in whys] == ["its check did not finish within"]
    assert len(report.checked) > 5


def test_jobs_are_a_positive_number(project: Path) -> None:
    assert briefkit("check", "--jobs", "0", cwd=project).code == 2


def is_trial_of_python(path: Path) -> bool:
    """Whether it is the file by which Python tries a folder for temporary files; a signal may come before its end."""
    return path.is_file() and path.stat().st_size <= len(b"blat")


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("after", [0.25, 0.4, 1.2])
def test_a_check_that_is_ended_leaves_no_process_and_no_folder(
    project: Path, tmp_path: Path, kind: signal.Signals, after: float
) -> None:
    for number in range(12):
        (project / "briefs" / f"{number:02}.md").write_text(ENDLESS, encoding="utf-8")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    command = (sys.executable, "-m", "briefkit", "check", "--jobs", "3")
    env = environment({"TMPDIR": str(temporary)})
    program = subprocess.Popen(command, cwd=project, env=env, stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(after)
    program.send_signal(kind)
    code = program.wait(PATIENCE)
    assert code in ({signal.SIGINT: 130, signal.SIGTERM: 143}[kind], -kind)  # the latter while Python still starts
    assert ended(str(temporary))
    assert [path for path in temporary.iterdir() if not is_trial_of_python(path)] == []


def ended(mark: str) -> bool:
    """Whether no process is left, after some patience, that runs in our folder or carries our mark."""
    patience = time.monotonic() + 10
    while any(carries(process, mark) for process in Path("/proc").iterdir() if process.name.isdigit()):
        if time.monotonic() > patience:
            return False
        time.sleep(0.05)
    return True


def carries(process: Path, mark: str) -> bool:
    try:
        return mark.encode() in (process / "environ").read_bytes()
    except OSError:
        return False


@pytest.mark.slow
def test_a_build_does_not_depend_on_the_number_of_jobs(project: Path) -> None:
    names = ("briefs/00.md", "briefs/01.md", "briefs/02.md", "briefs/pumps.md")
    one, two = (
        briefkit("build", *names, "--to", "html,docx", "-o", f"out{jobs}", "--jobs", jobs, cwd=project)
        for jobs in ("1", "2")
    )
    assert (two.code, two.err, two.out) == (one.code, one.err, one.out.replace("out1", "out2"))
    assert one.code == 3
    assert "briefs/01.md was not built" in one.err
    for path in (project / "out1").rglob("*.*"):
        assert (project / "out2" / path.relative_to(project / "out1")).read_bytes() == path.read_bytes()


@pytest.mark.slow
def test_a_brief_that_cannot_be_built_hides_no_other(project: Path) -> None:
    (project / "briefs" / "00.md").write_text("Prices rose [@smith2021].\n", encoding="utf-8")
    ran = briefkit("build", "briefs/00.md", "briefs/pumps.md", "--to", "html", "--jobs", "2", cwd=project)
    assert ran.code == 3
    assert "Error: briefs/00.md has no title, and a document needs one" in ran.err
    assert ran.out.splitlines() == ["dist/pumps/pumps.html", "dist/pumps/manifest.json"]
    assert os.listdir(project / "dist") == ["pumps"]
