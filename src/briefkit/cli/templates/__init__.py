"""`briefkit templates`: how a brief can be laid out. Each command is a module here."""

from __future__ import annotations

import click

from briefkit.cli.lazy import LazyGroup

COMMANDS = ("list", "show", "copy")


@click.command(
    "templates",
    cls=LazyGroup,
    package=__name__,
    names=COMMANDS,
    short_help="List, show and copy the templates of briefs.",
)
def command() -> None:
    """Look at the templates that a brief can be laid out by, and make one of your own."""
