"""A brief in, its headings out that are typed as paragraphs in bold, as Word files have them: `**Recommendations**`."""

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


class TypedHeading(Value):
    """Words in bold that are a paragraph: where they stand, their roles, and whether a number stands before them."""

    words: str
    place: Place
    roles: tuple[str, ...]
    numbered: bool
    section: int


def find_typed_headings(brief: Brief) -> tuple[TypedHeading, ...]:
    """The short paragraphs in bold that something follows and that are no sentence, caption or title of the brief."""
    lines = Lines(brief.path, brief.text)
    found = []
    for number, block in enumerate(brief.blocks[:-1]):
        if block.kind != "paragraph" or block.attributes.get("class") or block.quotation:
            continue
        start = lines.offset(*block.place.start)
        if not brief.text.startswith(("**", "__"), start):
            continue
        end = lines.offset(*block.place.end)
        bold = BOLD.fullmatch(brief.text, start, end)
        words = " ".join(bold["words"].split()) if bold else ""
        if words and len(words.split()) <= MOST_WORDS and not EXHIBIT.match(words):
            after = brief.blocks[number + 1]
            roles = find_roles(words, brief.front.language)
            numbered = NUMBER.match(words.casefold()) is not None
            if after.kind not in ("heading", "front") and (number or roles):
                found.append(TypedHeading(words.rstrip(":"), block.place, roles, numbered, block.section))
    return tuple(found)
