"""A group of commands that are imported when they are called: one must not pay for the others."""

from __future__ import annotations

import contextlib
import importlib
import select
import sys
from collections.abc import Iterator, Sequence
from typing import IO, Any

import click

from briefkit.cli.telling import give_up
from briefkit.errors import ConfigError
from briefkit.near_misses import did_you_mean


class LazyGroup(click.Group):
    """A group each of whose commands is `command` in the module of that name in `package`."""

    def __init__(self, *arguments: Any, package: str, names: Sequence[str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.package = package
        self.names = names

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        """Read the command line; what is asked of the group itself, such as its help, is printed here."""
        with _reader_may_leave():
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; its help is printed here."""
        with _reader_may_leave():
            return super().invoke(ctx)

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


@contextlib.contextmanager
def _reader_may_leave() -> Iterator[None]:
    """End well when who reads standard output has seen enough: click, which prints the help, would end with 1."""
    try:
        yield
    except BrokenPipeError as error:
        if not _nobody_reads(sys.stdout):
            raise
        give_up(sys.stdout)
        raise click.exceptions.Exit(0) from error


def _nobody_reads(stream: IO[str]) -> bool:
    """Whether the other end of a pipe is closed."""
    watch = select.poll()
    watch.register(stream.fileno(), 0)
    return bool(watch.poll(0))
