"""What several commands share: options, standard input, where results go, and the exit code of a report."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import click

from briefkit import files
from briefkit.cli.completing import a_file, a_rule, a_template
from briefkit.cli.telling import give_up, show_progress, tell_unreadable, unwritable
from briefkit.config import FAIL_ON, SEVERITIES
from briefkit.errors import ConfigError, InputError
from briefkit.escapes import encode, printable
from briefkit.model import EMPTY, Report
from briefkit.report import REPORTERS, Reporter
from briefkit.report.text_report import write_text
from briefkit.settings import refuse_far_folder

if TYPE_CHECKING:
    from briefkit.pipeline import Project

NARROWEST, WIDEST = 40, 10_000
"""Columns that a report may have."""

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

paths = click.argument("path", nargs=-1, metavar="[PATH]...", shell_complete=a_file)
libraries = click.argument("file", nargs=-1, metavar="[FILE]...", shell_complete=a_file)


def _split(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for one in value for code in one.split(",") if code.strip())


def together(*options: Decorator) -> Decorator:
    """Some options as one; those that come last stand first in the help."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in options:
            command = option(command)
        return command

    return decorate


CODES: dict[str, Any] = {"multiple": True, "metavar": "CODE", "callback": _split, "shell_complete": a_rule}
find_options = together(
    click.option("--select", help="Only these rules or families.", **CODES),
    click.option("--ignore", help="Not these rules or families.", **CODES),
    click.option("--fail-on", type=click.Choice(FAIL_ON), help="Fail from this severity on.  [default: error]"),
)
"""Which findings are wanted, and from which severity on they fail the run."""


def _stream(context: click.Context, parameter: click.Parameter, value: str) -> str:
    return "-" if value == "/dev/stdout" else value


output_option = click.option(
    "--output",
    "-o",
    default="-",
    metavar="FILE",
    callback=_stream,
    shell_complete=a_file,
    help="Write to FILE instead of standard output.",
)


def _width() -> int:
    return max(NARROWEST, min(shutil.get_terminal_size((80, 24)).columns, 100))


width_option = click.option(
    "--width", type=click.IntRange(NARROWEST, WIDEST), default=_width, help="Columns of text.  [default: terminal]"
)


output_options = together(output_option, width_option)
"""Where the result goes and how wide it is."""


form_option = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
brand_option = click.option(
    "--brand",
    metavar="PATH",
    shell_complete=a_file,
    help="Wear the brand of this _brand.yml or folder; none is the built-in one.",
)
template_option = click.option(
    "--template", metavar="NAME", shell_complete=a_template, help="Lay out by this template, a name or a folder."
)
jobs_option = click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="Work in N processes.  [default: one for each core]"
)


def open_project(
    output: str,
    options: Mapping[str, Any] = EMPTY,
    jobs: int | None = None,
    *,
    briefs: Sequence[str] = (),
    others: Sequence[str] = (),
) -> Project:
    """The project around the current folder; ConfigError when the output is what is read of it, or of what is named."""
    from briefkit.pipeline import load_project  # the doctor must run without it
    from briefkit.pipeline.guarding import refuse_input

    project = load_project(options, jobs or 0, show_progress)
    refuse_input(project, output, briefs, others)
    return project


def read_stdin(names: Sequence[str]) -> bytes:
    """Standard input when a path is `-`, cut just over the size limit of a brief."""
    return read_input(files.MAX_BRIEF + 1) if "-" in names else b""


def read_input(most: int) -> bytes:
    """At most so many bytes of standard input; InputError when it cannot be read."""
    try:
        return sys.stdin.buffer.read(most)
    except OSError as error:
        hint = "name a file, or give one with <"
        raise InputError(f"standard input cannot be read: {error.strerror}", hint) from error


def colours(output: str) -> bool:
    """Whether to colour: only a terminal that wants it."""
    return output == "-" and sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


LINKING = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby")
"""Terminals that know links (OSC 8), by what TERM_PROGRAM says; others say so by a variable of their own."""

LEAST_VTE = 5000


def links(output: str) -> str:
    """The address of the folder that paths are relative to, where a terminal that knows links shows the report."""
    seen = os.environ.get
    term, forced = seen("TERM", ""), seen("FORCE_HYPERLINK", "")
    known = (
        seen("TERM_PROGRAM") in LINKING
        or any(name in os.environ for name in ("KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM"))
        or term in ("xterm-kitty", "alacritty", "foot", "wezterm", "xterm-ghostty")
        or (seen("VTE_VERSION", "").isdecimal() and int(seen("VTE_VERSION", "0")) >= LEAST_VTE)
    ) and not term.startswith(("screen", "tmux", "dumb"))
    wanted = known if not forced else forced != "0"
    if output != "-" or not sys.stdout.isatty() or not wanted:
        return ""
    return f"file://{platform.node()}{quote(os.fsencode(files.here()))}"


def reporter_of(form: str, output: str, grouped: bool = False) -> Reporter:
    """The reporter of a form; that of text knows the terminal. Forms for reviewers have none."""
    if form != "text":
        if grouped:
            raise ConfigError("--group is for text", f"leave out --group, or --format {form}")
        return REPORTERS.get(form, write_text)
    return partial(write_text, grouped=grouped, links=links(output))


def emit(reporter: Reporter, report: Report, output: str, width: int) -> None:
    """Write a report where the user wants it; of one in a file, what it could not check is told here too."""
    put(reporter(report, width, colours(output)), output)
    if output != "-":
        tell_unreadable(report.unreadable)


def write_step_summary(form: str, report: Report) -> None:
    """In a step of GitHub Actions, whose summary is a file that the environment names, add the report to it."""
    name = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if form == "github" and name:
        files.append(Path(name), REPORTERS["markdown"](report, 0, False))


def put(data: bytes, output: str) -> None:
    """Bytes to standard output or, whole or not at all, to a file."""
    if output == "-":
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except OSError as error:
            give_up(sys.stdout)
            if isinstance(error, BrokenPipeError):  # the reader has seen enough; the exit code still tells the truth
                return
            raise unwritable(error) from error
    elif output != os.devnull:
        refuse_far_folder(Path(output).parent)
        files.write_atomic(Path(output), data)


def put_typed(text: str, output: str) -> None:
    """What foreign files hold, as they hold it; a terminal gets no control characters."""
    if output == "-" and sys.stdout.isatty():
        text = "\n".join(printable(line).replace("\\u0009", "\t") for line in text.split("\n"))
    put(encode(text), output)


def exit_code(report: Report, fail_on: str) -> int:
    """3 or 4 when a brief could not be read, 1 when a finding that no baseline knows fails the run, else 0."""
    if report.unreadable:
        return max(one.code for one in report.unreadable)
    least = SEVERITIES.get(fail_on)
    return int(least is not None and any(f.severity >= least and f.standing != "known" for f in report.findings))
