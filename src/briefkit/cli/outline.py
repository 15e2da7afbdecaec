"""`briefkit outline`: briefs in, their sections, claims and recommendations against what their types ask for, out."""

from __future__ import annotations

import click

from briefkit.cli.shared import form_option, jobs_option, open_project, output_options, paths, put, read_stdin
from briefkit.cli.telling import tell_unreadable
from briefkit.pipeline.outlining import outline_project
from briefkit.report.outline_report import OUTLINE_FORMS


@click.command("outline", short_help="Show sections with words against limits, claims and recommendations.")
@paths
@form_option
@output_options
@jobs_option
@click.pass_context
def command(
    context: click.Context, /, path: tuple[str, ...], form: str, output: str, width: int, jobs: int | None
) -> None:
    """Show the sections of briefs: their words against the limits of the type, their claims and how many are open.

    Below them stand what the type asks for and the brief lacks, how many key messages, options and recommendations it
    has, and what each recommendation rests on. Findings are told by `briefkit check`.
    """
    project = open_project(output, {}, jobs, briefs=path)
    report, found = outline_project(project, path, read_stdin(path))
    put(OUTLINE_FORMS[form](found, width), output)
    context.exit(tell_unreadable(report.unreadable))
