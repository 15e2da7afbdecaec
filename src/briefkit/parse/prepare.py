"""The text of a brief in, what pandoc is to read out: the front matter is split off and its counted texts put before.

They stand in divs, out of which nothing can reach. Little is imported here, so that pandoc can be started before the
rest is loaded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from briefkit.config import BRIEF_TYPES
from briefkit.parse.cells_of_code import as_pandoc_reads
from briefkit.parse.front_matter import Head, read_head
from briefkit.patterns import regex
from briefkit.values import Value

FRONT = "briefkit-front"
"""The class of the divs that carry them."""

BLANKS = regex(r"[ \t\n]+")
"""Blanks at which a line may end; those at which none may are kept."""

_FENCE = regex(r":{3}|`{3}|~{3}")
_OPENING = regex(r"\\.|(?P<opening><(?:(?!(?i:br|img|wbr)\b)[A-Za-z][\w-]*(?![\w.+-]*[:@])|!--|\?))", re.DOTALL)
"""What opens a tag, a comment or a processing instruction; what a backslash stands before is taken along."""


def front_div(key: str, texts: Iterable[str]) -> str:
    """The div that carries the texts of a key."""
    body = "\n\n".join(_contained(BLANKS.sub(" ", text).strip()) for text in texts)
    return f'::::::: {{.{FRONT} key="{key}"}}\n\n{body}\n\n:::::::\n\n'


def _contained(text: str) -> str:
    """The text with a backslash before what would open a box, code, a comment or a tag and never closes it."""
    lost = Counter(match["opening"].lower() for match in _OPENING.finditer(text) if match["opening"])
    lost.subtract({opening: text.lower().count(_closing(opening)) for opening in lost})

    def change(match: re.Match[str]) -> str:
        return f"\\{match[0]}" if match["opening"] and lost[match[0].lower()] > 0 else match[0]

    contained = _OPENING.sub(change, text)
    return f"\\{contained}" if _FENCE.match(contained) else contained


def _closing(opening: str) -> str:
    return {"<!--": "-->", "<?": "?>"}.get(opening, f"</{opening[1:]}")


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
