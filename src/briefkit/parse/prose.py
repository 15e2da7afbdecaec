"""A brief in, its text out with all that is no prose blanked: every character that is left keeps its offset.

Rules that look for signs in the text, such as an `@` or an address, look at this text and not at the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefkit.model import Brief
from briefkit.parse.file_words import HIDDEN
from briefkit.parse.front_matter import HEAD
from briefkit.parse.inlines import Tree

NO_PROSE = re.compile(
    r"""
      (?P<fence> ^ [ \t>]* (?P<bars> `{3,} | ~{3,} ) [^\n]* \n
          (?: (?! [ \t>]* (?P=bars) ) [^\n]* \n )* [ \t>]* (?P=bars) [`~]* )
    | (?P<line> ^ [ \t>]* (?: [ ]{4} | \t ) [ \t]* (?P<indented> \S [^\n]* ) $ )
    | (?P<ticks> (?<!`) (?P<tick> `+ ) (?!`)
          (?P<code> (?: [^`\n] | \n (?! [ \t]* \n ) | ` (?! (?P=tick) ) ){1,2000}? ) (?P=tick) (?!`) )
    | (?P<dollars> (?P<dollar> \$\$? ) (?P<math> [^$]{1,2000}? ) (?P=dollar) )
    | (?P<comment> <!-- .*? --> )
    | (?P<tag> </? [a-zA-Z] [^<>]{0,2000} > )
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
"""What may be no prose. Whether it is, pandoc says: its content must be that of such a node of the tree."""

HELD = {"line": "indented", "ticks": "code", "dollars": "math", "comment": "comment", "tag": "tag"}

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


def unquoted(brief: Brief, found: Sequence[Tree]) -> str:
    """The text of a brief, whose nodes are `found`; front matter, code, math, comments and raw markup are blanked."""
    text = brief.text
    head = HEAD.match(text)
    start = head.end() if head else 0
    known = _contents(found)

    def blanked(match: re.Match[str]) -> str:
        name = match.lastgroup if match["fence"] else next(n for n in HELD if match[n] is not None)
        held = name == "fence" or match["fence"] is not None or _folded(match[HELD[str(name)]]) in known
        return _blank(match[0]) if held else match[0]

    return _blank(text[:start]) + NO_PROSE.sub(blanked, text[start:])


def _contents(nodes: Sequence[Tree]) -> set[str]:
    """The content of each node that is no prose, blanks folded; of code blocks each line."""
    found: set[str] = set()
    for node in nodes:
        if node["t"] == "CodeBlock":
            found.update(_folded(line) for line in node["c"][1].split("\n"))
        elif node["t"] in ("Code", "Math", "RawInline", "RawBlock"):
            found.add(_folded(node["c"][1]))
            if node["t"] == "RawBlock":
                found.update(_folded(m[0]) for m in NO_PROSE.finditer(node["c"][1]) if m["tag"] or m["comment"])
    return found - {""}


def _folded(content: str) -> str:
    """The content with its blanks folded and the bars of block quotes left out."""
    return " ".join(part for part in content.split() if part != ">")


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
