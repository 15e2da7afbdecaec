"""`briefkit doctor`: is everything there that a check and a build need, and if not, how does it get there?"""

from __future__ import annotations

import os
from contextlib import suppress

import click

from briefkit.cli.shared import colours, output_options, put
from briefkit.doctor import examine
from briefkit.doctor.cures import system
from briefkit.doctor.project import find
from briefkit.report.doctor_report import exit_code, write_json, write_text


@click.command("doctor", short_help="Look whether all that check and build need is there.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@output_options
@click.pass_context
def command(context: click.Context, /, form: str, output: str, width: int) -> None:
    """Look at this machine and this project, and say what is missing and what to type to mend it.

    Exits with 3 when something that a check or a build needs is missing; warnings do not fail.
    """
    _refuse_input(output)
    conditions = examine()
    if form == "json":
        put(write_json(conditions), output)
    else:
        put(write_text(conditions, system(), width, colours(output)), output)
    context.exit(exit_code(conditions))


def _refuse_input(output: str) -> None:
    """ConfigError when the output is a file of the project that is looked at, be its settings faulty or not."""
    if os.path.isfile(output):
        with suppress(ImportError):  # a package that is missing is what the doctor is to tell of
            from briefkit.pipeline import Project
            from briefkit.pipeline.guarding import refuse_input

            root, config, _ = find()
            refuse_input(Project(root, config), output)
