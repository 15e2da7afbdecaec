"""The braces of a value: whether they hold all of it, and how those without a partner are written.

To BibTeX a backslash says nothing, and each brace counts; to pandoc only the bare ones do.
"""

from __future__ import annotations

import re
from itertools import pairwise

from briefkit.patterns import regex

VERBATIM = frozenset(("doi", "eprint", "isbn", "issn", "pmcid", "pmid", "url"))
"""Fields that are no LaTeX: a `%` in them is a `%`."""

_BRACES = regex(r"(?<!\\)[{}]")
_ESCAPED = regex(r"\\[{}]")
_SPELLED = {"{": "\\textbraceleft{}", "}": "\\textbraceright{}"}
_ENCODED = {"{": "%7B", "}": "%7D"}
_CONTROL = regex(r"[\x00-\x08\x0b-\x1f\x7f]")


def is_braced(text: str) -> bool:
    """Whether one pair of braces holds all of a text."""
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for sign in re.finditer(r"\\.|[{}]", text, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if depth == 0:
            return sign.end() == len(text)
    return False


def spell_braces(name: str, value: str) -> str:
    r"""Write the braces that have no partner of their kind, `\{` or `{`, as commands.

    BibTeX counts each brace, pandoc the bare ones. In an address they are written as addresses have them.
    """
    if "{" not in value and "}" not in value:
        return value
    spelled = _ENCODED if name in VERBATIM else _SPELLED
    lone = {offset for kind in (_BRACES, _ESCAPED) for offset in _find_lone(kind, value)}
    parts, done = [], 0
    for offset in sorted(lone):
        is_escaped = offset > 0 and value[offset - 1] == "\\"
        parts += [value[done : offset - is_escaped], spelled[value[offset]]]
        done = offset + 1
    return "".join((*parts, value[done:]))


def _find_lone(kind: re.Pattern[str], value: str) -> list[int]:
    """The offsets of the braces of one kind that have no partner."""
    lone: list[int] = []
    for match in kind.finditer(value):
        offset = match.end() - 1
        if value[offset] == "}" and lone and value[lone[-1]] == "{":
            lone.pop()
        else:
            lone.append(offset)
    return lone


def balance(value: str) -> str:
    """Escape the braces that have no partner, and let the value not end in a backslash."""
    value = _CONTROL.sub(" ", value)
    edges = (0, *_find_lone(_BRACES, value), len(value))
    value = "\\".join(value[start:end] for start, end in pairwise(edges))
    return value + " " if value.endswith("\\") else value
