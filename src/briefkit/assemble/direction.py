"""Which way a language runs, and words that run the other way set apart, so that every engine lays them out alike.

Browsers and Word order mixed text by themselves. Our layout engine does not: it takes the way of each line from the
first letter in it, so a line of Arabic that begins with a Latin name would be set from left to right. A run of foreign
words in a span that says its direction is right everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from briefkit.assemble import tree
from briefkit.assemble.tree import Node

LTR, RTL = "ltr", "rtl"
LANGUAGES = frozenset("ar arc ckb dv fa he ks lrc mzn nqo ps sd syr ug ur yi".split())
SCRIPTS = frozenset(("adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"))
"""Languages and scripts (ISO 15924) that run from right to left."""

MARK = "\u200f"
"""A letter without a shape that runs from right to left: a line that begins with it does so too."""

_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LEFTWARD = re.compile(f"[{_TO_LEFT}]")
_RIGHTWARD = re.compile(rf"[^\W\d_{_TO_LEFT}]")
_FOREIGN = {
    RTL: re.compile(rf"[^\W\d_{_TO_LEFT}](?:[^{_TO_LEFT}]*[^\W_{_TO_LEFT}][%‰°]?)?"),
    LTR: re.compile(rf"[{_TO_LEFT}](?:[\W\d_{_TO_LEFT}]*[{_TO_LEFT}])?"),
}
"""Words that run the other way, by the way of the text, with what stands between them."""

_PAIRS = {")": "(", "]": "[", "\u00bb": "\u00ab", "\u201d": "\u201c", "}": "{"}
_TEXT = {"Space": " ", "SoftBreak": "\n"}
_CLOSED = ("Code", "CodeBlock", "Math", "RawInline", "RawBlock")


def direction(lang: str) -> str:
    """`rtl` or `ltr`, by the script that a tag names, else by its language."""
    primary, *rest = lang.lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return RTL if (script in SCRIPTS if script else primary in LANGUAGES) else LTR


def runs_leftward(text: str) -> bool:
    """Whether a text has a letter of a script that runs from right to left."""
    return not text.isascii() and _LEFTWARD.search(text) is not None


def steady(text: str, lang: str) -> str:
    """A line of plain text in which no part can be taken for one that runs the other way."""
    if direction(lang) == LTR:
        return text
    return _FOREIGN[RTL].sub(lambda run: MARK + run[0], text)


def isolated(blocks: Sequence[Node], lang: str) -> list[Node]:
    """The blocks with foreign runs in spans that say their direction, references as a whole."""
    base = direction(lang)
    if base == LTR and not any(runs_leftward(n["c"]) for n in tree.walk(list(blocks)) if n["t"] == "Str"):
        return list(blocks)
    return list(_isolated(list(blocks), base))


def _isolated(value: Any, base: str) -> Any:
    if isinstance(value, list):
        made = [_isolated(item, base) for item in value]
        return _with_spans(made, base) if any(tree.is_node(item) and item["t"] == "Str" for item in made) else made
    if not isinstance(value, dict) or value.get("t") in _CLOSED:
        return value
    if tree.is_node(value) and value["t"] in ("Div", "Span"):
        own = _way_of(value, base)
        if own != base:
            return {**_told(value, own), "c": [_told(value, own)["c"][0], _isolated(value["c"][1], own)]}
    if tree.is_node(value) and value["t"] == "Cite" and _runs_all(tree.plain(value), base):
        return {**value, "c": [value["c"][0], [_span(value["c"][1], _other(base))]]}
    return {key: _isolated(item, base) for key, item in value.items()}


def _way_of(node: Node, base: str) -> str:
    """The way of a div or span: as it says, of a reference that of its first letter, else that around it."""
    said = tree.attr(node)[2].get("dir", "")
    if said in (LTR, RTL) or not tree.has_class(node, "csl-entry"):
        return said or base
    text = tree.plain(node)
    leftward, rightward = _LEFTWARD.search(text), _RIGHTWARD.search(text)
    if leftward and rightward:
        return RTL if leftward.start() < rightward.start() else LTR
    return RTL if leftward else LTR if rightward else base


def _told(node: Node, way: str) -> Node:
    identifier, classes, pairs = tree.attr(node)
    return tree.with_attr(node, tree.attributes(identifier, classes, {**pairs, "dir": way}))


def _runs_all(text: str, base: str) -> bool:
    """Whether a text has letters, all of them of the other way."""
    own, other = (_LEFTWARD, _RIGHTWARD) if base == RTL else (_RIGHTWARD, _LEFTWARD)
    return other.search(text) is not None and own.search(text) is None


def _other(base: str) -> str:
    return LTR if base == RTL else RTL


def _span(inlines: Sequence[Node], way: str) -> Node:
    return {"t": "Span", "c": [tree.attributes("", (), {"dir": way}), list(inlines)]}


def _with_spans(inlines: Sequence[Any], base: str) -> list[Any]:
    """The inlines with each foreign run of words in a span."""
    made: list[Any] = []
    for is_text, group in groupby(inlines, lambda n: tree.is_node(n) and (n["t"] == "Str" or n["t"] in _TEXT)):
        nodes = list(group)
        text = "".join(_TEXT.get(node["t"]) or node["c"] for node in nodes) if is_text else ""
        runs = list(_runs(text, base))
        made += nodes if not runs else _divided(text, runs, base)
    return made


def _runs(text: str, base: str) -> Iterator[tuple[int, int]]:
    """Where the foreign runs are, with the brackets that they open."""
    for match in _FOREIGN[base].finditer(text):
        end = match.end()
        opened = match[0]
        while end < len(text) and opened.count(_PAIRS.get(text[end], "\0")) > opened.count(text[end]):
            opened += text[end]
            end += 1
        yield match.start(), end


def _divided(text: str, runs: Sequence[tuple[int, int]], base: str) -> Iterator[Node]:
    at = 0
    for start, end in runs:
        yield from _nodes(text[at:start])
        yield _span(list(_nodes(text[start:end])), _other(base))
        at = end
    yield from _nodes(text[at:])


def _nodes(text: str) -> Iterator[Node]:
    """A text as inlines again."""
    for piece in re.split(r"([ \n])", text):
        if piece:
            yield {"t": "Str", "c": piece} if piece not in " \n" else {"t": "Space" if piece == " " else "SoftBreak"}
