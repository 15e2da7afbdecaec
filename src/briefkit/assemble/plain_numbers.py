"""An item of a library as pandoc keeps it goes in, the same with its numbers as they are typed out.

Styles take the hyphen in the number of a report for that of a range and print `Nos. M87-64`, and a year of two digits,
which stands for one of a century that nobody says, for one of antiquity, `86 AD`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.tree import Node, meta_text
from briefkit.patterns import regex

HELD = "\ufdd0"
"""What stands for a hyphen while the style is at work: no text has this sign."""

_HELD_IN = ("number", "issue", "volume", "version")

_RANGE = regex(r"[A-Za-z]?\d+\s?-\s?[A-Za-z]?\d+")
"""Several issues or volumes in one, `1-2`; the number of a report is that of one."""

_FIRST_YEAR = 100


def with_plain_numbers(item: Any) -> Any:
    """The item with each hyphen held that parts no range, and with a year of two digits as words."""
    said = dict(item["c"])
    for name in _HELD_IN:
        number = " ".join(meta_text(said.get(name)).split())
        if "-" in number and (name == "number" or not _RANGE.fullmatch(number)):
            said[name] = tree.rewrite([said[name]], _hold)[0]
    year = meta_text(said.get("issued"))
    if year.isdecimal() and int(year) < _FIRST_YEAR:
        said["issued"] = {"t": "MetaMap", "c": {"literal": {"t": "MetaString", "c": year[-2:]}}}
    return {**item, "c": said}


def _hold(node: Node) -> Sequence[Node]:
    return ({**node, "c": node["c"].replace("-", HELD)},) if node["t"] in ("Str", "MetaString") else (node,)


def let_go(node: Node) -> Sequence[Node]:
    """A word that citeproc has made, with the hyphens that were held."""
    return ({**node, "c": node["c"].replace(HELD, "-")},) if node["t"] == "Str" and HELD in node["c"] else (node,)
