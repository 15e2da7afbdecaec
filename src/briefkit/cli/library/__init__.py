"""`briefkit library`: a BibTeX file on its own. Each command is a module here."""

from __future__ import annotations

import click

from briefkit.cli.lazy import LazyGroup

COMMANDS = ("check", "export", "find", "rename", "show", "stats", "unused")


@click.command("library", cls=LazyGroup, package=__name__, names=COMMANDS)
def command() -> None:
    """Look at a library on its own."""
