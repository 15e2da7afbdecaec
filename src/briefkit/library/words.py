"""The value of a field in, what it says without its markup out: LaTeX accents as letters, names of people as parts.

Of a value only the first letters are looked at: none that is longer is a title or a list of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import combining, normalize

from briefkit.model import Place, Source

LONGEST = 4_000
"""How many characters of a value are read."""

SHOWN = 80
"""How many characters of a value a message shows."""

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
_COMMAND = re.compile(r"\\(?:([A-Za-z]{1,30})\s?|([^A-Za-z]))")
_ACCENTS = frozenset("\"'`^~=.")
_WORD = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"[{}]|\s+and\s+", re.IGNORECASE)
_FAMILY = re.compile(r"^\s*family\s*=\s*([^,]*)|,\s*family\s*=\s*([^,]*)", re.IGNORECASE)


def plain(value: str) -> str:
    """The words of a value: braces and commands gone, accented letters without their accents."""
    text = value[:LONGEST]
    if "\\" in text:
        text = _COMMAND.sub(_without_command, text)
    return " ".join(text.replace("{", "").replace("}", "").replace("~", " ").split())


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


def shown(value: str) -> str:
    """A value as a message shows it: on one line and not too long."""
    text = " ".join(value[:LONGEST].split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 3]}..."


def split_names(value: str) -> tuple[str, ...]:
    """The names of a list, which `and` divides outside braces."""
    return tuple(name for name in _split_names(value[:LONGEST]) if name)


def _split_names(value: str) -> Iterator[str]:
    depth = start = 0
    for match in _PARTS.finditer(value):
        if match[0] in "{}":
            depth = max(depth + (1 if match[0] == "{" else -1), 0)
        elif depth == 0:
            yield value[start : match.start()].strip()
            start = match.end()
    yield value[start:].strip()


def family(name: str) -> str:
    """The family name of one name, folded: before the comma, else the last word; all that stands in braces is one."""
    if (match := _FAMILY.search(name)) and "=" in name:
        return fold(match[1] or match[2] or "")
    if name.startswith("{") and name.find("}") == len(name) - 1:
        return fold(name)
    before, comma, _ = name.partition(",")
    words = fold(before).split(" ")
    return " ".join(words) if comma else words[-1]


def field_place(source: Source, name: str) -> Place:
    """Where a field of one's own stands: the start of its line, or the entry's when they begin on one line."""
    field = source.fields.get(name)
    if field is None or source.place.line <= field.line <= source.place.end_line:
        return source.place
    return Place(source.place.path, field.line, 1, field.line, 1)
