"""The value of a field in, what it says without its markup out: LaTeX accents as letters, names of people as parts.

Of a value only the first letters are looked at: none that is longer is a title or a list of names.
"""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from briefkit.library.braces import drop_braces
from briefkit.library.names import Name
from briefkit.patterns import regex

LONGEST = 4_000
"""How many characters of a value are read."""

_LETTERS = {
    "ss": "ss",
    "ae": "ae",
    "AE": "AE",
    "oe": "oe",
    "OE": "OE",
    "o": "o",
    "O": "O",
    "l": "l",
    "L": "L",
    "i": "i",
}
_COMMAND = regex(r"\\(?:([A-Za-z]{1,30})\s?|([^A-Za-z]))")
_ACCENTS = frozenset("\"'`^~=.")
_WORD = regex(r"[^\W_]+")
_FAMILY = regex(r"^\s*family\s*=\s*([^,]*)|,\s*family\s*=\s*([^,]*)", re.IGNORECASE)


def plain(value: str) -> str:
    """The words of a value: braces and commands gone, accented letters without their accents."""
    text = value[:LONGEST]
    if "\\" in text:
        text = _COMMAND.sub(_without_command, text)
    return " ".join(drop_braces(text).replace("~", " ").split())


def _without_command(match: re.Match[str]) -> str:
    name, sign = match[1], match[2]
    if name:
        return _LETTERS.get(name, "")
    return "" if sign in _ACCENTS else sign


def fold(value: str) -> str:
    """The words of a value in small letters without accents and signs, with one blank between: for comparing."""
    bare = plain(value).casefold()
    if not bare.isascii():
        bare = "".join(sign for sign in normalize("NFKD", bare) if not combining(sign))
    return " ".join(_WORD.findall(bare.replace("&", " and ")))


def family(name: Name) -> str:
    """The family name of a name, folded: before its comma, else its last word; all that stands in braces is a word."""
    if match := _FAMILY.search(name.text):
        return fold(match[1] or match[2] or "")
    first, *others = name.parts
    return fold(" ".join(first) if others else first[-1]) if first else ""
