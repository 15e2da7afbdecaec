"""`briefkit templates list`: the built-in templates and the project's."""

from __future__ import annotations

import click

from briefkit.cli.shared import form_option, open_project, output_options, put
from briefkit.escapes import encode_json
from briefkit.pipeline.templating import list_templates
from briefkit.report.template_report import describe_list, write_list


@click.command("list", short_help="List the templates that there are.")
@form_option
@output_options
def command(form: str, output: str, width: int) -> None:
    """List the built-in templates and those in the project's templates folder."""
    project = open_project(output)
    found = list(list_templates(project))
    put(encode_json(describe_list(found), 2) if form == "json" else write_list(found, width), output)
