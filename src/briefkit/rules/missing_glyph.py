"""A character has no sign in the fonts.

## What it does
Names each character of the brief that the built-in fonts cannot print, at its first place: emoji, and letters of
scripts other than Latin, Greek, Cyrillic and Arabic, once for each script. Comments are not looked at. What only the
font for code has, such as the lines of a drawn tree, may stand in code.

## Why it matters
Such a character is an empty box in the PDF; in Word and on the web page it is in whatever font a reader has.

## Example
    Prices rose 📈 [@smith2021].

## Instead
    Prices rose [@smith2021].
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from briefkit.characters import find_unprintable, has_glyph_in_code, name_of
from briefkit.model import Brief, Severity
from briefkit.parse.chart_blocks import is_chart
from briefkit.parse.prose import nodes
from briefkit.patterns import regex
from briefkit.rules.base import Case, Hit
from briefkit.text import plural

CODE = "DOC818"
SEVERITY = Severity.WARNING

CODE_NODES = ("Code", "CodeBlock")
EAST_ASIAN = ("BOPOMOFO", "FULLWIDTH", "HALFWIDTH", "HIRAGANA", "IDEOGRAPHIC", "KATAKANA")
COMMENT = regex(r"<!--(?:[^-]|-(?!->))*+-->")


def check(case: Case) -> Iterator[Hit]:
    """A hit for each script, and for each other character, that cannot be printed."""
    if case.brief.text.isascii():
        return
    text = _without_comments(case.brief.text)
    lines = case.lines
    scripts: dict[str, list[str]] = {}
    first = find_unprintable(text)
    fine = _printed_in_code(case.brief, text, first)
    for character in (c for c in first if c not in fine):
        scripts.setdefault(_script(character), []).append(character)
    for characters in scripts.values():
        sign = characters[0]
        others = plural(len(characters) - 1, "other character")
        more = f", nor for {others} of its script" if len(characters) > 1 else ""
        message = f"The fonts have no sign for '{sign}', {name_of(sign)}{more}"
        place = lines.place(first[sign], first[sign] + 1)
        yield Hit(place, message, "write it in other characters, or leave it out", subject=sign)


def _printed_in_code(brief: Brief, text: str, characters: Iterable[str]) -> frozenset[str]:
    """Those of some characters that the font for code has and that stand nowhere but in code."""
    likely = [character for character in characters if has_glyph_in_code(character)]
    if not likely:
        return frozenset()
    found = nodes([*brief.front_blocks, *brief.ast["blocks"]])
    code = Counter("".join(node["c"][1] for node in found if node["t"] in CODE_NODES and not is_chart(node)))
    there = Counter(text)
    return frozenset(character for character in likely if code[character] == there[character])


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
