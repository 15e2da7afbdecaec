"""An image has no words that stand for it.

## What it does
Flags an image without alternative text and without a caption.

## Why it matters
Who cannot see the image learns nothing of it, and a tagged PDF with such an image is not accessible.

## Example
    ![](pumps.png)

## Instead
    ![Pumps by district](pumps.png)
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit

CODE = "DOC805"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Hit]:
    """A hit for each image without words."""
    for image in case.markup.targets:
        if image.kind == "image" and not image.described:
            hint = "say what it shows: ![Pumps by district](pumps.png)"
            yield Hit(image.place, "This image has no alternative text and no caption", hint, subject=image.target)
