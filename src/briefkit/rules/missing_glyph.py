"""A character has no sign in the fonts.

## What it does
Names each character of the brief that the built-in fonts cannot print, at its first place: emoji, and letters of
scripts other than Latin, Greek, Cyrillic and Arabic, once for each script. Comments are not looked at.

## Why it matters
Such a character is an empty box in the PDF; in Word and on the web page it is in whatever font a reader has.

## Example
    Prices rose 📈 [@smith2021].

## Instead
    Prices rose [@smith2021].
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from briefkit.characters import find_unprintable, name_of
from briefkit.model import Severity
from briefkit.rules.base import Case, Hit
from briefkit.text import plural

CODE = "DOC818"
SEVERITY = Severity.WARNING

EAST_ASIAN = ("BOPOMOFO", "FULLWIDTH", "HALFWIDTH", "HIRAGANA", "IDEOGRAPHIC", "KATAKANA")
COMMENT = re.compile(r"<!--(?:[^-]|-(?!->))*+-->")


def check(case: Case) -> Iterator[Hit]:
    """A hit for each script, and for each other character, that cannot be printed."""
    if case.brief.text.isascii():
        return
    text = _without_comments(case.brief.text)
    lines = case.lines
    scripts: dict[str, list[str]] = {}
    first = find_unprintable(text)
    for character in first:
        scripts.setdefault(_script(character), []).append(character)
    for characters in scripts.values():
        sign = characters[0]
        others = plural(len(characters) - 1, "other character")
        more = f", nor for {others} of its script" if len(characters) > 1 else ""
        message = f"The fonts have no sign for '{sign}', {name_of(sign)}{more}"
        place = lines.place(first[sign], first[sign] + 1)
        yield Hit(place, message, "write it in other characters, or leave it out", subject=sign)


def _without_comments(text: str) -> str:
    """The text with blanks for its comments, up to the last one that is closed."""
    end = text.rfind("-->") + 3
    return COMMENT.sub(lambda m: " " * len(m[0]), text[:end]) + text[end:] if end > 2 else text


def _script(character: str) -> str:
    """The script of a letter, figure or stop by the first word of its name; a sign stands for itself."""
    if unicodedata.category(character)[0] == "S":
        return character
    word = unicodedata.name(character, character).partition(" ")[0]
    return "CJK" if word in EAST_ASIAN else word
