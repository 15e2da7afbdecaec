"""What a reader of a brand file has to say: kinds of remarks with their codes, collected as findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefkit.model import Finding, Place, Severity
from briefkit.near_misses import did_you_mean
from briefkit.strict_yaml import Node
from briefkit.text import shorten

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
KINDS: Mapping[str, tuple[str, Severity]] = {
    "unreadable-brand": ("BRD101", ERROR),
    "unknown-key": ("BRD102", WARNING),
    "odd-value": ("BRD103", WARNING),
    "colour-cycle": ("BRD104", ERROR),
    "impossible-colour": ("BRD105", ERROR),
    "not-fetched": ("BRD106", WARNING),
    "missing-file": ("BRD107", ERROR),
    "file-outside-brand": ("BRD108", ERROR),
    "refused-file": ("BRD109", ERROR),
    "twin-face": ("BRD110", ERROR),
    "family-without-files": ("BRD111", WARNING),
    "low-contrast": ("BRD201", ERROR),
    "missing-face": ("BRD202", WARNING),
    "missing-sign": ("BRD203", WARNING),
    "logo-without-words": ("BRD204", WARNING),
    "small-logo": ("BRD205", WARNING),
    "proportional-code": ("BRD206", INFO),
}
"""The kinds of findings on a brand with their codes and severities: docs/brand.md explains them."""


def make_finding(kind: str, place: Place, message: str, hint: str = "") -> Finding:
    """A finding of one of KINDS."""
    code, severity = KINDS[kind]
    return Finding(place, code, kind, severity, message, hint)


class Notes:
    """The findings on one brand file, as they come up."""

    def __init__(self) -> None:
        self.found: list[Finding] = []

    def add(self, kind: str, place: Place, message: str, hint: str = "") -> None:
        """Note a finding of one of KINDS."""
        self.found.append(make_finding(kind, place, message, hint))

    def known(self, node: Node | None, keys: Iterable[str], what: str) -> dict[str, Node]:
        """The pairs of a mapping by their known keys, but for empty ones; other keys and values that are no mapping are
        told.
        """
        found: dict[str, Node] = {}
        if node is None or is_empty(node):
            return found
        if node.kind != "mapping":
            self.odd(node, what, "keys and values")
            return found
        for key, value in node.pairs:
            if key.text in keys:
                if not is_empty(value):
                    found[key.text] = value
            else:
                hint = did_you_mean(key.text, keys) or f"it has {', '.join(keys)}"
                self.add("unknown-key", key.place, f"'{what}' has no key '{shorten(key.text)}'", hint)
        return found

    def odd(self, node: Node, what: str, wanted: str) -> None:
        """Note a value that is left out, because it is not what it should be."""
        said = f", not '{shorten(node.text)}'" if node.kind == "text" else ""
        self.add("odd-value", node.place, f"'{what}' must be {wanted}{said}; it is left out")

    def text(self, node: Node | None, what: str) -> str:
        """A text of one line; other values are told."""
        if node is None or is_empty(node):
            return ""
        if node.kind != "text":
            self.odd(node, what, "text")
            return ""
        return " ".join(node.text.split())


def filled(node: Node | None) -> dict[str, Node]:
    """The pairs of a mapping whose keys are free, but for empty ones."""
    return {key.text: value for key, value in node.pairs if not is_empty(value)} if node else {}


def is_empty(node: Node) -> bool:
    """Whether nothing stands after a key."""
    return node.kind == "text" and node.text in ("", "~", "null")


def is_address(text: str) -> bool:
    """Whether a path is an address of the net or of another scheme."""
    return "://" in text or text.lower().startswith(("data:", "file:", "//", "http:", "https:"))
