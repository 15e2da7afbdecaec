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
from briefkit.patterns import regex

LTR, RTL = "ltr", "rtl"
LANGUAGES = frozenset("ar arc ckb dv fa he ks lrc mzn nqo ps sd syr ug ur yi".split())
SCRIPTS = frozenset(("adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"))
"""Languages and scripts (ISO 15924) that run from right to left."""

MARKS = {RTL: "\u200f", LTR: "\u200e"}
"""Letters without a shape: a line that begins with one runs its way."""

_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LEFTWARD = regex(f"[{_TO_LEFT}]")
_RIGHTWARD = regex(rf"[^\W\d_{_TO_LEFT}]")
_PAIRS = {")": "(", "]": "[", "\u00bb": "\u00ab", "\u201d": "\u201c", "}": "{"}
_TOKENS = regex(
    rf"(?P<rtl>[{_TO_LEFT}]+)|(?P<ltr>[^\W\d_{_TO_LEFT}]+)|(?P<signed>(?<![0-9A-Za-z.,%])[+\u2212\u00b1-]\d[\d.,]*(?<=\d)[%‰°]?)"
    r"|(?P<figure>\d+[%‰°]?)|(?P<opening>[(\[«“{])|(?P<closing>[)\]»”}])"
)
"""Letters of both ways, figures, brackets; a figure with its sign would be set with the sign behind it."""

_TEXT = {"Space": " ", "SoftBreak": "\n"}
_CLOSED = ("Code", "Image", "Math", "RawInline", "RawBlock")


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
    return "".join(f"{MARKS[RTL] * foreign}{piece}" for piece, foreign in _pieces(text, RTL))


def apart(text: str, lang: str) -> list[tuple[str, str]]:
    """A text cut at its foreign runs, each piece with the direction it needs to be told, which is none for the rest."""
    base = direction(lang)
    if base == LTR and not runs_leftward(text):
        return [(text, "")]
    return [(piece, _other(base) if foreign else "") for piece, foreign in _pieces(text, base) if piece]


def isolated(blocks: Sequence[Node], lang: str) -> list[Node]:
    """The blocks with foreign runs in spans that say their direction, references as a whole."""
    base = direction(lang)
    if base == LTR and not any(runs_leftward(n["c"]) for n in tree.walk(list(blocks)) if n["t"] == "Str"):
        return list(blocks)
    return list(_isolated(list(blocks), base))


def _isolated(value: Any, base: str, *, linked: bool = False) -> Any:
    """The tree with its foreign runs set apart; inside a link by marks, since its words must not be in a span.

    A column that begins at the left begins at the right in a text that does so.
    """
    if isinstance(value, list):
        made = [_isolated(item, base, linked=linked) for item in value]
        return (
            _set_apart(made, base, linked=linked)
            if any(tree.is_node(item) and item["t"] == "Str" for item in made)
            else made
        )
    if not isinstance(value, dict) or value.get("t") in _CLOSED:
        return value
    if base == RTL and value.get("t") in ("AlignLeft", "CodeBlock"):
        return {"t": "AlignDefault"} if value["t"] == "AlignLeft" else _told(tree.div((), [value]), LTR)
    if tree.is_node(value) and value["t"] in ("Div", "Span"):
        own = _way_of(value, base)
        if own != base:
            return {**_told(value, own), "c": [_told(value, own)["c"][0], _isolated(value["c"][1], own)]}
    if tree.is_node(value) and value["t"] == "Cite" and _runs_all(tree.plain(value), base):
        return {**value, "c": [value["c"][0], [_span(value["c"][1], _other(base))]]}
    if tree.is_node(value) and value["t"] in ("Para", "Plain") and _is_foreign(value, base):
        return {**value, "c": [_span(value["c"], _other(base))]}
    if tree.is_node(value) and value["t"] == "Link":
        if _runs_all(tree.plain(value), base):
            return _span([value], _other(base))
        linked = True
    return {key: _isolated(item, base, linked=linked) for key, item in value.items()}


def _way_of(node: Node, base: str) -> str:
    """The way of a div or span: as it says, that of its language if it has letters of that way, of a reference that of
    its first letter, else that around it.
    """
    said, lang = (tree.attr(node)[2].get(name, "") for name in ("dir", "lang"))
    if said not in (LTR, RTL) and lang:
        said = direction(lang)
        said = said if (_LEFTWARD if said == RTL else _RIGHTWARD).search(tree.plain(node)) else ""
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


def _is_foreign(paragraph: Node, base: str) -> bool:
    """Whether all words of a paragraph run the other way, and there is nothing but words."""
    inner = list(tree.walk(paragraph["c"]))
    if any(node["t"] in ("Image", "Note") or "dir" in tree.attr(node)[2] for node in inner):
        return False
    return _runs_all(tree.plain(paragraph), base)


def _other(base: str) -> str:
    return LTR if base == RTL else RTL


def _span(inlines: Sequence[Node], way: str) -> Node:
    return tree.span((), inlines, "", {"dir": way})


def _set_apart(inlines: Sequence[Any], base: str, *, linked: bool) -> list[Any]:
    """The inlines with each foreign run of words in a span, or behind a mark."""
    made: list[Any] = []
    for is_text, group in groupby(inlines, lambda n: tree.is_node(n) and (n["t"] == "Str" or n["t"] in _TEXT)):
        nodes = list(group)
        text = "".join(_TEXT.get(node["t"]) or node["c"] for node in nodes) if is_text else ""
        pieces = list(_pieces(text, base))
        if not any(foreign for _, foreign in pieces):
            made += nodes
            continue
        for piece, foreign in pieces:
            run = list(_nodes(MARKS[base] + piece if foreign and linked else piece))
            made += [_span(run, _other(base))] if foreign and not linked else run
    return made


def _pieces(text: str, base: str) -> Iterator[tuple[str, bool]]:
    """A text cut at its foreign runs, each piece with whether it is one."""
    at = 0
    for start, end in _runs(text, base):
        yield text[at:start], False
        yield text[start:end], True
        at = end
    yield text[at:], False


def _runs(text: str, base: str) -> Iterator[tuple[int, int]]:
    """Where the foreign runs are: from letter to letter, with figures after one and with brackets that are whole.

    While a run lasts there is an entry for the run and for each bracket open in it: the bracket, where it stands, and
    from where to where there are foreign words in it. What an unclosed bracket parts is two runs.
    """
    runs: list[tuple[str, int, int, int]] = []
    for token in _TOKENS.finditer(text):
        sign, start, end = token[0], token.start(), token.end()
        kind = token.lastgroup
        figure = base == RTL and (kind == "signed" or (kind == "figure" and runs))
        if kind == _other(base) or figure:
            bracket, at, first, _ = runs.pop() if runs else ("", start, -1, -1)
            runs.append((bracket, at, start if first < 0 else first, end))
        elif runs and kind == "opening":
            runs.append((sign, start, -1, -1))
        elif runs and kind == "closing" and runs[-1][0] == _PAIRS[sign]:
            _, opened, first, _ = runs.pop()
            if first >= 0:
                bracket, at, start, _ = runs.pop()
                runs.append((bracket, at, opened if start < 0 else start, end))
        elif runs and kind in (base, "closing"):
            yield from ((first, last) for _, _, first, last in runs if first >= 0)
            runs.clear()
    yield from ((first, last) for _, _, first, last in runs if first >= 0)


def _nodes(text: str) -> Iterator[Node]:
    """A text as inlines again."""
    for piece in re.split(r"([ \n])", text):
        if piece:
            yield {"t": "Str", "c": piece} if piece not in " \n" else {"t": "Space" if piece == " " else "SoftBreak"}
