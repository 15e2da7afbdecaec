"""A group of commands that are imported when they are called: one must not pay for the others."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any

import click

from briefkit.errors import ConfigError
from briefkit.text import did_you_mean


class LazyGroup(click.Group):
    """A group each of whose commands is `command` in the module of that name in `package`."""

    def __init__(self, *arguments: Any, package: str, names: Sequence[str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.package = package
        self.names = names

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in their order."""
        return list(self.names)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; a misspelt one is answered with the nearest."""
        if args[0] not in self.names and not args[0].startswith("-"):
            hint = did_you_mean(args[0], self.names) or f"see: {ctx.command_path} --help"
            raise ConfigError(f"there is no command '{args[0]}'", hint)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in self.names:
            return None
        command: click.Command = importlib.import_module(f"{self.package}.{cmd_name}").command
        return command
