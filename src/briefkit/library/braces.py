"""The braces of a value: where their pairs end, what stands outside them, and how those without a partner are written.

To BibTeX a backslash says nothing, and each brace counts; to pandoc only the bare ones do. `\\\\` is a sign of its own:
what follows it is bare.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefkit.patterns import regex

VERBATIM = frozenset(("doi", "eprint", "isbn", "issn", "pmcid", "pmid", "url"))
"""Fields that are no LaTeX: a `%` in them is a `%`."""

_SIGN = regex(r"\\.|[{}]", re.DOTALL)
_SPELLED = {"{": "\\textbraceleft{}", "}": "\\textbraceright{}"}
_ENCODED = {"{": "%7B", "}": "%7D"}
_CONTROL = regex(r"[\x00-\x08\x0b-\x1f\x7f]")


def find_end(text: str, start: int, end: int) -> int | None:
    """Where the pair ends that begins at `start`; nothing if it does not before `end`."""
    depth = 0
    for sign in _SIGN.finditer(text, start, end):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if depth == 0:
            return sign.end()
    return None


def find_ends(text: str) -> dict[int, int]:
    """Where each pair ends, by where it begins."""
    ends: dict[int, int] = {}
    begun: list[int] = []
    for brace in _SIGN.finditer(text):
        if brace[0] == "{":
            begun.append(brace.start())
        elif brace[0] == "}" and begun:
            ends[begun.pop()] = brace.end()
    return ends


def is_braced(text: str) -> bool:
    """Whether one pair of braces holds all of a text."""
    return text.startswith("{") and text.endswith("}") and find_end(text, 0, len(text)) == len(text)


def is_balanced(text: str) -> bool:
    """Whether each brace has its partner."""
    return not _find_lone(text, 1)


def measure_depth(text: str) -> int:
    """How many braces are open at once."""
    depth, deepest = 0, 0
    for sign in _SIGN.finditer(text):
        depth = max(depth + {"{": 1, "}": -1}.get(sign[0], 0), 0)
        deepest = max(deepest, depth)
    return deepest


def find_outside(tokens: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those of the tokens that stand outside braces, which are tokens too; one that closes nothing says nothing."""
    depth = 0
    for token in tokens:
        if token[0] == "{":
            depth += 1
        elif token[0] == "}":
            depth = max(depth - 1, 0)
        elif not depth:
            yield token


def drop_braces(text: str) -> str:
    """The text without its braces."""
    return text.replace("{", "").replace("}", "")


def hide_pairs(text: str) -> str:
    r"""The text, equally long, without its `\\`: a backslash that is left belongs to the sign behind it."""
    return text.replace("\\\\", "..")


def spell_braces(name: str, value: str) -> str:
    r"""Write the braces that have no partner of their kind, `\{` or `{`, as commands.

    BibTeX counts each brace, pandoc the bare ones. In an address they are written as addresses have them.
    """
    spelled = _ENCODED if name in VERBATIM else _SPELLED
    parts, done = [], 0
    for brace in sorted((*_find_lone(value, 1), *_find_lone(value, 2)), key=re.Match.start):
        parts += [value[done : brace.start()], spelled[brace[0][-1]]]
        done = brace.end()
    return "".join((*parts, value[done:]))


def _find_lone(value: str, width: int) -> list[re.Match[str]]:
    """The braces without a partner, of the bare ones (1 wide) or of those behind a backslash (2 wide)."""
    lone: list[re.Match[str]] = []
    for brace in _SIGN.finditer(value) if "{" in value or "}" in value else ():
        if len(brace[0]) != width or brace[0][-1] not in "{}":
            continue
        if brace[0][-1] == "}" and lone and lone[-1][0][-1] == "{":
            lone.pop()
        else:
            lone.append(brace)
    return lone


def balance(value: str) -> str:
    """Escape the braces that have no partner, and let the value not end in a backslash."""
    value = _CONTROL.sub(" ", value)
    edges = (0, *(brace.start() for brace in _find_lone(value, 1)), len(value))
    value = "\\".join(value[start:end] for start, end in pairwise(edges))
    return value + " " if value.endswith("\\") else value
