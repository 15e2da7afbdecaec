"""A field of names as typed in, the same without what hinders its names from being printed out: nothing else changes.

What is told as a fault (BIB331) is printed as it is surely meant: a comma behind a name, an `and` too many, `et al.`
and semicolons between names. A name with more commas than a name has is printed as it stands, since of its parts some
would be lost.
"""

from __future__ import annotations

import re

from briefkit.library.names import LONGEST, Name, split_names
from briefkit.patterns import regex

_PARTED = regex(r"[^,;{}\\&]{2,80}(?:,[^,;{}\\&]{1,80})?")
_SUSPECT = regex(r"[;,]|\bet\b|\band\s+and\b|(?:\A|\s)and\s*\Z|\A\s*and\s", re.IGNORECASE)
_MOST_PARTS = 3


def tidy_names(value: str) -> str:
    """The names as they are printed; a value in which nothing is wrong stays as it is."""
    if len(value) > LONGEST or not _SUSPECT.search(value):
        return value
    value = _part(value)
    names = split_names(value)
    tidied = [text for name in names for text in _tidy(name)]
    if not tidied or tidied == [name.text for name in names]:
        return value
    has_others = "others" in tidied[1:]
    tidied = [text for text in tidied if text != "others"] if has_others else tidied
    return " and ".join((*tidied, "others") if has_others else tidied)


def _part(value: str) -> str:
    """Names with semicolons between them with an `and` there."""
    parts = [part.strip() for part in value.split(";")]
    is_list = len(parts) > 1 and " and " not in value and all(map(_PARTED.fullmatch, parts))
    return " and ".join(parts) if is_list else value


def _tidy(name: Name) -> tuple[str, ...]:
    parts = list(name.parts)
    while parts and not parts[-1]:
        parts.pop()
    words = [word.strip("{}., ").lower() for part in parts for word in part]
    if words[-1:] in (["et al"], ["et. al"], ["et~al"]):
        rest = _without(parts, 1)
    elif words[-2:] == ["et", "al"]:
        rest = _without(parts, 2)
    elif len(parts) > _MOST_PARTS and "{" not in name.text and "=" not in name.text:
        return (f"{{{Name(tuple(filter(None, parts))).text}}}",)
    else:
        return (Name(tuple(parts)).text,) if words else ()
    return (*((Name(tuple(rest)).text,) if any(rest) else ()), "others")


def _without(parts: list[tuple[str, ...]], count: int) -> list[tuple[str, ...]]:
    """The parts of a name without some words at its end."""
    parts = list(parts)
    while count and parts:
        last = parts.pop()
        taken = min(count, len(last))
        count -= taken
        if last[: len(last) - taken]:
            parts.append(last[: len(last) - taken])
    return parts
