"""A title in, whether its capitals are in order: all of it in capitals, all of it in braces."""

from __future__ import annotations

import re

from briefkit.library.braces import drop_braces, is_braced
from briefkit.patterns import regex

TITLE_FIELDS = frozenset(
    "booksubtitle booktitle issuetitle journalsubtitle mainsubtitle maintitle subtitle title".split()
)
"""The fields that hold titles; those of journals are names, and often abbreviations."""

_COMMAND = regex(r"\\[A-Za-z]+")
_WORD = regex(r"[^\W\d_]+")
_FEW = 3
_LONG = 5
_NAMED = 100
_LONGEST = 1_000
_YEAR = 4
_CUT = regex(
    r"\b(?:[Cc]onference|[Ww]orkshop|[Ss]ymposium|[Cc]ongress|[Mm]eeting|[Ss]eminar|[Cc]olloquium|[Pp]roceedings|[Hh]andbook)"
    r" (?:on|of|for|in)(?: the)?$|(?<![^ ])(?:(?:on|in|for) the|of|and|the|pp\.?)$"
)
_PAGES = regex(r"\b(?:pp?\.|pages|pgs?\.) ?\d{1,5}(?: ?(?:--?|\u2013) ?\d{1,5})?", re.IGNORECASE)
_IN = regex(
    r"In (?:the )?(?=(?:\d{1,2}(?:st|nd|rd|th) )?(?:Annual )?"
    r"(?:Proc|(?:Advances in|International Conf|IEEE|ACM|[A-Z]{3,})\b))|In: "
)
_LAST = regex(r"(?:\((\d{4})\)|^[^,]*, (\d{4}))\.?$")


_ENGLISH = ("american", "australian", "british", "canadian", "en", "newzealand", "ukenglish", "usenglish")
"""How the names of English and its kinds begin; `uk` is the tag of Ukrainian."""


def is_english(language: str) -> bool:
    """Whether the name of a language is that of English, as it is where none is given."""
    bare = language[:_NAMED].strip("{} ").lower()
    return not bare or bare.startswith(_ENGLISH)


def is_all_capitals(title: str) -> bool:
    """Whether every letter is a capital, in three words or more of which two are too long for most acronyms.

    A word of a script that has no capitals is in none.
    """
    plain = _COMMAND.sub(" ", title) if "\\" in title else title
    if not plain.isupper():
        return False
    words = _WORD.findall(drop_braces(plain))
    is_long = len(words) >= _FEW and sum(len(word) >= _LONG for word in words) > 1
    return is_long and all(word.isupper() for word in words)


def find_odd_end(title: str, year: str) -> str:
    """What a title of a book holds that belongs elsewhere, in words; empty for a sound one."""
    bare = " ".join(drop_braces(title[:_LONGEST]).replace("~", " ").split())
    if match := _CUT.search(bare):
        return f"ends in '{match[0]}', as if something were missing"
    if match := _PAGES.search(bare):
        return f"holds pages, '{match[0]}'"
    if match := _IN.match(bare):
        return f"begins with '{match[0].strip()}', which styles print before it"
    if len(year) == _YEAR and year.isdecimal() and (match := _LAST.search(bare)) and year in match.groups():
        return f"ends in the year, {year}"
    return ""


def drop_in(title: str) -> str:
    """The title of a book without the "In" that styles print before it; as it is where it has none."""
    found = _IN.match(title)
    return title[found.end() :] if found else title


def is_braced_whole(title: str) -> bool:
    """Whether one pair of braces holds all of a title of more than one word."""
    inner = title.strip()
    return is_braced(inner) and len(inner[1:-1].split(maxsplit=2)) > 1
