"""`briefkit library`: a BibTeX file on its own."""

from __future__ import annotations

import json

import click

from briefkit import pipeline
from briefkit.cli.rename import command as rename
from briefkit.cli.shared import put
from briefkit.text import encode, plural, printable


@click.group("library")
def command() -> None:
    """Look at a library on its own."""


command.add_command(rename)


@command.command("stats")
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--output", "-o", default="-", metavar="FILE", help="Write to FILE instead of standard output.")
def stats(file: str, form: str, output: str) -> None:
    """Count the entries of a library and list what could not be read, each with its line."""
    statistics = pipeline.library_statistics(file)
    if form == "json":
        put(encode(json.dumps(statistics, ensure_ascii=False, indent=2) + "\n"), output)
        return
    lines = [f"{printable(file)}: {plural(len(statistics['entries']), 'entry', 'entries')}"]
    lines += [f"  {number:>6}  {printable(name)}" for name, number in statistics["types"].items()]
    for problem in statistics["problems"]:
        where = f"{printable(problem['path'])}:{problem['line']}"
        lines.append(f"{where}: {problem['code']} {printable(problem['message'])}")
    put(("\n".join(lines) + "\n").encode(), output)
