"""A note holds more than paragraphs.

## What it does
Flags lists, tables, block quotes, boxes, headings and code in a footnote.

## Why it matters
A footnote stands at the foot of a page and holds running text: all else is left out of every output.

## Example
    Prices rose.[^1]

    [^1]: Two sources:

        - the yearbook;
        - the census.

## Instead
    Prices rose.[^1]

    [^1]: Two sources: the yearbook and the census.
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.base import told

CODE = "DOC814"
SEVERITY = Severity.WARNING

check = told(CODE)
