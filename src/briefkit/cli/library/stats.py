"""`briefkit library stats`: BibTeX files in, their figures out."""

from __future__ import annotations

import click

from briefkit.cli.shared import form_option, libraries, open_project, output_options, put
from briefkit.cli.telling import tell_unreadable
from briefkit.escapes import encode_json
from briefkit.pipeline.cataloguing import library_statistics
from briefkit.report.library_report import write_statistics


@click.command("stats", short_help="Count a library by types, fields, years and uses.")
@libraries
@form_option
@output_options
@click.pass_context
def command(context: click.Context, /, file: tuple[str, ...], form: str, output: str, width: int) -> None:
    """Count the entries of a library: by types and fields, by years, what is there twice, what the briefs cite most.

    FILE is a BibTeX file; several are one library. Without one, the project's are counted. What could not be read is
    listed with its line; whether that is a fault, `briefkit library check` judges.
    """
    project = open_project(output, others=file)
    statistics, unreadable = library_statistics(project, file)
    put(encode_json(statistics, 2) if form == "json" else write_statistics(statistics, width), output)
    context.exit(tell_unreadable(unreadable))
