"""`briefkit templates copy`: a template in, a folder of the project that extends it out."""

from __future__ import annotations

import click

from briefkit.cli.completing import a_template
from briefkit.cli.shared import put
from briefkit.escapes import printable
from briefkit.pipeline import load_project
from briefkit.pipeline.template_copying import copy_template


@click.command("copy", short_help="Make a template of your own that extends one.")
@click.argument("name", shell_complete=a_template)
@click.argument("new")
@click.option("--page", "pages", multiple=True, metavar="PAGE", help="Copy this page too, to change it.")
def command(name: str, new: str, pages: tuple[str, ...]) -> None:
    """Make templates/NEW, which extends the template NAME: its options to be set, styles to be added to.

    What NEW does not hold it has from NAME, also what a later version changes there; a page that is copied is yours.
    If there is a templates/NEW, pages are added to it; no file is ever overwritten.
    """
    written = copy_template(load_project({}), name, new, pages)
    put("".join(f"{printable(path)}\n" for path in written).encode(), "-")
