"""`briefkit schema`: the name of a form in, its JSON Schema out."""

from __future__ import annotations

import os

import click

from briefkit.cli.shared import open_project, output_option, put
from briefkit.config import BRIEF_TYPES
from briefkit.pipeline.brief_types import type_names
from briefkit.report.schema_report import SCHEMAS, write_schema


@click.command("schema", short_help="Write a JSON Schema, for editors and programs.")
@click.argument("kind", type=click.Choice(list(SCHEMAS)))
@output_option
def command(kind: str, output: str) -> None:
    """Write the JSON Schema (draft 2020-12) of one form.

    That is the front matter of briefs, briefkit.toml (config), the JSON that a check writes (report) or a template.toml
    (template). The first knows the types of briefs that the project has of its own.
    """
    project = open_project(output) if kind == "front-matter" or os.path.isfile(output) else None
    types = type_names(project) if project and kind == "front-matter" else BRIEF_TYPES
    put(write_schema(kind, types), output)
