"""What a heading or a box stands for: classes and heading words in, a role out.

A class on the heading wins; else the heading's words, or the halves of two that are joined, are looked up in the table
of the brief's language and then in English; what follows a colon or a dash says something else. Roles are the names of
classes in the documentation of briefs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from briefkit.near_misses import near_miss
from briefkit.parse.heading_words import HEADINGS
from briefkit.parse.headings import find_forms, find_halves
from briefkit.patterns import compiled, regex
from briefkit.text import primary

ROLES = tuple(
    "summary key-messages bottom-line problem background evidence findings criteria options comparison"
    " counter-argument implications recommendations risks limits methods conflicts study conclusion references".split()
)

BOXES = tuple("key-message case-study definition pull-quote counter-argument confidence recommendation option".split())

VOWELS = regex("[\u0640\u064b-\u0652]")
"""Short vowels of Arabic, and the stroke that stretches a word: who writes them means the same heading."""

NUMBER = regex(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|(?:[ivx]{1,5}|[a-h])[.)]) +", re.ASCII)
"""A number that was typed before a heading: 2. Recommendations, IV. Risks."""

LEAD = regex(r"\s*:\s|\s[\u2013\u2014-]\s")
"""What parts the name of a section from what it says: `Conclusion: act now`."""

FOR: Mapping[str, str] = {
    "en": r" (?:for|to) ",
    "de": r" (?:für|an) ",
    "fr": r" (?:pour|à|aux?) ",
    "es": r" (?:para|al?) ",
    "pt": r" (?:para|à|aos?|às) ",
}
ADDRESSED = ("recommendations", "implications", "options")
"""The roles of sections that may say for whom: Recommendations for the ministry."""

OF: Mapping[str, str] = {
    "en": r" (?:of|in) ",
    "de": r" (?:de[rs]|im|von|zu[mr]) ",
    "fr": r" (?:des? |du |d')",
    "es": r" (?:del?) ",
    "pt": r" (?:d[aeo]s?) ",
}
DOING: Mapping[str, str] = {
    "en": r"what .{1,60} (?:should|must|needs? to|ha(?:s|ve) to|ought to) do(?: now| next)?",
    "de": r"was .{1,60} tun (?:sollten?|muss|müssen)",
    "fr": r"ce qu(?:e |').{1,60} (?:doit|doivent|devrait|devraient) faire",
    "es": r"(?:qué|lo que) (?:debe(?:n|ría|rían)? hacer .{1,60}|.{1,60} debe(?:n|ría|rían)? hacer)",
    "pt": r"o que (?:.{1,60} )?deve(?:m|ria|riam)? fazer(?: .{1,60})?",
}
"""What says who should do something: What the government should do."""
COMPOSED = ("criteria", "options", "comparison")
"""The roles of sections that may say of what: Opciones de actuación, Optionen im Überblick."""

LONGEST = 200
"""How much of a heading is looked at."""
SLIP = 86.0
"""How alike a heading is to the one that it is a slip of, in percent: Recomendations, but not Opinions for options."""


def find_role(classes: Iterable[str], title: str, lang: str) -> str:
    """The role of a heading, or an empty string."""
    return next((c for c in classes if c in ROLES), "") or next(iter(find_roles(title, lang)), "")


def find_roles(title: str, lang: str) -> tuple[str, ...]:
    """The roles that the words of a heading name, that of its section first: several for `Findings and limitations`."""
    own = primary(lang)
    words = " ".join(VOWELS.sub("", title[:LONGEST].casefold()).replace("\u2019", "'").split())
    words = NUMBER.sub("", words, count=1).lstrip("¿").rstrip(".:? ")
    lead = LEAD.split(words, 1)[0]
    return _roles_of(lead, own) or (_roles_of(words, own) if lead != words else ())


def find_meant(title: str, lang: str) -> tuple[str, str]:
    """The known heading that one of no role is a slip of, and its role; empty where none is so near."""
    titles = _titles(primary(lang))
    near = near_miss(title, titles, SLIP) if len(title) <= LONGEST else ""
    return near, titles.get(near, "")


def _roles_of(words: str, own: str) -> tuple[str, ...]:
    """The roles that these words name, or their two halves."""
    if role := _role_of(words, own):
        return (role,)
    first, second = (_role_of(half, own) for half in find_halves(words, own) or ("", ""))
    if not first and second != "recommendations":
        return ()
    roles = (second, first) if _second_leads(first, second) else (first, second)
    return tuple(dict.fromkeys(filter(None, roles)))


def _second_leads(first: str, second: str) -> bool:
    """Whether a section is what its heading names last: advice after what leads to it, anything but references."""
    if second == "recommendations":
        return first not in ("summary", "key-messages", "options")
    return (first, second) == ("summary", "conclusion") or (first == "references" and bool(second))


def _role_of(words: str, own: str) -> str:
    """The role that these words, or what remains of them, are a heading of, or an empty string."""
    named = _titles(own)
    if role := next((named[form] for form in find_forms(words, own) if form in named), ""):
        return role
    if own in DOING and compiled(DOING[own]).fullmatch(words):
        return "recommendations"
    for joints, roles in ((FOR, ADDRESSED), (OF, COMPOSED)):
        start = compiled(joints[own]).split(words, 1)[0] if own in joints else words
        if start != words and (role := _role_of(start, own)) in roles:
            return role
    return ""


@lru_cache(maxsize=16)
def _titles(own: str) -> Mapping[str, str]:
    """The role of each heading that a language knows; what it does not know itself is looked up in English."""
    tables = (HEADINGS["en"], HEADINGS.get(own, {}))
    return {title: role for table in tables for role, titles in table.items() for title in titles}


def find_box(classes: Iterable[str]) -> str:
    """The box a div is, or an empty string."""
    return next((c for c in classes if c in BOXES), "")
