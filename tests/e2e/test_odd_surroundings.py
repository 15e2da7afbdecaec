"""The command line where all around it is odd: streams, folders, names, signals and limits as shells leave them."""

from __future__ import annotations

import json
import os
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from briefkit.cli import main
from tests.e2e.command import CLEAN, PATIENCE, Ran, briefkit, copy_project, environment, loaded

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full and /proc")]

OURS = (
    "check",
    "claims",
    "outline",
    "trace",
    "rule",
    "rule CLM101",
    "library stats references.bib",
    "library check references.bib",
)
COMMANDS = (*OURS, "--help", "check --help", "--version")
STARTED = ("check", "rule CLM101", "--help")
"""Of these the commands whose streams only a program has that is started: all write in the same way."""
PLAIN_USER = "setpriv --bounding-set=-dac_override,-dac_read_search,-sys_resource --inh-caps=-all --"
"""Root without the rights that let it pass every mode: what is forbidden is forbidden."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def shell(line: str, cwd: Path, **extra: str) -> Ran:
    """Run a line of bash in which `briefkit` is the command line."""
    command = f"{shlex.quote(sys.executable)} -m briefkit"
    done = subprocess.run(
        ("bash", "-c", line.replace("briefkit", command)),
        cwd=cwd,
        env=environment(extra),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def as_plain_user(line: str, cwd: Path) -> Ran:
    """The same without the rights of root."""
    return shell(f"{PLAIN_USER} {line}" if os.geteuid() == 0 else line, cwd)


# --- streams ----------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_standard_output_is_told_with_a_cure(command: str, project: Path) -> None:
    given, said = Path(os.devnull), project / "said"
    said.touch()
    ended = loaded().run(shlex.split(command), project, (given, Path("/dev/full"), said), environment(), PATIENCE)
    assert ended.code == 3
    err = said.read_text("utf-8")
    assert err.startswith("Error: ")
    assert "No space left on device\nHint: " in err
    assert err.count("\n") == 2


def test_a_full_standard_output_is_told_by_a_program_that_is_started(project: Path) -> None:
    ran = shell("briefkit check > /dev/full", project)
    assert (ran.code, ran.err.count("\n")) == (3, 2)
    assert "No space left on device\nHint: " in ran.err


@pytest.mark.parametrize("command", STARTED)
def test_who_reads_no_more_ends_nothing_badly(command: str, project: Path) -> None:
    ran = shell(f"set -o pipefail; briefkit {command} | true", project)
    assert (ran.code, ran.err) == (0, "")


def test_who_reads_no_more_of_a_command_line_without_a_command_leaves_its_code(project: Path) -> None:
    assert shell("set -o pipefail; briefkit 2>&1 | true", project).code == 2


@pytest.mark.parametrize("command", STARTED)
def test_a_closed_standard_output_is_told(command: str, project: Path) -> None:
    ran = shell(f"briefkit {command} >&-", project)
    assert ran.code == 3
    assert "Hint: " in ran.err
    assert "fault" not in ran.err


@pytest.mark.parametrize("streams", ["2>&-", "2>/dev/full", "<&-", "<&- 2>&-"])
def test_streams_that_are_not_needed_may_be_closed_or_full(streams: str, project: Path) -> None:
    assert shell(f"briefkit check {streams}", project).code == 0
    assert shell(f"briefkit build --to html {streams}", project).code == 0
    assert shell(f"briefkit check nowhere.md {streams}", project).code == 3


@pytest.mark.parametrize("command", ["check -", "claims --sentences -"])
def test_a_closed_standard_input_that_is_read_is_told(command: str, project: Path) -> None:
    ran = shell(f"briefkit {command} <&-", project)
    assert ran.code == 3
    assert ran.err == (
        "Error: standard input cannot be read: Bad file descriptor\nHint: name a file, or give one with <\n"
    )


def test_standard_input_over_the_limit_is_refused_and_not_cut(project: Path) -> None:
    ran = shell("head -c 2000001 /dev/zero | tr '\\0' x | briefkit check -", project)
    assert ran.code == 3
    assert "<stdin> is larger than 2 MB" in ran.out


def test_endless_rows_on_standard_input_are_refused(project: Path) -> None:
    ran = shell("ulimit -v 4000000; yes | briefkit claims --sentences -", project)
    assert ran.code == 3
    assert "Error: - is larger than 200 MB" in ran.err


def test_memory_that_is_full_at_the_start_is_told() -> None:
    """Of 30 MB Python itself starts, and no more."""
    code = (
        "import briefkit.precompiled as kept\n"
        "from briefkit.__main__ import main\n"
        "def full():\n"
        "    raise MemoryError\n"
        "kept.load = full\n"
        "main()\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 3
    assert ran.stderr.startswith("Error: there is not enough memory to start\n")


# --- signals ----------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "build --to html", "check briefs more.md --jobs 2"])
def test_a_parent_that_ignores_the_end_of_children_changes_nothing(command: str, project: Path) -> None:
    (project / "more.md").write_text(CLEAN, encoding="utf-8")
    ran = shell(f"trap '' CHLD; exec briefkit {command}", project)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(("signal", "code"), [("HUP", 129), ("QUIT", 131)])
def test_a_terminal_that_closes_leaves_nothing(signal: str, code: int, project: Path) -> None:
    folder = project.parent / "tmp"
    folder.mkdir()
    wait = "until compgen -G '../tmp/*/*' > /dev/null; do sleep 0.01; done"
    ran = shell(f"set -m; briefkit build & {wait}; kill -{signal} $!; wait $!", project, TMPDIR=str(folder))
    assert ran.code == code
    assert "Traceback" not in ran.err
    assert not list(folder.iterdir())
    assert not (project / "dist").exists()


# --- folders and names ------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "claims", "build -o x"])
def test_a_current_folder_that_is_gone_is_told(command: str, project: Path) -> None:
    ran = shell(f"mkdir gone; cd gone; rmdir ../gone; briefkit {command} {project}/briefs/pumps.md", project)
    assert ran.code == 3
    assert ran.err == (
        "Error: the current folder cannot be used: No such file or directory\nHint: change to another one: cd\n"
    )


@pytest.mark.parametrize("key", ["bibliography", "csl"])
@pytest.mark.parametrize("name", ["x" * 300 + ".csl", '"a\\0.csl"', "a/" * 3000 + "a.csl"])
def test_a_name_that_no_file_can_have_is_told_at_its_place(key: str, name: str, project: Path) -> None:
    (project / "briefs" / "pumps.md").write_text(f"---\ntitle: T\n{key}: {name}\n---\n\nText.\n", encoding="utf-8")
    ran = briefkit("check", cwd=project)
    assert ran.code == (3 if key == "bibliography" and "\\0" not in name else 1)
    assert "pumps.md:3:" in ran.out


@pytest.mark.parametrize("target", ["x" * 300 + ".png", "a%00.png"])
def test_a_picture_whose_name_no_file_can_have_is_told_at_its_place(target: str, project: Path) -> None:
    text = f"---\ntitle: T\n---\n\n![Alt]({target})\n"
    (project / "briefs" / "pumps.md").write_text(text, encoding="utf-8")
    ran = briefkit("check", cwd=project)
    assert ran.code == 1
    assert "pumps.md:5:" in ran.out
    assert "DOC819" in ran.out


def test_a_name_of_foreign_bytes_is_escaped_in_every_report(project: Path) -> None:
    folder = os.fsencode(project) + b"/b\xff"
    os.mkdir(folder)
    Path(os.fsdecode(folder), "n.md").write_text(CLEAN, encoding="utf-8")
    named = "$'b\\xff'"
    checked = shell(f"briefkit check --format json {named}", project)
    assert checked.code == 0
    assert json.loads(checked.out)["briefs"][0]["path"] == "b\udcff/n.md"
    for command in ("claims --format jsonl", "claims --format csv", "claims"):
        assert "b\\udcff/n.md" in shell(f"briefkit {command} {named}", project).out
    assert shell(f"briefkit build --to html {named}", project).code == 0
    assert json.loads((project / "dist" / "n" / "manifest.json").read_text("utf-8"))["brief"] == "b\udcff/n.md"


def test_a_manifest_names_no_folder_outside_the_project(project: Path) -> None:
    ran = shell("cd briefs; briefkit build --to html pumps.md", project)
    assert ran.code == 0
    manifest = (project / "dist" / "pumps" / "manifest.json").read_text("utf-8")
    assert str(project.parent) not in manifest
    assert {"briefs/pumps.md", "references.bib"} <= set(json.loads(manifest)["inputs"])


def test_an_output_folder_that_is_a_link_out_stops_builds_alone(project: Path) -> None:
    (project.parent / "web").mkdir()
    (project / "dist").symlink_to("../web")
    assert shell("briefkit check", project).code == 0
    ran = shell("briefkit build --to html", project)
    assert (ran.code, "the folder dist leads out of the project" in ran.err) == (2, True)
    assert "dist is a link" in shell("briefkit doctor", project).out


def test_a_device_or_a_pipe_is_not_replaced_by_a_report(project: Path) -> None:
    os.mkfifo(project / "pipe")
    ran = shell("briefkit check -o pipe", project)
    assert ran.code == 3
    assert ran.err == "Error: pipe is not a file, and is not replaced\nHint: name a file, or write there with >\n"
    assert stat.S_ISFIFO((project / "pipe").stat().st_mode)


@pytest.mark.parametrize("forbidden", ["briefs/more", "briefs/more/x.md"])
def test_a_brief_that_may_not_be_read_is_not_passed_over(forbidden: str, project: Path) -> None:
    (project / "briefs" / "more").mkdir()
    (project / "briefs" / "more" / "x.md").write_text(CLEAN, encoding="utf-8")
    (project / forbidden).chmod(0)
    ran = as_plain_user("briefkit check", project)
    (project / forbidden).chmod(0o700)
    assert ran.code == 3
    said = " ".join((ran.out + ran.err).split())
    assert f"{forbidden} cannot be read: Permission denied" in said
    assert "let yourself read it" in said


def test_templates_that_may_not_be_read_are_not_passed_over(project: Path) -> None:
    (project / "templates").mkdir(mode=0)
    ran = as_plain_user("briefkit build --to html", project)
    assert ran.code == 3
    assert "the folder templates cannot be read: Permission denied" in ran.err


# --- terminals and limits ---------------------------------------------------------------------


@pytest.mark.parametrize("columns", ["0", "1", "-5", "39", "abc", "999999999999"])
def test_any_width_of_a_terminal_will_do(columns: str, project: Path) -> None:
    for command in ("check", "claims"):
        ran = briefkit(command, cwd=project, env={"COLUMNS": columns})
        assert (ran.code, ran.err) == (0, "")


def test_a_wrong_argument_is_told_without_what_would_move_the_terminal(project: Path) -> None:
    ran = shell("briefkit rule CLM101 $'\\e]0;x\\a'", project)
    assert ran.code == 2
    assert "\\u001b]0;x\\u0007" in ran.err
    assert "\x1b" not in ran.err


def test_a_shell_that_does_not_say_what_to_complete_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["briefkit"])
    for name, value in {"_BRIEFKIT_COMPLETE": "bash_complete", "COMP_WORDS": "", "COMP_CWORD": "x"}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit, match="2"):
        main()
    assert "Error: COMP_WORDS and COMP_CWORD do not say what to complete" in capsys.readouterr().err


FEW_FILES = {"check": (8, 10, 12, 14, 16), "build --to html": (10, 14), "check briefs more.md --jobs 2": (8, 12, 16)}


@pytest.mark.parametrize(("command", "files"), [(name, n) for name, counts in FEW_FILES.items() for n in counts])
def test_too_few_open_files_are_no_fault_of_ours(command: str, files: int, project: Path) -> None:
    (project / "more.md").write_text(CLEAN, encoding="utf-8")
    ran = shell(f"ulimit -n {files}; briefkit {command}", project)
    assert ran.code in (0, 3)
    assert "Traceback" not in ran.err
    assert "fault" not in ran.err


def test_too_few_open_files_leave_no_temporary_folder(project: Path) -> None:
    (project / "tmp").mkdir()
    ran = shell("ulimit -n 5; TMPDIR=$PWD/tmp briefkit build --to html", project)
    assert (ran.code, os.listdir(project / "tmp")) == (3, [])


NOBODY = "setpriv --reuid 54321 --clear-groups --inh-caps=+dac_override --ambient-caps=+dac_override --"
"""Somebody whose processes are counted, as those of root are not, and who has no other; he may read and write all."""


FEW_PROCESSES = {"check": (0, 2, 3, 4), "build --to html": (0, 2, 3, 4), "doctor": (0, 3)}


@pytest.mark.parametrize(
    ("command", "processes"), [(name, n) for name, counts in FEW_PROCESSES.items() for n in counts]
)
def test_too_few_processes_are_no_fault_of_ours(command: str, processes: int, project: Path) -> None:
    if os.geteuid() or shell(f"{NOBODY} true", project).code:
        pytest.skip("needs the right to be somebody else")
    (project / "tmp").mkdir(mode=0o777)
    ran = shell(f"{NOBODY} prlimit --nproc={processes} -- briefkit {command}", project, TMPDIR=str(project / "tmp"))
    assert ran.code in (0, 3)
    assert "fault" not in ran.out + ran.err
    assert os.listdir(project / "tmp") == []
    if processes == 0:
        assert ran.code == 3
        assert "no more processes may" in ran.out + ran.err


def test_a_machine_without_the_null_device_is_told(project: Path) -> None:
    (project / "dev").mkdir()
    if shell("unshare -m true", project).code:
        pytest.skip("needs the right to hide a folder")
    ran = shell("unshare -m bash -c 'mount --bind dev /dev && exec briefkit build --to html'", project)
    assert ran.code == 3
    assert ran.err.startswith("Error: /dev/null cannot be used: No such file or directory\nHint: make it")


@pytest.mark.parametrize("limits", ["-t 60; ulimit -f 100000; ulimit -s 512", "-v 1000000"])
def test_a_limit_of_the_user_below_ours_is_kept_and_is_no_fault(limits: str, project: Path) -> None:
    ran = as_plain_user(f"bash -c 'ulimit {limits}; briefkit build'", project)
    assert ran.code in (0, 3)
    assert ran.code == 0 or limits == "-v 1000000"
    assert "fault" not in ran.err
    assert "limit" not in ran.err


def test_a_mask_that_forbids_everything_leaves_no_temporary_folder(project: Path) -> None:
    folder = project.parent / "tmp"
    folder.mkdir()
    ran = as_plain_user(f"bash -c 'umask 777; TMPDIR={folder} briefkit check briefs/pumps.md'", project)
    assert (ran.code, ran.err) == (0, "")
    assert not list(folder.iterdir())


DEEP = {
    "quotations": "> " * 400 + "x",
    "emphasis": "*a **b " * 150 + "c" + "** *" * 150,
    "boxes without an end": "::: {.option}\n" * 600,
    "boxes": "\n\n".join(":" * (153 - n) + " {.a}" for n in range(150)) + "\n\nx\n",
    "terms": "\n".join("    " * n + "t\n" + "    " * n + ":   d\n" for n in range(150)),
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_what_is_too_deep_for_a_page_is_told_by_the_check(text: str, project: Path) -> None:
    (project / "deep.md").write_text(f"{CLEAN}\n{text}\n", encoding="utf-8")
    checked = briefkit("check", "deep.md", cwd=project)
    assert checked.code == 3
    assert "deep.md:1: not checked: it is nested too deeply" in checked.out
    assert briefkit("build", "--draft", "deep.md", cwd=project).code == 3


@pytest.mark.parametrize(
    "text", ["> " * 90 + "x", "\n".join("  " * n + "- x" for n in range(30))], ids=["quote", "list"]
)
def test_what_a_page_can_bear_is_built(text: str, project: Path) -> None:
    (project / "deep.md").write_text(f"{CLEAN}\n{text}\n", encoding="utf-8")
    ran = briefkit("build", "deep.md", cwd=project)
    assert (ran.code, ran.err) == (0, "")
