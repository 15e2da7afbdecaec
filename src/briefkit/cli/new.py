"""`briefkit new`: a name in, a brief and the project around it out."""

from __future__ import annotations

import click

from briefkit.cli.completing import a_language, a_template, a_type
from briefkit.cli.shared import put
from briefkit.config import BRIEF_TYPES
from briefkit.escapes import printable
from briefkit.pipeline.starting import start
from briefkit.starters.making import Wish

KINDS = f"Its type: {', '.join(BRIEF_TYPES)}, or one of the project's own."


@click.command("new", short_help="Begin a brief, and a project for it.")
@click.argument("name")
@click.option("--type", "kind", default="issue", show_default=True, metavar="TYPE", shell_complete=a_type, help=KINDS)
@click.option(
    "--lang",
    default="en",
    show_default=True,
    metavar="TAG",
    shell_complete=a_language,
    help="Its language: en, fr, de, es, pt, en-GB.",
)
@click.option(
    "--template",
    default="",
    metavar="NAME",
    shell_complete=a_template,
    help="Its template; see: briefkit templates list.",
)
def command(name: str, kind: str, lang: str, template: str) -> None:
    """Write the brief NAME with the sections of its type, for you to fill in.

    In a project it goes into the folder of the briefs. Elsewhere a project is made around it, with settings, library,
    brand, Makefile and checks for pre-commit and GitHub: in the current folder if that is empty, else in a new folder
    NAME. Nothing is overwritten.
    """
    started = start(name, Wish(kind, lang, "", template))
    lines = [*(printable(path) for path in started.written), ""]
    step = f"cd {started.folder} && " if started.folder else ""
    brief = next(path for path in started.written if path.endswith(f"{name}.md"))
    inside = brief.removeprefix(f"{started.folder}/") if started.folder else brief
    put("\n".join((*lines, f"next: {step}briefkit check {printable(inside)}", "")).encode(), "-")
