"""A brief in, its text out with all that is no prose blanked: every character that is left keeps its offset.

Rules that look for signs in the text, such as an `@` or an address, look at this text and not at the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.model import Brief
from briefkit.parse.file_words import HIDDEN
from briefkit.parse.front_matter import read_head
from briefkit.parse.inlines import Tree

CODE = r"(?<!`)(?P<tick>`+)(?!`)\s*{}\s*(?P=tick)(?!`)"
MATH = r"\$\$?\s*{}\s*\$\$?"
BLOCK = r"^(?:[ \t>]*(?:`{{3,}}|~{{3,}})[^\n]*\n[\s>]*|[ \t>]*(?: {{4}}|\t)[ \t]*){}[ \t]*$"
SHAPES = {"Code": CODE, "Math": MATH, "CodeBlock": BLOCK, "RawInline": "{}", "RawBlock": "{}"}
"""How what is no prose stands in the file, by the kind of node; `{}` is its content."""

BRACKETS = "[](){}^"


def nodes(tree: Tree) -> Iterator[Tree]:
    """Every node of a tree, in its order."""
    waiting = [tree]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            if "t" in found:
                yield found
            waiting.extend(reversed([v for v in found.values() if isinstance(v, dict | list)]))
        else:
            waiting.extend(v for v in reversed(found) if isinstance(v, dict | list))


def unquoted(brief: Brief) -> str:
    """The text of a brief with its front matter, code, math, comments and raw markup blanked."""
    text = brief.text
    start = read_head(text, brief.path).body_start
    text = _blank(text[:start]) + text[start:]
    shapes = {(n["t"], " ".join(n["c"][1].split())) for n in nodes(brief.ast["blocks"]) if n["t"] in SHAPES}
    for kind, content in sorted(shapes):
        if content:
            pattern = re.compile(SHAPES[kind].format(_spaced(content)), re.MULTILINE)
            text = pattern.sub(lambda m: _blank(m[0]), text)
    return text


def prose(brief: Brief) -> str:
    """The same with the targets of links, attributes, fences and labels blanked; their brackets stay."""
    return HIDDEN.sub(lambda m: _emptied(m[0]), unquoted(brief))


def _spaced(content: str) -> str:
    """A pattern for words with any blanks between them, and the bars of block quotes."""
    words = content.split(" ")
    return re.escape(words[0]) + "".join((r"\s+" if w[0] == ">" else r"[\s>]++") + re.escape(w) for w in words[1:])


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _emptied(text: str) -> str:
    """The text blanked but for the brackets at its ends, where they belong together."""
    if re.match(r" {0,3}\[(?!\^)", text) or text[0] not in "[]{":
        return _blank(text)
    ends = (0, 1, len(text) - 1)
    return "".join(c if c == "\n" or (n in ends and c in BRACKETS) else " " for n, c in enumerate(text))
