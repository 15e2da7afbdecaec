"""An error in, two lines on standard error out: what is wrong, and what to do about it."""

from __future__ import annotations

import click

from briefkit.errors import BriefkitError
from briefkit.text import printable


def tell(error: BriefkitError, path: str = "") -> None:
    """Print the message and the hint; the message names the file it is about."""
    message = error.message if not path or path in error.message else f"{path}: {error.message}"
    click.echo(f"Error: {printable(message)}", err=True)
    if error.hint:
        click.echo(f"Hint: {printable(error.hint)}", err=True)
