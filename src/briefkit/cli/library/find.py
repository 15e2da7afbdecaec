"""`briefkit library find`: words in, the entries that hold them out."""

from __future__ import annotations

import click

from briefkit.cli.completing import a_file
from briefkit.cli.shared import form_option, open_project, output_options, put
from briefkit.cli.telling import tell
from briefkit.errors import BriefkitError
from briefkit.escapes import encode_json
from briefkit.pipeline.showing import find_sources
from briefkit.report.library_report import list_sources, write_sources


@click.command("find", short_help="Find the entries that hold some words.")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--library",
    "-l",
    "file",
    multiple=True,
    metavar="FILE",
    shell_complete=a_file,
    help="Look in FILE, not in the project's.",
)
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="Show N at most.")
@form_option
@output_options
@click.pass_context
def command(
    context: click.Context,
    /,
    words: tuple[str, ...],
    file: tuple[str, ...],
    most: int,
    form: str,
    output: str,
    width: int,
) -> None:
    """Find the entries that hold all the WORDS, or words that begin so, the best first; exit 1 when there are none.

    Key, names, title, journal or publisher, keywords, abstract, notes and year are searched; accents do not count.
    """
    project = open_project(output, others=file)
    found = find_sources(project, file, words, most)
    put(encode_json(list_sources(found), 2) if form == "json" else write_sources(found, width), output)
    if not found:
        told = " and ".join(f"'{word}'" for word in words)
        tell(BriefkitError(f"no entry holds {told}", "name fewer words, or only their beginnings"))
    context.exit(int(not found))
