"""A table or chart has no caption.

## What it does
Flags a chart, and a table with a head, two columns and two rows or more, that have no caption. A table right below a
heading is named by it and not flagged; a caption that says only where it is from (`Source: ...`) is none. Nor is a
table or chart whose missing source is told already (CLM109): the caption is where the source goes. Pictures are
missing-alt-text's concern.

## Why it matters
Tables and charts are looked at first and alone, and are copied into other texts: the caption says what they show. The
W3C's technique H39 for WCAG 1.3.1 names a data table by its caption, so that whoever listens can find it.

## Example
    Two districts answered.

    | District | Who repairs |
    |----------|-------------|
    | North    | Villages    |
    | South    | The office  |

## Instead
    Two districts answered.

    | District | Who repairs |
    |----------|-------------|
    | North    | Villages    |
    | South    | The office  |

    : Who repairs the pumps, by district
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefkit.model import Block, Severity
from briefkit.rules.base import Case, Hit
from briefkit.rules.unsourced_figure_or_table import faults_of, names_source

CODE = "DOC806"
SEVERITY = Severity.INFO

FEWEST = 2
"""How many rows and columns a table of data has at least."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each such table and chart."""
    exhibits: dict[int, list[Block]] = {}
    named: set[int] = set()
    before = ""
    for block in case.brief.blocks:
        if block.exhibit:
            if block.exhibit not in exhibits and before == "heading":
                named.add(block.exhibit)
            exhibits.setdefault(block.exhibit, []).append(block)
        before = block.kind
    for number, blocks in exhibits.items():
        form = _lacks(blocks, number in named)
        if form and not any(faults_of(blocks)):
            what = "chart" if blocks[0].kind == "chart" else "table"
            yield Hit(blocks[0].place, f"This {what} has no caption", f"say what it shows: {form}", subject=what)


def _lacks(blocks: Sequence[Block], is_named: bool) -> str:
    """How to write the caption that a chart or table lacks, nothing where it needs none."""
    if any(block.kind == "caption" and not names_source(block) for block in blocks):
        return ""
    if blocks[0].kind == "chart":
        return 'caption="Pumps by district"'
    rows = {block.cell[0] for block in blocks if block.kind == "cell"}
    columns = {block.cell[1] for block in blocks}
    has_head = any(block.kind == "header-cell" and block.sentences for block in blocks)
    is_data = has_head and not is_named and min(len(rows), len(columns)) >= FEWEST
    return ": Pumps by district, in a line of its own below" if is_data else ""
