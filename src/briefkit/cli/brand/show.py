"""`briefkit brand show`: a brand in, what it resolves to and from where out."""

from __future__ import annotations

import click

from briefkit.cli.completing import a_file
from briefkit.cli.shared import form_option, open_project, output_options, put
from briefkit.pipeline.branding import show_brand
from briefkit.report.brand_report import write_brand, write_brand_json


@click.command("show", short_help="Show what a brand resolves to, and from where.")
@click.argument("path", required=False, metavar="[PATH]", shell_complete=a_file)
@form_option
@output_options
def command(path: str | None, form: str, output: str, width: int) -> None:
    """Show colours, fonts and logos of a brand, each with the line it is from.

    PATH is a _brand.yml, a folder that has one, or none for the built-in brand; without it, the project's is shown.
    """
    project = open_project(output, {"brand": path})
    worn = show_brand(project)
    put(write_brand_json(worn) if form == "json" else write_brand(worn, width), output)
