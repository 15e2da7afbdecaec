"""Rules in, text for a terminal out: all of them in a list, or the explanation of one in lines that fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefkit.escapes import encode
from briefkit.report.text_report import wrap

HEADING, CODE, ITEM, ROW = "#", "    ", "- ", "|"
"""How a heading, and a line of an example, of a list and of a table begin."""


class Listed(NamedTuple):
    """A rule as it stands in the list."""

    code: str
    severity: str
    name: str
    summary: str


def write_rules(rules: Iterable[Listed], width: int) -> bytes:
    """Each rule with its code, severity and name, and below them what it finds."""
    lines = (
        line
        for rule in rules
        for line in (f"{rule.code}  {rule.severity:<7}  {rule.name}", *wrap(rule.summary, width, " " * 8))
    )
    return encode("".join(f"{line}\n" for line in lines))


def write_explanation(text: str, width: int) -> bytes:
    """An explanation in Markdown with its paragraphs, lists and tables in lines of at most `width`; examples stay."""
    blocks = (block.split("\n") for block in text.split("\n\n"))
    return encode("\n\n".join("\n".join(_folded(block, width)) for block in blocks) + "\n")


def _folded(block: Sequence[str], width: int) -> Iterator[str]:
    first = block[0]
    if first.startswith(CODE) or not first or max(map(len, block)) <= width:
        yield from block
    elif first.startswith(HEADING):
        yield first
        yield from _folded(block[1:], width) if block[1:] else ()
    elif first.startswith(ROW):
        head, _, *rows = [[cell.strip() for cell in line.strip(ROW).split(ROW)] for line in block]
        for row in rows:
            told = (f"{name}: {cell}" for name, cell in zip(head[1:], row[1:], strict=False) if cell)
            yield from _item(f"{row[0]}: {'; '.join(told)}", width)
    elif first.startswith(ITEM):
        for item in "\n".join(block).split(f"\n{ITEM}"):
            yield from _item(" ".join(item.removeprefix(ITEM).split()), width)
    else:
        yield from wrap(" ".join(block), width, "")


def _item(text: str, width: int) -> Iterator[str]:
    first, *others = wrap(text, width, " " * len(ITEM))
    yield ITEM + first.removeprefix(" " * len(ITEM))
    yield from others
