"""`briefkit check` as a user runs it: exit codes, what goes where, what is imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.command import CLEAN, PATIENCE, UNSOURCED, briefkit, copy_project, environment


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def write(project: Path, name: str, text: str | bytes) -> str:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return name


# --- exit codes ------------------------------------------------------------------------------


def test_a_brief_with_nothing_wrong_exits_with_0(project: Path) -> None:
    ran = briefkit("check", cwd=project)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("no findings\n")


def test_a_finding_exits_with_1(project: Path) -> None:
    ran = briefkit("check", write(project, "bad.md", UNSOURCED), cwd=project)
    assert ran.code == 1
    assert "bad.md:7:1: error CLM102 unsupported-statistic" in ran.out


def test_a_warning_alone_exits_with_0(project: Path) -> None:
    name = write(project, "warned.md", "---\ntitle: T\nzzz: a\n---\n\nPrices rose [@smith2021].\n")
    ran = briefkit("check", name, cwd=project)
    assert ran.code == 0
    assert "warning DOC801" in ran.out


def test_a_warning_fails_a_run_that_is_to_fail_on_warnings(project: Path) -> None:
    name = write(project, "warned.md", "---\ntitle: T\nzzz: a\n---\n\nPrices rose [@smith2021].\n")
    assert briefkit("check", name, "--fail-on", "warning", cwd=project).code == 1


def test_a_run_that_is_never_to_fail_exits_with_0(project: Path) -> None:
    name = write(project, "bad.md", UNSOURCED)
    assert briefkit("check", name, "--fail-on", "never", cwd=project).code == 0


def test_fail_on_may_be_set_in_the_project(project: Path) -> None:
    write(project, "briefkit.toml", 'fail-on = "never"\n')
    assert briefkit("check", write(project, "bad.md", UNSOURCED), cwd=project).code == 0


def test_a_brief_without_a_citation_exits_with_1(project: Path) -> None:
    name = write(project, "bare.md", "---\ntitle: T\n---\n\nEmissions fell 12% in 2020.\n")
    ran = briefkit("check", name, cwd=project)
    assert ran.code == 1
    assert "CIT214" in ran.out


def test_a_brief_without_front_matter_is_checked(project: Path) -> None:
    ran = briefkit("check", write(project, "plain.md", "# T\n\nPrices rose [@smith2021].\n"), cwd=project)
    assert ran.code == 0
    assert "DOC801" in ran.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--no-such-option",),
        ("--format", "nonsense"),
        ("--fail-on", "sometimes"),
        ("--width", "3"),
        ("--width", "wide"),
    ],
)
def test_a_wrong_option_exits_with_2(arguments: tuple[str, ...], project: Path) -> None:
    ran = briefkit("check", *arguments, cwd=project)
    assert (ran.code, ran.out) == (2, "")
    assert "Error" in ran.err


def test_an_unknown_command_exits_with_2(project: Path) -> None:
    ran = briefkit("chek", cwd=project)
    assert (ran.code, ran.out) == (2, "")


def test_no_command_shows_the_help_and_exits_with_2(project: Path) -> None:
    ran = briefkit(cwd=project)
    assert ran.code == 2
    assert "Usage:" in ran.out + ran.err


def test_no_briefs_exits_with_2(tmp_path: Path) -> None:
    ran = briefkit("check", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "Error: no path given and no briefs found" in ran.err
    assert "Hint: " in ran.err


def test_a_brief_that_lies_beside_is_what_could_be_named(tmp_path: Path) -> None:
    for name in ("README.md", "water.md"):
        (tmp_path / name).write_text("Words.\n", encoding="utf-8")
    ran = briefkit("check", cwd=tmp_path)
    assert "Hint: name a brief, such as water.md, or keep briefs in briefs/" in ran.err


def test_a_folder_without_briefs_exits_with_2(project: Path) -> None:
    (project / "empty").mkdir()
    assert briefkit("check", "empty", cwd=project).code == 2


def test_a_bad_configuration_exits_with_2_and_tells_all_its_faults(project: Path) -> None:
    write(project, "briefkit.toml", 'bibliografy = "a"\nfail-on = "sometimes"\n')
    ran = briefkit("check", cwd=project)
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean 'bibliography'?" in ran.err
    assert "'fail-on'" in ran.err


def test_a_list_of_retractions_in_the_project_is_compared_with_what_is_cited(project: Path) -> None:
    write(project, "briefkit.toml", 'bibliography = "references.bib"\nretractions = "retractions.csv"\n')
    write(project, "references.bib", "@article{smith2021, title = {Pumps}, doi = {10.1000/x.1}}\n")
    write(project, "retractions.csv", "OriginalPaperDOI,RetractionNature\n10.1000/X.1,Retraction\n")
    ran = briefkit("check", write(project, "cites.md", CLEAN), "--select", "BIB361", cwd=project)
    assert ran.code == 1
    assert "references.bib:1:" in ran.out
    assert "was retracted, as the list of retractions says" in ran.out


def test_a_list_of_retractions_that_is_bad_or_not_there_exits_with_3(project: Path) -> None:
    write(project, "briefkit.toml", 'bibliography = "references.bib"\nretractions = "retractions.csv"\n')
    missing = briefkit("check", cwd=project)
    assert (missing.code, "retractions.csv does not exist" in missing.err) == (3, True)
    write(project, "retractions.csv", "Title\nPumps\n")
    bad = briefkit("check", cwd=project)
    assert (bad.code, "retractions.csv, line 1: no column" in bad.err) == (3, True)


def test_a_list_of_retractions_outside_the_project_exits_with_3(project: Path) -> None:
    write(project, "briefkit.toml", 'bibliography = "references.bib"\nretractions = "../retractions.csv"\n')
    (project.parent / "retractions.csv").write_text("DOI\n", encoding="utf-8")
    ran = briefkit("check", cwd=project)
    assert (ran.code, "lies outside the project" in ran.err) == (3, True)


def test_a_pattern_for_keys_that_is_none_exits_with_2(project: Path) -> None:
    write(project, "briefkit.toml", 'key-pattern = "[author]"\n')
    ran = briefkit("check", cwd=project)
    assert (ran.code, "'key-pattern' has no mark [author]" in ran.err) == (2, True)


def test_a_configuration_that_is_no_toml_exits_with_2(project: Path) -> None:
    write(project, "briefkit.toml", "= 3\n")
    assert briefkit("check", cwd=project).code == 2


def test_a_named_library_that_is_missing_exits_with_3(project: Path) -> None:
    name = write(project, "a.md", CLEAN.replace("title: T", "title: T\nbibliography: none.bib"))
    ran = briefkit("check", name, cwd=project)
    assert ran.code == 3
    assert "none.bib does not exist" in ran.out


def test_a_library_that_is_not_utf_8_exits_with_3(project: Path) -> None:
    write(project, "references.bib", "@book{smith2021, title = {Caf\xe9}}\n".encode("latin-1"))
    ran = briefkit("check", write(project, "a.md", CLEAN), cwd=project)
    assert ran.code == 3
    assert "references.bib is not UTF-8, line 1" in ran.out


def test_a_library_outside_the_project_exits_with_3(project: Path) -> None:
    (project.parent / "other.bib").write_text("@book{smith2021, title = {A}}\n", encoding="utf-8")
    name = write(project, "briefs/a.md", CLEAN.replace("title: T", "title: T\nbibliography: ../../other.bib"))
    assert briefkit("check", name, cwd=project).code == 3


def test_a_brief_that_is_missing_exits_with_3(project: Path) -> None:
    ran = briefkit("check", "none.md", cwd=project)
    assert ran.code == 3
    assert "none.md does not exist" in ran.out


def test_a_brief_that_is_not_utf_8_exits_with_3_and_the_others_are_reported(project: Path) -> None:
    write(project, "wrong.md", "---\ntitle: T\n---\n\nCaf\xe9.\n".encode("latin-1"))
    write(project, "bad.md", UNSOURCED)
    ran = briefkit("check", "wrong.md", "bad.md", cwd=project)
    assert ran.code == 3
    assert "wrong.md:5: not checked: wrong.md is not UTF-8, line 5" in ran.out
    assert "bad.md:7:1: error CLM102" in ran.out


@pytest.mark.parametrize("options", ["--format json -o r", "--format html -o r", "-o r", "--fix -o r", "--diff"])
def test_what_is_not_checked_is_told_on_standard_error_where_the_report_is_a_file(options: str, project: Path) -> None:
    write(project, "wrong.md", b"---\ntitle: T\n---\n\nCaf\xe9.\n")
    ran = briefkit("check", "wrong.md", *options.split(), cwd=project)
    assert ran.code == 3
    assert ran.err.count("wrong.md is not UTF-8, line 5\nHint: save it as UTF-8") == 1


def test_a_brief_that_takes_too_long_exits_with_3_and_the_others_are_reported(project: Path) -> None:
    write(project, "huge.md", b"x" * 2_000_001)
    write(project, "bad.md", UNSOURCED)
    ran = briefkit("check", "huge.md", "bad.md", cwd=project)
    assert ran.code == 3
    assert "huge.md is larger than 2 MB" in ran.out
    assert "bad.md:7:1" in ran.out


def test_a_library_without_entries_exits_with_1(project: Path) -> None:
    write(project, "references.bib", "nothing here\n")
    ran = briefkit("check", write(project, "a.md", CLEAN), cwd=project)
    assert ran.code == 1
    assert "CIT214" in ran.out


# --- which findings --------------------------------------------------------------------------


def test_only_selected_findings_are_told(project: Path) -> None:
    name = write(project, "bad.md", UNSOURCED.replace("smith2021", "nobody"))
    ran = briefkit("check", name, "--select", "CIT", cwd=project)
    assert ran.code == 1
    assert ("CIT201" in ran.out, "CLM102" in ran.out) == (True, False)


def test_ignored_findings_fail_no_run(project: Path) -> None:
    assert briefkit("check", write(project, "bad.md", UNSOURCED), "--ignore", "CLM102,DOC", cwd=project).code == 0


# --- what goes where -------------------------------------------------------------------------


def test_the_report_goes_to_standard_output_and_nothing_to_standard_error(project: Path) -> None:
    ran = briefkit("check", write(project, "bad.md", UNSOURCED), cwd=project)
    assert ran.err == ""


def test_a_brief_comes_from_standard_input(project: Path) -> None:
    ran = briefkit("check", "-", cwd=project, stdin=UNSOURCED.encode())
    assert ran.code == 1
    assert "<stdin>:7:1: error CLM102" in ran.out


def test_a_brief_from_standard_input_that_is_not_utf_8_exits_with_3(project: Path) -> None:
    assert briefkit("check", "-", cwd=project, stdin=b"\xff\xfeT\0").code == 3


def test_standard_input_and_files_are_checked_together(project: Path) -> None:
    ran = briefkit("check", "briefs", "-", cwd=project, stdin=CLEAN.encode())
    assert "2 briefs checked" in ran.out


def test_the_report_goes_to_a_file(project: Path) -> None:
    ran = briefkit("check", "--output", "out/report.txt", cwd=project)
    assert (ran.code, ran.out) == (0, "")
    assert (project / "out" / "report.txt").read_text(encoding="utf-8").endswith("no findings\n")


def test_a_report_that_cannot_be_written_exits_with_3(project: Path) -> None:
    ran = briefkit("check", "--output", "briefs", cwd=project)
    assert ran.code == 3
    assert "Error: " in ran.err


def test_json_is_all_that_is_written(project: Path) -> None:
    ran = briefkit("check", write(project, "bad.md", UNSOURCED), "--format", "json", cwd=project)
    report = json.loads(ran.out)
    assert (ran.code, ran.err) == (1, "")
    assert [f["code"] for f in report["briefs"][0]["findings"]] == ["CLM102"]


def test_the_width_is_kept(project: Path) -> None:
    ran = briefkit("check", write(project, "bad.md", UNSOURCED * 3), "--width", "50", cwd=project)
    excerpts = [line for line in ran.out.splitlines() if " | " in line]
    assert max(map(len, excerpts)) <= 50


def test_output_that_is_no_terminal_has_no_colours(project: Path) -> None:
    assert "\x1b" not in briefkit("check", write(project, "bad.md", UNSOURCED), cwd=project).out


def test_the_same_check_has_the_same_bytes(project: Path) -> None:
    name = write(project, "bad.md", UNSOURCED)
    assert briefkit("check", name, cwd=project) == briefkit("check", name, cwd=project)


def test_a_check_changes_no_file(project: Path) -> None:
    before = {p: p.read_bytes() for p in project.rglob("*") if p.is_file()}
    briefkit("check", cwd=project)
    assert {p: p.read_bytes() for p in project.rglob("*") if p.is_file()} == before


# --- colours on a terminal -------------------------------------------------------------------


def on_a_terminal(project: Path, *arguments: str, env: dict[str, str]) -> str:
    """What a run shows on a terminal."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = (sys.executable, "-m", "briefkit", *arguments)
    with subprocess.Popen(command, cwd=project, stdout=theirs, env=environment(env)) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        process.wait(PATIENCE)
    os.close(ours)
    return shown.decode()


def test_a_terminal_has_colours(project: Path) -> None:
    name = write(project, "bad.md", UNSOURCED)
    assert "\x1b[31;1merror" in on_a_terminal(project, "check", name, env={"TERM": "xterm"})


@pytest.mark.parametrize("env", [{"TERM": "xterm", "NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_no_colours_has_none(env: dict[str, str], project: Path) -> None:
    name = write(project, "bad.md", UNSOURCED)
    assert "\x1b" not in on_a_terminal(project, "check", name, env=env)


# --- a reader that stops listening -----------------------------------------------------------


def test_a_reader_that_stops_after_a_line_sees_no_traceback(project: Path) -> None:
    name = write(project, "bad.md", UNSOURCED.split("\n\n", 1)[0] + "\n\n" + "Emissions fell 12% in 2020.\n\n" * 2000)
    command = (sys.executable, "-m", "briefkit", "check", name)
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read().decode()
        process.wait(PATIENCE)
    assert "Traceback" not in errors
    assert "Error" not in errors


# --- what is imported ------------------------------------------------------------------------


def imported(project: Path, *arguments: str) -> set[str]:
    ran = briefkit(*arguments, cwd=project, python=("-X", "importtime"))
    return {line.rpartition("|")[2].strip() for line in ran.err.splitlines() if line.startswith("import time:")}


HEAVY = ("weasyprint", "jinja2", "rich", "numpy", "pypandoc", "PIL", "asyncio")


def test_check_imports_nothing_heavy(project: Path) -> None:
    names = imported(project, "check")
    assert "briefkit.check" in names
    assert {name for name in names if name.split(".")[0] in HEAVY} == set()


# --- version, help, our own bugs -------------------------------------------------------------


def test_the_rules_load_while_pandoc_reads(project: Path) -> None:
    """So that a check of one brief waits for the longer of the two, not for both."""
    code = """
import subprocess, sys
started = subprocess.Popen.__init__
def start(self, *arguments, **options):
    print(any(name.startswith("briefkit.rules") for name in sys.modules), file=sys.stderr)
    started(self, *arguments, **options)
subprocess.Popen.__init__ = start
from briefkit.__main__ import main
main()
"""
    command = (sys.executable, "-c", code, "check")
    ran = subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=PATIENCE, env=environment())
    assert (ran.returncode, ran.stderr.split()) == (0, ["False"])


def test_a_fault_of_the_settings_is_told_whatever_the_number_of_briefs(project: Path) -> None:
    write(project, "briefkit.toml", 'key-pattern = "[author]"\n')
    for names in (
        [write(project, "a.md", CLEAN)],
        ["a.md", write(project, "b.md", CLEAN)],
        [write(project, "c.md", b"\xff")],
    ):
        ran = briefkit("check", *names, cwd=project)
        assert (ran.code, "'key-pattern' has no mark [author]" in ran.err) == (2, True)


def test_the_version_is_shown(project: Path) -> None:
    ran = briefkit("--version", cwd=project)
    assert ran.code == 0
    assert ran.out.startswith("briefkit ")


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("check", "--help"), ("claims", "-h"), ("build", "-h")])
def test_help_is_shown(arguments: tuple[str, ...], project: Path) -> None:
    ran = briefkit(*arguments, cwd=project)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage:")


def test_an_error_shows_its_traceback_only_when_asked(project: Path) -> None:
    write(project, "briefkit.toml", "zzz = 3\n")
    hushed, told = briefkit("check", cwd=project), briefkit("--debug", "check", cwd=project)
    assert ("Traceback" in hushed.err, "Traceback" in told.err) == (False, True)
    assert (hushed.code, told.code) == (2, 2)


FAULTY = """\
import briefkit.pipeline


def fail(*arguments, **options):
    raise ZeroDivisionError("oh")


briefkit.pipeline.check_project = fail
from briefkit.cli import main

main()
"""


def test_a_fault_of_our_own_exits_with_4_and_one_line(project: Path) -> None:
    script = project / "faulty.py"
    script.write_text(FAULTY, encoding="utf-8")
    done = subprocess.run(
        (sys.executable, str(script), "check"), cwd=project, env=environment(), capture_output=True, timeout=PATIENCE
    )
    assert (done.returncode, done.stdout) == (4, b"")
    assert done.stderr.decode().startswith("Error: this is a fault of briefkit: ZeroDivisionError: oh\nHint: ")


def test_a_misspelt_command_is_answered_with_the_nearest(project: Path) -> None:
    ran = briefkit("chekc", cwd=project)
    assert ran.code == 2
    assert "did you mean 'check'?" in ran.err


def test_a_library_is_no_brief(project: Path) -> None:
    ran = briefkit("check", "references.bib", cwd=project)
    assert ran.code == 2
    assert "briefkit library check" in ran.err
    ran = briefkit("library", "check", write(project, "clean.md", CLEAN), cwd=project)
    assert (ran.code, ran.err) == (
        2,
        "Error: clean.md is a brief, not a library\nHint: see: briefkit check clean.md\n",
    )


@pytest.mark.parametrize("arguments", [("--select", "CLM1O1"), ("--ignore", "unsuported-claim")])
def test_a_rule_that_does_not_exist_is_an_error(project: Path, arguments: tuple[str, str]) -> None:
    ran = briefkit("check", *arguments, cwd=project)
    assert ran.code == 2
    assert "did you mean" in ran.err


def test_a_full_output_is_told_and_no_bug(project: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "briefkit", "check"]
        ran = subprocess.run(command, cwd=project, stdout=full, stderr=subprocess.PIPE, check=False, timeout=PATIENCE)
    assert ran.returncode == 3
    assert b"cannot be written" in ran.stderr


def test_a_report_in_a_folder_far_away_is_refused(project: Path) -> None:
    ran = briefkit("check", "-o", "/nowhere-at-all/x.txt", cwd=project)
    assert (ran.code, ran.err.split("\n")[0]) == (3, "Error: the folder /nowhere-at-all does not exist")
    assert not Path("/nowhere-at-all").exists()
