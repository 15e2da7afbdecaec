"""An item of a library as pandoc keeps it goes in, the same as it is printed out: with what styles lose of a law.

Styles know the laws of the United States. They print no publisher of a law, but what it stands in; of a judgment the
court, which pandoc takes for its publisher; the year beside a title that ends with it, where that is named for want of
an author; and any number as that of a public law, several of them where a hyphen stands in it.
"""

from __future__ import annotations

from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.tree import Node, meta_text
from briefkit.patterns import regex

LAWS = frozenset(("bill", "legislation", "regulation"))
NUMBERED = frozenset(("legislation", "regulation"))
"""Laws whose number styles print behind `Pub. L. No.` or `No.`."""

NO_DATE: Node = {"t": "MetaMap", "c": {"literal": {"t": "MetaString", "c": ""}}}
"""A date that says nothing: where there is none at all, styles say that there is none."""

PUBLIC_LAW = regex(r"(?i)(?:pub(?:lic|\.)? ?l(?:aw|\.)? ?(?:nos?\.? ?)?)?(\d{1,3})[-\u2010-\u2013](\d{1,4})")
"""The number of a public law of the United States, `109-401`: that of the Congress, and its place among its laws."""

HYPHEN = "\u2011"
"""One that styles do not take for that of a range."""


def as_printed(item: Any) -> Any:
    """The item; a law with its publisher and its number where styles print them, and without a year said twice; a
    judgment with its court.
    """
    said = dict(item["c"])
    if meta_text(said.get("type")) == "legal_case" and "publisher" in said and "authority" not in said:
        said["authority"] = said.pop("publisher")
        return {**item, "c": said}
    if (kind := meta_text(said.get("type"))) not in LAWS:
        return item
    if "publisher" in said and "container-title" not in said:
        said["container-title"] = said.pop("publisher")
    if kind in NUMBERED and "number" in said:
        said |= _numbered(said)
    year = meta_text(said.get("issued"))[:4]
    if "author" not in said and year.isdecimal() and meta_text(said.get("title")).split()[-1:] == [year]:
        said["issued"] = NO_DATE
    return {**item, "c": {name: value for name, value in said.items() if value is not None}}


def _numbered(said: Any) -> dict[str, Node | None]:
    """What changes of a law by its number: that of a public law stays one; another goes with what the law stands in, or
    away where the title has it.
    """
    number = " ".join(meta_text(said["number"]).split())
    if public := PUBLIC_LAW.fullmatch(number):
        return {"number": _words(f"{public[1]}{HYPHEN}{public[2]}")}
    if number.casefold() in meta_text(said.get("title")).casefold():
        return {"number": None}
    within = said.get("container-title")
    before = within["c"] if within and within["t"] == "MetaInlines" else tree.words(meta_text(within))
    parted = [*before, {"t": "Str", "c": ","}, {"t": "Space"}] if before else []
    return {"number": None, "container-title": {"t": "MetaInlines", "c": [*parted, *tree.words(number)]}}


def _words(text: str) -> Node:
    return {"t": "MetaInlines", "c": tree.words(text)}
