"""`briefkit library show`: a key in, its reference, its fields and where it is cited out."""

from __future__ import annotations

import click

from briefkit.cli.shared import form_option, libraries, open_project, output_options, put
from briefkit.cli.telling import tell_unreadable
from briefkit.escapes import encode_json
from briefkit.pipeline.showing import show_source
from briefkit.report.source_report import describe_source, write_source


@click.command("show", short_help="Show an entry: its reference, its fields, where it is cited.")
@click.argument("key")
@libraries
@form_option
@output_options
@click.pass_context
def command(context: click.Context, /, key: str, file: tuple[str, ...], form: str, output: str, width: int) -> None:
    """Show an entry: its reference as `build` prints it, its fields, those that it inherits too, and where it is cited.

    Style and language are those of the first brief that cites KEY, else of the project's first. FILE is a BibTeX file;
    without one, the project's are looked at.
    """
    project = open_project(output, others=file)
    shown, unreadable = show_source(project, key.removeprefix("@"), file)
    put(encode_json(describe_source(shown), 2) if form == "json" else write_source(shown, width), output)
    context.exit(tell_unreadable(unreadable))
