"""`briefkit templates show`: a template in, its options, pages and words out."""

from __future__ import annotations

import click

from briefkit.cli.completing import a_template
from briefkit.cli.shared import form_option, open_project, output_options, put
from briefkit.escapes import encode_json
from briefkit.pipeline.templating import show_template
from briefkit.report.template_report import describe_template, write_template


@click.command("show", short_help="Show a template: its options, pages and words.")
@click.argument("name", required=False, metavar="[NAME]", shell_complete=a_template)
@form_option
@output_options
def command(name: str | None, form: str, output: str, width: int) -> None:
    """Show what a template extends, its options with their values, where each page is from, and its own words.

    NAME is a template or its folder; without it, that of the project's settings is shown, else the default one.
    """
    project = open_project(output, {"template": name})
    view = show_template(project)
    put(encode_json(describe_template(view), 2) if form == "json" else write_template(view, width), output)
