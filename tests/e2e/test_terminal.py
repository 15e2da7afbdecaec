"""`check` on a terminal: links where it knows them, groups, nothing of either in a file."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.e2e.command import PATIENCE, UNSOURCED, briefkit, copy_project, environment

LINK = "\x1b]8;;file://"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = copy_project(tmp_path)
    (folder / "bad.md").write_text(UNSOURCED + "\n# Costs\n\nWages rose 7% in 2021.\n")
    return folder


def on_terminal(
    project: Path, env: Mapping[str, str], *options: str, command: Sequence[str] = ("check", "bad.md")
) -> str:
    """What a terminal is sent."""
    ours, theirs = pty.openpty()
    hushed = ("TERM_PROGRAM", "KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "VTE_VERSION")
    surroundings = {k: v for k, v in environment().items() if k not in hushed} | {"TERM": "xterm-256color", **env}
    whole = (sys.executable, "-m", "briefkit", *command, *options)
    with subprocess.Popen(
        whole, cwd=project, env=surroundings, stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL
    ) as ran:
        os.close(theirs)
        parts = []
        try:
            while part := os.read(ours, 65_536):
                parts.append(part)
        except OSError:  # the other end is closed
            pass
        ran.wait(PATIENCE)
    os.close(ours)
    return b"".join(parts).decode()


@pytest.mark.parametrize("env", [{"TERM": "xterm-kitty"}, {"VTE_VERSION": "7200"}, {"TERM_PROGRAM": "WezTerm"}])
def test_a_terminal_that_knows_links_gets_them(project: Path, env: dict[str, str]) -> None:
    assert LINK in on_terminal(project, env)


@pytest.mark.parametrize("env", [{}, {"VTE_VERSION": "4000"}, {"VTE_VERSION": "7200", "TERM": "screen-256color"}])
def test_a_terminal_that_may_not_know_them_gets_none(project: Path, env: dict[str, str]) -> None:
    assert "\x1b]" not in on_terminal(project, env)


def test_the_user_decides(project: Path) -> None:
    assert LINK in on_terminal(project, {"FORCE_HYPERLINK": "1"})
    assert LINK not in on_terminal(project, {"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"})


def test_a_file_gets_no_links(project: Path) -> None:
    ran = briefkit("check", "bad.md", cwd=project, env={"TERM": "xterm-kitty", "FORCE_HYPERLINK": "1"})
    assert "\x1b" not in ran.out


def test_findings_are_grouped_when_asked(project: Path) -> None:
    ran = briefkit("check", "bad.md", "--group", cwd=project)
    heads = [line for line in ran.out.splitlines() if line.startswith("==")]
    assert heads[-1].startswith("== bad.md, Costs: ")


def test_only_text_is_grouped(project: Path) -> None:
    ran = briefkit("check", "bad.md", "--group", "--format", "json", cwd=project)
    assert (ran.code, ran.out) == (2, "")


ENTRY = "@book{{key{number}, author = {{{{Office}}}}, title = {{T}}, date = {{2024}},\n  abstract = {{{words}}}}}\n"


@pytest.mark.parametrize("command", [("check", "bad.md"), ("library", "check")])
def test_a_terminal_is_told_how_far_a_large_library_is_read(project: Path, command: tuple[str, ...]) -> None:
    with (project / "references.bib").open("a", encoding="utf-8") as library:
        library.writelines(ENTRY.format(number=n, words="words " * 10_000) for n in range(100))
    told = re.findall(r"\x1b\[KReading the library: +([0-9]+)%", on_terminal(project, {}, command=command))
    assert len(told) > 10
    assert told == sorted(told, key=int)
    assert "Reading the library" not in briefkit(*command, cwd=project).err


def test_a_terminal_is_told_how_far_a_large_library_is_checked(project: Path) -> None:
    with (project / "references.bib").open("a", encoding="utf-8") as library:
        library.writelines(ENTRY.format(number=n, words="words " * 10_000) for n in range(100))
    sent = on_terminal(project, {}, command=("library", "check"))
    assert "Checking the library:" in sent
    assert sent.rindex("Checking the library:") < sent.rindex("\x1b[K") < sent.index("entries;")


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "csljson"])
def test_an_export_sends_a_terminal_no_controls(form: str, project: Path) -> None:
    (project / "references.bib").write_text("@book{a, title = {T \x9b31m \u202e}, year = {2020}}\n", encoding="utf-8")
    sent = on_terminal(project, {}, command=("library", "export", "--format", form))
    assert "T \\u009b31m \\u202e" in sent
    assert not set("\x9b\u202e") & set(sent)
