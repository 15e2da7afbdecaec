"""An image lies on the web or has an absolute path.

## What it does
Flags an image whose target is an address on the web, a `file:` address or an absolute path. A relative path that leads
out of the project is told as `unfit-picture`.

## Why it matters
Nothing is fetched when a brief is built, and what lies elsewhere is not there on another computer.

## Example
    ![Pumps by district](https://example.org/pumps.png)

## Instead
    ![Pumps by district](pumps.png)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit

CODE = "DOC812"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Hit]:
    """A hit for each image from outside."""
    for image in case.markup.targets:
        if image.kind == "image" and (why := why_outside(image.target)):
            hint = "put the file into the project and name it by its path from the brief"
            yield Hit(image.place, f"This image {why}", hint, subject=image.target)


def why_outside(target: str) -> str:
    """Why a target is outside, or nothing."""
    path = unquote(target).strip().replace("\\", "/")
    if scheme := re.match(r"(?P<name>[A-Za-z][A-Za-z0-9+.-]+):", path):
        name = scheme["name"].lower()
        return "" if name == "data" else "has an absolute path" if name == "file" else "lies on the web"
    if path.startswith("//"):
        return "lies on the web"
    if path.startswith(("/", "~")) or re.match(r"[A-Za-z]:", path):
        return "has an absolute path"
    return ""
