"""A title as typed in, the same out with what a headline makes of its words wrongly in braces, large or small.

citeproc keeps small words small wherever they stand. Behind a mark of quotation a title of its own begins, and the
first part of a compound has a capital whatever it is (Chicago Manual of Style, 18th edition, 8.161 and 8.162).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefkit.patterns import regex

_SKIPPED = r"\\[A-Za-z]+\*?\s*|\\.|\$[^$]{1,200}\$|(?P<brace>[{}])"
_SMALL = (
    "a an and as at but by down for from if in into nor of off on onto or out over per so than that the to under up via"
    " with yet"
)
_WORDS = "|".join(_SMALL.split())
_NAMED = regex(
    rf"{_SKIPPED}|(?:(?<=[\u2018\u201c\u201e(\[])|(?<=``)|(?<=(?<!`)`))"
    rf"(?P<word>{'|'.join(word.capitalize() for word in _SMALL.split())})(?=\s)",
    re.DOTALL,
)
"""A small word with a capital behind a mark: what wrote it there knows that something begins."""

_BEGUN = regex(rf"{_SKIPPED}|(?:(?<=[\u2018\u201c\u201e])|(?<=``)|(?<=(?<!`)`))(?P<word>{_WORDS})(?=\s)", re.DOTALL)
_COMPOUND = regex(rf"{_SKIPPED}|(?<![\w'\u2019-])(?P<word>[Dd]e|{_WORDS})(?=-[A-Za-z]{{2}})", re.DOTALL)
_CODE = regex(
    rf"{_SKIPPED}|(?P<word>(?<![\w.@/-])(?:v\d+(?:\.\d+)*|[a-z][\w-]+(?:\.[a-z][\w-]+)+)(?![\w/])"
    rf"|\A[a-z][a-z0-9]{{1,20}}(?=:\s+\{{?[A-Z]))",
    re.DOTALL,
)
"""What is typed small and is no word: a version, `v1.2`, an address, `data.gov`, a program, `lme4: A Package`."""


def hold_openings(value: str) -> str:
    """The title with braces around the capital words that begin something inside it, whatever the style does, and
    around the names of programs and addresses that begin small.
    """
    return _held(_CODE, _held(_NAMED, value, str), str)


def raise_words(value: str) -> str:
    """The title as a style that has headlines must have it: `an {In}-depth look at ``{The} wealth of nations''`."""
    value = _held(_BEGUN, value, str.capitalize) if "`" in value or "\u201c" in value or "\u2018" in value else value
    return _held(_COMPOUND, value, str.capitalize) if "-" in value else value


def _held(pattern: re.Pattern[str], value: str, turn: Callable[[str], str]) -> str:
    """What the pattern finds outside braces, turned and in braces."""
    parts, done, depth = list[str](), 0, 0
    for token in pattern.finditer(value):
        if sign := token["brace"]:
            depth = max(0, depth + (1 if sign == "{" else -1))
        elif depth == 0 and (word := token["word"]):
            parts += [value[done : token.start()], f"{{{turn(word)}}}"]
            done = token.end()
    return "".join((*parts, value[done:]))
