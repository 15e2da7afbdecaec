"""`briefkit library stats`: BibTeX files in, their figures out."""

from __future__ import annotations

import json

import click

from briefkit import pipeline
from briefkit.cli.shared import put
from briefkit.text import encode, plural, printable


@click.command("stats", short_help="Count a library and list what could not be read.")
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--output", "-o", default="-", metavar="FILE", help="Write to FILE instead of standard output.")
def command(file: str, form: str, output: str) -> None:
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
