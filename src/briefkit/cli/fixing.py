"""`--fix`, `--unsafe-fixes` and `--diff`: what is written, what is shown, and the exit code."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from briefkit.cli.shared import (
    Decorator,
    emit,
    exit_code,
    find_options,
    jobs_option,
    output_options,
    put,
    put_typed,
    read_stdin,
    together,
)
from briefkit.cli.telling import say, tell_unreadable
from briefkit.escapes import printable
from briefkit.pipeline import Project
from briefkit.report import Reporter
from briefkit.text import plural
from briefkit.values import Value

if TYPE_CHECKING:
    from briefkit.pipeline.fixing import Fixed


class Way(Value):
    """How to fix: unsafe fixes as well, or only a look at what would change. `wanted` is false where nothing is."""

    wanted: bool
    unsafe: bool
    diff: bool


fix_options = together(
    click.option("--diff", is_flag=True, help="Show what fixing would change, and write nothing."),
    click.option("--unsafe-fixes", is_flag=True, help="Fix as well what may change what is said."),
    click.option("--fix", is_flag=True, help="Fix what can be fixed safely, in briefs and libraries."),
)
"""Whether what is found is to be fixed."""


FEW_FORMS = 5
"""So many forms of a report stand beside the option; more would push all that is said of the others aside."""


def check_options(*forms: str) -> Decorator:
    """What a check can be told: the form of its report, where it goes, what is wanted, whether to fix, and the jobs."""
    said: dict[str, Any] = {"metavar": "FORM", "help": f"One of {', '.join(forms)}."} if len(forms) > FEW_FORMS else {}
    form = click.option("--format", "form", type=click.Choice(forms), default="text", show_default=True, **said)
    return together(jobs_option, fix_options, find_options, output_options, form)


def take_way(options: dict[str, Any]) -> Way:
    """The way that the options name; they are taken out."""
    fix, unsafe, diff = (bool(options.pop(name)) for name in ("fix", "unsafe_fixes", "diff"))
    return Way(fix or unsafe or diff, unsafe, diff)


def fix_briefs(project: Project, names: Sequence[str], way: Way, reporter: Reporter, shown: tuple[str, int]) -> int:
    """Fix briefs and their libraries and report what is left, to the file and in the width `shown`; the exit code."""
    from briefkit.pipeline.fixing import fix_project

    stdin = read_stdin(names)
    fixed = fix_project(project, names, stdin, unsafe=way.unsafe)
    return _carry_out(project, fixed, way, reporter, shown, stdin if "-" in names else None)


def fix_library(project: Project, names: Sequence[str], way: Way, reporter: Reporter, shown: tuple[str, int]) -> int:
    """The same for all entries of a library."""
    from briefkit.pipeline.cataloguing import check_library
    from briefkit.pipeline.fixing import fix_all

    fixed = fix_all(project, lambda drafted, _: check_library(drafted, names), {}, way.unsafe)
    return _carry_out(project, fixed, way, reporter, shown)


def _carry_out(
    project: Project, fixed: Fixed, way: Way, reporter: Reporter, shown: tuple[str, int], stdin: bytes | None = None
) -> int:
    """Write what was fixed, or show it; a brief that came from standard input goes to standard output."""
    from briefkit.pipeline.fixing import STDIN_NAME, write_changes

    output, width = shown
    if way.diff:
        put_diff(fixed.changes, output)
        tell_unreadable(fixed.report.unreadable)
        say(f"{_counted(fixed.count, len(fixed.changes))} can be fixed")
        return max((*(one.code for one in fixed.report.unreadable), int(bool(fixed.changes))))
    write_changes(fixed.changes)
    if stdin is not None:
        put(fixed.changes.get(STDIN_NAME, (b"", stdin))[1], "-")
    if stdin is not None and output == "-":
        say(reporter(fixed.report, width, False).decode().rstrip("\n"))
    else:
        emit(reporter, fixed.report, output, width)
    say(f"{_counted(fixed.count, len(fixed.changes))} fixed")
    return exit_code(fixed.report, project.config.fail_on)


def _counted(findings: int, files: int) -> str:
    return f"{plural(findings, 'finding')} in {plural(files, 'file')}" if findings else "0 findings"


def put_diff(changes: Mapping[str, tuple[bytes, bytes]], output: str) -> None:
    """Write the unified diff of some changes, and say which of them could not be made."""
    from briefkit.report.diff import write_diff

    diffs = (write_diff(name, old.decode(), new.decode()) for name, (old, new) in changes.items())
    put_typed("".join(diffs), output)
    for name in changes:
        if os.path.islink(name):
            say(f"{printable(name)} is a link; it would not be written through")
