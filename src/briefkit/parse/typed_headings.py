"""A brief in, its headings that are typed as paragraphs out: `**Recommendations**`, `SUMMARY`."""

from __future__ import annotations

import re

from briefkit.model import Brief, Place
from briefkit.parse.roles import NUMBER, find_roles
from briefkit.patterns import regex
from briefkit.text import Lines
from briefkit.values import Value

BOLD = regex(
    r"""
    (?P<marks> \*{2,3} | _{2,3} ) (?! [\s*_] )
    (?P<words> [^*\n]{2,80}? (?: \n [^*\n]{2,40}? )? )
    (?<! [\s.,;!] ) (?P=marks)
""",
    re.VERBOSE,
)
EXHIBIT = regex(
    r"(?i)(?:tab(?:le|elle|leau|la|ela)?|quadro|cuadro|fig(?:ure|ura)?|abb(?:ildung)?|gr[aá](?:f|ph)\w{2,5}|chart|box)"
    r"\W{1,2}\d"
)
"""How a caption begins that is typed by hand."""
MOST_WORDS = 12
KINDS = ("paragraph", "item")
LONGEST = 60
ENDS = ".,;!?"


class TypedHeading(Value):
    """Words of a heading that are none: where they stand, their roles, whether a number stands before them, and what
    they are."""

    words: str
    place: Place
    roles: tuple[str, ...]
    numbered: bool
    section: int
    what: str = "a paragraph in bold"


def find_typed_headings(brief: Brief) -> tuple[TypedHeading, ...]:
    """The short paragraphs that something follows and that are no sentence, caption or title of the brief.

    They are in bold; plain ones, and items that are a list of their own (`1. Introduction`), name a section.
    """
    lines = Lines(brief.path, brief.text)
    found = []
    for number, block in enumerate(brief.blocks[:-1]):
        after = brief.blocks[number + 1].kind
        if block.kind not in KINDS or block.attributes.get("class") or block.quotation or after in ("heading", "front"):
            continue
        start = lines.offset(*block.place.start)
        if block.kind == "item" or not brief.text.startswith(("**", "__"), start):
            tagged = brief.text[start - 1 : start] == ">"  # <h2>, which is told as a tag
            if plain := None if tagged else _plain(brief, number, after):
                found.append(plain)
            continue
        end = lines.offset(*block.place.end)
        bold = BOLD.fullmatch(brief.text, start, end)
        words = " ".join(bold["words"].split()) if bold else ""
        if words and len(words.split()) <= MOST_WORDS and not EXHIBIT.match(words):
            roles = find_roles(words, brief.front.language)
            numbered = NUMBER.match(words.casefold()) is not None
            if number or roles:
                found.append(TypedHeading(words.rstrip(":"), block.place, roles, numbered, block.section))
    return tuple(found)


def _plain(brief: Brief, number: int, after: str) -> TypedHeading | None:
    """A plain paragraph, or the one item of a numbered list, that names a section and no more, such as `SUMMARY`."""
    block = brief.blocks[number]
    words = block.sentences[0].plain if len(block.sentences) == 1 else ""
    if not 0 < len(words) <= LONGEST or words[-1] in ENDS or (words[-1] == ":" and after == "item"):
        return None
    alone = after == "paragraph" and not (number and brief.blocks[number - 1].kind == "item")
    if block.kind == "item" and not (block.mark[:1].isdigit() and alone):
        return None
    roles = find_roles(words, brief.front.language)
    what = "an item of a list" if block.kind == "item" else "a paragraph"
    words = words.rstrip(":")
    words = words.capitalize() if words.isupper() else words
    named = roles and not (block.sentences[0].plain.endswith(":") and "references" in roles)  # Notes: below a table
    return TypedHeading(words, block.place, roles, False, block.section, what) if named else None
