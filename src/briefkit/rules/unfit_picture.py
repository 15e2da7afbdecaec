"""A picture cannot be printed.

## What it does
Flags an image that is not there, stands in the text itself (`data:`), leads out of the project, is no regular file, no
PNG, JPEG or SVG, a JPEG that browsers do not show (of 12 bits, arithmetic, without loss), damaged, larger than 20 MB,
or has more than 25 million pixels; and an SVG of more than 1 MB, or that shows more than shapes.

## Why it matters
Other tools leave such a picture out of the document without a word. `build` refuses the brief instead, and the check
says so first.

## Example
    ![Pumps by district](pumps.gif)

## Instead
    ![Pumps by district](pumps.png)
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.base import told

CODE = "DOC819"
SEVERITY = Severity.ERROR

check = told(CODE)
