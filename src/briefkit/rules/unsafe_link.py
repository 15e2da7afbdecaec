"""A link or an attribute could run something.

## What it does
Flags a link whose target is no web address (`http:`, `https:`), `mailto:`, `doi:` or place in or beside the brief, and
an attribute that holds a script, such as `onclick`.

## Why it matters
A reader who clicks trusts the organisation that signs the brief; a link may not run code or reach into a computer.

## Example
    See [the pumps](javascript:alert).

## Instead
    See [the pumps](https://example.org/pumps).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from briefkit.model import Severity
from briefkit.rules.base import Case, Hit

CODE = "DOC811"
SEVERITY = Severity.ERROR

SAFE = ("http", "https", "mailto", "doi")
EVENT = re.compile(r"on(?!(?:ly|e|ce)$)[a-z]+", re.IGNORECASE)


def check(case: Case) -> Iterator[Hit]:
    """A hit for each unsafe link and attribute."""
    for link in case.markup.targets:
        bare = re.sub(r"[\s\x00-\x20]", "", unquote(unescape(link.target)))
        scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", bare)
        if link.kind == "link" and scheme and scheme[1].lower() not in SAFE:
            message = f"A link may not lead to '{scheme[1]}:'"
            yield Hit(link.place, message, "link to a web address or to a place in the brief", subject=link.target)
    for name, place in case.markup.attributes:
        if EVENT.fullmatch(name):
            yield Hit(place, f"The attribute '{name}' would run a script", "delete it", subject=name)
