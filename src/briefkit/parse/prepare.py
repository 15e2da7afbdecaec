"""The text of a brief in, what pandoc is to read out: the front matter is split off and its counted texts put before.

It imports little, so that pandoc can be started before the rest is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefkit.config import BRIEF_TYPES
from briefkit.parse.cells_of_code import as_pandoc_reads
from briefkit.parse.front_matter import Head, read_head
from briefkit.parse.front_text import front_div
from briefkit.values import Value

READER = "markdown+smart-yaml_metadata_block-pandoc_title_block-mmd_title_block-latex_macros-raw_tex-raw_attribute"
"""The format in which every brief is read, for checking and for building."""


class Prepared(Value):
    """A brief before pandoc: its head, and the text for pandoc with `shift` lines before the body's own."""

    path: str
    text: str
    head: Head
    for_pandoc: str
    shift: int


def prepare(text: str, path: str, types: Sequence[str] = BRIEF_TYPES) -> Prepared:
    """Split a brief (newlines normalised, no BOM) and write what pandoc is to read."""
    head = read_head(text, path, types)
    front = "".join(_front_div(key, node) for key, node in head.texts)
    skipped = text[: head.body_start].count("\n")
    body = as_pandoc_reads(text[head.body_start :])
    return Prepared(path, text, head, front + body, front.count("\n") - skipped)


def _front_div(key: str, node: Any) -> str:
    """A counted text of the front matter as a div that the walk and the assembly know."""
    return front_div(key, [item.text for item in node.items] if node.kind == "list" else [node.text])
