"""`briefkit brand`: what an organisation's output looks like. Each command is a module here."""

from __future__ import annotations

import click

from briefkit.cli.lazy import LazyGroup

COMMANDS = ("check", "show")


@click.command("brand", cls=LazyGroup, package=__name__, names=COMMANDS)
def command() -> None:
    """Look at the brand that briefs wear: colours, fonts, logos."""
