"""A brief in, its text out with all that is no prose blanked: every character that is left keeps its offset.

Rules that look for signs in the text, such as an `@` or an address, look at this text and not at the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefkit.model import Brief
from briefkit.parse.file_words import HIDDEN
from briefkit.parse.front_matter import body_start
from briefkit.parse.inlines import Tree
from briefkit.patterns import regex

_STRETCH = r"""
      (?P<fence> ^ [ \t>]*+ (?P<bars> `{3,40}+ (?!`) | ~{3,40}+ (?!~) ) [^\n]*+ \n
          (?: (?! [ \t>]*+ (?P=bars) ) [^\n]*+ \n )*+ [ \t>]*+ (?P=bars) [`~]*+ )
    | (?P<line> ^ (?: [ \t]*+ > )* (?: [ ]{4} | [ ]{0,3} \t ) [ \t]*+ (?P<indented> \S [^\n]*+ ) $ )
    | (?P<ticks> (?<!`) (?P<tick> `+ ) (?!`)
          (?P<code> (?: [^`\n] | \n (?! [ \t]* \n ) | ` (?! (?P=tick) ) ){1,2000}? ) (?P=tick) (?!`) )
    | (?P<dollars> (?P<dollar> \$\$ | \$ (?! [\s$] ) ) (?P<math> (?: [^$\n] | \n (?! [ \t>]* \n ) ){1,2000}? )
          (?: (?<! \s ) | (?= \$\$ ) ) (?P=dollar) (?! \d ) )
    | (?P<tag> </? [a-zA-Z] [^<>]{0,2000} > )
"""
_COMMENT = r"""
    | (?P<comment> <!-- (?: [^-]++ | - (?!->) )*+ --> )
    | (?P<open> <!-- .* )
"""
_BEGUN = "(?= [`~$<] | ^ [ \\t>] ) (?: {} )"
"""Nearly no character begins such a stretch: said first, it is a fifth of the work."""
NO_PROSE = regex(_BEGUN.format(_STRETCH + _COMMENT), re.VERBOSE | re.MULTILINE | re.DOTALL)
"""What may be no prose. Whether it is, pandoc says: its content must be that of such a node of the tree."""
AFTER_OPEN = regex(_BEGUN.format(_STRETCH + "| (?P<comment> (?!) )"), re.VERBOSE | re.MULTILINE | re.DOTALL)
"""The same behind a comment that is never closed: no other one can be either."""

HELD = {"line": "indented", "ticks": "code", "dollars": "math", "comment": "comment", "tag": "tag"}

BRACKETS = "[](){}^"


BARE = frozenset({"Str", "Space", "SoftBreak", "LineBreak"})
"""Nodes that are words and blanks: nine of ten."""


def nodes(tree: Tree) -> Iterator[Tree]:
    """Every node of a tree that is no word and no blank, in its order."""
    waiting = [tree]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            if "t" in found:
                yield found
            found = list(found.values())
        waiting.extend(
            v for v in reversed(found) if isinstance(v, list) or (isinstance(v, dict) and v.get("t") not in BARE)
        )


def is_deep(tree: Tree, most: int) -> bool:
    """Whether lists and mappings stand in one another more than so many levels deep."""
    level = [tree]
    for _ in range(most):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, list) or (isinstance(inner, dict) and inner.get("t") not in BARE)
        ]
        if not level:
            return False
    return True


def unquoted(brief: Brief, found: Sequence[Tree]) -> str:
    """The text of a brief, whose nodes are `found`; front matter, code, math, comments and raw markup are blanked."""
    text = brief.text
    start = body_start(text)
    known = _contents(found)

    def blanked(match: re.Match[str]) -> str:
        held = (
            match["fence"] is not None or _folded(match[next(HELD[n] for n in HELD if match[n] is not None)]) in known
        )
        return _blank(match[0]) if held else match[0]

    pieces, at = [_blank(text[:start])], start
    for match in find_no_prose(text, start):
        pieces += (text[at : match.start()], blanked(match))
        at = match.end()
    return "".join((*pieces, text[at:]))


def find_no_prose(text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """Every stretch that may be no prose, from an offset on."""
    for match in NO_PROSE.finditer(text, start):
        if match["open"] is None:
            yield match
        else:
            yield from AFTER_OPEN.finditer(text, match.start() + 1)


def _contents(nodes: Sequence[Tree]) -> set[str]:
    """The content of each node that is no prose, blanks folded; of code blocks each line."""
    found: set[str] = set()
    for node in nodes:
        if node["t"] == "CodeBlock":
            found.update(_folded(line) for line in node["c"][1].split("\n"))
        elif node["t"] in ("Code", "Math", "RawInline", "RawBlock"):
            found.add(_folded(node["c"][1]))
            if node["t"] == "RawBlock":
                inside = (m for m in find_no_prose(node["c"][1]) if m["tag"] or m["comment"])
                found.update(_folded(m[0]) for m in inside)
    return found - {""}


def _folded(content: str) -> str:
    """The content with its blanks folded and the bars of block quotes left out."""
    return " ".join(part for part in content.split() if part != ">")


FENCE = regex(r"^[ \t>]*+(?:`{3,40}+|~{3,40}+)[ \t]*+\{[^\n]*+", re.MULTILINE)
"""The first line of a block of code that has attributes."""


def with_fences(text: str, written: str) -> str:
    """A text that `unquoted` made of `written`, with the first lines of blocks of code, which hold their attributes."""
    pieces: list[str] = []
    at = 0
    for match in FENCE.finditer(written):
        pieces += (text[at : match.start()], match[0])
        at = match.end()
    return "".join((*pieces, text[at:]))


def prose(text: str) -> str:
    """A text that `unquoted` gave, with the targets of links, attributes, fences and labels blanked; brackets stay."""
    return HIDDEN.sub(lambda m: _emptied(m[0]), text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _emptied(text: str) -> str:
    """The text blanked but for the brackets at its ends, where they belong together."""
    if re.match(r" {0,3}\[(?!\^)", text) or text[0] not in "[]{":
        return _blank(text)
    ends = (0, 1, len(text) - 1)
    return "".join(c if c == "\n" or (n in ends and c in BRACKETS) else " " for n, c in enumerate(text))
