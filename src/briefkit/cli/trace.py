"""`briefkit trace`: briefs in, what their recommendations rest on out."""

from __future__ import annotations

import click

from briefkit.cli.shared import form_option, jobs_option, open_project, output_options, paths, put, read_stdin
from briefkit.cli.telling import tell_unreadable
from briefkit.pipeline.outlining import trace_project
from briefkit.report.trace_report import TRACE_FORMS


@click.command("trace", short_help="Follow recommendations down to claims and sources.")
@paths
@form_option
@output_options
@jobs_option
@click.pass_context
def command(
    context: click.Context, /, path: tuple[str, ...], form: str, output: str, width: int, jobs: int | None
) -> None:
    """Follow each recommendation down to the claims that it rests on, and these to their sources.

    A recommendation rests on what its `supports=` names, and on what its own sentences cite.
    """
    project = open_project(output, {}, jobs, briefs=path)
    report, found = trace_project(project, path, read_stdin(path))
    put(TRACE_FORMS[form](found, width), output)
    context.exit(tell_unreadable(report.unreadable))
