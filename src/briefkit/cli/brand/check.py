"""`briefkit brand check`: a brand in, what is wrong with it out."""

from __future__ import annotations

import click

from briefkit.cli.completing import a_file
from briefkit.cli.shared import colours, exit_code, form_option, open_project, output_options, put
from briefkit.config import FAIL_ON
from briefkit.pipeline.brand_checking import check_brand
from briefkit.report.brand_report import write_findings, write_findings_json


@click.command("check", short_help="Check a brand: contrast, fonts, logos.")
@click.argument("path", required=False, metavar="[PATH]", shell_complete=a_file)
@form_option
@output_options
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="Fail from this severity on.  [default: error]")
@click.pass_context
def command(
    context: click.Context, /, path: str | None, form: str, output: str, width: int, fail_on: str | None
) -> None:
    """Check whether all text can be read, whether the fonts have what the briefs need, whether the logos will do.

    PATH is a _brand.yml, a folder that has one, or none for the built-in brand; without it, the project's is checked.
    """
    project = open_project(output, {"brand": path, "fail_on": fail_on})
    report = check_brand(project)
    written = write_findings_json(report) if form == "json" else write_findings(report, width, colours(output))
    put(written, output)
    context.exit(exit_code(report, project.config.fail_on))
