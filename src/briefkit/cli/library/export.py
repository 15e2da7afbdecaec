"""`briefkit library export`: a library in, its entries in another form out."""

from __future__ import annotations

import shlex

import click

from briefkit.cli.shared import libraries, open_project, output_option, put_typed
from briefkit.cli.telling import tell, tell_unreadable
from briefkit.errors import BriefkitError
from briefkit.pipeline.exporting import FORMS, Export, export_library
from briefkit.text import plural

MOST_NAMED = 5
"""Of so many entries that are not exported it is said where they stand."""


@click.command("export", short_help="Write the entries as biblatex, BibTeX or CSL JSON.")
@libraries
@click.option("--format", "form", type=click.Choice(list(FORMS)), required=True)
@click.option("--cited", is_flag=True, help="Only what the project's briefs cite.")
@output_option
@click.pass_context
def command(context: click.Context, /, file: tuple[str, ...], form: str, cited: bool, output: str) -> None:
    """Write the entries of a library anew as biblatex, BibTeX or CSL JSON, each with all it inherits.

    Comments are left out, and strings are replaced by what they stand for. Exit 1 says that entries are missing because
    they cannot be read.
    """
    project = open_project(output, others=file)
    export = export_library(project, file, form, cited=cited)
    if not export.unreadable:
        put_typed(export.text, output)
    if export.lost:
        tell(_describe_lost(export))
    context.exit(tell_unreadable(export.unreadable) or int(export.lost > 0))


def _describe_lost(export: Export) -> BriefkitError:
    named = [(f"'{one.key}'" if one.key else "one without a key", one.place) for one in export.problems[:MOST_NAMED]]
    told = ", ".join(f"{key} ({place.path}, line {place.line})" for key, place in named)
    more = f" and {export.lost - len(named)} more" if export.lost > len(named) else ""
    what = plural(export.lost, "entry is", "entries are")
    hint = f"see: briefkit library check {shlex.join(export.paths)}"
    return BriefkitError(f"{what} not exported: {told}{more}", hint)
