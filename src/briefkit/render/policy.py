"""A finished page goes in, and comes out with a policy that names its styles: a browser applies these and no others.

A policy stands in the page that it is about, so it can be written only when all else is: templates print `STYLES` where
the policy says which styles may be.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

STYLES = "briefkit-styles"
PLACE = f"style-src {STYLES}"


def with_policy(page: str) -> str:
    """The page with the hashes of its styles in the place of `STYLES`, if its template has one."""
    head, place, rest = page.partition(PLACE)
    if not place:
        return page
    found = _Styles()
    found.feed(page)
    found.close()
    loose = ["'unsafe-hashes'", *found.attributes] if found.attributes else []
    return head + " ".join(["style-src", *(found.sheets or ["'none'"]), *loose]) + rest


class _Styles(HTMLParser):
    """Reads a page and keeps the hash of each style sheet and of each `style` attribute, each once."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: dict[str, None] = {}
        self.attributes: dict[str, None] = {}
        self._parts: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "style":
            self._parts = []
        self.attributes |= {_source(value or ""): None for name, value in attrs if name == "style"}

    def handle_data(self, data: str) -> None:
        if self._parts is not None:
            self._parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "style" and self._parts is not None:
            self.sheets[_source("".join(self._parts))] = None
            self._parts = None


def _source(text: str) -> str:
    """The hash of a style as a policy writes it; browsers read each end of line as one character."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(sha256(plain.encode()).digest()).decode('ascii')}'"
