"""A link leads into a computer, or an attribute could run something.

## What it does
Flags a link whose target is no web address (`http:`, `https:`), `mailto:`, `doi:` or place in the brief, and an
attribute that holds a script, such as `onclick`. A link to a file, `notes.html` or `../data.csv`, and one without its
`https:` is a warning: its words are printed without the link.

## Why it matters
A reader who clicks trusts the organisation that signs the brief; a link may not run code or reach into a computer. And
what lies beside the brief on the disk of its author is not beside the PDF that a reader opens.

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
from briefkit.parse.targets import Target
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit
from briefkit.text import shorten

CODE = "DOC811"
SEVERITY = Severity.ERROR

SAFE = ("http", "https", "mailto", "doi")
EVENT = regex(r"on(?!(?:ly|e|ce)$)[a-z]+", re.IGNORECASE)


def check(case: Case) -> Iterator[Hit]:
    """A hit for each unsafe link and attribute."""
    for link in case.markup.targets:
        bare = re.sub(r"[\s\x00-\x20]", "", unquote(unescape(link.target)))
        scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", bare)
        if link.kind != "link" or bare.startswith("#"):
            continue
        if scheme and scheme[1].lower() not in SAFE:
            message = f"A link may not lead to '{scheme[1]}:'"
            yield Hit(link.place, message, "link to a web address or to a place in the brief", subject=link.target)
        elif not scheme:
            yield _to_a_file(link)
    for name, place in case.markup.attributes:
        if EVENT.fullmatch(name):
            yield Hit(place, f"The attribute '{name}' would run a script", "delete it", subject=name)


def _to_a_file(link: Target) -> Hit:
    """The hit for a link without a scheme, which is printed as its words alone."""
    target = shorten(link.target, 80)
    if link.target.startswith(("//", "www.")):
        message, hint = f"This link, '{target}', is not printed: it is no whole address", "begin it with https://"
    elif link.target:
        message = f"This link is not printed: who reads an output has no '{target}'"
        hint = "give its address on the web, https://..., or a place in the brief, #..."
    else:
        message, hint = "This link leads nowhere", "give an address, https://..., or a place in the brief, #..."
    return Hit(link.place, message, hint, subject=link.target, step=-1)
