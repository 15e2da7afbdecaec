"""`briefkit claims`: briefs in, every sentence with its status, score and signs out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from briefkit import files, pipeline
from briefkit.cli.completing import a_file
from briefkit.cli.shared import jobs_option, open_project, output_options, paths, put, read_input, read_stdin
from briefkit.cli.telling import tell_unreadable
from briefkit.errors import ConfigError, InputError
from briefkit.model import EMPTY, Report
from briefkit.pipeline import Project
from briefkit.pipeline.guarding import refuse_replacing
from briefkit.report.claims_report import CLAIM_FORMS, Printed, write_verdicts
from briefkit.report.explanation_report import Explained, write_explanations

LONGEST_NUMBER = 9
"""Digits of the number of a line: no brief has more of them."""


@click.command("claims", short_help="List every sentence with its status, score and signs.")
@paths
@click.option("--format", "form", type=click.Choice(list(CLAIM_FORMS)), default="text", show_default=True)
@click.option(
    "--sentences",
    metavar="FILE",
    shell_complete=a_file,
    help='Judge rows {"id", "text", "section"?, "before"?} instead of briefs.',
)
@click.option(
    "--explain",
    metavar="PATH:LINE",
    shell_complete=a_file,
    help="Say why the verdict on the sentences of a line is what it is.",
)
@click.option("--lang", default="en", show_default=True, help="Language of the rows of --sentences.")
@output_options
@jobs_option
@click.pass_context
def command(
    context: click.Context,
    /,
    path: tuple[str, ...],
    form: str,
    sentences: str,
    explain: str,
    lang: str,
    output: str,
    width: int,
    jobs: int | None,
) -> None:
    """List every sentence that counts with its status, score and signs."""
    if sentences:
        if path or explain or form == "csv":
            raise ConfigError("--sentences answers in JSON lines and takes no PATH", "leave out PATH and --format")
        refuse_replacing(output, [0 if sentences == "-" else Path(sentences)])
        put(write_verdicts(pipeline.judge_rows(tuple(_rows(sentences)), lang)), output)
        return
    if explain:
        if path or form != "text":
            raise ConfigError("--explain takes no other PATH and answers in text", "leave out PATH and --format")
        put(write_explanations(_explained(explain, output), width), output)
        return
    project = open_project(output, {}, jobs, briefs=path)
    report, printed = _looked(project, path, form)
    put(CLAIM_FORMS[form](report.checked, width, printed), output)
    context.exit(tell_unreadable(report.unreadable))


def _looked(project: Project, path: tuple[str, ...], form: str) -> tuple[Report, Printed]:
    """The report on some briefs, and for a table of claims the references of what they cite."""
    if form == "text":
        return pipeline.check_project(project, path, read_stdin(path)), EMPTY
    from briefkit.pipeline.reviewing import review_project

    review = review_project(project, path, read_stdin(path))
    return review.report, {one.checked.brief.path: one.references for one in review.briefs}


def _explained(where: str, output: str) -> tuple[Explained, ...]:
    """The sentences of `PATH:LINE`; ConfigError when it is none, or when no sentence counts there."""
    name, _, number = where.rpartition(":")
    if not (name and number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
        raise ConfigError(f"--explain {where} names no line", "write --explain PATH:LINE, as reports do")
    project = open_project(output, {}, 1, briefs=(name,))
    report = pipeline.check_project(project, (name,), read_stdin((name,)))
    for unreadable in report.unreadable:
        raise InputError(unreadable.message, unreadable.hint)
    found = tuple(Explained(*one) for checked in report.checked for one in pipeline.explain_line(checked, int(number)))
    if not found:
        raise ConfigError(f"no sentence that counts stands at {where}", f"briefkit claims {name} lists them")
    return found


def _rows(name: str) -> Iterator[dict[str, object]]:
    """The rows of a JSON lines file; a line that is none is an InputError naming it."""
    data = read_input(files.MAX_LIBRARY + 1) if name == "-" else files.read_bytes(Path(name), files.MAX_LIBRARY)
    files.refuse_larger(name, data, files.MAX_LIBRARY)
    for number, line in enumerate(files.decode(data, name).split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
                json.dumps([row["id"], row["text"]], allow_nan=False)  # the answer has the id: JSON has no such number
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                hint = 'each line is {"id": ..., "text": ...}'
                raise InputError(f"{name}:{number} is no row", hint, number) from error
            yield row
