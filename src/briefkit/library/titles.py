"""A title in, whether its capitals are in order: all of it in capitals, all of it in braces."""

from __future__ import annotations

import re

TITLE_FIELDS = frozenset(
    "booksubtitle booktitle issuetitle journalsubtitle mainsubtitle maintitle subtitle title".split()
)
"""The fields that hold titles; those of journals are names, and often abbreviations."""

_COMMAND = re.compile(r"\\[A-Za-z]+")
_WORD = re.compile(r"[^\W\d_]+")
_FEW = 3
_LONG = 5


def is_all_capitals(title: str) -> bool:
    """Whether every letter is a capital, in three words or more of which two are too long for most acronyms."""
    plain = _COMMAND.sub(" ", title) if "\\" in title else title
    if not plain.isupper():
        return False
    lengths = [len(word[0]) for word in _WORD.finditer(re.sub(r"[{}]", "", plain))]
    return len(lengths) >= _FEW and sum(length >= _LONG for length in lengths) > 1


def is_braced_whole(title: str) -> bool:
    """Whether one pair of braces holds all of a title of more than one word."""
    inner = title.strip()
    if not (inner.startswith("{") and inner.endswith("}")):
        return False
    depth, offset = 0, 0
    for sign in re.finditer(r"\\.|[{}]", inner, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        offset = sign.end()
        if depth == 0:
            break
    return offset == len(inner) and depth == 0 and len(inner[1:-1].split(maxsplit=2)) > 1
