"""The runner of pandoc: its limits, its environment, its failures, and a worker that goes on after them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefkit.errors import MissingToolError, RenderError, ToolLimitError
from briefkit.folders import run_folder
from briefkit.pandoc import OLDEST_API, Limits, Pandoc, Worker, find_pandoc
from briefkit.pandoc.process import Process
from briefkit.parse.prepare import READER

PANDOC_AS_IT_IS = True
BOMB = "[" * 5000
"""Takes pandoc's Markdown reader minutes."""

SECOND = Limits(seconds=1)
TREE = '{"pandoc-api-version":[1,23,1],"meta":{},"blocks":[]}'


def fake(tmp_path: Path, body: str) -> str:
    """A program that stands in for pandoc."""
    path = tmp_path / "pandoc"
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


# --- plain calls -----------------------------------------------------------------------------


def test_half_a_character_is_in_no_document_and_the_words_of_one_may_be(tmp_path: Path) -> None:
    assert Pandoc().read("`\\ud800`", READER).ast["blocks"][0]["c"][0]["c"][1] == "\\ud800"
    half = TREE.replace("[]}", '[{"t":"Para","c":[{"t":"Str","c":"\\ud800"}]}]}')
    (tmp_path / "tree").write_text(half, encoding="utf-8")
    with pytest.raises(RenderError, match="no document"):
        Pandoc(fake(tmp_path, f"cat > /dev/null; cat {tmp_path}/tree")).read("", READER)


@pytest.mark.parametrize(
    ("format", "printed"),
    [
        *((format, printed) for format in ("html5", "docx", "json") for printed in ("", "PK\\003\\004\\377")),
        *((format, '{"blocks":[{"t":"Para","c":7}]}') for format in ("docx", "json")),
    ],
)
def test_what_is_not_of_the_kind_that_was_asked_for_is_an_error_with_the_cure(
    printed: str, format: str, tmp_path: Path
) -> None:
    program = fake(tmp_path, f"cat > /dev/null; printf '{printed}'")
    with pytest.raises(RenderError, match="pandoc wrote something that is no ") as caught:
        Pandoc(program).write(json.loads(TREE), format)
    assert "pypandoc_binary" in caught.value.hint


def test_a_text_becomes_a_tree() -> None:
    assert [b["t"] for b in Pandoc().read("# One\n\nTwo.\n", READER).ast["blocks"]] == ["Header", "Para"]


def test_text_of_any_script_goes_through() -> None:
    (block,) = Pandoc().read("水泵é😀", READER).ast["blocks"]
    assert block["c"] == [{"t": "Str", "c": "水泵é😀"}]


def test_a_tree_is_written() -> None:
    pandoc = Pandoc()
    assert pandoc.write(pandoc.read("*One*", READER).ast, "html") == b"<p><em>One</em></p>\n"


def test_options_are_handed_on() -> None:
    pandoc = Pandoc()
    assert b"ONE" in pandoc.write(pandoc.read("# One", READER).ast, "html", ("--id-prefix=ONE",))


def test_files_lie_where_pandoc_runs() -> None:
    pandoc = Pandoc()
    written = pandoc.write(pandoc.read("One", READER).ast, "html", ("--template=t.html",), {"t.html": b"<$body$>"})
    assert written.startswith(b"<<p>One</p>")


def test_a_warning_when_writing_is_an_error() -> None:
    pandoc = Pandoc()
    with pytest.raises(RenderError):
        pandoc.write(pandoc.read("[@nobody]", READER).ast, "html", ("--citeproc",))


def test_a_formula_that_cannot_be_set_is_written_as_it_was_typed() -> None:
    pandoc = Pandoc()
    written = pandoc.write(pandoc.read(r"$\frac{1}{2}$ and $\unknown{x}$", READER).ast, "html")
    assert rb"\frac{1}{2}" in written
    assert rb"\unknown{x}" in written


def test_a_default_file_is_given() -> None:
    assert Pandoc().default_file("reference.docx").startswith(b"PK")


def test_a_default_file_that_there_is_not_is_an_error() -> None:
    with pytest.raises(RenderError):
        Pandoc().default_file("none.docx")


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(RenderError, match="pandoc failed"):
        Pandoc().read("One", "no-such-format")


def test_the_version_has_a_major_number() -> None:
    assert int(Pandoc().version().split(".")[0]) >= 3


def test_a_pandoc_that_names_no_version_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="which version"):
        Pandoc(fake(tmp_path, "echo pancake 12")).version()


def test_a_pandoc_that_does_not_name_its_version_in_time_is_ended(tmp_path: Path) -> None:
    with pytest.raises(ToolLimitError, match="did not finish"):
        Pandoc(fake(tmp_path, "exec sleep 60"), Limits(seconds=0.5)).version()


def test_pandoc_is_found() -> None:
    assert os.access(find_pandoc(), os.X_OK)


def test_a_warning_is_kept_with_its_line() -> None:
    (warning,) = Pandoc().read("One.[^1]\n\n[^1]: A.\n\n[^1]: B.\n", READER).warnings
    assert "Duplicate note reference" in warning
    assert "line 5" in warning


def test_a_text_without_faults_has_no_warnings() -> None:
    assert Pandoc().read("One.", READER).warnings == ()


# --- limits ----------------------------------------------------------------------------------


def test_a_text_that_takes_too_long_is_ended() -> None:
    with pytest.raises(ToolLimitError, match="did not finish within 1 second"):
        Pandoc(limits=SECOND).read(BOMB, READER)


def test_a_call_that_takes_too_long_leaves_no_process_and_no_folder() -> None:
    pending = Pandoc(limits=SECOND).start(BOMB, READER)
    with pytest.raises(ToolLimitError):
        pending.result()
    assert not runs(pending.process.popen.pid)
    assert not Path(pending.process.folder).exists()


def test_a_call_that_ends_well_leaves_no_process_and_no_folder() -> None:
    pending = Pandoc().start("One.", READER)
    pending.result()
    assert not runs(pending.process.popen.pid)
    assert not Path(pending.process.folder).exists()


def test_the_children_of_a_call_end_with_it(tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"
    script = fake(tmp_path, f"sleep 600 & echo $! > {pid_file}.part; mv {pid_file}.part {pid_file}; wait")
    with pytest.raises(ToolLimitError):
        Pandoc(script, SECOND).read("One.", READER)
    assert ends(int(pid_file.read_text(encoding="utf-8")))


def test_what_a_pandoc_that_has_ended_left_running_ends_with_it(tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"
    script = fake(tmp_path, f"cat > /dev/null; sleep 600 > /dev/null 2>&1 & echo $! > {pid_file}; echo '{TREE}'")
    Pandoc(script, SECOND).read("One.", READER)
    assert ends(int(pid_file.read_text(encoding="utf-8")))


def ends(pid: int) -> bool:
    """Whether a process that was killed goes away: the kernel takes a moment to deliver it."""
    deadline = time.monotonic() + 10
    while is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not is_running(pid)


def is_running(pid: int) -> bool:
    """Whether a process runs; one that has ended and that nobody has waited for does not."""
    state = Path(f"/proc/{pid}/stat")
    if not Path("/proc/self/stat").exists():
        return runs(pid)
    try:
        return state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def test_a_text_that_takes_too_much_memory_is_ended() -> None:
    with pytest.raises(ToolLimitError):
        Pandoc(limits=Limits(seconds=20, heap=16)).read("word *emph* [link](x) " * 50_000, READER)


# --- the environment -------------------------------------------------------------------------


def environment() -> dict[str, str]:
    code, out, _ = Process(["/usr/bin/env"], SECOND, {}, b"").finish()
    assert code == 0
    return dict(line.split("=", 1) for line in out.decode().splitlines())


def test_pandoc_does_not_see_our_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/somebody")
    monkeypatch.setenv("XDG_DATA_HOME", "/home/somebody/data")
    seen = environment()
    assert "/home/somebody" not in (seen["HOME"], seen["XDG_DATA_HOME"])


def test_pandoc_sees_nothing_else_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "x")
    assert "SECRET_TOKEN" not in environment()


def test_pandoc_has_a_proxy_that_answers_nothing() -> None:
    seen = environment()
    assert {seen["http_proxy"], seen["https_proxy"]} == {"http://127.0.0.1:9"}


def test_pandoc_runs_in_an_empty_folder_of_its_own() -> None:
    code, out, _ = Process(["/bin/sh", "-c", "ls -A; pwd"], SECOND, {}, b"").finish()
    folder, *rest = out.decode().splitlines()
    assert (code, rest) == (0, [])
    assert folder != str(Path.cwd())


def test_a_text_cannot_read_a_file_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "secret.rst").write_text("SECRET", encoding="utf-8")
    parsed = Pandoc().read(f".. include:: {tmp_path}/secret.rst", "rst")
    assert "SECRET" not in json.dumps(parsed.ast)


def test_a_picture_of_the_disk_is_not_put_into_a_document(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"SECRET")
    pandoc = Pandoc()
    with pytest.raises(RenderError):
        pandoc.write(pandoc.read(f"![x]({tmp_path}/secret.png)", READER).ast, "docx")


# --- a pandoc that is not as it should be ----------------------------------------------------


def test_a_pandoc_that_is_not_there_is_a_missing_tool(tmp_path: Path) -> None:
    with pytest.raises(MissingToolError) as caught:
        Pandoc(str(tmp_path / "none")).read("One.", READER)
    assert "pip install" in caught.value.hint


def test_no_pandoc_anywhere_is_a_missing_tool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingToolError, match="pandoc was not found"):
        find_pandoc()


def test_without_the_bundled_pandoc_the_one_on_the_path_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = fake(tmp_path, "exit 0")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_pandoc() == script


def test_a_file_that_is_no_program_is_a_missing_tool(tmp_path: Path) -> None:
    path = tmp_path / "pandoc"
    path.write_bytes(b"\0\1\2")
    path.chmod(0o755)
    with pytest.raises(MissingToolError, match="could not be started"):
        Pandoc(str(path)).read("One.", READER)


def test_a_failed_start_leaves_no_folder(tmp_path: Path) -> None:
    before = sorted(Path(run_folder()).iterdir())
    with pytest.raises(MissingToolError):
        Pandoc(str(tmp_path / "none")).read("One.", READER)
    assert sorted(Path(run_folder()).iterdir()) == before


def test_an_exit_code_is_told_with_the_message(tmp_path: Path) -> None:
    script = fake(tmp_path, "cat > /dev/null; echo broken pipe organ >&2; exit 83")
    with pytest.raises(RenderError, match="exit code 83: broken pipe organ"):
        Pandoc(script, SECOND).read("One.", READER)


def test_a_pandoc_that_ends_without_reading_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="exit code 83"):
        Pandoc(fake(tmp_path, "exit 83"), SECOND).read("One. " * 100_000, READER)


@pytest.mark.parametrize("garbage", ["no json", "", "[]", "3", '{"blocks": []}', '{"pandoc-api-version": 3}'])
def test_garbage_is_no_document(garbage: str, tmp_path: Path) -> None:
    script = fake(tmp_path, f"cat > /dev/null; printf '%s' '{garbage}'")
    with pytest.raises(RenderError, match="no document"):
        Pandoc(script, SECOND).read("One.", READER)


def test_a_tree_that_is_too_deep_is_no_fault_of_pandoc(tmp_path: Path) -> None:
    (tmp_path / "deep").write_text("[" * 100_000)
    script = fake(tmp_path, f"cat > /dev/null; cat '{tmp_path}/deep'")
    with pytest.raises(ToolLimitError, match="nested too deeply"):
        Pandoc(script, SECOND).read("One.", READER)


def test_an_old_pandoc_is_a_missing_tool(tmp_path: Path) -> None:
    old = TREE.replace("[1,23,1]", "[1,22,2]")
    with pytest.raises(MissingToolError, match=r"older than 3\.1\.6"):
        Pandoc(fake(tmp_path, f"cat > /dev/null; echo '{old}'"), SECOND).read("One.", READER)


def test_the_oldest_api_is_taken(tmp_path: Path) -> None:
    assert tuple(json.loads(TREE)["pandoc-api-version"]) == OLDEST_API
    assert Pandoc(fake(tmp_path, f"cat > /dev/null; echo '{TREE}'"), SECOND).read("One.", READER).ast["blocks"] == []


def test_a_sleeping_pandoc_is_ended(tmp_path: Path) -> None:
    with pytest.raises(ToolLimitError, match="did not finish"):
        Pandoc(fake(tmp_path, "exec sleep 600"), Limits(seconds=0.3)).read("One.", READER)


ANSWERS_LATE = f"sleep 0.8; cat > /dev/null; echo '{TREE}'"


def test_a_pandoc_that_waits_for_the_processor_is_waited_for(tmp_path: Path) -> None:
    assert Pandoc(fake(tmp_path, ANSWERS_LATE), Limits(seconds=0.5)).read("One.", READER).ast["blocks"] == []
    with pytest.raises(ToolLimitError, match=r"did not finish within 0\.4 seconds on the clock") as raised:
        Pandoc(fake(tmp_path, ANSWERS_LATE), Limits(seconds=0.1)).read("One.", READER)
    assert raised.value.hint == "try again when the machine has less to do"


def test_what_takes_long_to_write_is_no_matter_of_brackets(tmp_path: Path) -> None:
    busy = Pandoc(fake(tmp_path, "while :; do :; done"), Limits(seconds=1, patience=100, setting="pandoc-seconds"))
    with pytest.raises(ToolLimitError, match=r"did not finish within 1 seconds$") as raised:
        busy.write(json.loads(TREE), "html5")
    assert raised.value.hint == "make the brief or its pictures smaller; or set pandoc-seconds under [limits]"


def test_a_folder_that_goes_away_while_pandoc_runs_is_told_as_that(tmp_path: Path) -> None:
    program = fake(tmp_path, 'cat > /dev/null; rm -r "$PWD"; exit 1')
    with pytest.raises(MissingToolError, match="could not go on") as raised:
        Pandoc(program, SECOND).read("One.", READER)
    assert raised.value.hint.startswith("its temporary folder was removed meanwhile")


def test_of_what_pandoc_says_only_its_words_are_told(tmp_path: Path) -> None:
    program = fake(tmp_path, "cat > /dev/null; echo 'it broke\nHasCallStack backtrace:\n  x.hs:169:13' >&2; exit 1")
    with pytest.raises(RenderError, match=r"exit code 1: it broke$"):
        Pandoc(program, SECOND).read("One.", READER)


@pytest.mark.parametrize("death", ["exit 251", "kill -9 $$", "echo 'pandoc: out of memory' >&2; exit 1"])
def test_a_death_by_memory_is_a_limit(death: str, tmp_path: Path) -> None:
    with pytest.raises(ToolLimitError, match="out of memory"):
        Pandoc(fake(tmp_path, f"cat > /dev/null; {death}"), SECOND).read("One.", READER)


def test_continued_lines_of_a_warning_are_joined(tmp_path: Path) -> None:
    script = fake(tmp_path, f"cat > /dev/null; printf '[WARNING] One\\n  two\\nother\\n[INFO] x\\n' >&2; echo '{TREE}'")
    assert Pandoc(script, SECOND).read("One.", READER).warnings == ("One two",)


# --- the worker ------------------------------------------------------------------------------

SAMPLES = [
    "One *two* [@a2020, p. 3].",
    '---\ntitle: none of pandoc\'s business\n---\n\nText -- "quoted" ... \\alpha $x$',
    "`<b>`{=html} <b>x</b> \\textbf{x}\n\n```{=html}\n<p>\n```\n",
    '::: {.key-message #a b="c"}\n| A |\n|---|\n| 1 |\n\n: Caption {source="@a"}\n:::\n',
    "% Title\n% Author\n\nTitle: x\n\nText.[^1]\n\n[^1]: Note.",
    "(@good) Example.\n\nTerm\n:   Definition.\n\n| line\n| block\n",
    "",
    "é水😀\u202e",
]


@pytest.mark.parametrize("text", SAMPLES)
def test_a_worker_reads_as_a_plain_call_does(text: str, pandoc: Worker) -> None:
    assert pandoc.read(text, READER).ast == Pandoc().read(text, READER).ast


def test_a_worker_warns_as_a_plain_call_does(pandoc: Worker) -> None:
    text = "One.[^1]\n\n[^1]: A.\n\n[^1]: B.\n\n::: {.x}\nnever closed\n"
    assert pandoc.read(text, READER).warnings == Pandoc().read(text, READER).warnings


def test_the_warnings_of_one_text_are_not_those_of_the_next(pandoc: Worker) -> None:
    pandoc.read("One.[^1]\n\n[^1]: A.\n\n[^1]: B.\n", READER)
    assert pandoc.read("One.", READER).warnings == ()


def test_a_worker_reads_one_text_after_another_in_one_process() -> None:
    with Worker() as worker:
        worker.read("One.", READER)
        first = worker.process
        worker.read("Two.", READER)
        assert worker.process is first


def test_a_worker_starts_no_process_before_the_first_text() -> None:
    with Worker() as worker:
        assert worker.process is None


def test_a_worker_that_is_closed_leaves_no_process() -> None:
    with Worker() as worker:
        worker.read("One.", READER)
        assert worker.process is not None
        pid = worker.process.popen.pid
    assert not runs(pid)


def test_a_text_that_takes_a_worker_too_long_is_ended() -> None:
    with Worker(limits=SECOND) as worker, pytest.raises(ToolLimitError, match="did not finish within 1 second"):
        worker.read(BOMB, READER)


def test_a_worker_leaves_no_process_after_a_text_that_took_too_long() -> None:
    with Worker(limits=SECOND) as worker:
        worker.read("One.", READER)
        assert worker.process is not None
        pid = worker.process.popen.pid
        with pytest.raises(ToolLimitError):
            worker.read(BOMB, READER)
        assert not runs(pid)


def test_a_worker_answers_the_next_text_after_a_kill() -> None:
    with Worker(limits=SECOND) as worker:
        with pytest.raises(ToolLimitError):
            worker.read(BOMB, READER)
        (block,) = worker.read("Two.", READER).ast["blocks"]
    assert block["t"] == "Para"


@pytest.mark.parametrize("death", ["exit 251", "kill -9 $$", "exit 0"])
def test_a_worker_that_dies_is_a_limit(death: str, tmp_path: Path) -> None:
    with Worker(fake(tmp_path, f"read head; {death}"), SECOND) as worker, pytest.raises(ToolLimitError, match="memory"):
        worker.read("One.", READER)


def test_a_format_that_a_worker_does_not_know_fails_that_text_alone(pandoc: Worker) -> None:
    with pytest.raises(RenderError, match="could not read"):
        pandoc.read("One.", "no-such-format")
    assert len(pandoc.read("Two.", READER).ast["blocks"]) == 1


def test_a_worker_that_stops_in_the_middle_of_an_answer_is_a_limit(tmp_path: Path) -> None:
    script = fake(tmp_path, "read head; printf '\\000ok 1000\\n{'")
    with Worker(script, SECOND) as worker, pytest.raises(ToolLimitError):
        worker.read("One.", READER)


def test_a_worker_that_stopped_in_the_middle_of_an_answer_is_started_anew(tmp_path: Path) -> None:
    script = fake(tmp_path, "read head; printf '\\000ok 1000\\n{'")
    with Worker(script, SECOND) as worker:
        with pytest.raises((ToolLimitError, RenderError)):
            worker.read("One.", READER)
        assert worker.process is None


def test_a_worker_that_is_not_there_is_a_missing_tool(tmp_path: Path) -> None:
    with Worker(str(tmp_path / "none")) as worker, pytest.raises(MissingToolError):
        worker.read("One.", READER)


def test_a_worker_that_sleeps_is_ended(tmp_path: Path) -> None:
    with (
        Worker(fake(tmp_path, "exec sleep 600"), Limits(seconds=0.3)) as worker,
        pytest.raises(ToolLimitError, match="did not"),
    ):
        worker.read("One.", READER)


def test_a_worker_that_waits_for_the_processor_is_waited_for(tmp_path: Path) -> None:
    answer = f"read head; sleep 0.8; printf '\\000ok %d\\n%s' {len(TREE)} '{TREE}'"
    with Worker(fake(tmp_path, answer), Limits(seconds=0.5)) as worker:
        assert worker.read("One.", READER).ast["blocks"] == []
    with (
        Worker(fake(tmp_path, answer), Limits(seconds=0.1)) as worker,
        pytest.raises(ToolLimitError, match=r"within 0\.4 seconds on the clock"),
    ):
        worker.read("One.", READER)


def test_a_worker_with_much_to_say_does_not_block(tmp_path: Path) -> None:
    script = fake(
        tmp_path, "read head; yes warning | head -c 300000 >&2; printf '\\000ok %d\\n%s' " + f"{len(TREE)} '{TREE}'"
    )
    with Worker(script, Limits(seconds=10)) as worker:
        assert worker.read("One.", READER).ast["blocks"] == []


def test_a_text_much_longer_than_a_pipe_goes_through(pandoc: Worker) -> None:
    (block,) = pandoc.read("word " * 60_000, READER).ast["blocks"]
    assert len(block["c"]) == 119_999


def test_a_program_that_prints_without_end_is_ended_before_our_memory_is_full(tmp_path: Path) -> None:
    with pytest.raises(ToolLimitError, match="printed more than 400 MB"):
        Pandoc(fake(tmp_path, "exec yes 01234567890123456789012345678901234567890123456789")).read("One.", READER)


def test_a_signal_that_comes_while_pandoc_is_started_is_not_lost() -> None:
    """Python forgets what is raised in its callbacks around a fork, and the run would go on."""
    program = (
        "import os, signal, subprocess, sys\n"
        "from briefkit.pandoc import Pandoc\n"
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))\n"
        "os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGTERM))\n"
        "Pandoc().read('A.', 'markdown')\n"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (143, b"")


def test_a_temporary_folder_that_somebody_removed_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefkit.pandoc.process.new_folder", lambda: "/nowhere/at/all")
    with pytest.raises(MissingToolError, match="could not be started") as raised:
        Process(("true",), Limits(), {}, b"")
    assert "TMPDIR" in raised.value.hint
