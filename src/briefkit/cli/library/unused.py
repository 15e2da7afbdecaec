"""`briefkit library unused`: a library in, the entries that no brief of the project cites out."""

from __future__ import annotations

import click

from briefkit.cli.shared import form_option, jobs_option, libraries, open_project, output_options, put
from briefkit.cli.telling import tell_unreadable
from briefkit.escapes import encode_json
from briefkit.pipeline.cataloguing import find_unused
from briefkit.report.library_report import list_sources, write_sources


@click.command("unused", short_help="List the entries that no brief cites.")
@libraries
@form_option
@output_options
@jobs_option
@click.pass_context
def command(
    context: click.Context, /, file: tuple[str, ...], form: str, output: str, width: int, jobs: int | None
) -> None:
    """List the entries that no brief of the project cites, one a line: key, place and title.

    What a cited entry inherits from, or is related to, is used. While a brief cannot be read, nothing is listed.
    """
    project = open_project(output, {}, jobs, others=file)
    unused, unreadable = find_unused(project, file)
    if not unreadable:
        put(encode_json(list_sources(unused), 2) if form == "json" else write_sources(unused, width), output)
    context.exit(tell_unreadable(unreadable))
