"""`briefkit doctor`: is everything there that a check and a build need, and if not, how does it get there?"""

from __future__ import annotations

import click

from briefkit.cli.shared import colours, output_options, put
from briefkit.doctor import examine
from briefkit.doctor.cures import system
from briefkit.report.doctor_report import exit_code, write_json, write_text


@click.command("doctor", short_help="Look whether all that check and build need is there.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@output_options
@click.pass_context
def command(context: click.Context, /, form: str, output: str, width: int) -> None:
    """Look at this machine and this project, and say what is missing and what to type to mend it.

    Exits with 3 when something that a check or a build needs is missing; warnings do not fail.
    """
    conditions = examine()
    if form == "json":
        put(write_json(conditions), output)
    else:
        put(write_text(conditions, system(), width, colours(output)), output)
    context.exit(exit_code(conditions))
